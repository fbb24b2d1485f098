//! Today's date: it is in what `check` says, and in no page.

use super::support::{Handbook, Site};

const FILES: &str = r#"
//- book.toml
[book]
title = "Test"
[checks]
notice = "30 days"
[lints]
overloaded-person = "warn"
single-keeper = "warn"
//- content/roles/engineer.md
+++
title = "Engineer"
reviewed = 2025-11-11
review = "12 months"
keepers = [{ person = "ana", since = 2024-01-01, until = 2026-06-30, share = 80 }]
+++

## Purpose

Keeps it running.

## Key Responsibilities

- Keep it running.
//- content/roles/chair.md
+++
title = "Chair"
keepers = [{ person = "ana", share = 40 }]
lints.review-overdue = "allow"
+++
//- content/people.toml
[ana]
name = "Ana Ruiz"
"#;

/// What is built on `day`, and what is said of it.
fn built(day: &str) -> (Site, String) {
    let handbook = Handbook::new(FILES);
    let run = handbook.run(&["build", "--date", day]).ok();
    (Site::read(&handbook.path("public")), run.stderr)
}

#[test]
fn a_handbook_is_the_same_on_any_day() {
    let (early, told) = built("2025-12-01");
    assert!(
        !told.contains("review-overdue") && !told.contains("term-ended"),
        "{told}"
    );
    let days = [
        ("2026-10-30", "is due for review on 2026-11-11, in 12 days"),
        ("2027-03-01", "was due for review on 2026-11-11, 3 months ago"),
        ("2027-03-01", "the term of Ana Ruiz as keeper of Engineer ended"),
    ];
    for (day, expected) in days {
        let (late, told) = built(day);
        assert!(told.contains(expected), "{told}");
        assert!(early.files.keys().eq(late.files.keys()));
        for (path, bytes) in &early.files {
            assert!(bytes == late.bytes(path), "{path} is another on {day}");
        }
    }
    let data = String::from_utf8_lossy(early.bytes("rolebook.json")).into_owned();
    assert!(data.contains("single-keeper") && data.contains("overloaded-person"));
}

#[test]
fn what_is_held_back_of_people_is_in_no_finding_of_the_handbook() {
    for publish in ["names", "none"] {
        let people = format!("[people]\npublish = \"{publish}\"\n[checks]");
        let handbook = Handbook::new(&FILES.replace("[checks]", &people));
        let told = handbook.findings_with(&["--date", "2027-01-01"]);
        assert!(told.contains("Ana Ruiz keeps roles that take 120%"), "{told}");
        assert!(
            told.contains("the term of Ana Ruiz as keeper of Engineer ended"),
            "{told}"
        );
        for (path, bytes) in handbook.site().files {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("120%") && !text.contains("2026-06-30"), "{path}");
            assert!(publish == "names" || !text.contains("Ana Ruiz"), "{path}");
        }
    }
}

#[test]
fn a_run_can_be_repeated_on_another_day() {
    let handbook = Handbook::new(FILES);
    // 2026-11-12 and 2024-01-01, at noon in UTC.
    let said = |epoch: &str| {
        let run = handbook.run_with(
            &["check", "--format", "short"],
            &[("SOURCE_DATE_EPOCH", epoch), ("TZ", "UTC")],
        );
        run.stdout
    };
    let (late, early) = (said("1794484800"), said("1704110400"));
    assert!(
        late.contains("review-overdue") || late.contains("term-ended"),
        "{late}"
    );
    assert!(!early.contains("term-ended"), "{early}");
    let dated = |day: &str| {
        handbook
            .run(&["check", "--format", "short", "--date", day])
            .stdout
    };
    assert_eq!(late, dated("2026-11-12"));
    assert_eq!(early, dated("2024-01-01"));
}
