//! One running server: a child that ends with its handle, whatever happens.

use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// One running server.
pub(crate) struct Server {
    child: Child,
    log: PathBuf,
}

impl Server {
    /// Starts `command`; what it prints goes to `log`.
    ///
    /// # Errors
    /// Where it can't be started.
    pub(crate) fn start(command: &mut Command, log: &Path) -> io::Result<Self> {
        let out = File::create(log)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(out.try_clone()?)
            .stderr(out)
            .spawn()?;
        Ok(Self {
            child,
            log: log.to_owned(),
        })
    }

    /// Why it runs no longer, if it does not: its last words.
    pub(crate) fn last_words(&mut self) -> Option<String> {
        let status = self.child.try_wait().ok().flatten()?;
        let said = fs::read(&self.log).unwrap_or_default();
        let said = String::from_utf8_lossy(&said);
        let last = said.lines().rfind(|line| !line.trim().is_empty());
        Some(format!("{status}: {}", last.unwrap_or("it said nothing")))
    }

    /// The most memory that it held, in megabytes: proc(5), `VmHWM` of its status.
    pub(crate) fn peak_memory(&self) -> Option<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: f64 = line.split_whitespace().next()?.parse().ok()?;
        Some(kilobytes / 1024.0)
    }

    /// Asks it to end, as Ctrl-C does, and gives how long it took to; none where it did not within `patience`. The
    /// shell that sends the signal takes a millisecond of that.
    pub(crate) fn end(mut self, patience: Duration) -> Option<Duration> {
        let start = Instant::now();
        let asked = Command::new("sh")
            .args(["-c", "kill -s INT \"$0\"", &self.child.id().to_string()])
            .status();
        asked.ok().filter(std::process::ExitStatus::success)?;
        while start.elapsed() < patience {
            if self.child.try_wait().ok()?.is_some() {
                return Some(start.elapsed());
            }
            thread::sleep(Duration::from_micros(500));
        }
        None
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already can't be killed, and needs not to be.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port of this machine that nobody listens on.
///
/// # Errors
/// Where there is none.
pub(crate) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
