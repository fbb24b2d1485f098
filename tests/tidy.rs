//! The rules of the tree, held by a test: which room may use which, who may touch the world, how long a
//! file may be. `ARCHITECTURE.md` gives the reasons.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops where its own files can't be read"
)]
#![allow(clippy::disallowed_methods, reason = "it reads the tree")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in their order: each may use only those before it.
const ROOMS: [&str; 22] = [
    "text",
    "finding",
    "model",
    "config",
    "parse",
    "resolve",
    "translate",
    "internal",
    "check",
    "schemas",
    "history",
    "graph",
    "search",
    "site",
    "render",
    "compare",
    "picture",
    "load",
    "publish",
    "serve",
    "author",
    "cli",
];

/// The rooms that may touch the file system, the environment, the clock, processes, the network.
const RIM: [&str; 6] = ["picture", "load", "publish", "serve", "author", "cli"];

/// Above this a file holds more than one idea.
const MOST_LINES: usize = 450;

struct File {
    path: PathBuf,
    room: Option<&'static str>,
    text: String,
}

impl File {
    /// Its code: comments and what stands below `#[cfg(test)]` left out.
    fn code(&self) -> String {
        let code = self.text.split("\n#[cfg(test)]").next().unwrap_or_default();
        let lines = code
            .lines()
            .map(|line| line.split("//").next().unwrap_or_default());
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Whether `path` is compiled for tests only: `tests.rs`, `x_tests.rs`, and what lies in a folder `tests`.
fn is_test(path: &Path) -> bool {
    let stem = path.file_stem().unwrap().to_str().unwrap();
    let folder = path.parent().unwrap().file_name().unwrap().to_str().unwrap();
    stem == "tests" || stem.ends_with("_tests") || folder == "tests"
}

fn sources() -> Vec<File> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
                found.push(path);
            }
        }
    }
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&src, &mut paths);
    paths.sort();
    assert!(paths.len() > 40, "the walk finds the sources");
    let file = |path: PathBuf| {
        let first = path.strip_prefix(&src).unwrap().components().next().unwrap();
        let room = ROOMS.iter().find(|name| first.as_os_str() == **name).copied();
        File {
            room,
            text: fs::read_to_string(&path).unwrap(),
            path,
        }
    };
    paths.into_iter().map(file).collect()
}

/// The rooms that `code` names: `crate::room`, also within `use crate::{...}`.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let name = |text: &str| {
            text.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect::<String>()
        };
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = true;
            for (at, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => start = true,
                    c if start && !c.is_whitespace() => {
                        used.insert(name(&group[at..]));
                        start = false;
                    }
                    _ => {}
                }
            }
        } else {
            used.insert(name(rest));
        }
    }
    used
}

fn faults(rule: impl Fn(&File) -> Vec<String>) -> Vec<String> {
    let tell = |file: &File| {
        let name = file
            .path
            .strip_prefix(env!("CARGO_MANIFEST_DIR"))
            .unwrap()
            .display()
            .to_string();
        rule(file)
            .into_iter()
            .map(move |fault| format!("{name}: {fault}"))
            .collect::<Vec<_>>()
    };
    sources().iter().flat_map(tell).collect()
}

#[test]
fn rooms_use_only_rooms_before_them() {
    let place = |room: &str| ROOMS.iter().position(|known| *known == room);
    let found = faults(|file| {
        let Some(own) = file.room.and_then(place) else {
            return Vec::new();
        };
        let used = rooms_used(&file.code());
        let later = used
            .into_iter()
            .filter(|room| place(room).is_some_and(|other| other > own));
        later
            .map(|room| format!("uses `{room}`, which comes after it"))
            .collect()
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_folder_below_src_is_a_room() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = fs::read_dir(src)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir());
    let names: BTreeSet<String> = folders
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(names, ROOMS.iter().map(|room| (*room).to_owned()).collect());
}

#[test]
fn only_the_rim_touches_the_world() {
    const WORLD: [&str; 10] = [
        "std::fs",
        "std::env",
        "std::process",
        "std::net",
        "std::io::std",
        "SystemTime",
        "Instant",
        "Zoned",
        "fs::File",
        "println!",
    ];
    let found = faults(|file| {
        if file.room.is_none_or(|room| RIM.contains(&room)) {
            return Vec::new();
        }
        let code = file.code();
        WORLD
            .iter()
            .filter(|word| code.contains(*word))
            .map(|word| format!("touches `{word}`"))
            .collect()
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn nothing_is_in_accidental_order() {
    let found = faults(|file| {
        let code = file.code();
        let unordered = ["HashMap", "HashSet"]
            .into_iter()
            .filter(|word| code.contains(*word));
        unordered
            .map(|word| format!("holds a `{word}`, whose order is chance"))
            .collect()
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_model_is_never_serialised() {
    let found = faults(|file| {
        let serialised = file.room == Some("model") && file.code().contains("Serialize");
        serialised
            .then(|| "derives `Serialize`: data has its own types".to_owned())
            .into_iter()
            .collect()
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_file_holds_one_idea() {
    let found = faults(|file| {
        let lines = file.text.lines().count();
        (lines > MOST_LINES)
            .then(|| format!("{lines} lines"))
            .into_iter()
            .collect()
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn names_say_what_things_are() {
    const DRAWERS: [&str; 6] = ["utils", "util", "helpers", "common", "manager", "misc"];
    let found = faults(|file| {
        let stem = file.path.file_stem().unwrap().to_str().unwrap();
        let folder = file.path.parent().unwrap().file_name().unwrap().to_str().unwrap();
        let drawer = DRAWERS.iter().any(|drawer| stem == *drawer || folder == *drawer);
        drawer.then(|| "is a drawer".to_owned()).into_iter().collect()
    });
    assert_eq!(found, Vec::<String>::new());
}

/// What declares a kind of finding.
const KIND: &str = "static KIND: Kind = Kind {\n    name: \"";

#[test]
fn a_kind_of_finding_is_a_file_of_its_name() {
    let found = faults(|file| {
        let stem = file.path.file_stem().unwrap().to_str().unwrap();
        let folder = file.path.parent().unwrap();
        let is_of_kinds = folder.ends_with("finding/kind") || folder.ends_with("check/lint");
        let own = format!("{KIND}{}\"", stem.replace('_', "-"));
        let fault = match file.text.matches(KIND).count() {
            0 if is_of_kinds && stem != "mod" => "declares no kind of finding",
            1 if !is_of_kinds && file.room != Some("check") => "declares a kind of finding",
            1 if !file.text.contains(&own) => "declares a kind of another name",
            2.. => "declares several kinds of findings",
            _ => return Vec::new(),
        };
        vec![fault.to_owned()]
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_declared_kind_of_finding_is_listed() {
    let declared: usize = sources().iter().map(|file| file.text.matches(KIND).count()).sum();
    assert_eq!(rolebook::catalogue().count(), declared);
}

#[test]
fn every_finding_has_a_name_of_its_own() {
    let names: Vec<&str> = rolebook::catalogue().map(|kind| kind.name).collect();
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(unique.len(), names.len());
    for name in names {
        assert!(
            name.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{name} is in kebab case"
        );
    }
}
