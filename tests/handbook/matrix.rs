//! The matrix: who needs what from whom.

use std::fmt::Write as _;

use super::graph_weight::large;
use super::graphs::SMALL;
use super::support::{Handbook, Page, text};

/// The cells that hold something: row, column, state in words and number, and where they lead.
fn cells(page: &Page) -> Vec<(String, String, String, String)> {
    let columns = page.texts(".matrix thead th");
    let mut found = Vec::new();
    for row in page.all(".matrix tbody tr") {
        let mut parts = row.children().filter_map(scraper::ElementRef::wrap);
        let head = parts.next().map(text).unwrap_or_default();
        for (cell, column) in parts.zip(&columns) {
            let link = scraper::Selector::parse("a").unwrap();
            if let Some(link) = cell.select(&link).next() {
                let attribute = |name: &str| link.value().attr(name).unwrap_or_default().to_owned();
                found.push((
                    head.clone(),
                    column.clone(),
                    attribute("aria-label"),
                    attribute("href"),
                ));
            }
        }
    }
    found
}

#[test]
fn a_row_needs_a_column_provides_and_a_cell_leads_to_both_sides_words() {
    let site = Handbook::new(SMALL).site();
    let page = site.page("graphs/matrix.html");
    let cell = |row: &str, column: &str, told: &str, anchor: &str| {
        (
            row.to_owned(),
            column.to_owned(),
            told.to_owned(),
            format!("#{anchor}"),
        )
    };
    assert_eq!(
        cells(&page),
        [
            cell(
                "Writer",
                "Printer",
                "expected, not promised, 1",
                "rb-writer--printer"
            ),
            cell("Reader", "Writer", "both sides say so, 1", "rb-reader--writer"),
            cell(
                "Reader",
                "Printer",
                "offered, not asked for, 1",
                "rb-reader--printer"
            ),
            cell("Customer", "Writer", "external, 1", "rb-customer--writer"),
        ]
    );
    assert_eq!(
        page.texts("#rb-reader--writer p"),
        [
            "Reader ← Writer both sides say so",
            "Reader says it needs: a text",
            "Writer says it delivers: a text; a summary"
        ]
    );
    assert_eq!(
        page.texts("#rb-writer--printer p").len(),
        2,
        "the other side says nothing"
    );
    for (_, _, _, href) in cells(&page) {
        page.one(&href);
    }
}

#[test]
fn a_team_has_a_matrix_of_its_roles_and_those_around_them() {
    let site = Handbook::new(SMALL).site();
    let page = site.page("graphs/matrix/alpha.html");
    assert_eq!(page.texts("h1"), ["Alpha: matrix"]);
    let ends: Vec<(String, String)> = cells(&page)
        .into_iter()
        .map(|(row, column, ..)| (row, column))
        .collect();
    assert_eq!(ends.len(), 3, "each relation of Writer: {ends:?}");
    assert!(
        ends.iter()
            .all(|(row, column)| row == "Writer" || column == "Writer"),
        "{ends:?}"
    );
    assert_eq!(
        site.page("graphs/matrix.html").texts(".team-graphs a"),
        ["Alpha", "Beta"]
    );
}

#[test]
fn no_matrix_is_heavy_and_what_is_left_out_is_counted() {
    for teams in [10, 30, 120] {
        let site = Handbook::new(&large(teams)).site();
        for path in site.pages().filter(|path| path.starts_with("graphs/matrix")) {
            let bytes = site.bytes(path).len();
            assert!(bytes <= 300_000, "{path} of {teams} teams has {bytes} bytes");
        }
        let page = site.page("graphs/matrix.html");
        let notes = page.texts(".graph-notes li").join(" ");
        let told: usize = cells(&page).len();
        match teams {
            10 => assert_eq!(told, 400, "each relation has a cell"),
            _ => assert!(notes.contains(&format!("{} relations", teams * 40)), "{notes}"),
        }
        if teams == 120 {
            assert!(notes.contains("60 teams with the fewest agreements"), "{notes}");
        }
    }
}

#[test]
fn a_team_that_very_many_turn_to_has_no_heavy_matrix_either() {
    let mut files = String::from("//- content/teams/hub.md\n# Hub\n");
    let words = "a named point of contact who answers within two working days & writes down what was agreed";
    for at in 0..40 {
        let _ = write!(
            files,
            "//- content/roles/hub-{at}.md\n+++\ndelegator = \"hub\"\n+++\n# Adviser on questions of kind {at}\n"
        );
    }
    for at in 0..160 {
        let _ = write!(
            files,
            "//- content/teams/team-{at}.md\n# Team {at}\n//- content/roles/role-{at}.md\n+++\ndelegator = \"team-{at}\"\n+++\n\
             # Somebody with a rather long title, number {at}\n\n## Dependencies\n\n"
        );
        for other in 0..4 {
            let hub = (at + other * 11) % 40;
            let _ = write!(files, "### [[hub-{hub}]]\n\n- {words}\n- {words}\n- {words}\n\n");
        }
        let _ = write!(
            files,
            "## Stakeholders and Key Deliverables\n\n### [[hub-{}]]\n\n- {words}\n\n",
            at % 40
        );
    }
    let site = Handbook::new(&files).site();
    let page = site.page("graphs/matrix/hub.html");
    let bytes = site.bytes("graphs/matrix/hub.html").len();
    assert!((200_000..=300_000).contains(&bytes), "{bytes} bytes");
    let told = cells(&page).len();
    assert_eq!(page.all(".matrix-relations li").len(), told);
    let notes = page.texts(".graph-notes li").join(" ");
    assert!(
        notes.contains(&format!("{} relations", 800 - told)),
        "{told}: {notes}"
    );
}
