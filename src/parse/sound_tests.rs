//! What holds of every document, whatever its source.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::dump::read;
use super::markup::{Token, tokens};
use crate::model::{Block, Document, Fill, Item, Prose, ReferenceId, Template};
use crate::text::Span;

/// What sources are made of, and what breaks them.
#[rustfmt::skip]
const TOKENS: &[&str] = &[
    "\n", "\n\n", "\n\n\n", " ", "  ", "    ", "\t", "\r\n", "# ", "## ", "### ", "#### ",
    "## Dependencies\n\n", "## Stakeholders and Key Deliverables\n\n", "\n---\n", "\n===\n", "+++\n",
    "- ", "* ", "1. ", "7) ", "> ", "> [!NOTE]\n> ", "- [ ] ", "- [x] ", ": ", "\n: ", "\n\n: - ", "[[",
    "]]", "|", "\\|", "[[a]]", "[[b|shown]]", "[[c#d e]]", "[[|]]", "[[\n]]", "![[p.png]]", "[t](u.md)",
    "[](u.md#v)", "[t](https://example.org \"tip\")", "[t](javascript:x)", "![alt](i.png)", "![", "](",
    ")", "<https://example.org>", "<a@example.org>", "[^1]", "[^1]: note\n", "[^n]", "\n[^n]: - x\n",
    "*", "**", "_", "__", "~~", "`", "```\n", "~~~ rust\n", "\n| a | b |\n|:-:|--:|\n| c | d |\n",
    "|---|\n", "<b>", "</b>", "<i", ">", "<br>", "<!-- ", " -->", "<div>", "\n<div>\n\n",
    "\n</div>\n\n", "<p>", "</p>", "<script>", "</script>", "\n<script>\n", "<style>", "<textarea>",
    "\n<table><tr><td>\n\n", "</td></tr></table>\n\n", "<a href=\"x.md\" id=\"i\">", "<a id=j>", "</a>",
    "<img src=q.png>", "<img src=javascript:x onerror=y>",
    "<span id=\"k\" class=\"alert x\" style=\"y\">", "</span>", "<details open><summary>",
    "</summary></details>", "<svg>", "<your name>", "<h1 id=a>", "</h1>", "&", "&amp;", "&#0;", "&lt;",
    "<", "\\", "\u{0}", "\u{feff}", "\u{85}", "é", "日本", "🦀", "a", "word ", " - ", " — ", " and ", ", ",
    ":::note\n", "$x$", "^", "{#id}", "\"", "'",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn token_soup_makes_sound_documents(soup in prop::collection::vec(prop::sample::select(TOKENS), 0..40)) {
        sound_everywhere(&soup.concat());
    }

    #[test]
    fn any_text_makes_a_sound_document(text in any::<String>()) {
        sound_everywhere(&text);
    }
}

fn sound_everywhere(text: &str) {
    for path in ["content/roles/a.md", "content/page.md", "content/glossary.md"] {
        let (document, findings) = read(path, text);
        for finding in &findings {
            within(finding.place.place.span, text);
        }
        sound(&document, text);
    }
}

fn within(span: Span, text: &str) {
    assert!(text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
}

fn sound(document: &Document, text: &str) {
    within(document.title_span, text);
    document
        .references
        .iter()
        .for_each(|reference| within(reference.span, text));
    let ids: BTreeSet<&str> = document.anchors.iter().map(|anchor| anchor.id.as_str()).collect();
    assert_eq!(ids.len(), document.anchors.len(), "anchors are unique");
    prose(document, &document.lead);
    for section in &document.sections {
        within(section.span, text);
        prose(document, &section.title);
        assert!(ids.contains(section.anchor.as_str()));
        for block in &section.blocks {
            match block {
                Block::Prose { prose: said, items } => {
                    prose(document, said);
                    listed(document, items);
                }
                Block::Relations(found) => found
                    .iter()
                    .for_each(|id| assert!(id.index() < document.entries.len())),
            }
        }
    }
    for entry in &document.entries {
        within(entry.span, text);
        prose(document, &entry.lead);
        prose(document, &entry.body);
        listed(document, &entry.items);
        entry.references.iter().for_each(|id| known(document, *id));
        entry
            .inner
            .iter()
            .for_each(|id| assert!(id.index() < document.entries.len()));
    }
    for term in &document.terms {
        within(term.span, text);
        prose(document, &term.title);
        prose(document, &term.definition);
        assert!(ids.contains(term.anchor.as_str()));
    }
    document
        .footnotes
        .iter()
        .for_each(|note| prose(document, &note.prose));
}

fn known(document: &Document, id: ReferenceId) {
    assert!(id.index() < document.references.len());
}

fn listed(document: &Document, items: &[Item]) {
    let mut depth = 0;
    for item in items {
        assert!(item.depth <= depth + 64, "{}", item.depth);
        depth = item.depth;
        template(document, &item.text);
    }
}

fn prose(document: &Document, prose: &Prose) {
    template(document, &prose.text);
    template(document, &prose.html);
    well_formed(&filled(&prose.html));
}

fn template(document: &Document, template: &Template) {
    let mut last = 0;
    for slot in &template.slots {
        assert!(
            slot.at >= last && template.text.is_char_boundary(slot.at),
            "{template:?}"
        );
        last = slot.at;
        match &slot.fill {
            Fill::Open(id) | Fill::Close(id) | Fill::Name(id) | Fill::Address(id) => known(document, *id),
            Fill::Anchor(anchor) => assert!(document.anchors.iter().any(|known| known.id == *anchor)),
            Fill::Footnote(number) => assert!(*number < document.footnotes.len()),
            Fill::Word(_) => {}
        }
    }
}

fn filled(template: &Template) -> String {
    let mut out = String::new();
    let mut done = 0;
    for slot in &template.slots {
        out.push_str(&template.text[done..slot.at]);
        done = slot.at;
        out.push_str(match slot.fill {
            Fill::Open(_) => "<a>",
            Fill::Close(_) => "</a>",
            Fill::Anchor(_) => " id=\"ours\"",
            Fill::Address(_) => "ours",
            Fill::Name(_) | Fill::Footnote(_) | Fill::Word(_) => "name",
        });
    }
    out.push_str(&template.text[done..]);
    out
}

/// Tags are closed in turn, links don't nest, and nothing in them acts.
fn well_formed(html: &str) {
    const VOID: &[&str] = &["br", "hr", "img", "input", "wbr", "col"];
    let mut open: Vec<String> = Vec::new();
    for (_, token) in tokens(html) {
        match token {
            Token::Start(name, attributes) => {
                assert!(
                    !["script", "style", "iframe", "form", "svg", "object"].contains(&name.as_str()),
                    "{html}"
                );
                for (key, value) in attributes {
                    assert!(
                        !key.starts_with("on") && key != "style" && key != "href",
                        "{key} in {html}"
                    );
                    assert!(
                        (key != "id" && key != "src") || value == "ours",
                        "{key}={value} in {html}"
                    );
                }
                assert!(name != "a" || !open.contains(&name), "a link in a link: {html}");
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::End(name) => assert_eq!(open.pop().as_ref(), Some(&name), "{html}"),
            Token::Text(text) => assert!(!text.contains('<'), "{text} in {html}"),
            Token::Silent => panic!("a comment in {html}"),
        }
    }
    assert!(open.is_empty(), "{open:?} in {html}");
}

/// What takes a parser long, or deep, when it comes again and again.
#[test]
fn one_thing_written_a_thousand_times_is_borne() {
    let cases: &[&str] = &[
        "> ",
        "- ",
        "1. ",
        "[[",
        "[[a]]",
        "[[a|",
        "[a](",
        "![",
        "*a_ ",
        "**",
        "`",
        "` ``",
        "<b>",
        "<div>\n\n",
        "<p>",
        "<a href=\"",
        "<a>",
        "<b x=1></i>",
        "&",
        "&amp;",
        "a|",
        "|a|b\n|-|-\n",
        "a\n: b\n\n",
        "\n: ",
        ": - ",
        "[^1]",
        "[^1]: a\n",
        "# a\n",
        "## a\n",
        "### [[a]]\n- x\n",
        "- [[a]] - b\n",
        "<!--",
        "<!-- -->",
        "<",
        "\\",
        "~~a",
        "[x]: y\n",
        "a\n\n",
        "x",
        "\u{0}",
        "é",
        "- a\n\n  b\n",
        "- [ ] ",
        "<br>",
        "a<br>",
        "]",
        "(",
        "\n\n\t",
    ];
    for token in cases {
        for path in ["content/roles/a.md", "content/glossary.md"] {
            let text = format!("## Dependencies\n\n{}", token.repeat(50_000 / token.len()));
            let (document, _) = read(path, &text);
            let said =
                !document.sections.is_empty() || !document.terms.is_empty() || !document.lead.is_empty();
            assert!(said, "{token:?} leaves nothing of {path}");
        }
    }
}
