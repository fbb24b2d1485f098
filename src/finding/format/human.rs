//! Findings for people at a terminal, in the manner of a compiler.

use std::collections::BTreeSet;
use std::fmt;

use annotate_snippets::Renderer;
use annotate_snippets::renderer::DecorStyle;
use rayon::prelude::*;

use super::excerpt::Excerpts;
use super::{Characters, Look, Report};
use crate::finding::{Finding, Findings};
use crate::text::{count, filled};

/// So many findings are drawn at once, on all cores, before they are written.
const AT_ONCE: usize = 1_000;

/// Each new finding by itself, in order.
pub(super) fn drawn(report: &Report, look: Look) -> Vec<String> {
    let renderer = renderer(look);
    let excerpts = Excerpts::of(report, look);
    let findings = report.reported();
    findings
        .map(|finding| renderer.render(&excerpts.groups(finding)))
        .collect()
}

fn renderer(look: Look) -> Renderer {
    let decor = match look.characters {
        Characters::Unicode => DecorStyle::Unicode,
        Characters::AsciiLines | Characters::Ascii => DecorStyle::Ascii,
    };
    let renderer = if look.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.decor_style(decor).term_width(look.width)
}

/// Writes all new findings, an empty line after each.
pub(super) fn write(out: &mut dyn fmt::Write, report: &Report, look: Look) -> fmt::Result {
    let renderer = renderer(look);
    let excerpts = Excerpts::of(report, look);
    let findings: Vec<&Finding> = report.reported().collect();
    for findings in findings.chunks(AT_ONCE) {
        let drawn = findings.par_iter();
        let drawn = drawn.map(|finding| renderer.render(&excerpts.groups(finding)));
        for finding in drawn.collect::<Vec<String>>() {
            writeln!(out, "{finding}\n")?;
        }
    }
    let names: BTreeSet<&str> = report.reported().map(|finding| finding.kind.name).collect();
    match Vec::from_iter(names).as_slice() {
        [] => Ok(()),
        [name] => writeln!(out, "`rolebook explain {name}` says more"),
        names => {
            let all = format!("`rolebook explain NAME` says more: {}", names.join(", "));
            let width = if look.wraps { look.width } else { usize::MAX };
            writeln!(out, "{}", filled(&all, width).join("\n"))
        }
    }
}

/// How many new findings there are, such as "3 errors, 1 warning in 2 files"; none where there are none.
pub fn summary(findings: &Findings) -> Option<String> {
    let counts = findings.counts();
    let parts = [
        (counts.errors, "error", "errors"),
        (counts.warnings, "warning", "warnings"),
        (counts.notes, "note", "notes"),
    ];
    let parts = parts.into_iter().filter(|(number, ..)| *number > 0);
    let parts: Vec<String> = parts
        .map(|(number, one, many)| count(number, one, many))
        .collect();
    let files = count(findings.sources(), "file", "files");
    (!parts.is_empty()).then(|| format!("{} in {files}", parts.join(", ")))
}
