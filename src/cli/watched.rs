//! What the terminal shows while a preview runs.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::board::{Board, Findings, Look, Mood, Qr, Shown, Status};
use super::contents::contents;
use super::{Here, Stream, Terminal};
use crate::finding::format::{FORMATS, Format, Report, printable};
use crate::finding::{Finding, Level, summary};
use crate::serve::{Happening, State, network};

/// So many findings are drawn at most: more than fit on any terminal.
const MOST: usize = 100;

/// So many notices stand there at once.
const MOST_NOTICES: usize = 4;

/// The board, and what it shows.
pub(super) struct Watched<'t> {
    board: Board<io::Stdout>,
    shown: Shown,
    terminal: &'t Terminal,
    prefix: String,
    opens: bool,
    host: IpAddr,
    port: Option<u16>,
    /// What could not be done beside.
    complaints: Option<Receiver<String>>,
}

impl<'t> Watched<'t> {
    pub(super) fn new(
        opens: bool,
        host: IpAddr,
        port: Option<u16>,
        root: &Path,
        here: &Here,
        terminal: &'t Terminal,
    ) -> Self {
        let look = terminal.look(Stream::Results);
        let board_look = Look {
            color: look.color,
            unicode: terminal.has_unicode(Stream::Results),
        };
        Self {
            board: Board::new(io::stdout(), super::terminal::size, board_look),
            shown: Shown::default(),
            terminal,
            prefix: here.prefix(root),
            opens,
            host,
            port,
            complaints: None,
        }
    }

    /// Shows what happened.
    pub(super) fn tell(&mut self, happening: Happening) {
        match happening {
            Happening::Began(address) => self.began(address),
            Happening::Notice(words) => self.notice(words),
            Happening::Read { state, took, changed } => self.read(state, took, changed),
        }
        let complaint = self
            .complaints
            .as_ref()
            .and_then(|complaints| complaints.try_recv().ok());
        if let Some(complaint) = complaint {
            self.notice(complaint);
        }
        // A terminal that is gone is no reason to stop.
        let _ = self.board.show(&self.shown);
    }

    /// Leaves what is shown.
    pub(super) fn end(mut self) {
        self.board.end();
    }

    fn notice(&mut self, words: String) {
        if self.terminal.is_quiet() {
            return;
        }
        let notices = &mut self.shown.notices;
        notices.retain(|known| *known != words);
        notices.push(words);
        // What was said long ago is in nobody's way.
        notices.drain(..notices.len().saturating_sub(MOST_NOTICES));
    }

    fn began(&mut self, address: SocketAddr) {
        let port = address.port();
        let own = if address.ip().is_unspecified() {
            IpAddr::from(Ipv4Addr::LOCALHOST)
        } else {
            address.ip()
        };
        let open = network::url(own, port);
        if self.opens {
            self.open(open.clone());
        }
        if self.terminal.is_quiet() {
            return;
        }
        self.shown.addresses.push((String::from("Open"), open));
        let elsewhere = network::addresses(self.host);
        if let Some(first) = elsewhere.first() {
            let url = network::url(*first, port);
            self.shown.qr = Qr::of(&url);
            self.shown.addresses.push((String::from("Network"), url));
            self.notice(network::warning().to_owned());
        }
        if self.port.is_none() && port != super::serve::USUAL_PORT {
            self.notice(format!(
                "Port {} is taken by another program; this is the next free one",
                super::serve::USUAL_PORT
            ));
        }
    }

    /// Opens a browser, which may take a while to say that it can't.
    fn open(&mut self, url: String) {
        let (sender, complaints) = channel();
        self.complaints = Some(complaints);
        std::thread::spawn(move || {
            if let Err(error) = open::that_detached(&url) {
                let _ = sender.send(format!(
                    "No browser could be opened ({error}); open {url} yourself"
                ));
            }
        });
    }

    fn read(&mut self, state: &State, took: Duration, changed: Option<String>) {
        self.shown.findings = self.findings(state);
        if self.terminal.is_quiet() {
            return;
        }
        let counts = state.compiled.findings.counts();
        let earlier = self.shown.status.as_ref().map_or(0, |status| status.earlier + 1);
        self.shown.status = Some(Status {
            title: printable(&state.compiled.config.title),
            contents: contents(&state.compiled.organisation),
            findings: told(state),
            mood: match (counts.errors, counts.warnings) {
                _ if state.fault.is_some() => Mood::Bad,
                (0, 0) => Mood::Good,
                (0, _) => Mood::Doubtful,
                _ => Mood::Bad,
            },
            took: spoken(took),
            at: TimeZone::system()
                .to_datetime(Timestamp::now())
                .strftime("%H:%M:%S")
                .to_string(),
            changed: changed.map(|path| printable(&format!("{}{path}", self.prefix))),
            earlier,
        });
    }

    /// The findings, the heaviest first, as many as anyone will look at here.
    fn findings(&self, state: &State) -> Findings {
        let least = self.terminal.least();
        let levels = [Level::Deny, Level::Warn, Level::Note].into_iter();
        let all = &state.compiled.findings;
        let heard = levels
            .filter(|level| *level >= least)
            .flat_map(|level| all.of_level(level));
        let drawn: Vec<&Finding> = heard.take(MOST).collect();
        let counts = all.counts();
        let number = match least {
            Level::Deny => counts.errors,
            _ => counts.errors + counts.warnings + counts.notes,
        };
        let mut text = state.fault.as_ref().map_or_else(String::new, |fault| {
            let help = fault.help.iter().map(|help| format!("help: {help}\n"));
            let help: String = help.collect();
            format!("error: {}\n{help}\n", fault.message)
        });
        let report = Report {
            snapshot: &state.snapshot,
            findings: &drawn,
            gone: &[],
            prefix: &self.prefix,
            least,
        };
        let human: &Format = &FORMATS[0];
        // A text takes everything.
        let _ = human.write(&mut text, &report, self.terminal.look(Stream::Results));
        Findings {
            text,
            number: drawn.len() + usize::from(state.fault.is_some()),
            more: number - drawn.len(),
        }
    }
}

/// How many findings there are, what keeps the handbook from being shown among them.
fn told(state: &State) -> Option<String> {
    let found = summary(&state.compiled.findings);
    match (&state.fault, found) {
        (None, found) => found,
        (Some(_), None) => Some(String::from("1 error")),
        (Some(_), Some(found)) => Some(format!("1 error, and {found}")),
    }
}

/// How long something took.
fn spoken(took: Duration) -> String {
    let milliseconds = took.as_secs_f64() * 1000.0;
    if milliseconds < 9.95 {
        format!("{milliseconds:.1} ms")
    } else if milliseconds < 999.5 {
        format!("{milliseconds:.0} ms")
    } else {
        format!("{:.1} s", took.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::spoken;

    #[test]
    fn times_have_two_figures() {
        let cases = [
            (400, "0.4 ms"),
            (9_960, "10 ms"),
            (123_456, "123 ms"),
            (1_250_000, "1.2 s"),
        ];
        for (micros, expected) in cases {
            assert_eq!(spoken(Duration::from_micros(micros)), expected);
        }
    }
}
