//! One tool, one organisation: start the server, write edits and see what comes of them, end it.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::channel::Channel;
use super::http;
use super::server::{Server, free_port};
use super::tools::{Role, Tool};

/// So long a tool may take to start, and to show an edit.
const PATIENCE: Duration = Duration::from_mins(1);
/// So long it may take to end.
const END: Duration = Duration::from_secs(10);
/// What every page of a role says, and where an edit is written.
const PURPOSE: &str = "with reasons";

/// What was measured of a tool at one size: times in milliseconds.
#[derive(Default)]
pub(crate) struct Measured {
    /// From the start of the process until a page is there.
    pub(crate) start: Vec<f64>,
    /// What came of edits of the role's text, on its page.
    pub(crate) text: Seen,
    /// What came of edits of its title, on the page of its team.
    pub(crate) title: Seen,
    /// The most memory held, in megabytes.
    pub(crate) memory: Vec<f64>,
    /// From SIGINT until the process has ended.
    pub(crate) end: Vec<f64>,
    /// What it did not do, which ended the measuring.
    pub(crate) failure: Option<String>,
}

/// What came of edits, as seen on one page.
#[derive(Default)]
pub(crate) struct Seen {
    /// From the write until the page has it, in milliseconds.
    pub(crate) served: Vec<f64>,
    /// From the write until the open page is told, in milliseconds.
    pub(crate) told: Vec<f64>,
    /// How often the open page is told of one edit: the mean of a round.
    pub(crate) events: Vec<f64>,
}

/// What is measured.
pub(crate) struct Session<'s> {
    pub(crate) tool: &'s Tool,
    /// The folder that is served.
    pub(crate) folder: PathBuf,
    /// The role that is edited.
    pub(crate) role: Role,
    /// How many edits of its text.
    pub(crate) edits: usize,
    /// How many edits of its title, and the page of its team, where they are to be seen.
    pub(crate) titles: Option<(usize, String)>,
}

impl Session<'_> {
    /// Measures once, and adds what it finds to `measured`. The folder is afterwards as it was.
    pub(crate) fn run(&self, measured: &mut Measured) {
        let source = self.folder.join(self.tool.source(self.role));
        let before = fs::read_to_string(&source).expect("the role's source");
        measured.failure = self.measure(&source, &before, measured).err();
        fs::write(&source, before).expect("the role's source can be written");
    }

    fn measure(&self, source: &Path, before: &str, measured: &mut Measured) -> Result<(), String> {
        let port = free_port().map_err(|error| format!("there is no free port: {error}"))?;
        let page = self.tool.address(self.role);
        let start = Instant::now();
        let log = self.folder.with_extension("log");
        let mut server = Server::start(&mut self.tool.serve(&self.folder, port), &log)
            .map_err(|error| format!("it can't be started: {error}"))?;
        measured.start.push(first_page(&mut server, port, &page, start)?);

        let place = Place { source, port, page };
        let text = |words: &str| before.replacen(PURPOSE, &format!("{PURPOSE}, {words}"), 1);
        self.edits(&place, self.edits, text, &mut measured.text)?;
        if let Some((edits, page)) = &self.titles {
            let page = page.clone();
            let place = Place { page, ..place };
            let text = |words: &str| before.replacen("\"\n", &format!(", {words}\"\n"), 1);
            self.edits(&place, *edits, text, &mut measured.title)?;
        }
        measured.memory.extend(server.peak_memory());
        let end = server.end(END).ok_or("it does not end within 10 s of SIGINT")?;
        measured.end.push(milliseconds(end));
        Ok(())
    }

    /// Writes so many edits, each of which `text` makes of words that were not written before.
    fn edits(
        &self,
        place: &Place,
        edits: usize,
        text: impl Fn(&str) -> String,
        seen: &mut Seen,
    ) -> Result<(), String> {
        let channel = Channel::open(self.tool.channel, place.port, &place.page)
            .map_err(|error| format!("its reload channel can't be opened: {error}"))?;
        let mut events = 0;
        for _ in 0..edits {
            pause();
            events += channel.rest();
            let words = format!("edit {}", since_epoch().as_micros());
            place.edit(&text(&words), &words, &channel, seen)?;
            events += 1;
        }
        pause();
        events += channel.rest();
        if edits > 0 {
            seen.events.push(ratio(events, edits));
        }
        Ok(())
    }
}

/// Waits until `page` is there, and gives how long that took from `start` on.
fn first_page(server: &mut Server, port: u16, page: &str, start: Instant) -> Result<f64, String> {
    loop {
        if http::get(port, page, PATIENCE).is_ok_and(|page| http::has(&page, PURPOSE)) {
            return Ok(milliseconds(start.elapsed()));
        }
        if let Some(words) = server.last_words() {
            return Err(format!("it does not start: {words}"));
        }
        if start.elapsed() > PATIENCE {
            return Err("it shows no page within 60 s".to_owned());
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// What is edited, and where it is seen.
struct Place<'p> {
    source: &'p Path,
    port: u16,
    page: String,
}

impl Place<'_> {
    /// Writes `text` in place, and waits until the page has `words` and `channel` has told of it.
    fn edit(&self, text: &str, words: &str, channel: &Channel, seen: &mut Seen) -> Result<(), String> {
        let start = Instant::now();
        fs::write(self.source, text).map_err(|error| format!("the edit can't be written: {error}"))?;
        while !http::get(self.port, &self.page, PATIENCE).is_ok_and(|page| http::has(&page, words)) {
            if start.elapsed() > PATIENCE {
                return Err("an edit is not served within 60 s".to_owned());
            }
            // Where it takes long, a hundredth of it is near enough, and leaves the server more of the machine.
            thread::sleep((start.elapsed() / 100).max(Duration::from_millis(1)));
        }
        seen.served.push(milliseconds(start.elapsed()));
        let told = channel.next(PATIENCE.saturating_sub(start.elapsed()));
        let told = told.ok_or("an edit is not told within 60 s")?;
        seen.told
            .push(milliseconds(told.saturating_duration_since(start)));
        Ok(())
    }
}

/// Waits for 0.4 to 1 second, by chance: some tools look at their files by the clock.
fn pause() {
    thread::sleep(Duration::from_millis(
        400 + u64::from(since_epoch().subsec_nanos() / 7 % 600),
    ));
}

fn since_epoch() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn ratio(one: usize, other: usize) -> f64 {
    let number = |count| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(one) / number(other)
}
