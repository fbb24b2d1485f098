//! Pages as people read them, parsed.

use super::support::{Handbook, Page, text};

fn sample_page(path: &str) -> Page {
    Handbook::sample().site().page(path)
}

#[test]
fn a_role_page_has_its_facts_sections_prompts_and_neighbourhood() {
    let page = sample_page("roles/engineer.html");
    assert_eq!(page.texts("h1"), ["Engineer"]);
    assert!(!page.all("main table th[scope=row]").is_empty() || !page.all("main dl.facts dt").is_empty());
    let headings = page.texts("main h2");
    for heading in [
        "Purpose",
        "Key Responsibilities",
        "Stakeholders and Key Deliverables",
        "Dependencies",
    ] {
        assert!(
            headings.iter().any(|known| known == heading),
            "{heading} among {headings:?}"
        );
    }
    assert!(page.all("main .prompt").len() >= 4);
    assert_eq!(page.all("main svg > desc").len(), 1);
    let drawings = page.all("main svg");
    assert!(!drawings.is_empty());
    for svg in drawings {
        let count = |what: &str| svg.select(&scraper::Selector::parse(what).unwrap()).count();
        assert!(
            count("title") >= count("a[href]"),
            "the drawing and each card have a name"
        );
        assert!(
            count("a[href]") >= 15,
            "{} of the neighbours are linked",
            count("a[href]")
        );
    }
}

#[test]
fn beside_each_relation_stand_the_other_sides_words_and_the_state_in_words() {
    let handbook = Handbook::new(
        r"
//- content/roles/a.md
# A

## Stakeholders and Key Deliverables

### [[b]] of the team

- what A delivers

### [[c]]

- nobody asked

### [[x]]

- to someone outside

## Dependencies

### [[b]]

- never promised

//- content/roles/b.md
# B

## Dependencies

### [[a]] next door

- what B needs

//- content/roles/c.md
# C

## Dependencies

[[d]]
: - something

//- content/roles/d.md
# D

//- content/external/x.md
# X
",
    );
    let site = handbook.site();
    let page = site.page("roles/a.html");
    let section = page.one("section:has(> h2#stakeholders-and-key-deliverables)");
    let said = text(section);
    let order: Vec<usize> = [
        "of the team",
        "what A delivers",
        "what B needs",
        "nobody asked",
        "to someone outside",
    ]
    .iter()
    .map(|words| said.find(words).unwrap_or_else(|| panic!("no {words} in {said}")))
    .collect();
    assert!(order.is_sorted(), "{said}");
    let needs = text(page.one("section:has(> h2#dependencies)"));
    assert!(needs.contains("never promised"), "{needs}");
    for (state, count) in [("mutual", 1), ("offered", 1), ("external", 1), ("expected", 1)] {
        assert_eq!(
            page.all(&format!("main dl .state-{state}")).len(),
            count,
            "{state}"
        );
        assert!(
            page.all(&format!("main dl .state-{state}"))
                .iter()
                .all(|mark| !text(*mark).is_empty())
        );
    }
    // D says nothing of what C expects; its page does.
    let page = site.page("roles/d.html");
    assert!(text(page.one("section:has(> h2#rb-expected)")).contains("something"));
    // X's page collects what anyone owes it.
    let page = site.page("external/x.html");
    assert!(text(page.one("main")).contains("to someone outside"));
}

#[test]
fn teams_and_people_meet_their_counterparts_by_name() {
    let handbook = Handbook::new(
        r#"
//- content/teams/vega.md
# Vega
//- content/teams/lyra.md
# Lyra
//- content/roles/engineer.md
+++
title = "Engineer"
keepers = [{ person = "ana", team = "vega" }, { person = "ben", team = "lyra" }]
+++

## Dependencies

- [[product-owner]]: a backlog
//- content/roles/product-owner.md
+++
title = "Product Owner"
keepers = [{ person = "cleo", team = "vega" }, { person = "dan", team = "lyra" }]
+++
//- content/people.toml
[ana]
name = "Ana"
[ben]
name = "Ben"
[cleo]
name = "Cleo"
[dan]
name = "Dan"
"#,
    );
    let site = handbook.site();
    let ana = text(site.page("people/ana.html").one("main"));
    assert!(ana.contains("Cleo") && !ana.contains("Dan"), "{ana}");
    let ben = text(site.page("people/ben.html").one("main"));
    assert!(ben.contains("Dan") && !ben.contains("Cleo"), "{ben}");
    let vega = text(site.page("teams/vega.html").one("main"));
    assert!(
        vega.contains("Ana") && vega.contains("Cleo") && !vega.contains("Dan"),
        "{vega}"
    );
}

#[test]
fn vacancies_are_said() {
    let handbook = Handbook::new(
        "//- content/roles/a.md\n+++\ntitle = \"A\"\nkeepers = []\n+++\n
//- content/roles/b.md\n+++\ntitle = \"B\"\nkeepers = [{ vacant = true, note = \"hiring\" }]\n+++\n",
    );
    let site = handbook.site();
    assert_eq!(site.page("roles/a.html").all("main .vacant").len(), 1);
    assert!(
        text(site.page("roles/b.html").one("main li:has(.vacant)"))
            .to_lowercase()
            .contains("hiring")
    );
}

#[test]
fn every_kind_of_markdown_arrives() {
    let handbook = Handbook::new(
        "//- content/page.md\n# Page\n\n> [!WARNING]\n> Mind the gap.\n\n- [x] done\n- [ ] open\n\n~~old~~\n\n\
         A note[^n] and again[^n].\n\n[^n]: The note, with [[other]].\n\n| a | b |\n| :-- | --: |\n| 1 | 2 |\n\n\
         ```rust\nfn main() { let x = \"[[other]]\"; }\n```\n\nTerm\n: Definition\n//- content/other.md\n# Other\n",
    );
    let site = handbook.site();
    let page = site.page("page.html");
    assert!(text(page.one("main .alert-warning")).contains("Mind the gap."));
    assert_eq!(page.all("main input[type=checkbox][disabled]").len(), 2);
    assert_eq!(page.texts("main del"), ["old"]);
    assert_eq!(page.texts("main td"), ["1", "2"]);
    assert!(page.texts("main pre code")[0].contains("[[other]]"));
    assert_eq!(page.texts("main dd"), ["Definition"]);
    assert!(page.texts("main").join(" ").contains("The note, with Other."));
    assert_eq!(site.dead_links(), Vec::<String>::new());
}

#[test]
fn pages_are_ordered_by_their_order_then_their_title() {
    let handbook = Handbook::new(
        "//- content/g/index.md\n# Guides\n//- content/g/c.md\n+++\norder = 1\n+++\n# Zebra\n//- content/g/a.md\n# Beta\n//- content/g/b.md\n# Alpha\n",
    );
    let page = handbook.site().page("g/a.html");
    let links = page.texts("nav a");
    let order: Vec<usize> = ["Guides", "Zebra", "Alpha", "Beta"]
        .iter()
        .map(|t| links.iter().position(|l| l == t).unwrap())
        .collect();
    assert!(order.is_sorted(), "{links:?}");
}

#[test]
fn the_handbooks_own_theme_takes_the_built_in_ones_place_file_by_file() {
    let handbook = Handbook::new(
        "//- content/index.md\n# Home\n//- themes/default/words/en.toml\n\"nav.roles\" = \"Hats\"\n
//- content/roles/a.md\n# A\n//- themes/default/templates/not-found.html\n<!doctype html><title>Gone</title>\n",
    );
    let site = handbook.site();
    assert_eq!(
        String::from_utf8_lossy(site.bytes("404.html")).trim(),
        "<!doctype html><title>Gone</title>"
    );
    assert!(
        site.page("index.html")
            .texts("nav a")
            .contains(&"Hats".to_owned())
    );
}

#[test]
fn pages_speak_the_handbooks_language() {
    let handbook = Handbook::new(
        "//- book.toml\n[book]\ntitle = \"T\"\nlanguage = \"de-CH\"\n//- content/roles/a.md\n# A\n\n## Zweck\n\nText.\n",
    );
    let page = handbook.site().page("roles/a.html");
    assert_eq!(page.attributes("html", "lang"), ["de-CH"]);
    assert!(
        page.texts("nav a").contains(&"Rollen".to_owned()),
        "{:?}",
        page.texts("nav a")
    );
    assert_eq!(page.all("main .prompt").len(), 1, "Zweck is the schema's purpose");
}
