use super::{Scheme, standalone};

const SHEET: &str = "
/* Two layers; the {second} in dark only. */
@layer a, b;
@layer a {
  :root { --ink: #111; --ring: var(--ring); }
  .frame { --rb-graph-paper: var(--paper, #fefefe); --font: \"A B\", serif; }
  @media screen and (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #101010; } }
  @media print { .frame { --ink: #000; } }
  .frame svg { color: var(--ink); inline-size: 100%; font-family: var(--other, var(--font)); }
  .frame .card:hover { fill: red; }
  .elsewhere rect { fill: red; }
  .edge { --edge: gray; }
  .edge-a { --edge: var(--ink); }
  .edge .line { stroke: var(--edge); stroke-width: 2; }
  .card > rect { fill: var(--gone); stroke: var(--ring); opacity: calc(1 / 2); fill-opacity: 0.5 }
}";

const DRAWING: &str = "<svg class=\"wide\" width=\"100\" height=\"50\" viewBox=\"0 0 100 50\">\
    <g class=\"edge edge-a\"><path class=\"line\" d=\"M0 0H9\"/></g>\
    <a class=\"card\" href=\"x.html\"><rect width=\"9\" height=\"9\"/></a></svg>\
    <svg class=\"narrow\" width=\"10\" height=\"10\"></svg>";

/// The rules of the style sheet that is in the document.
fn rules(scheme: Scheme) -> Vec<String> {
    let made = standalone(DRAWING, "frame", &[SHEET], scheme).unwrap_or_default();
    let inside = made
        .split("<style>\n")
        .nth(1)
        .and_then(|rest| rest.split("</style>").next());
    inside.unwrap_or_default().lines().map(str::to_owned).collect()
}

#[test]
fn rules_hold_values_for_one_scheme() {
    assert_eq!(
        rules(Scheme::Light),
        [
            ".frame svg { color: #111; font-family: \"A B\", serif; }",
            ".edge .line { stroke-width: 2; }",
            ".edge .edge .line, .edge.edge .line { stroke: gray; }",
            ".edge-a .edge .line, .edge.edge-a .line { stroke: #111; }",
            ".card &gt; rect { fill-opacity: 0.5; }",
        ]
    );
    assert_eq!(
        rules(Scheme::Dark)[0],
        ".frame svg { color: #eee; font-family: \"A B\", serif; }"
    );
}

#[test]
fn a_document_has_a_background_and_the_first_drawing_as_it_is() {
    let made = standalone(DRAWING, "frame", &[SHEET], Scheme::Dark).unwrap_or_default();
    assert!(made.starts_with(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"132\" height=\"82\" viewBox=\"-16 -16 132 82\">\n<style>"
    ));
    assert!(made.contains(
        "<path d=\"M-16-16h132v82h-132z\" fill=\"#101010\"/>\n<g class=\"frame\"><svg class=\"wide\""
    ));
    assert!(made.ends_with("</a></svg></g>\n</svg>\n") && !made.contains("narrow"));
}

#[test]
fn what_is_no_drawing_is_none() {
    for drawing in [
        "",
        "<svg>",
        "<svg></svg>",
        "<svg width=\"1\"></svg>",
        "<svg width=\"a\" height=\"1\"></svg>",
    ] {
        assert_eq!(
            standalone(drawing, "frame", &[SHEET], Scheme::Light),
            None,
            "{drawing}"
        );
    }
}
