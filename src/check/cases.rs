//! Handbooks as one text each, for the tests of lints and of what `explain` shows.

use std::fmt::Write as _;

use jiff::civil::date;

use super::{Asked, Lints};
use crate::finding::{Finding, Kind, Level, SourceLines, kind};
use crate::text::{Place, Snapshot};
use crate::{Compiled, compile, text};

/// Two people, `ana` and `leo`.
pub(crate) const PEOPLE: &str = "
//- content/people.toml
[ana]
name = \"Ana Ruiz\"
[leo]
name = \"Leo Brandt\"
";

/// The snapshot of a text in which a line `//- its/path` begins each file. A `book.toml` with a title is put
/// in where there is none.
pub(crate) fn snapshot(files: &str) -> Snapshot {
    let mut files: Vec<(&str, &str)> = kind::files(files).collect();
    if files.iter().all(|(path, _)| *path != "book.toml") {
        files.push(("book.toml", "[book]\ntitle = \"Test\"\n"));
    }
    text::cases::snapshot(files)
}

/// What the handbook says on 23 November 2026.
pub(crate) fn compiled(snapshot: &Snapshot) -> Compiled {
    compile(snapshot, &asked())
}

/// What is asked on 23 November 2026.
fn asked() -> Asked {
    Asked {
        today: Some(date(2026, 11, 23)),
        ..Asked::default()
    }
}

/// The same, and `kind` is warned of wherever the handbook itself does not say otherwise.
pub(crate) fn asking(kind: &'static Kind) -> Asked {
    Asked {
        levels: vec![(Lints::One(kind), kind.level.max(Level::Warn))],
        ..asked()
    }
}

/// The findings of one kind, whole: place, message, labels, help, fix. `kind` is warned of wherever the
/// handbook itself does not say otherwise.
pub(crate) fn found(kind: &'static Kind, files: &str) -> String {
    let snapshot = snapshot(files);
    let findings = compile(&snapshot, &asking(kind)).findings;
    let own = findings.iter().filter(|finding| finding.kind == kind);
    own.fold(String::new(), |mut out, finding| {
        shown(&mut out, &snapshot, finding);
        out
    })
}

fn shown(out: &mut String, snapshot: &Snapshot, finding: &Finding) {
    let sources = SourceLines::of(snapshot);
    let at = |place: Place| {
        let source = snapshot.source(place.source);
        let (line, column) = sources.position(place);
        format!(
            "{}:{line}:{column} {:?}",
            source.path,
            place.span.of(&source.text)
        )
    };
    let labels = std::iter::once(&finding.place).chain(&finding.related);
    let mut lines = vec![format!("{}: {}", finding.level.name(), finding.message)];
    lines.extend(finding.locals.iter().map(|local| format!("  {}", local.message)));
    lines.extend(labels.map(|label| format!("  {}: {}", at(label.place), label.text)));
    lines.extend(finding.help.iter().map(|help| format!("  help: {help}")));
    if !finding.subjects.is_empty() {
        lines.push(format!("  about: {}", finding.subjects.join(", ")));
    }
    if let Some(fix) = &finding.fix {
        lines.push(format!("  fix ({:?}): {}", fix.certainty, fix.title));
        let edits = fix.edits.iter();
        lines.extend(edits.map(|edit| format!("    {} -> {:?}", at(edit.place), edit.text)));
    }
    for line in lines {
        let _ = writeln!(out, "{line}");
    }
}
