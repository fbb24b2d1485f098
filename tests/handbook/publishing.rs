//! Publishing: one whole site or the other, the same bytes everywhere, nobody's files lost.

use std::fs;
use std::path::Path;

use super::bad_input::Random;
use super::support::{Handbook, Site};

/// The handbook in the folder `root`, its files written in the order of `order`, so that the disk lists them in another.
fn rewritten(root: &str, order: impl Fn(&mut Vec<String>)) -> Handbook {
    let original = Handbook::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(root));
    let mut files: Vec<String> = Site::read(&original.path("content")).files.into_keys().collect();
    order(&mut files);
    let handbook = Handbook::new("//- book.toml\n");
    handbook.write("book.toml", original.read("book.toml"));
    for file in files {
        let path = format!("content/{file}");
        handbook.write(&path, fs::read(original.path(&path)).unwrap());
    }
    handbook
}

#[test]
fn the_same_bytes_wherever_whenever_and_by_whomever() {
    for root in [".", "tests/handbook/choir"] {
        let here = rewritten(root, |files| files.sort());
        let there = rewritten(root, |files| files.reverse());
        let build = |handbook: &Handbook, variables: &[(&str, &str)]| {
            handbook.run_with(&["build"], variables).ok();
            Site::read(&handbook.path("public")).files
        };
        let one = build(
            &here,
            &[
                ("TZ", "Pacific/Auckland"),
                ("LC_ALL", "C"),
                ("RAYON_NUM_THREADS", "2"),
                ("SOURCE_DATE_EPOCH", "0"),
            ],
        );
        let other = [
            ("TZ", "America/Los_Angeles"),
            ("LC_ALL", "de_CH.UTF-8"),
            ("RAYON_NUM_THREADS", "1"),
            ("USER", "somebody"),
            ("HOME", "/nonexistent"),
        ];
        let other = build(&there, &other);
        assert!(one.len() > 80);
        for (path, bytes) in &one {
            assert!(other.get(path) == Some(bytes), "{root}: {path} differs");
        }
        assert_eq!(one.len(), other.len());
    }
}

#[test]
fn unchanged_files_keep_their_time() {
    let handbook =
        Handbook::new("//- content/index.md\n# Home\n//- content/page.md\n# Page\n//- content/a.csv\n1\n");
    handbook.run(&["build"]).ok();
    let time = |path: &str| fs::metadata(handbook.path(path)).unwrap().modified().unwrap();
    let old = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for path in ["public/index.html", "public/page.html", "public/a.csv"] {
        fs::File::options()
            .write(true)
            .open(handbook.path(path))
            .unwrap()
            .set_modified(old)
            .unwrap();
    }
    handbook.write("content/page.md", "# Page\n\nChanged.\n");
    handbook.run(&["build"]).ok();
    assert_eq!(time("public/index.html"), old);
    assert_eq!(time("public/a.csv"), old);
    assert_ne!(time("public/page.html"), old);
}

#[test]
fn a_site_is_not_made_again_of_the_same_sources() {
    let handbook =
        Handbook::new("//- content/index.md\n# Home\n//- content/page.md\n# Page\n//- content/a.csv\n1\n");
    let stages = || {
        let told = handbook.run(&["build", "--timings"]).ok().stdout;
        let names = told.lines().filter_map(|line| line.split_whitespace().next());
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    let is_made = || stages().contains(&"render".to_owned());
    // A file that is as new as the list of files may have been changed since.
    let pause = || std::thread::sleep(std::time::Duration::from_millis(50));
    assert!(is_made(), "there is nothing yet");
    assert!(!is_made(), "all is there");
    let whole = Site::read(&handbook.path("public")).files;
    let edits: [(&str, &str); 4] = [
        ("public/page.html", "somebody's"),
        ("content/a.csv", "2\n"),
        ("content/page.md", "# Page\n\nOther words.\n"),
        ("book.toml", "[book]\ntitle = \"Another\"\n"),
    ];
    for (path, text) in edits {
        pause();
        let before = handbook.read(path);
        handbook.write(path, text);
        assert!(is_made(), "{path} is another");
        pause();
        handbook.write(path, before);
        handbook.run(&["build"]).ok();
        assert!(
            Site::read(&handbook.path("public")).files == whole,
            "{path} is what it was"
        );
    }
    fs::remove_file(handbook.path("public/index.html")).unwrap();
    assert!(is_made(), "a page is gone");
    assert!(Site::read(&handbook.path("public")).files == whole);
}

#[test]
fn what_is_gone_from_the_sources_is_gone_from_the_site() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n//- content/deep/page.md\n# Page\n");
    assert!(handbook.site().files.contains_key("deep/page.html"));
    fs::remove_dir_all(handbook.path("content/deep")).unwrap();
    assert!(!handbook.site().files.contains_key("deep/page.html"));
    assert!(!handbook.path("public/deep").exists());
}

#[test]
fn a_folder_that_rolebook_did_not_write_is_refused() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n//- public/thesis.txt\nmine\n");
    let run = handbook.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("public"), "{}", run.stderr);
    assert_eq!(handbook.read("public/thesis.txt"), "mine\n");
    assert!(!handbook.path("public/index.html").exists());
}

#[test]
fn someones_file_in_the_site_is_never_lost() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n");
    handbook.run(&["build"]).ok();
    handbook.write("public/CNAME", "handbook.example.org\n");
    let run = handbook.run(&["build"]);
    assert_eq!(handbook.read("public/CNAME"), "handbook.example.org\n");
    assert!(run.code == 0 || run.stderr.contains("CNAME"), "{}", run.stderr);
}

#[test]
fn an_empty_folder_and_a_missing_one_are_filled() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n");
    fs::create_dir(handbook.path("public")).unwrap();
    handbook.run(&["build"]).ok();
    handbook.run(&["build", "--output", "deep/site"]).ok();
    assert!(handbook.path("deep/site/index.html").exists());
}

#[test]
fn nothing_is_left_beside_the_site() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n");
    handbook.run(&["build"]).ok();
    handbook.run(&["build"]).ok();
    let mut names: Vec<String> = fs::read_dir(handbook.path(""))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| !name.ends_with("lock"));
    names.sort();
    assert_eq!(names, ["book.toml", "content", "public"]);
}

/// Builds over an old site, after edits of every sort, give what a first build gives.
#[test]
fn a_warm_build_equals_a_cold_one_after_random_edits() {
    let warm = Handbook::sample();
    warm.run(&["build"]).ok();
    let mut random = Random(20);
    let sources = warm.files("content", "md");
    for round in 0..8 {
        for edit in 0..3 {
            let source = &sources[random.below(sources.len())];
            let text = warm.read(source);
            match random.below(4) {
                0 => warm.write(source, text + "\nOne more line.\n"),
                1 => warm.write(source, text.replace("the ", "that ")),
                2 => warm.write(
                    source,
                    text + "\n## Afterthought\n\nSee [[engineer]] and [[SLA]].\n",
                ),
                _ => warm.write(
                    &format!("content/new-{round}-{edit}.md"),
                    format!("# New {round} {edit}\n\n[[customer]]\n"),
                ),
            }
        }
        let built = warm.site();
        warm.run(&["build", "--output", &format!("cold-{round}")]).ok();
        let cold = Site::read(&warm.path(&format!("cold-{round}")))
            .files
            .into_iter()
            .collect::<Vec<_>>();
        let built = built.files.into_iter().collect::<Vec<_>>();
        assert_eq!(built.len(), cold.len());
        for (warm, cold) in built.iter().zip(&cold) {
            assert!(warm == cold, "{} differs from {}", warm.0, cold.0);
        }
    }
}
