//! The terminal: results to standard output, talk and findings to standard error.

use std::io::{self, ErrorKind, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use super::Failure;
use super::arguments::When;
use crate::finding::format::{Characters, FORMATS, Look, Report};
use crate::finding::{Finding, Level};
use crate::text::Snapshot;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const HELP: Style = AnsiColor::BrightCyan.on_default().bold();
const DONE: Style = AnsiColor::BrightGreen.on_default().bold();

/// How wide a terminal is that does not say so.
const USUAL_WIDTH: usize = 110;
/// Narrower than this nothing can be read.
const LEAST_WIDTH: usize = 40;

/// Where a command talks to.
#[derive(Debug)]
pub(super) struct Terminal {
    quiet: bool,
    results: ColorChoice,
    talk: ColorChoice,
}

impl Terminal {
    pub(super) fn new(color: When, quiet: bool) -> Self {
        let (results, talk) = match color {
            When::Auto => (
                AutoStream::choice(&io::stdout()),
                AutoStream::choice(&io::stderr()),
            ),
            When::Always => (ColorChoice::Always, ColorChoice::Always),
            When::Never => (ColorChoice::Never, ColorChoice::Never),
        };
        Self { quiet, results, talk }
    }

    /// How many columns results have.
    pub(super) fn width(&self) -> usize {
        columns(&io::stdout())
    }

    /// Prints what someone asked to be told.
    pub(super) fn print(&self, line: &str) -> Result<(), Failure> {
        match writeln!(AutoStream::new(io::stdout().lock(), self.results), "{line}") {
            // Whoever reads has read enough.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Error {
                message: format!("the result can't be printed: {error}"),
                help: None,
            }),
            _ => Ok(()),
        }
    }

    /// Prints what was done, its first word in colour.
    pub(super) fn done(&self, word: &str, rest: &str) -> Result<(), Failure> {
        if self.quiet {
            Ok(())
        } else {
            self.print(&format!("{DONE}{word}{DONE:#} {rest}"))
        }
    }

    /// Says something by the way.
    pub(super) fn say(&self, line: &str) {
        if !self.quiet {
            self.talk(line);
        }
    }

    /// Says how many findings there are, and what follows from it.
    pub(super) fn sum_up(&self, line: &str, failed: bool) {
        if failed {
            self.talk(&format!("{ERROR}{line}{ERROR:#}"));
        } else {
            self.say(line);
        }
    }

    /// Says why a command failed; findings were printed before.
    pub(super) fn failure(&self, failure: &Failure) {
        if let Failure::Error { message, help } = failure {
            self.talk(&format!("{ERROR}error{ERROR:#}: {message}"));
            if let Some(help) = help {
                self.talk(&format!("{HELP}help{HELP:#}: {help}"));
            }
        }
    }

    /// Prints findings; warnings not to those who want errors only.
    pub(super) fn findings(&self, snapshot: &Snapshot, findings: &[Finding], prefix: &str) {
        let report = Report {
            snapshot,
            findings,
            gone: &[],
            prefix,
            least: if self.quiet { Level::Deny } else { Level::Note },
        };
        let look = Look {
            color: !matches!(self.talk, ColorChoice::Never),
            width: columns(&io::stderr()),
            characters: Characters::AsciiLines,
        };
        let mut text = String::new();
        // Writing to memory does not fail.
        let _ = FORMATS[0].write(&mut text, &report, look);
        self.write(&text);
    }

    fn talk(&self, line: &str) {
        self.write(&format!("{line}\n"));
    }

    /// Nobody can be told that standard error is gone.
    fn write(&self, text: &str) {
        let _ = AutoStream::new(io::stderr().lock(), self.talk).write_all(text.as_bytes());
    }
}

/// How many columns the terminal behind a stream has.
#[cfg(unix)]
fn columns(stream: &(impl IsTerminal + std::os::fd::AsFd)) -> usize {
    let size = stream
        .is_terminal()
        .then(|| rustix::termios::tcgetwinsize(stream).ok())
        .flatten();
    let columns = size.map_or(0, |size| usize::from(size.ws_col));
    if columns == 0 {
        USUAL_WIDTH
    } else {
        columns.max(LEAST_WIDTH)
    }
}

#[cfg(not(unix))]
fn columns(_stream: &impl IsTerminal) -> usize {
    USUAL_WIDTH
}
