//! Compiling again after edits: sooner, and with the result of compiling for the first time.

use std::path::Path;
use std::sync::Arc;

use rolebook::finding::{Finding, Level};
use rolebook::render::{Artifacts, Handbook};
use rolebook::text::{Snapshot, Source, SourcePath};
use rolebook::{Asked, Compiled, Lints, catalogue, compile, load, recompile};

use super::bad_input::Random;

/// What is put into texts: all that findings and pages look at.
const PIECES: [&str; 22] = [
    "One more sentence.\n",
    "\n",
    "\nA paragraph about the Engineer and the Product Owner.\n\n",
    "- an item\n",
    "  - a deeper one\n",
    "- [[engineer]] - something new\n",
    "\n### [[product-owner]]\n\n- a size for each item\n\n",
    "\n### [[nobody-at-all]]\n\n- nothing\n\n",
    "\n## Purpose\n\n",
    "\n## Dependencies\n\n",
    "\n## Key Responsibilities\n\n",
    "\n## Weather\n\nSunny.\n",
    "See [[engineer#purpose]] and [there](../gone.md).\n",
    "keepers = []\n",
    "title = \"Another title\"\n",
    "lints.vacant-role = \"allow\"\n",
    "lints.unanswered-expectation = \"allow\"\n",
    "+++\n",
    "<b onclick=\"x()\">bold</b> <script>x</script>\n",
    "![](../assets/logo.svg)\n",
    "Text[^1]\n\n[^1]: A note.\n",
    "**Service**\n: What a customer uses.\n",
];

fn asked() -> Asked {
    let levels = catalogue().map(|kind| (Lints::One(kind), kind.level.max(Level::Warn)));
    Asked {
        today: Some("2026-11-23".parse().unwrap()),
        levels: levels.collect(),
        ..Asked::default()
    }
}

/// The sample with one source changed: most often in its words, at times in what it is called, at times gone.
fn edited(snapshot: &Snapshot, random: &mut Random) -> Snapshot {
    let mut snapshot = snapshot.clone();
    let at = random.below(snapshot.sources.len());
    let (lines, name) = {
        let source = &snapshot.sources[at];
        let lines: Vec<String> = source.text.split_inclusive('\n').map(str::to_owned).collect();
        (lines, source.path.as_str().to_owned())
    };
    let mut lines = lines;
    let line = random.below(lines.len().max(1)).min(lines.len());
    match random.below(12) {
        0 if !lines.is_empty() => drop(lines.remove(line.min(lines.len() - 1))),
        1 if !lines.is_empty() => lines.insert(line, lines[line.min(lines.len() - 1)].clone()),
        2 if !name.contains(".toml") => {
            snapshot.sources.remove(at);
            renumbered(&mut snapshot);
            return snapshot;
        }
        3 => {
            let path = SourcePath::new(&format!("content/roles/new-{}.md", random.below(9))).unwrap();
            let text = "# New\n\n## Purpose\n\nNew.\n".into();
            if snapshot.sources.iter().all(|source| source.path != path) {
                snapshot.sources.push(Source {
                    path,
                    text,
                    fault: None,
                });
                snapshot.sources.sort_by(|a, b| a.path.cmp(&b.path));
                renumbered(&mut snapshot);
            }
            return snapshot;
        }
        4..=6 => lines = lines.iter().map(|line| line.replace("the ", "that ")).collect(),
        _ => lines.insert(line, PIECES[random.below(PIECES.len())].to_owned()),
    }
    snapshot.sources[at].text = lines.concat().into();
    snapshot
}

/// The configuration's number follows the order of the paths.
fn renumbered(snapshot: &mut Snapshot) {
    let named = |name: &str| {
        let mut ids = snapshot.iter().filter(|(_, source)| source.path.as_str() == name);
        ids.next().map(|(id, _)| id)
    };
    (snapshot.config, snapshot.baseline) = (named("book.toml"), named("baseline.toml"));
}

fn files(handbook: &Handbook) -> Vec<(String, String)> {
    let paths = handbook.paths();
    let made = paths.iter().map(|path| {
        let made = handbook.make(path).unwrap();
        (path.to_string(), format!("{made:?}"))
    });
    made.collect()
}

#[track_caller]
fn same(warm: &Compiled, cold: &Compiled, step: &str) {
    let all = |compiled: &Compiled| -> Vec<Finding> { compiled.findings.iter().cloned().collect() };
    let (warm_found, cold_found) = (all(warm), all(cold));
    for (ours, theirs) in warm_found.iter().zip(&cold_found) {
        assert_eq!(ours, theirs, "{step}");
    }
    assert_eq!(warm_found.len(), cold_found.len(), "{step}");
    assert_eq!(warm.gone, cold.gone, "{step}");
}

/// The folder of the sample handbook.
const SAMPLE: &str = ".";

/// Edits the handbook in `folder` so many times, and compares after each; gives how often only words were found to have
/// changed.
fn compare(folder: &str, (seed, edits): (u64, usize), prepare: impl Fn(&mut Snapshot)) -> usize {
    let mut random = Random(seed);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut snapshot = load::snapshot(&root).unwrap();
    prepare(&mut snapshot);
    let mut snapshot = Arc::new(snapshot);
    let mut compiled = Arc::new(compile(&snapshot, &asked()));
    let mut handbook = Handbook::new(&snapshot, &compiled).unwrap();
    let mut reworded = 0;
    for edit in 0..edits {
        let step = format!("seed {seed}, edit {edit}");
        let next = Arc::new(edited(&snapshot, &mut random));
        let warm = Arc::new(recompile((&snapshot, &compiled), &next, &asked()));
        let cold = Arc::new(compile(&next, &asked()));
        reworded += usize::from(Arc::ptr_eq(&warm.site, &compiled.site));
        same(&warm, &cold, &step);
        let again = handbook.again(&next, &warm).unwrap();
        // Making all pages takes longest.
        if edit % 4 == 3 {
            let anew = Handbook::new(&next, &cold).unwrap();
            for (ours, theirs) in files(&again).into_iter().zip(files(&anew)) {
                assert!(ours == theirs, "{step}: {}", ours.0);
            }
        }
        (snapshot, compiled, handbook) = (next, warm, again);
    }
    reworded
}

#[test]
fn after_any_edits_the_result_is_that_of_the_first_time() {
    let reworded: usize = (0..4).map(|seed| compare(SAMPLE, (seed, 20), |_| {})).sum();
    assert!(
        (20..70).contains(&reworded),
        "both ways are taken: {reworded} of 80"
    );
}

#[test]
fn the_same_holds_where_names_of_people_are_withheld() {
    let withhold = |snapshot: &mut Snapshot| {
        let at = snapshot.config.unwrap().0 as usize;
        let text = format!("{}\n[people]\npublish = \"names\"\n", snapshot.sources[at].text);
        snapshot.sources[at].text = text.replace("publish = \"full\"", "").into();
    };
    assert!(compare(SAMPLE, (100, 20), withhold) > 4);
}

#[test]
fn the_same_holds_in_several_languages() {
    for seed in 0..4 {
        compare("tests/handbook/choir", (seed, 40), |_| {});
    }
}
