//! What documents say, from their sources.

use super::dump::{dump, page, read, role, shown};

/// Compares line by line; `expected` is indented as it stands here.
fn same(shown: &str, expected: &str) {
    let expected: Vec<&str> = expected
        .trim_matches('\n')
        .lines()
        .map(|line| line.trim_start_matches("        "))
        .collect();
    assert_eq!(
        shown.trim_end(),
        expected.join("\n").trim_end(),
        "\n--- shown:\n{shown}"
    );
}

#[test]
fn an_items_qualifier_belongs_to_its_lead() {
    let cases = [
        (
            "[[a]] of the *Engineer's* team - why",
            "{0:{name 0}} of the <em>Engineer's</em> team",
            "why",
        ),
        (
            "[[a]] of the team: **why** not",
            "{0:{name 0}} of the team",
            "<strong>why</strong> not",
        ),
        (
            "[[a]] and **[[b]]** of the team &ndash; why",
            "{0:{name 0}} and {1:{name 1}} of the team",
            "why",
        ),
        (
            "[[a]] of `x - y` - why",
            "{0:{name 0}}",
            "of <code>x - y</code> - why",
        ),
        (
            "[[a]] with [[b]] - why",
            "{0:{name 0}}",
            "with {1:{name 1}} - why",
        ),
        ("[[a]] of the\nteam - why", "{0:{name 0}}", "of the⏎team - why"),
    ];
    for (item, lead, body) in cases {
        let shown = role(&format!("## Dependencies\n\n- {item}\n"));
        let entry: Vec<&str> = shown.lines().skip(2).take(2).collect();
        let found = entry[0].trim_start_matches("item ");
        assert_eq!(
            found.rsplit_once(" [").map(|(lead, _)| lead),
            Some(lead),
            "{item}"
        );
        assert_eq!(entry[1].trim(), format!("<p>{body}</p>⏎"), "{item}");
    }
    let (document, _) = read(
        "content/roles/x.md",
        "## Dependencies\n\n- **[[a]]** and [[b]] of c - d\n",
    );
    assert_eq!(
        shown(&document.entries[0].lead.text),
        "{name 0} and {name 1} of c"
    );
}

#[test]
fn relations_are_written_in_three_ways() {
    let shown = role(
        "## Stakeholders and Key Deliverables\n\nGuidance.\n\n\
         ### [[product-owner]] of the team\n\n- A deliverable\n  - nested\n\n\
         ### [[customer]] and [the team](../teams/vega.md#purpose \"Vega\")\n\nProse.\n\n\
         ### External\n\n- [[a]]: one\n- **[[b]]**, [[c]] - two\n\n\
         ## Dependencies\n\n\
         - [[customer]] – a backlog\n  that goes on\n  - with this\n- none\n\n\
         [[product-owner]]\n: - one\n  - two\n\n\
         Team\n: first\n: second\n\nEnd.\n",
    );
    let expected = "
        = Engineer
        == Stakeholders and Key Deliverables #stakeholders-and-key-deliverables customers-and-deliverables
        <p>Guidance.</p>⏎
        heading {0:{name 0}} of the team [0] #product-owner-of-the-team
          <ul>⏎<li>A deliverable⏎<ul>⏎<li>nested</li>⏎</ul>⏎</li>⏎</ul>⏎
          * A deliverable
          ** nested
        heading {1:{name 1}} and {2:the team} [1, 2] #customer-and-the-team
          <p>Prose.</p>⏎
          * Prose.
        heading External [] #external
          <ul>⏎<li>{3:{name 3}}: one</li>⏎<li><strong>{4:{name 4}}</strong>, {5:{name 5}} - two</li>⏎</ul>⏎
          * {name 3}: one
          * {name 4}, {name 5} - two
            item {3:{name 3}} [3]
              <p>one</p>⏎
              * one
            item {4:{name 4}}, {5:{name 5}} [4, 5]
              <p>two</p>⏎
              * two
        == Dependencies #dependencies dependencies
        item {6:{name 6}} [6]
          <p>a backlog⏎that goes on</p>⏎<ul>⏎<li>with this</li>⏎</ul>⏎
          * a backlog that goes on
          ** with this
        item  []
          <p>none</p>⏎
          * none
        term {7:{name 7}} [7]
          <ul>⏎<li>one</li>⏎<li>two</li>⏎</ul>⏎
          * one
          * two
        term Team []
          <p>first</p>⏎<p>second</p>⏎
          * first
          * second
        <p>End.</p>⏎
        0 wikilink product-owner
        1 wikilink customer
        2 link ../teams/vega.md#purpose \"Vega\"
        3 wikilink a
        4 wikilink b
        5 wikilink c
        6 wikilink customer
        7 wikilink product-owner
        ";
    same(&shown, expected);
}

/// The HTML that a page begins with.
fn html(text: &str) -> String {
    shown(&read("content/page.md", text).0.lead.html)
}

#[test]
fn markdown_becomes_html_with_slots() {
    let cases = [
        (
            "a *b* **c** ~~d~~ `e<f>`",
            "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;f&gt;</code></p>⏎",
        ),
        ("a\\\nb\n\n***\n", "<p>a<br>⏎b</p>⏎<hr>⏎"),
        (
            "[[a]] [[a|b]] [[a#c]] [](a.md)",
            "<p>{0:{name 0}} {1:b} {2:{name 2}} {3:{name 3}}</p>⏎",
        ),
        ("<https://a.b> <x@y.z>", "<p>{0:https://a.b} {1:x@y.z}</p>⏎"),
        (
            "`[[a]]`\n\n    [[b]]",
            "<p><code>[[a]]</code></p>⏎<pre><code>[[b]]</code></pre>⏎",
        ),
        (
            "```rust ignore\na & b\n```",
            "<pre><code class=\"language-rust\">a &amp; b⏎</code></pre>⏎",
        ),
        (
            "![a *b* \"c\"](i.png \"d\")",
            "<p><img src=\"{address 0}\" alt=\"a b &quot;c&quot;\" title=\"d\" loading=\"lazy\"></p>⏎",
        ),
        (
            "[![a](i.png)](b.md)",
            "<p>{0:<img src=\"{address 1}\" alt=\"a\" loading=\"lazy\">}</p>⏎",
        ),
        ("### A b\n", "<h3{#a-b}>A b</h3>⏎"),
        ("3. a\n4. b", "<ol start=\"3\">⏎<li>a</li>⏎<li>b</li>⏎</ol>⏎"),
        (
            "- [x] a\n",
            "<ul>⏎<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"{task.done}\"> a</li>⏎</ul>⏎",
        ),
        (
            "> [!TIP]\n> a",
            "<div class=\"alert alert-tip\" role=\"note\">⏎<p class=\"alert-title\">{alert.tip}</p>⏎<p>a</p>⏎</div>⏎",
        ),
        ("a\n: b\n\nnext", "<dl>⏎<dt>a</dt>⏎<dd>b</dd>⏎</dl>⏎<p>next</p>⏎"),
        (
            "|a|b|\n|-|-:|\n|[[c\\|d]]|[[e]]|",
            "<div class=\"table\"><table>⏎<thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"align-right\">b</th>\
             </tr></thead><tbody>⏎<tr><td>{0:d}</td><td class=\"align-right\">{1:{name 1}}</td></tr>⏎</tbody></table></div>⏎",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(html(text), expected, "{text}");
    }
}

#[test]
fn authors_html_is_cleaned_and_its_links_are_references() {
    let cases = [
        (
            "a <b onclick=x>b</b> <u>[[c]]",
            "<p>a <b>b</b> <u>{0:{name 0}}</u></p>",
        ),
        ("a<br>b", "<p>a<br>b</p>"),
        (
            "<a href=\"a.md\">x</a> <a href='javascript:y'>z</a>",
            "<p>{0:x} {1:z}</p>",
        ),
        ("<a href=\"//x\" href=\"y\">x", "<p>{0:x}</p>"),
        (
            "<span id=\"s\" style=\"x\" class=\"alert y\">t</span>",
            "<p><span{#s} class=\"alert\">t</span></p>",
        ),
        ("<a name=s></a>", "<p><span{#s}></span></p>"),
        ("<script>alert(1)</script>\n\nb", "<p>b</p>"),
        ("a <script>b</script> c", "<p>a  c</p>"),
        ("a <svg><circle r=\"1\"/>b<g>*c*</g></svg> d", "<p>a  d</p>"),
        ("a <svg> *b </svg> c*", "<p>a  <em>b  c</em></p>"),
        (
            "dear <your name>, a < b",
            "<p>dear &lt;your name&gt;, a &lt; b</p>",
        ),
        ("<!-- a -->\nb", "<p>b</p>"),
        (
            "a <img src=i.png onerror=x width=9>",
            "<p>a <img loading=\"lazy\" src=\"{address 0}\" alt=\"\" width=\"9\"></p>",
        ),
        ("<form><input name=x>a</form>\n", "a"),
        (
            "<details>\n<summary>a</summary>\n\n- [[b]]\n- [ ] c\n\n</details>\n",
            "<details>⏎<summary>a</summary>⏎<ul>⏎<li>{0:{name 0}}</li>⏎<li class=\"task\">\
             <input type=\"checkbox\" disabled aria-label=\"{task.open}\"> c</li>⏎</ul>⏎</details>",
        ),
        ("<div>\n\n### a\n", "<div>⏎<h3{#a}>a</h3></div>"),
    ];
    for (text, expected) in cases {
        assert_eq!(html(text).trim_matches('⏎'), expected, "{text}");
    }
}

#[test]
fn footnotes_stand_apart_in_the_order_of_their_references() {
    let shown = page("a[^b] c[^d] e[^b] f[^none]\n\n[^d]: D [[x]]\n\n[^b]: B[^e]\n\n[^e]: E\n[^unused]: U\n");
    let expected = "
        = Page
        <p>a{note 0} c{note 1} e{note 0} f[^none]</p>⏎
        note #fn-b <p>B{note 2}</p>⏎
        note #fn-d <p>D {0:{name 0}}</p>⏎
        note #fn-e <p>E</p>⏎
        0 wikilink x
        ";
    same(&shown, expected);
}

#[test]
fn the_title_is_said_once() {
    let cases = [
        ("# A *b*\n\ntext", "A b", "<p>text</p>⏎"),
        ("+++\ntitle = \"A b\"\n+++\n# a B\n\ntext", "A b", "<p>text</p>⏎"),
        ("text\n\nA\n===\n", "A", "<p>text</p>⏎"),
        ("text", "Page", "<p>text</p>⏎"),
        ("#\n\ntext", "Page", "<p>text</p>⏎"),
        ("## B\n\n# A\n", "Page", ""),
    ];
    for (text, title, lead) in cases {
        let (document, _) = read("content/page.md", text);
        assert_eq!(
            (document.title.as_str(), shown(&document.lead.html).as_str()),
            (title, lead),
            "{text}"
        );
    }
    let other = page("+++\ntitle = \"A\"\n+++\n# B\n\ntext\n\n## B\n");
    same(
        &other,
        "
        = A
        == B #b -
        <p>text</p>⏎
        == B #b-2 -
        ",
    );
}

#[test]
fn items_are_plain_text_below_their_parents() {
    let shown = role(
        "## Key Responsibilities\n\nGuidance.\n\n1. a *b*\n   c\n\n   d [[e]]\n   - f\n     ```\n     g\n     h\n     ```\n     - i\n2. j\n\n> - k\n",
    );
    let items: Vec<&str> = shown.lines().filter(|line| line.starts_with('*')).collect();
    assert_eq!(items, ["* a b c⏎d {name 0}", "** f⏎g⏎h", "*** i", "* j", "* k"]);
}

#[test]
fn a_glossary_is_its_terms() {
    let text = "Words we use.\n\n[[SLA]]\n: no\n\nService level agreement (SLA)\n: What we *promise*.\n\n: Twice.\n\n## More\n\nCircle\n: A [[team]].\n";
    let (document, _) = read("content/glossary.md", text);
    let expected = "
        = Glossary
        <p>Words we use.</p>⏎
        == More #more -
        term SLA #sla
          <p>no</p>⏎
        term Service level agreement (SLA) = Service level agreement = SLA #service-level-agreement-sla
          <p>What we <em>promise</em>.</p>⏎<p>Twice.</p>⏎
        term Circle #circle
          <p>A {1:{name 1}}.</p>⏎
        0 wikilink SLA
        1 wikilink team
        ";
    same(&dump(&document), expected);
}

#[test]
fn what_can_not_be_read_is_said_and_the_rest_is_shown() {
    let deep = format!("{}deep", "- ".repeat(10_000));
    let quotes = format!("{}deep", "> ".repeat(10_000));
    let tags = "<div>\n\n".repeat(10_000);
    let cases = [
        (
            deep.as_str(),
            "lists, quotes or markup are nested 10000 deep",
            "deep",
        ),
        (
            quotes.as_str(),
            "lists, quotes or markup are nested 10000 deep",
            "deep",
        ),
        (tags.as_str(), "HTML tags are nested too deep", ""),
    ];
    for (text, message, kept) in cases {
        let (document, findings) = read("content/page.md", text);
        let messages: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages, [message]);
        assert_eq!(document.lead.text.text, kept);
    }
}

#[test]
fn terms_below_a_heading_are_their_own_unless_it_groups_them() {
    let shown = role(
        "## Dependencies\n\n### [[a]]\n\n- x\n\n[[b]]\n: y\n\n### Others\n\n[[c]]\n: z\n\n#### [[d]]\n\nw\n",
    );
    let leads: Vec<&str> = shown.lines().filter(|line| line.contains('[')).collect();
    let expected = [
        "heading {0:{name 0}} [0] #a",
        "term {1:{name 1}} [1]",
        "heading Others [] #others",
        "    term {2:{name 2}} [2]",
        "    heading {3:{name 3}} [3] #d",
    ];
    assert_eq!(leads, expected);
}
