//! What authors write, as pages show it.

use super::{ASSET, OWNER, attributes, compile, pages, sample, snapshot, texts};

#[test]
fn names_are_shown_as_titles_or_as_written() {
    let page = (
        "content/notes.md",
        "# Notes\n\n[[owner]], [[product owner]], all [[Customers]], a [[service]], [[ana]], [[product-owners]], \
         [[owner#purpose]], [](how/on-call.md)\n\n### With [[owner]]\n\n## See [[engineer#key-responsibilities]]\n",
    );
    let owner = (
        "content/roles/owner.md",
        "+++\ntitle = \"Product Owner\"\naliases = [\"Product owners\"]\n+++\n## Purpose\n\nDecides.\n",
    );
    let customer = (
        "content/external/customer.md",
        "+++\naliases = [\"Customers\"]\n+++\n# Customer\n",
    );
    let replaced = [OWNER.0, customer.0];
    let rest = sample().into_iter().filter(|(path, _)| !replaced.contains(path));
    let pages = pages(&rest.chain([page, owner, customer]).collect::<Vec<_>>());
    let notes = &pages["notes.html"];
    assert_eq!(
        texts(notes, ".body .prose > p")[0],
        "Product Owner, product owner, all Customers, a service, Ana Ruiz, Product owners, Product Owner: Purpose, On call"
    );
    assert_eq!(
        texts(notes, ".contents li"),
        ["With Product Owner", "See Engineer: Key Responsibilities"]
    );
}

#[test]
fn relations_named_in_words_lead_to_the_party_and_own_words_repeat_no_anchor() {
    let role = (
        "content/roles/r.md",
        "# R\n\n## Dependencies\n\n### customer\n\n- x\n\n### R\n\n<a id=\"here\"></a> Own[^1].\n\n#### More\n\n[^1]: Note.\n",
    );
    let pages = pages(&sample().into_iter().chain([role]).collect::<Vec<_>>());
    let html = &pages["roles/r.html"];
    assert_eq!(
        attributes(html, "dt a.party", "href")[..2],
        ["../external/customer.html", ""]
    );
    for id in ["here", "more", "fn-1", "rb-fn-1"] {
        assert_eq!(attributes(html, &format!("[id={id}]"), "id").len(), 1, "{id}");
    }
}

#[test]
fn footnotes_lead_back_to_where_they_are_referred_to() {
    let page = (
        "content/notes.md",
        "# Notes[^t]\n\nOne[^a], two[^a-ref].\n\n[^a]: First.\n\n[^a-ref]: Second[^n].\n\n[^n]: Third.\n\n[^t]: Title.\n",
    );
    let glossary = (
        "content/glossary.md",
        "# Glossary\n\nSaid[^s].\n\nService\n: Runs[^s].\n\n[^s]: Note.\n",
    );
    let rest = sample().into_iter().filter(|(path, _)| *path != glossary.0);
    let pages = pages(&rest.chain([page, glossary]).collect::<Vec<_>>());
    for (path, notes) in [("notes.html", 3), ("glossary.html", 1)] {
        let html = &pages[path];
        let ids = attributes(html, "[id]", "id");
        let back = attributes(html, ".footnotes .back", "href");
        assert_eq!(back.len(), notes, "{path}");
        for href in back.iter().chain(&attributes(html, ".footnote-ref a", "href")) {
            assert_eq!(
                ids.iter().filter(|id| **id == href[1..]).count(),
                1,
                "{href} of {path}"
            );
        }
    }
}

#[test]
fn people_are_in_no_heading_title_anchor_or_picture_where_they_are_not_published() {
    let book = |publish: &str| format!("[book]\ntitle = \"Test\"\n[people]\npublish = \"{publish}\"\n");
    let (names, none) = (book("names"), book("none"));
    let mut files = vec![
        ("book.toml", none.as_str()),
        (
            "content/people.toml",
            "[zoe-quinn]\nname = \"Zoe Quinn\"\npicture = \"faces/zoe.jpg\"\n",
        ),
        ("content/faces/zoe.jpg", ASSET),
        ("content/people/zoe-quinn.md", "# Zoe Quinn\n\n## Hobbies\n"),
        (
            "content/notes.md",
            "# Of [[zoe-quinn]]\n\n## By [[zoe-quinn]]\n\n### [[zoe-quinn]]\n\n## Section\n\n\
             [a](#by-zoe-quinn) [[notes#By zoe-quinn]] [b](people/zoe-quinn.md#hobbies)\n",
        ),
        ("content/roles/r.md", "# R\n\n[a](../notes.md#zoe-quinn)\n"),
        ("content/glossary.md", "[[Zoe Quinn]]\n: Says [[zoe-quinn]].\n"),
    ];
    let snapshot_of_none = snapshot(&files);
    let site = compile(&snapshot_of_none, &crate::Asked::default()).site;
    let pages_of_none = pages(&files);
    let made_of_none = pages_of_none
        .iter()
        .filter(|(path, _)| !path.starts_with("theme/"))
        .map(|(path, text)| format!("{path} {text}"));
    for said in made_of_none.chain(site.files.keys().map(ToString::to_string)) {
        assert!(!said.to_lowercase().contains("zoe"), "{said}");
    }
    files[0].1 = &names;
    let snapshot_of_names = snapshot(&files);
    let site = compile(&snapshot_of_names, &crate::Asked::default()).site;
    assert!(!site.files.keys().any(|path| path.as_str().contains("zoe.jpg")));
    for (pages, role, anchor) in [
        (&pages_of_none, "../notes.html#section-2", "by"),
        (&pages(&files), "../notes.html#zoe-quinn", "by-zoe-quinn"),
    ] {
        let notes = &pages["notes.html"];
        let links = attributes(notes, ".body .prose a", "href");
        assert_eq!(
            links.iter().filter(|href| **href == format!("#{anchor}")).count(),
            2,
            "{links:?}"
        );
        assert_eq!(
            attributes(notes, ".contents li:first-child a", "href"),
            [format!("#{anchor}")]
        );
        assert!(attributes(notes, "h2", "id").contains(&anchor.to_owned()));
        assert!(!links.iter().any(|href| href.contains("hobbies")), "{links:?}");
        assert!(attributes(&pages["roles/r.html"], "a", "href").contains(&role.to_owned()));
    }
}
