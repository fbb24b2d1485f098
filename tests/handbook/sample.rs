//! The sample handbook, as a newcomer builds it.

use std::collections::BTreeMap;

use super::support::{Handbook, has_extension};

#[test]
fn it_builds_without_an_error_and_without_a_dead_link() {
    let site = Handbook::sample().site();
    assert_eq!(site.dead_links(), Vec::<String>::new());
    assert!(site.pages().count() > 80, "{}", site.pages().count());
}

#[test]
fn it_shows_each_state_of_agreement_and_each_kind_of_holder() {
    let data = Handbook::sample().data();
    for (state, least) in [("mutual", 100), ("expected", 3), ("offered", 3), ("external", 30)] {
        let found = data["agreements"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|a| a["state"] == state)
            .count();
        assert!(found >= least, "{found} agreements are {state}");
    }
    assert_eq!(data["people"].as_array().unwrap().len(), 25);
}

/// Whoever builds it for the first time reads them all, and they stay the same for a year.
#[test]
fn its_open_points_are_few_and_of_every_kind_that_people_have() {
    let sample = Handbook::sample();
    for day in ["2026-11-23", "2027-10-31"] {
        let found = sample
            .run(&["check", "--format", "short", "--date", day])
            .ok()
            .stdout;
        let mut counts = BTreeMap::new();
        for line in found.lines() {
            *counts.entry(line.rsplit('[').next().unwrap()).or_insert(0) += 1;
        }
        let expected = [
            ("review-overdue]", 1),
            ("unanswered-expectation]", 5),
            ("unclaimed-deliverable]", 3),
            ("vacant-role]", 3),
        ];
        assert_eq!(counts, BTreeMap::from(expected), "{day}: {found}");
    }
}

#[test]
fn what_its_page_for_editors_shows_of_a_finding_is_so() {
    let sample = Handbook::sample();
    let page = sample.read("content/handbook/contributing.md");
    let (_, rest) = page.split_once("```text\n").unwrap();
    let shown = rest.split_once("```\n").unwrap().0;
    let found = sample.run(&["check"]).ok().stdout;
    assert!(found.contains(shown), "{found}");
}

#[test]
fn no_page_holds_an_inline_script_or_style() {
    let site = Handbook::sample().site();
    for path in site.pages() {
        let page = site.page(path);
        for element in page.all("*") {
            let value = element.value();
            let inline = value
                .attrs()
                .any(|(name, _)| name == "style" || name.starts_with("on"));
            assert!(!inline, "{path}: {}", element.html());
            let inline = value.name() == "style"
                || (value.name() == "script"
                    && value.attr("src").is_none()
                    && value.attr("type") != Some("application/ld+json"));
            assert!(!inline, "{path}: {}", element.html());
        }
    }
}

#[test]
fn ids_are_unique_on_every_page() {
    let site = Handbook::sample().site();
    for path in site.pages() {
        let mut ids = site.page(path).attributes("[id]", "id");
        ids.sort();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "{path}");
    }
}

#[test]
fn nothing_of_the_machine_is_in_it() {
    let handbook = Handbook::sample();
    let site = handbook.site();
    let folder = handbook
        .path("")
        .to_str()
        .unwrap()
        .trim_end_matches('/')
        .to_owned();
    for (path, bytes) in &site.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(has_extension(path, "png") || !text.contains(&folder), "{path}");
    }
}
