//! A code quality report for GitLab, which shows it in the merge request.

use std::fmt;

use serde::Serialize;

use super::fingerprint::Fingerprints;
use super::located::Located;
use super::printable::printable;
use super::{Look, Report, document};
use crate::finding::Level;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

pub(super) fn write(out: &mut dyn fmt::Write, report: &Report, _: Look) -> fmt::Result {
    let located = Located::of(report);
    let mut fingerprints = Fingerprints::of(report);
    let mut issues = Vec::new();
    for finding in report.all() {
        let fingerprint = fingerprints.next(finding);
        if finding.is_known {
            continue;
        }
        let range = located.range(finding.place.place);
        issues.push(Issue {
            description: printable(&finding.message),
            check_name: finding.kind.name,
            fingerprint,
            severity: severity(finding.level),
            location: Location {
                path: located.path(finding.place.place.source),
                lines: Lines {
                    begin: range.start.line,
                    end: range.last_line(),
                },
            },
        });
    }
    document(out, &issues)
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Deny => "major",
        Level::Warn => "minor",
        Level::Note | Level::Allow => "info",
    }
}
