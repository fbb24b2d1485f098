//! The terminal: results to standard output, talk to standard error.

use std::io::{self, ErrorKind, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use super::Failure;
use super::arguments::{Arguments, When};
use crate::finding::Level;
use crate::finding::format::{Characters, Format, Look, Report};

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const HELP: Style = AnsiColor::BrightCyan.on_default().bold();
const DONE: Style = AnsiColor::BrightGreen.on_default().bold();

/// How wide a terminal is that does not say so.
const USUAL_WIDTH: usize = 110;
/// Narrower than this nothing can be read.
const LEAST_WIDTH: usize = 40;

/// Where something is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard output: what someone asked to be told.
    Results,
    /// Standard error: what is said by the way.
    Talk,
}

/// Where a command talks to.
#[derive(Debug)]
pub(super) struct Terminal {
    quiet: bool,
    ascii: bool,
    results: ColorChoice,
    talk: ColorChoice,
}

impl Terminal {
    pub(super) fn new(arguments: &Arguments) -> Self {
        let (results, talk) = match arguments.color {
            When::Auto => (
                AutoStream::choice(&io::stdout()),
                AutoStream::choice(&io::stderr()),
            ),
            When::Always => (ColorChoice::Always, ColorChoice::Always),
            When::Never => (ColorChoice::Never, ColorChoice::Never),
        };
        Self {
            quiet: arguments.quiet,
            ascii: arguments.ascii,
            results,
            talk,
        }
    }

    /// The mildest level that is told of: those who want errors only are spared the rest.
    pub(super) const fn least(&self) -> Level {
        if self.quiet { Level::Deny } else { Level::Note }
    }

    /// Prints what someone asked to be told.
    pub(super) fn print(&self, line: &str) -> Result<(), Failure> {
        self.result(&format!("{line}\n"))
    }

    /// Prints what was done, its first word in colour.
    pub(super) fn done(&self, stream: Stream, word: &str, rest: &str) -> Result<(), Failure> {
        if self.quiet {
            return Ok(());
        }
        self.write(stream, &format!("{DONE}{word}{DONE:#} {rest}\n"))
    }

    /// Prints `text` as it is, unless only errors are wanted.
    pub(super) fn show(&self, stream: Stream, text: &str) -> Result<(), Failure> {
        if self.quiet {
            return Ok(());
        }
        self.write(stream, text)
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

    /// Prints findings.
    pub(super) fn findings(&self, format: &Format, report: &Report, stream: Stream) -> Result<(), Failure> {
        let mut text = String::new();
        // Writing to memory does not fail.
        let _ = format.write(&mut text, report, self.look(stream));
        self.write(stream, &text)
    }

    /// How things look on a stream.
    pub(super) fn look(&self, stream: Stream) -> Look {
        let (color, width, is_terminal) = match stream {
            Stream::Results => (self.results, columns(&io::stdout()), io::stdout().is_terminal()),
            Stream::Talk => (self.talk, columns(&io::stderr()), io::stderr().is_terminal()),
        };
        Look {
            color: !matches!(color, ColorChoice::Never),
            width,
            wraps: is_terminal,
            characters: match (self.ascii, is_terminal && speaks_utf8()) {
                (true, _) => Characters::Ascii,
                (false, true) => Characters::Unicode,
                (false, false) => Characters::AsciiLines,
            },
        }
    }

    fn write(&self, stream: Stream, text: &str) -> Result<(), Failure> {
        match stream {
            Stream::Results => self.result(text),
            Stream::Talk => {
                self.by_the_way(text);
                Ok(())
            }
        }
    }

    fn result(&self, text: &str) -> Result<(), Failure> {
        let mut stream = AutoStream::new(io::stdout().lock(), self.results);
        match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
            // Whoever reads has read enough.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Error {
                message: format!("the result can't be printed: {error}"),
                help: None,
            }),
            _ => Ok(()),
        }
    }

    fn talk(&self, line: &str) {
        self.by_the_way(&format!("{line}\n"));
    }

    /// Nobody can be told that standard error is gone.
    fn by_the_way(&self, text: &str) {
        let _ = AutoStream::new(io::stderr().lock(), self.talk).write_all(text.as_bytes());
    }
}

/// Whether the terminal's user reads UTF-8, by the variable that counts.
fn speaks_utf8() -> bool {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let locale = locale.unwrap_or_default().to_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
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
