//! The handbook for printing.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::support::Handbook;

#[test]
fn the_whole_handbook_is_on_one_page_with_a_list_of_its_chapters() {
    let site = Handbook::sample().site();
    let page = site.page("print.html");
    let chapters = page.texts(".chapter > h2");
    let once: BTreeSet<&String> = chapters.iter().collect();
    assert_eq!(once.len(), chapters.len(), "each chapter is there once");
    let data: serde_json::Value = serde_json::from_slice(site.bytes("rolebook.json")).unwrap();
    for party in data["parties"].as_array().unwrap() {
        let title = party["title"].as_str().unwrap();
        assert!(chapters.iter().any(|chapter| chapter == title), "{title}");
    }
    assert!(chapters.iter().any(|chapter| chapter == "Glossary"));
    let listed = page.texts(".print-contents ol ol a");
    assert_eq!(listed, chapters);
    let anchors: BTreeSet<String> = page
        .all(".chapter > h2")
        .iter()
        .filter_map(|heading| heading.attr("id").map(str::to_owned))
        .collect();
    for link in page.all(".print-contents a") {
        let href = link.attr("href").unwrap_or_default().trim_start_matches('#');
        assert!(anchors.contains(href), "{href}");
    }
    let footer = site.page("roles/engineer.html");
    assert_eq!(footer.all(".site-footer a[href=\"../print.html\"]").len(), 1);
}

#[test]
fn both_sides_words_are_printed() {
    let files = "//- content/roles/a.md\n# A\n\n## Stakeholders and Key Deliverables\n\n### [[b]]\n\n- a map\n\
                 //- content/roles/b.md\n# B\n\n## Dependencies\n\n### [[a]]\n\n- a good map\n";
    let page = Handbook::new(files).site().page("print.html");
    let rows = page.texts(".print-relations tr");
    let expected = [
        "B both sides say so a map The other side says that it needs: a good map",
        "A both sides say so a good map The other side says that it delivers: a map",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_large_handbook_is_printed_part_by_part_and_nothing_is_missing() {
    let mut files = String::new();
    for team in 0..30 {
        let _ = write!(files, "//- content/teams/team-{team}.md\n# Team {team}\n");
        for role in 0..5 {
            let id = team * 5 + role;
            let _ = write!(
                files,
                "//- content/roles/role-{id}.md\n+++\nteam = \"team-{team}\"\n+++\n# Role {id}\n"
            );
        }
    }
    for role in 0..130 {
        let _ = write!(files, "//- content/roles/lone-{role}.md\n# Lone {role}\n");
    }
    files.push_str("//- content/external/customer.md\n# Customer\n//- content/pages/how.md\n# How\n");
    let site = Handbook::new(&files).site();
    let contents = site.page("print.html");
    assert!(contents.all(".chapter").is_empty());
    let mut chapters = Vec::new();
    for link in contents.all(".link-list a") {
        let part = site.page(link.attr("href").unwrap());
        chapters.extend(part.texts(".chapter > h2"));
    }
    let once: BTreeSet<&String> = chapters.iter().collect();
    assert_eq!(
        (chapters.len(), once.len()),
        (312, 312),
        "30 teams, 280 roles, a customer, a page"
    );
}
