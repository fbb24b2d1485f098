//! Commands by which a workflow of GitHub annotates the lines of a merge request.

use std::fmt;

use super::located::Located;
use super::printable::{printable, steers};
use super::{Look, Report};
use crate::finding::{Finding, Level};

pub(super) fn write(out: &mut dyn fmt::Write, report: &Report, _: Look) -> fmt::Result {
    let located = Located::of(report);
    for finding in report.reported() {
        let range = located.range(finding.place.place);
        let path = property(&located.path(finding.place.place.source));
        let (line, end_line) = (range.start.line, range.last_line());
        write!(out, "::{} file={path},line={line}", command(finding.level))?;
        // Columns are shown within one line only.
        if end_line > line {
            write!(out, ",endLine={end_line}")?;
        } else {
            let (column, end_column) = (range.start.column, range.end.column.max(range.start.column));
            write!(out, ",endLine={line},col={column},endColumn={end_column}")?;
        }
        let title = property(finding.kind.name);
        writeln!(out, ",title={title}::{}", data(&text(&located, finding)))?;
    }
    Ok(())
}

fn command(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Note | Level::Allow => "notice",
    }
}

/// The message, with the other places and what to do on lines of their own.
fn text(located: &Located, finding: &Finding) -> String {
    let mut lines = vec![printable(&finding.message)];
    for label in &finding.related {
        let line = located.range(label.place).start.line;
        let at = format!("{}:{line}", located.path(label.place.source));
        lines.push(match label.text.as_str() {
            "" => printable(&at),
            text => printable(&format!("{at}: {text}")),
        });
    }
    lines.extend(
        finding
            .help
            .iter()
            .map(|help| printable(&format!("help: {help}"))),
    );
    lines.join("\n")
}

/// What stands behind the second pair of colons.
fn data(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            other if steers(other) => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// What stands behind the `=` of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
