//! The terminal: results to standard output, talk to standard error.

use std::fmt;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use super::Failure;
use super::arguments::{Arguments, When};
use super::board::Size;
use crate::finding::Level;
use crate::finding::format::{Characters, Format, Look, Report};

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const HELP: Style = AnsiColor::BrightCyan.on_default().bold();
const DONE: Style = AnsiColor::BrightGreen.on_default().bold();

/// How wide a terminal is that does not say so.
const USUAL_WIDTH: usize = 110;
/// Narrower than this nothing can be read.
const LEAST_WIDTH: usize = 40;

/// So many bytes are printed at once.
const AT_ONCE: usize = 64 * 1024;

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

    /// Whether only errors are wanted.
    pub(super) const fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Whether a stream leads to a terminal that draws more than ASCII.
    pub(super) fn has_unicode(&self, stream: Stream) -> bool {
        matches!(self.look(stream).characters, Characters::Unicode)
    }

    /// Whether somebody sees how far a command is.
    pub(super) fn draws_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// The mildest level that is told of: those who want errors only are spared the rest.
    pub(super) const fn least(&self) -> Level {
        if self.quiet { Level::Deny } else { Level::Note }
    }

    /// Prints what someone asked to be told.
    pub(super) fn print(&self, line: &str) -> Result<(), Failure> {
        self.result(&format!("{line}\n"))
    }

    /// Prints bytes for another program: as they are, unless people would see them.
    pub(super) fn pass_on(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        if out.is_terminal() {
            return self.put(Stream::Results, |out| out.write_all(bytes));
        }
        printed(Stream::Results, out.write_all(bytes).and_then(|()| out.flush()))
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
        let look = self.look(stream);
        self.put(stream, |out| {
            let mut text = Text { out, failure: None };
            // Of a failure the text knows more.
            let _ = format.write(&mut text, report, look);
            text.failure.map_or(Ok(()), Err)
        })
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

    fn result(&self, text: &str) -> Result<(), Failure> {
        self.write(Stream::Results, text)
    }

    fn talk(&self, line: &str) {
        let _ = self.write(Stream::Talk, &format!("{line}\n")); // It never fails.
    }

    fn write(&self, stream: Stream, text: &str) -> Result<(), Failure> {
        self.put(stream, |out| out.write_all(text.as_bytes()))
    }

    /// Lets `write` write to a stream. Only results can fail: nobody can be told that standard error is gone.
    fn put(
        &self,
        stream: Stream,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let buffered = |out: &mut dyn Write| {
            let mut out = BufWriter::with_capacity(AT_ONCE, out);
            write(&mut out).and_then(|()| out.flush())
        };
        let written = match stream {
            Stream::Results => buffered(&mut AutoStream::new(io::stdout().lock(), self.results)),
            // Not locked: other threads may have to say why they failed.
            Stream::Talk => buffered(&mut AutoStream::new(io::stderr(), self.talk)),
        };
        printed(stream, written)
    }
}

/// What follows from whether something could be printed.
fn printed(stream: Stream, written: io::Result<()>) -> Result<(), Failure> {
    match (stream, written) {
        // Where it is a broken pipe, whoever reads has read enough.
        (Stream::Results, Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Error {
            message: format!("the result can't be printed: {error}"),
            help: None,
        }),
        _ => Ok(()),
    }
}

/// A stream of bytes as one of text. What kept it from being written is found in it afterwards.
struct Text<'w> {
    out: &'w mut dyn Write,
    failure: Option<io::Error>,
}

impl fmt::Write for Text<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.out.write_all(text.as_bytes()).map_err(|error| {
            self.failure = Some(error);
            fmt::Error
        })
    }
}

/// Whether the terminal's user reads UTF-8, by the variable that counts.
fn speaks_utf8() -> bool {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let locale = locale.unwrap_or_default().to_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// How large the terminal behind standard output is now; none where there is no such terminal, or one that can't be
/// drawn on.
#[cfg(unix)]
pub(super) fn size() -> Option<Size> {
    let is_dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    let stream = io::stdout();
    if is_dumb || !stream.is_terminal() {
        return None;
    }
    let size = rustix::termios::tcgetwinsize(&stream).ok()?;
    Some(Size {
        columns: usize::from(size.ws_col),
        rows: usize::from(size.ws_row),
    })
}

#[cfg(not(unix))]
pub(super) fn size() -> Option<Size> {
    io::stdout().is_terminal().then_some(Size { columns: 0, rows: 0 })
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
