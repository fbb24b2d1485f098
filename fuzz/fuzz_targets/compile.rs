//! Whatever the sources hold, a handbook compiles, its findings print in every format, what can't be wrong is mended
//! and its pages render; compiled again after mending, it is what it would be at first.
//!
//! `cargo fuzz run -s none compile -- -max_total_time=60`
#![no_main]

use std::sync::Arc;

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use rolebook::finding::format::{Characters, FORMATS, Look, Report};
use rolebook::finding::{Finding, Level, mended};
use rolebook::render::{Artifacts, Handbook};
use rolebook::text::{Snapshot, Source, SourceId, SourcePath};
use rolebook::{Asked, Compiled, Lints, catalogue, compile, recompile};

/// The sources that the input is cut into, at each `\x1e`.
const PATHS: [&str; 9] = [
    "baseline.toml",
    "book.toml",
    "content/external/c.md",
    "content/glossary.md",
    "content/index.md",
    "content/people.toml",
    "content/roles/a.md",
    "content/roles/b.md",
    "content/teams/A.md",
];

/// More often than this nothing certain may remain.
const MOST_ROUNDS: usize = 20;

fuzz_target!(|input: &str| {
    let asked = Asked {
        today: Some(date(2026, 11, 23)),
        levels: catalogue().map(|kind| (Lints::One(kind), kind.level.max(Level::Warn))).collect(),
        ignores_baseline: false,
    };
    let mut snapshot = snapshot(input);
    let mut compiled = compile(&snapshot, &asked);
    print(&snapshot, &compiled);
    render(&snapshot, &compiled);
    for round in 0.. {
        assert!(round < MOST_ROUNDS, "what is mended stays mended");
        let Some(next) = mended(&snapshot, &compiled.findings) else { break };
        let again = recompile((&snapshot, &compiled), &next, &asked);
        compiled = compile(&next, &asked);
        assert!(again.findings == compiled.findings, "compiling again gives the same");
        snapshot = next;
    }
});

fn snapshot(input: &str) -> Snapshot {
    let mut parts = input.split('\x1e');
    let source = |path: &&str| Source {
        path: SourcePath::new(path).expect("the paths are good"),
        text: parts.next().unwrap_or_default().into(),
        fault: None,
    };
    Snapshot {
        baseline: Some(SourceId(0)),
        config: Some(SourceId(1)),
        sources: PATHS.iter().map(source).collect(),
        ..Snapshot::default()
    }
}

fn print(snapshot: &Snapshot, compiled: &Compiled) {
    let findings: Vec<&Finding> = compiled.findings.iter().collect();
    let report = Report {
        snapshot,
        findings: &findings,
        gone: &compiled.gone,
        prefix: "",
        least: Level::Note,
    };
    let look = Look { color: true, width: 60, characters: Characters::Unicode, ..Look::default() };
    for format in FORMATS {
        let mut printed = String::new();
        format.write(&mut printed, &report, look).expect("a text takes everything");
        if matches!(format.name, "json" | "sarif" | "gitlab") {
            serde_json::from_str::<serde::de::IgnoredAny>(&printed).expect("it is JSON");
        }
    }
}

fn render(snapshot: &Snapshot, compiled: &Compiled) {
    let (snapshot, compiled) = (Arc::new(snapshot.clone()), Arc::new(compiled.clone()));
    let handbook = Handbook::new(&snapshot, &compiled).expect("the built-in theme is good");
    for path in handbook.paths() {
        handbook.make(&path).expect("every page renders");
    }
}
