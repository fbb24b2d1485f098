//! One build: a whole process, and what it left.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::tools::Tool;

/// Where a tool makes its site, below its sources: there is one that wants it there.
const OUTPUT: &str = "output";

/// How often a running process is asked how much memory it holds.
const GLANCE: Duration = Duration::from_millis(2);

/// What was measured of a tool at one size.
#[derive(Default)]
pub(crate) struct Measured {
    /// Seconds into a folder that was not there.
    pub(crate) fresh: Vec<f64>,
    /// Seconds once more, with nothing changed.
    pub(crate) again: Vec<f64>,
    /// The most memory held in a fresh build, in megabytes.
    pub(crate) memory: Vec<f64>,
    /// The files of the site, and their bytes.
    pub(crate) site: (usize, u64),
    /// Why it was given up, if it was.
    pub(crate) failure: Option<String>,
}

/// What is measured.
pub(crate) struct Run<'r> {
    pub(crate) tool: &'r Tool,
    /// Where its sources are, and below them what it makes.
    pub(crate) folder: &'r Path,
    /// A folder that is not there, to which what it made is put aside: file systems are slow to give out again what was
    /// just deleted (ext4 for a minute), so that a tool would pay for what another one left.
    pub(crate) aside: &'r Path,
    /// The files that a floor makes.
    pub(crate) list: &'r Path,
    pub(crate) patience: Duration,
}

impl Run<'_> {
    /// Builds twice, and adds what it finds to `measured`; not where the tool was given up before.
    pub(crate) fn twice(&self, measured: &mut Measured) {
        if measured.failure.is_some() {
            return;
        }
        if let Some(cache) = self.tool.cache {
            let _ = fs::remove_dir_all(self.folder.join(cache)); // At first there is none.
        }
        let output = self.folder.join(OUTPUT);
        let once = |measured: &mut Measured| match self.once(&output) {
            Ok(found) => Some(found),
            Err(failure) => {
                measured.failure = Some(failure);
                None
            }
        };
        if let Some((seconds, memory)) = once(measured) {
            measured.fresh.push(seconds);
            measured.memory.push(memory);
            measured.site = weighed(&output);
            if let Some((seconds, _)) = once(measured) {
                measured.again.push(seconds);
            }
        }
        let _ = fs::rename(output, self.aside); // A tool that failed may have made nothing.
    }

    /// Seconds, and megabytes.
    fn once(&self, output: &Path) -> Result<(f64, f64), String> {
        let start = Instant::now();
        let mut child = self
            .tool
            .build(self.folder, output, self.list)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("it can't be started: {error}"))?;
        let mut memory = 0.0;
        loop {
            if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
                let seconds = start.elapsed().as_secs_f64();
                return if status.success() {
                    Ok((seconds, memory))
                } else {
                    Err(format!("it failed: {status}"))
                };
            }
            if start.elapsed() > self.patience {
                let _ = child.kill(); // One that has just ended can't be killed.
                let _ = child.wait();
                return Err(format!("it was given up after {} s", self.patience.as_secs()));
            }
            memory = peak_memory(&child).unwrap_or(memory);
            thread::sleep(GLANCE);
        }
    }
}

/// The most memory that it held so far, in megabytes: proc(5), `VmHWM` of its status.
fn peak_memory(child: &Child) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// How many files there are below a folder, and their bytes.
fn weighed(folder: &Path) -> (usize, u64) {
    let mut found = (0, 0);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(metadata) = entry.metadata() else {
            continue;
        };
        let (files, bytes) = if metadata.is_dir() {
            weighed(&entry.path())
        } else {
            (1, metadata.len())
        };
        found = (found.0 + files, found.1 + bytes);
    }
    found
}
