//! Whatever lies in the folder, there is a finding at its place and never a panic.

use super::support::{Handbook, Run};

fn check(handbook: &Handbook) -> Run {
    let run = handbook.run(&["check"]);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}

#[track_caller]
fn finds(handbook: &Handbook, expected: &[&str]) {
    let run = check(handbook);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    let said = run.stdout + &run.stderr;
    for words in expected {
        assert!(said.contains(words), "no {words:?} in:\n{said}");
    }
}

#[test]
fn a_binary_file() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n");
    handbook.write("content/roles/a.md", b"# A\n\n\xff\xfe\x00\x80");
    finds(&handbook, &["error[unreadable-source]", "content/roles/a.md"]);
}

#[test]
fn a_line_of_five_megabytes() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n");
    handbook.write("content/long.md", "word ".repeat(1_048_576));
    finds(&handbook, &["error[unreadable-source]", "content/long.md"]);
    // A long line that may be there, with a fault in it: the print shows the fault, not the line.
    let line = format!(
        "# Long\n\n{} [[nobody]] {}\n",
        "word ".repeat(200_000),
        "word ".repeat(200_000)
    );
    handbook.write("content/long.md", line);
    finds(&handbook, &["error[broken-link]", "content/long.md:3:1000004"]);
    assert!(check(&handbook).stdout.len() < 4_000);
}

#[test]
fn front_matter_that_is_never_closed() {
    let handbook = Handbook::new("//- content/roles/a.md\n+++\ntitle = \"A\"\n\n# A\n");
    finds(
        &handbook,
        &["error[invalid-front-matter]", "content/roles/a.md:1:1"],
    );
}

#[test]
fn ten_thousand_nested_lists() {
    let lists: String = (0..1_000).map(|depth| "  ".repeat(depth) + "- x\n").collect();
    let in_a_line = "- ".repeat(10_000) + "x\n";
    let quotes = "> ".repeat(10_000) + "x\n";
    for (name, text) in [("lists", lists), ("line", in_a_line), ("quotes", quotes)] {
        let handbook = Handbook::new("//- content/index.md\n# Home\n");
        handbook.write("content/deep.md", text);
        let run = check(&handbook);
        let said = run.stdout + &run.stderr;
        assert!(said.contains("error[unreadable-source]"), "{name}: {said}");
        assert!(said.contains("--> content/deep.md:"), "{name}: {said}");
    }
}

#[test]
fn names_that_can_be_no_address() {
    for name in ["..md", ".md", "...md", "a .md ", "CON.md"] {
        let handbook = Handbook::new("//- content/index.md\n# Home\n");
        handbook.write(&format!("content/roles/{name}"), "# Odd\n");
        let run = check(&handbook);
        let said = run.stdout + &run.stderr;
        // A dot-file is hidden from every tool; all others are told of.
        assert!(
            name == ".md" || said.contains("error[unreadable-source]") || name == "a .md ",
            "{name}: {said}"
        );
    }
}

#[cfg(unix)]
#[test]
fn links_of_the_file_system_that_go_round_or_out() {
    use std::os::unix::fs::symlink;
    let handbook = Handbook::new("//- content/roles/a.md\n# A\n//- secret.txt\nsecret\n");
    symlink(
        handbook.path("content/roles"),
        handbook.path("content/roles/round"),
    )
    .unwrap();
    symlink("gone.md", handbook.path("content/roles/gone-link.md")).unwrap();
    symlink("/etc/hostname", handbook.path("content/roles/out.md")).unwrap();
    symlink(handbook.path("content/self"), handbook.path("content/self")).unwrap();
    finds(
        &handbook,
        &[
            "content/roles/round",
            "content/roles/gone-link.md",
            "content/roles/out.md",
            "content/self",
        ],
    );
}

#[test]
fn two_files_for_one_address() {
    let handbook = Handbook::new("//- content/a.md\n# A\n//- content/A.md\n# Also A\n");
    finds(
        &handbook,
        &["error[url-collision]", "content/A.md", "content/a.md"],
    );
}

#[test]
fn the_wrong_case_in_a_link() {
    let handbook = Handbook::new("//- content/a.md\n[b](B.md)\n//- content/b.md\n# B\n");
    finds(
        &handbook,
        &["error[broken-link]", "content/a.md:1:5", "write `b.md`"],
    );
}

/// Seeded mutations of the sample handbook: nothing makes the command panic or hang.
#[test]
fn mutations_of_the_sample() {
    let sample = Handbook::sample();
    let text = sample.read("content/roles/engineer.md");
    let mut random = Random(7);
    let soup = [
        "[[", "]]", "|", "+++\n", "## ", "### ", ": ", "- ", "\n", "\0", "<b>", "</", "é", "`", "![", "](",
        "#", "[^a]",
    ];
    for _ in 0..40 {
        let mut bytes = text.clone();
        for _ in 0..=random.below(12) {
            let mut at = random.below(bytes.len());
            while !bytes.is_char_boundary(at) {
                at -= 1;
            }
            if random.below(3) == 0 {
                let mut end = (at + random.below(200)).min(bytes.len());
                while !bytes.is_char_boundary(end) {
                    end -= 1;
                }
                bytes.replace_range(at..end.max(at), "");
            } else {
                bytes.insert_str(at, soup[random.below(soup.len())]);
            }
        }
        sample.write("content/roles/engineer.md", &bytes);
        let run = check(&sample);
        assert!(run.code == 0 || run.code == 1, "{bytes}\n{}", run.stderr);
    }
}

/// A small generator of numbers, so that a failure can be seen again.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `limit` (splitmix64, Steele et al. 2014).
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit as u64).unwrap()
    }
}
