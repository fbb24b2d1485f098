//! A line a finding: `path:line:col: level: text [name]`.

use std::fmt;

use super::located::Located;
use super::printable::printable;
use super::{Look, Report};
use crate::finding::Level;

pub(super) fn write(out: &mut dyn fmt::Write, report: &Report, _: Look) -> fmt::Result {
    let located = Located::of(report);
    for finding in report.reported() {
        let range = located.range(finding.place.place);
        let (line, column) = (range.start.line, range.start.column);
        let path = printable(&located.path(finding.place.place.source));
        let level = word(finding.level);
        let (message, name) = (printable(&finding.message), finding.kind.name);
        writeln!(out, "{path}:{line}:{column}: {level}: {message} [{name}]")?;
    }
    Ok(())
}

/// What a level is called where compilers are read.
pub(super) fn word(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Note | Level::Allow => "note",
    }
}
