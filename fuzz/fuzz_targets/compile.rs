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
    let rolebook::Compiled { config, organisation, site, findings } = rolebook::compile(&snapshot, &rolebook::Asked::default());
    let mut printed = String::new();
    let human = Human { color: true, width: 80, ascii: false, prefix: String::new() };
    human.write(&mut printed, &snapshot, &findings).expect("a text takes everything");
    let handbook =
        Handbook::new(&snapshot, &config, &organisation, &site, &findings).expect("the built-in theme is good");
    for path in handbook.paths() {
        handbook.make(&path).expect("every page renders");
    }
});
