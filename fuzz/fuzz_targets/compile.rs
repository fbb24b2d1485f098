//! Whatever the sources hold, a handbook compiles, its findings print and its pages render.
//!
//! `cargo fuzz run -s none compile -- -max_total_time=60`
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolebook::finding::Human;
use rolebook::render::{Artifacts, Handbook};
use rolebook::text::{Snapshot, Source, SourceId, SourcePath};

/// The sources that the input is cut into, at each `\x1e`.
const PATHS: [&str; 6] = [
    "book.toml",
    "content/glossary.md",
    "content/index.md",
    "content/people.toml",
    "content/roles/a.md",
    "content/roles/b.md",
];

fuzz_target!(|input: &str| {
    let mut parts = input.split('\x1e');
    let source = |path: &&str| Source {
        path: SourcePath::new(path).expect("the paths are good"),
        text: parts.next().unwrap_or_default().into(),
        fault: None,
    };
    let snapshot =
        Snapshot { config: Some(SourceId(0)), sources: PATHS.iter().map(source).collect(), ..Snapshot::default() };
    let compiled = rolebook::compile(&snapshot);
    let _ = format!("{:?}", compiled.findings.len());
    let handbook = Handbook::new(&snapshot, &compiled).expect("the built-in theme is good");
    for path in handbook.paths() {
        handbook.make(&path).expect("every page renders");
    }
});
