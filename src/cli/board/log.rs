//! What is told where lines stay: in a file, in a pipe, in the log of a job.

use super::width::{whole, width};
use super::{Findings, Look, Shown, Status, address, status};

/// What was told.
#[derive(Debug, Default)]
pub(super) struct Log {
    addresses: Vec<(String, String)>,
    notices: Vec<String>,
    findings: Findings,
    status: Option<Status>,
}

impl Log {
    /// What was not told yet: addresses and notices once, findings when they changed, a line for each reading.
    pub(super) fn news(&mut self, shown: &Shown, look: Look) -> String {
        let Shown {
            addresses,
            notices,
            findings,
            status,
            ..
        } = shown;
        let mut lines = Vec::new();
        if *addresses != self.addresses {
            let columns = addresses.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
            lines.extend(addresses.iter().map(|one| address(one, columns)));
        }
        let unknown = notices.iter().filter(|notice| !self.notices.contains(notice));
        lines.extend(unknown.cloned());
        if *findings != self.findings && !findings.text.is_empty() {
            lines.extend(findings.text.trim_end().lines().map(String::from));
            lines.push(String::new());
        }
        if *status != self.status {
            lines.extend(status.as_ref().map(|status| status::sentence(status, look)));
        }
        self.addresses.clone_from(addresses);
        self.notices.clone_from(notices);
        self.findings.clone_from(findings);
        self.status.clone_from(status);
        lines.iter().map(|line| whole(line, look) + "\n").collect()
    }
}
