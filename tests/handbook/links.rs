//! References: every way to write one, and none that is dead in what is built.

use std::fmt::Write as _;

use super::bad_input::Random;
use super::support::Handbook;

#[test]
fn every_way_to_write_a_reference_leads_to_the_same_page() {
    let handbook = Handbook::new(
        r#"
//- content/guides/deep/page.md
# Page

- [[product-owner]]
- [[Product Owner]]
- [[PRODUCT  OWNER]]
- [[PO]]
- [[product-owner|the owner]]
- [x](../../roles/product-owner.md)

| in a table |
| --- |
| [[product-owner\|the owner]] |

[[product-owner#purpose]] [y](../../roles/product-owner.md#purpose)
//- content/roles/product-owner.md
+++
title = "Product Owner"
aliases = ["PO"]
+++

## Purpose

Decides.
"#,
    );
    let site = handbook.site();
    let page = site.page("guides/deep/page.html");
    let links = page.attributes("main ul a, main table a", "href");
    assert_eq!(links, ["../../roles/product-owner.html"; 7]);
    let anchored = page.attributes("main a[href$='#purpose']", "href");
    assert_eq!(anchored, ["../../roles/product-owner.html#purpose"; 2]);
    assert!(page.texts("main li").contains(&"Product Owner".to_owned()));
    assert_eq!(site.dead_links(), Vec::<String>::new());
}

#[test]
fn glossary_terms_are_explained_where_they_are_used() {
    let handbook = Handbook::new(
        "//- content/glossary.md\n# Words\n\nService level agreement (SLA)\n: What we promise.\n\nService\n: What we run.\n
//- content/page.md\n# Page\n\nOur [[SLA]] and [[service]].\n",
    );
    let site = handbook.site();
    let page = site.page("page.html");
    assert_eq!(page.texts("main p a.term"), ["SLA", "service"]);
    assert_eq!(
        page.attributes("main p a.term", "title"),
        ["What we promise.", "What we run."]
    );
    assert_eq!(site.dead_links(), Vec::<String>::new());
    let glossary = site.page("glossary.html");
    assert_eq!(glossary.texts("main dt").len(), 2);
}

#[test]
fn back_links_name_who_mentions_a_role_and_nobody_twice() {
    let handbook = Handbook::new(
        "//- content/roles/a.md\n# A\n//- content/roles/b.md\n# B\n\n## Purpose\n\n[[a]] and [[A]] again.\n
//- content/index.md\n# Home\n\nSee [[a]].\n",
    );
    let site = handbook.site();
    let page = site.page("roles/a.html");
    assert_eq!(page.texts("section:has(> h2#rb-mentioned-by) a"), ["B", "Home"]);
}

#[test]
fn images_and_files_beside_the_sources_are_published_as_they_are() {
    let handbook = Handbook::new(
        "//- content/roles/a.md\n# A\n\n![Steps of an escalation](pictures/steps.svg) and [a list](list.csv)\n
//- content/roles/list.csv\na,b\n
//- content/roles/pictures/steps.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    );
    let site = handbook.site();
    let page = site.page("roles/a.html");
    assert_eq!(page.attributes("main img", "src"), ["pictures/steps.svg"]);
    assert_eq!(page.attributes("main img", "alt"), ["Steps of an escalation"]);
    assert_eq!(
        site.bytes("roles/list.csv"),
        handbook.read("content/roles/list.csv").as_bytes()
    );
    assert_eq!(site.dead_links(), Vec::<String>::new());
}

#[test]
fn raw_html_is_cleaned() {
    let handbook = Handbook::new(
        "//- content/page.md\n# Page\n\n<p onclick=\"x()\">kept <b>bold</b></p><script>alert(1)</script>\n\n\
         a <b>b</b> <iframe src=\"//x\"></iframe>\n\n\
         <a href=\"other.md\">other</a> [[other]]\n\n## Next\n//- content/other.md\n# Other\n",
    );
    let site = handbook.site();
    let html = std::str::from_utf8(site.bytes("page.html")).unwrap();
    let page = site.page("page.html");
    assert_eq!(page.texts("main b"), ["bold", "b"]);
    assert!(
        !html.contains("onclick=") && !html.contains("alert(1)") && !html.contains("<iframe"),
        "{html}"
    );
    assert_eq!(
        page.attributes("main .prose a", "href"),
        ["other.html", "other.html"]
    );
    assert_eq!(page.all("#next").len(), 1);
}

#[test]
fn a_script_as_an_address_is_no_link_and_is_told_of() {
    let handbook = Handbook::new(
        "//- book.toml\n[book]\ntitle = \"T\"\n[lints]\nbroken-link = \"warn\"\n
//- content/page.md\n# Page\n\n[k](javascript:alert(1)) <a href=\"java\tscript:alert(1)\">j</a> ![p](data:text/html,x)\n",
    );
    let found = handbook.findings_with(&[]);
    assert_eq!(found.matches("warning[broken-link]").count(), 2, "{found}");
    assert_eq!(found.matches("and here").count(), 1, "{found}");
    let site = handbook.site();
    let page = site.page("page.html");
    let addresses = [
        page.attributes("main a", "href"),
        page.attributes("main img", "src"),
    ]
    .concat();
    assert!(
        !addresses
            .iter()
            .any(|address| address.contains("script:") || address.starts_with("data:")),
        "{addresses:?}"
    );
}

/// Organisations of chance: whatever refers to whatever, nothing that is built is dead.
#[test]
fn no_link_of_any_built_site_is_dead() {
    const FOLDERS: [&str; 5] = ["roles", "roles/deep er", "teams", "external", "pages/ü"];
    for seed in 0..6 {
        let mut random = Random(seed);
        let handbook = Handbook::new(
            "//- content/glossary.md\n# Words\n\nTerm one (TO)\n: About [[n0]].\n\nTerm two\n: See [[Term one]].\n
//- content/people.toml\n[ana]\nname = \"Ana Ruiz\"\n[leo]\nname = \"Leo Brandt\"\n
//- content/a picture.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
        );
        let count = random.below(30) + 5;
        let folders: Vec<&str> = (0..count).map(|_| FOLDERS[random.below(FOLDERS.len())]).collect();
        for (at, folder) in folders.iter().enumerate() {
            let reference = |random: &mut Random| match random.below(9) {
                0 => "[[TO]]".to_owned(),
                1 => "[[ana]] and [[Leo Brandt|L.]]".to_owned(),
                2 => "![A picture](<../a picture.svg>)"
                    .replace("../", &"../".repeat(folder.matches('/').count() + 1)),
                3 => "[[#first heading]]".replace("first heading", "first-heading"),
                4 => "a note[^n]".to_owned(),
                _ => {
                    let other = random.below(count);
                    let up = "../".repeat(folder.matches('/').count() + 1);
                    match random.below(3) {
                        0 => format!("[there](<{up}{}/n{other}.md#first-heading>)", folders[other]),
                        1 => format!("[[n{other}#first-heading]]"),
                        _ => format!("[[Name {other}]]"),
                    }
                }
            };
            let mut text = format!("+++\ntitle = \"Name {at}\"\n+++\n\n## First heading\n\n");
            for _ in 0..random.below(6) {
                writeln!(text, "Some words {} more.\n", reference(&mut random)).unwrap();
            }
            for section in ["Stakeholders", "Dependencies"] {
                writeln!(text, "## {section}\n").unwrap();
                let party = |at: &usize| !folders[*at].starts_with("pages");
                let others: Vec<usize> = (0..random.below(5))
                    .map(|_| random.below(count))
                    .filter(party)
                    .collect();
                for other in others {
                    writeln!(text, "### [[n{other}]] of {at}\n\n- {}\n", reference(&mut random)).unwrap();
                }
            }
            handbook.write(
                &format!("content/{folder}/n{at}.md"),
                text + "\n[^n]: A note, with [[Term two]].\n",
            );
        }
        assert_eq!(handbook.site().dead_links(), Vec::<String>::new(), "seed {seed}");
    }
}
