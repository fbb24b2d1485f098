//! Findings for the browser, in the words of the terminal, and where a page is written.

use serde_json::{Value, json};

use super::preview::{Preview, site_path};
use super::state::{Fault, State};
use crate::config::editor::Pattern;
use crate::finding::format::{Characters, Look, Report, drawn};
use crate::finding::{Finding, Level, SourceLines};
use crate::text::{Place, Span};

/// So many findings are listed.
const MOST: usize = 50;

/// How findings look in the browser.
const LOOK: Look = Look {
    color: false,
    width: 100,
    wraps: false,
    characters: Characters::Unicode,
};

/// All findings, those of `page` first, then the heaviest.
pub(super) fn findings(preview: &Preview, page: &str) -> Value {
    let state = preview.state().whole();
    let shown = preview.shown(&state, page);
    let found = site_path(page).and_then(|path| state.handbook.page_at(&path));
    let own: Vec<&Finding> = reported(state.findings_of(found)).collect();
    let is_own = |finding: &&Finding| own.iter().any(|own| std::ptr::eq(*own, *finding));
    let of_level = |level: Level| {
        let all = state.compiled.findings.of_level(level);
        all.filter(|finding| !is_own(finding))
    };
    let levels = [Level::Deny, Level::Warn, Level::Note].into_iter();
    let mut listed: Vec<&Finding> = own
        .iter()
        .copied()
        .chain(levels.flat_map(of_level))
        .take(MOST)
        .collect();
    listed[..own.len().min(MOST)].sort_by_key(|finding| std::cmp::Reverse(finding.level));
    let faults = state.fault.iter().map(of_fault);
    let sources = SourceLines::of(&state.snapshot);
    let texts = drawn(&report(&state, &listed), LOOK);
    let told = listed.iter().zip(texts).map(|(finding, text)| {
        let place = finding.place.place;
        let (line, column) = sources.position(place);
        let path = state.snapshot.source(place.source).path.as_str();
        json!({
            "level": finding.level.name(),
            "name": finding.kind.name,
            "path": path,
            "line": line,
            "column": column,
            "text": text,
            "edit": edit(preview, &state, path, line, column),
            "page": state.handbook.address_of(place).map(|address| format!("/{address}")),
            "here": is_own(finding),
        })
    });
    let all: Vec<Value> = faults.chain(told).collect();
    let counts = state.compiled.findings.counts();
    let number = counts.errors + counts.warnings + counts.notes;
    json!({
        "revision": state.revision,
        "errors": counts.errors + usize::from(state.fault.is_some()),
        "warnings": counts.warnings,
        "notes": counts.notes,
        "broken": shown.is_broken,
        "hidden": number - listed.len(),
        "editor": editor(preview, &state).and_then(Pattern::editor),
        "findings": all,
    })
}

/// Where `page` is written, and what opens that in the local editor.
pub(super) fn source(preview: &Preview, page: &str) -> Value {
    let state = preview.state();
    let found = site_path(page).and_then(|path| state.handbook.page_at(&path));
    let Some(Place { source, span }) = found.and_then(|page| state.place_of(page)) else {
        return json!({ "path": null, "edit": null });
    };
    let path = state.snapshot.source(source).path.as_str();
    let start = Place::new(source, Span::new(span.start, span.start));
    let (line, _) = SourceLines::of(&state.snapshot).position(start);
    json!({ "path": path, "edit": edit(preview, &state, path, line, 1) })
}

fn reported<'f>(findings: impl Iterator<Item = &'f Finding>) -> impl Iterator<Item = &'f Finding> {
    findings.filter(|finding| !finding.is_known)
}

fn report<'a>(state: &'a State, findings: &'a [&'a Finding]) -> Report<'a> {
    Report {
        snapshot: &state.snapshot,
        findings,
        gone: &[],
        prefix: "",
        least: Level::Note,
    }
}

/// What opens files: as the handbook says, or else the editor that the preview was started from.
fn editor<'a>(preview: &'a Preview, state: &'a State) -> Option<&'a Pattern> {
    state.compiled.config.editor.as_ref().or(preview.editor.as_ref())
}

fn edit(preview: &Preview, state: &State, path: &str, line: usize, column: usize) -> Option<String> {
    let pattern = editor(preview, state)?;
    Some(pattern.link(&preview.root.join(path), line, column))
}

/// What is wrong with the theme or the machine, in the form of a finding.
fn of_fault(fault: &Fault) -> Value {
    let help = fault.help.iter().map(|help| format!("\nhelp: {help}"));
    let text: String = std::iter::once(format!("error: {}", fault.message))
        .chain(help)
        .collect();
    json!({
        "level": "deny",
        "name": "error",
        "path": null,
        "line": null,
        "column": null,
        "text": text,
        "edit": null,
        "page": null,
        "here": true,
    })
}
