//! What a reader finds at a glance: what comes first, what is said once, what is in reach.

use super::support::{Handbook, text};

#[test]
fn what_a_role_is_for_comes_before_its_relations_and_the_list_of_headings_follows() {
    let handbook = Handbook::new(
        "//- content/roles/a.md\n# A\n\n## Purpose\n\nIt is for this.\n\n## Dependencies\n\n### [[b]]\n\n- a thing\n\n## Key Challenges\n\n- many\n\
         //- content/roles/b.md\n# B\n",
    );
    let page = handbook.site().page("roles/a.html");
    let headings = [
        "Purpose",
        "Relations at a glance",
        "Dependencies",
        "Key Challenges",
    ];
    assert_eq!(page.texts("main .body h2"), headings);
    assert_eq!(page.texts("nav.contents .level-2"), headings);
}

#[test]
fn the_team_is_said_where_it_is_not_a_delegator() {
    let handbook = Handbook::new(
        "//- content/teams/vega.md\n# Vega\n\
         //- content/roles/a.md\n+++\ntitle = \"A\"\ndelegator = \"vega\"\n+++\n\
         //- content/roles/b.md\n+++\ntitle = \"B\"\ndelegator = \"a\"\nteam = \"vega\"\n+++\n",
    );
    let site = handbook.site();
    for (page, rows) in [
        ("roles/a.html", vec!["Delegator"]),
        ("roles/b.html", vec!["Delegator", "Team"]),
    ] {
        assert_eq!(site.page(page).texts("main table.facts th"), rows, "{page}");
    }
}

#[test]
fn the_other_sides_name_leads_to_where_it_says_so_and_how_it_names_this_side_is_seen() {
    let handbook = Handbook::new(
        "//- content/roles/a.md\n# A\n\n## Dependencies\n\n### [[b]]\n\n- one\n\n### [[c]]\n\n- two\n\n### [[d]]\n\n- three\n\
         //- content/roles/b.md\n# B\n\n## Key Deliverables\n\n### [[a]] of the team\n\n- one\n\
         //- content/roles/c.md\n# C\n\n## Key Deliverables\n\n### [[a]]\n\n- two\n\
         //- content/roles/d.md\n# D\n",
    );
    let page = handbook.site().page("roles/a.html");
    assert_eq!(
        page.texts(".other-says"),
        [
            "B says it delivers to “A of the team”:",
            "C says it delivers:",
            "D does not mention this among what it delivers.",
        ]
    );
    let links = page.attributes(".other-says a", "href");
    assert_eq!(links, ["b.html#a-of-the-team", "c.html#a", "d.html"]);
}

#[test]
fn few_pages_are_all_in_reach_and_of_many_those_nearby() {
    let pages = |number: usize| {
        let pages = (1..number).map(|n| format!("//- content/how/p{n:02}.md\n# Page {n}\n"));
        pages.collect::<String>() + "//- content/about.md\n# About\n"
    };
    for (number, shown) in [(40, 39), (41, 0)] {
        let handbook = Handbook::new(&pages(number));
        let page = handbook.site().page("about.html");
        let inside = page.texts("nav.navigation li li");
        assert_eq!(inside.len(), shown, "of {number}");
        assert_eq!(page.texts("nav.navigation [aria-current]"), ["About"]);
    }
}

#[test]
fn a_team_names_who_keeps_its_roles_in_other_teams() {
    let handbook = Handbook::new(
        "//- content/teams/vega.md\n# Vega\n\
         //- content/teams/lyra.md\n# Lyra\n\
         //- content/roles/a.md\n+++\ntitle = \"A\"\nteam = \"vega\"\nkeepers = [{ person = \"ana\", team = \"lyra\" }]\n+++\n\
         //- content/people.toml\n[ana]\nname = \"Ana\"\n",
    );
    let site = handbook.site();
    let keepers = |page: &str| site.page(page).texts("main .team-roles .holder-text");
    assert_eq!(keepers("teams/vega.html"), ["Ana in Lyra"]);
    assert_eq!(keepers("teams/lyra.html"), ["Ana"]);
}

#[test]
fn an_external_party_without_facts_begins_with_its_relations_and_what_it_is_owed() {
    let handbook = Handbook::new(
        "//- content/external/x.md\n# X\n\
         //- content/roles/a.md\n# A\n\n## Key Deliverables\n\n### [[x]]\n\n- care\n\n## Dependencies\n\n### [[x]]\n\n- money\n",
    );
    let page = handbook.site().page("external/x.html");
    assert!(page.all("table.facts").is_empty());
    assert_eq!(
        page.texts("main .body h2"),
        [
            "Relations at a glance",
            "What we owe this party",
            "What we need from this party"
        ]
    );
    assert!(text(page.one("section:has(> #rb-offered)")).contains("care"));
}
