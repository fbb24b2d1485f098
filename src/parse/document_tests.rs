//! What documents say, from their sources.

use super::dump::role;

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
