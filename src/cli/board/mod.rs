//! What the terminal shows while the preview runs: the addresses, the findings, and how things stand. On a terminal it
//! is one drawing that changes in place; elsewhere, as in a log, it is lines.

mod drawn;
mod log;
mod plan;
mod qr;
mod screen;
mod status;
#[cfg(test)]
mod tests;
mod width;

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

pub(crate) use qr::Qr;

use log::Log;
use screen::Screen;

const GOOD: Style = AnsiColor::BrightGreen.on_default().bold();
const DOUBTFUL: Style = AnsiColor::BrightYellow.on_default().bold();
const BAD: Style = AnsiColor::BrightRed.on_default().bold();

/// What there is to show. Where only errors are wanted, the addresses, the notices and the status are left empty.
#[derive(Clone, Default)]
pub(crate) struct Shown {
    /// Where the preview is found, such as `Open` and `http://127.0.0.1:4000/`.
    pub(crate) addresses: Vec<(String, String)>,
    /// An address as a picture, for the camera of a telephone.
    pub(crate) qr: Option<Qr>,
    /// What is to be known as long as the preview runs, a sentence or two each.
    pub(crate) notices: Vec<String>,
    /// What is wrong.
    pub(crate) findings: Findings,
    /// How things stand.
    pub(crate) status: Option<Status>,
}

/// Findings as they are printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Findings {
    /// The findings and what is said of all of them, an empty line between each two.
    pub(crate) text: String,
    /// How many these are.
    pub(crate) number: usize,
    /// How many more there are that are not drawn.
    pub(crate) more: usize,
}

/// How things stand, for one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Status {
    /// What the handbook is called.
    pub(crate) title: String,
    /// What it holds, such as `31 roles, 8 teams`.
    pub(crate) contents: String,
    /// How many findings there are, such as `2 errors, 3 warnings`; none where there are none.
    pub(crate) findings: Option<String>,
    /// How bad they are.
    pub(crate) mood: Mood,
    /// How long it took to read what changed, such as `4 ms`.
    pub(crate) took: String,
    /// When that was, such as `14:03:22`.
    pub(crate) at: String,
    /// What changed; nothing when the preview began.
    pub(crate) changed: Option<String>,
    /// How many times it was read before: two readings may be alike in all else.
    pub(crate) earlier: usize,
}

/// How bad the worst finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// There is none that matters.
    Good,
    /// A warning.
    Doubtful,
    /// An error.
    Bad,
}

/// How the terminal can show things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    /// Whether it has colours.
    pub(crate) color: bool,
    /// Whether it has more characters than ASCII.
    pub(crate) unicode: bool,
}

/// How large a terminal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    /// Its width.
    pub(crate) columns: usize,
    /// Its height.
    pub(crate) rows: usize,
}

impl Size {
    /// How large a terminal is taken to be that does not say so.
    const USUAL: Self = Self {
        columns: 80,
        rows: 24,
    };

    fn or_usual(self) -> Self {
        if self.columns == 0 || self.rows == 0 {
            Self::USUAL
        } else {
            self
        }
    }
}

/// Asks how large the terminal is now; nothing where there is none.
type Measure = Box<dyn Fn() -> Option<Size> + Send>;

/// Where all this is shown.
pub(crate) struct Board<W> {
    out: W,
    look: Look,
    kind: Kind,
}

enum Kind {
    Screen {
        screen: Screen,
        size: Size,
        measure: Measure,
    },
    Log(Log),
}

impl<W: Write> Board<W> {
    /// A board that writes to `out`, which has to pass on control sequences as they are where `measure` says that it is
    /// a terminal.
    pub(crate) fn new(out: W, measure: impl Fn() -> Option<Size> + Send + 'static, look: Look) -> Self {
        let kind = match measure() {
            Some(size) => Kind::Screen {
                screen: Screen::default(),
                size,
                measure: Box::new(measure),
            },
            None => Kind::Log(Log::default()),
        };
        Self { out, look, kind }
    }

    /// Shows how things are now, in place of what was shown before.
    ///
    /// # Errors
    /// Where it can't be written.
    pub(crate) fn show(&mut self, shown: &Shown) -> io::Result<()> {
        let text = match &mut self.kind {
            Kind::Screen {
                screen,
                size,
                measure,
            } => {
                *size = measure().unwrap_or(*size).or_usual();
                screen.redrawn(&plan::lines(shown, *size, self.look), *size)
            }
            Kind::Log(log) => log.news(shown, self.look),
        };
        self.write(&text)
    }

    /// Leaves what is shown as it is, and goes below it.
    pub(crate) fn end(&mut self) {
        if let Kind::Screen { screen, .. } = &mut self.kind {
            let text = screen.left();
            let _ = self.write(text); // Nobody can be told that the terminal is gone.
        }
    }

    /// Writes in one piece, so that no half of it is seen.
    fn write(&mut self, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }
}

/// An address with its label, which is `columns` wide.
fn address((label, url): &(String, String), columns: usize) -> String {
    format!("{GOOD}{label:columns$}{GOOD:#} {url}")
}
