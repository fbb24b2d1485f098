//! How far a command is: a bar for whoever waits, and how long each stage took.

use std::collections::BTreeMap;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use clap::Args;
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Terminal;
use super::terminal::Stream;
use crate::finding::format::Characters;
use crate::publish::Report;
use crate::{Stage, Watch};

/// Whoever waits no longer than this needs no bar.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the bar is drawn while nothing happens.
const TICK: Duration = Duration::from_millis(100);

/// Whether times are asked for.
#[derive(Args, Debug)]
pub(super) struct Timing {
    /// Say how long each stage, and of a build each kind of file, took
    #[arg(long)]
    pub(super) timings: bool,
}

/// The stages of a command, timed, and shown while they last.
pub(super) struct Stages {
    timed: Mutex<Timed>,
    shown: Mutex<Option<Shown>>,
    looks: Option<Looks>,
}

/// What is drawn: of a stage that tells how far it is, and of one that does not.
struct Looks {
    bar: ProgressStyle,
    spinner: ProgressStyle,
}

#[derive(Default)]
struct Timed {
    current: Option<(Stage, Instant)>,
    took: BTreeMap<Stage, Duration>,
}

/// A bar that shows up once somebody had to wait.
struct Shown {
    bar: ProgressBar,
    end: Sender<()>,
    thread: Option<JoinHandle<()>>,
}

impl Stages {
    /// Nothing has begun; a bar is drawn where `terminal` has room and leave for one.
    pub(super) fn new(terminal: &Terminal) -> Self {
        let (done, open, turning) = match terminal.look(Stream::Talk).characters {
            Characters::Unicode => ('━', '─', "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏ "),
            Characters::Ascii | Characters::AsciiLines => ('#', '-', "|/-\\ "),
        };
        let style = |template| {
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
        };
        let bar = style("{msg:10} [{bar:32}] {human_pos} of {human_len} files");
        let looks = Looks {
            bar: bar.progress_chars(&format!("{done}{done}{open}")),
            spinner: style("{msg:10} {spinner}").tick_chars(turning),
        };
        Self {
            timed: Mutex::default(),
            shown: Mutex::default(),
            looks: terminal.draws_progress().then_some(looks),
        }
    }

    /// Something is to be printed now, or all is done: the bar goes, and the stage ends.
    pub(super) fn rest(&self) {
        locked(&self.timed).end(Instant::now());
        drop(locked(&self.shown).take());
    }

    /// The stages with their times as a table, and where there is a report, the files by what they are.
    pub(super) fn table(&self, report: Option<&Report>) -> String {
        use std::fmt::Write as _;
        let took = &locked(&self.timed).took;
        let mut table = String::from("Stage         Seconds\n");
        for (stage, took) in took {
            let _ = writeln!(table, "{:12} {:>8.3}", stage.name(), took.as_secs_f64()); // It never fails.
        }
        let all: Duration = took.values().sum();
        let _ = writeln!(table, "{:12} {:>8.3}", "all", all.as_secs_f64());
        let Some(report) = report.filter(|report| !report.kinds.is_empty()) else {
            return table;
        };
        table
            .push_str("\nFiles         Number          Bytes  Seconds of all threads to make and to write\n");
        let mut kinds: Vec<_> = report.kinds.iter().collect();
        kinds.sort_by_key(|(_, kind)| std::cmp::Reverse(kind.making + kind.writing));
        for (name, kind) in kinds {
            let _ = writeln!(
                table,
                "{name:12} {:>7} {:>14} {:>8.3} {:>8.3}",
                HumanCount(kind.files as u64).to_string(),
                HumanBytes(kind.bytes).to_string(),
                kind.making.as_secs_f64(),
                kind.writing.as_secs_f64(),
            );
        }
        table
    }
}

impl Watch for Stages {
    fn begins(&self, stage: Stage) {
        let now = Instant::now();
        let mut timed = locked(&self.timed);
        timed.end(now);
        timed.current = Some((stage, now));
        drop(timed);
        let Some(looks) = &self.looks else {
            return;
        };
        let mut shown = locked(&self.shown);
        let shown = shown.get_or_insert_with(Shown::soon);
        shown.bar.set_style(looks.spinner.clone());
        shown.bar.set_message(stage.name());
        shown.bar.unset_length();
    }

    fn has_made(&self, files: usize, all: usize) {
        let Some(looks) = &self.looks else {
            return;
        };
        if let Some(shown) = &*locked(&self.shown) {
            if shown.bar.length().is_none() {
                shown.bar.set_style(looks.bar.clone());
                shown.bar.set_length(all as u64);
            }
            shown.bar.set_position(files as u64);
        }
    }
}

impl Timed {
    fn end(&mut self, now: Instant) {
        if let Some((stage, since)) = self.current.take() {
            *self.took.entry(stage).or_default() += now - since;
        }
    }
}

impl Shown {
    fn soon() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let (end, ended) = channel();
        let waiting = bar.clone();
        let wait = move || {
            if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                waiting.set_draw_target(ProgressDrawTarget::stderr());
                waiting.enable_steady_tick(TICK);
            }
        };
        Self {
            bar,
            end,
            // Without a thread there is no bar.
            thread: thread::Builder::new().spawn(wait).ok(),
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        let _ = self.end.send(()); // Where the bar is shown by now, nobody listens.
        if let Some(thread) = self.thread.take() {
            let _ = thread.join(); // It can't panic.
        }
        self.bar.finish_and_clear();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
