//! A page's drawing as a document of its own: with a background, and with a style sheet of its own instead of the page's.
//!
//! On a page, colours are custom properties of the theme's style sheets. Few programs besides browsers know these, so that
//! their values are put in here; the sheets stay the only place where colours are written.

mod flat;
mod mixed;
mod properties;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::text::escape;
use flat::{Element, Rule, rules};
use properties::Properties;

/// The room around a drawing, in its units.
const MARGIN: i32 = 16;

/// The colour of what is drawn on.
const PAPER: &str = "--rb-graph-paper";

/// The properties that matter within a drawing; style sheets set others for the page around it.
const DRAWN: [&str; 23] = [
    "color",
    "display",
    "dominant-baseline",
    "fill",
    "fill-opacity",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "letter-spacing",
    "opacity",
    "overflow",
    "paint-order",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "text-decoration",
    "visibility",
];

/// Whether colours are for light or for dark surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Makes the first `<svg>` element of `drawing` a document.
///
/// `frame` are the classes of the element that is around it on a page; `sheets` are the style sheets that it is drawn
/// with there. None where `drawing` holds no such element with a width and a height.
pub(crate) fn standalone(drawing: &str, frame: &str, sheets: &[&str], scheme: Scheme) -> Option<String> {
    let svg = element(drawing)?;
    let (tag, _) = svg.split_once('>')?;
    let (width, height) = (size(tag, "width")?, size(tag, "height")?);
    let frame_element = Element::new("g", frame);
    let elements: BTreeSet<Element<'_>> = elements_in(svg).chain([frame_element.clone()]).collect();
    let mut around = frame_element.classes;
    around.extend(elements_in(&svg[..=tag.len()]).flat_map(|svg| svg.classes));
    let rules: Vec<Rule> = sheets.iter().flat_map(|sheet| rules(sheet, scheme)).collect();
    let properties = Properties::of(&rules, &around, &elements);
    let paper = properties.value(PAPER).unwrap_or_else(|| String::from("#fff"));

    let (width, height) = (width + 2 * MARGIN, height + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"-{MARGIN} -{MARGIN} {width} {height}\">\n<style>\n"
    );
    for rule in rules.iter().flat_map(|rule| properties.put_into(rule)) {
        write_rule(&mut out, &rule, &elements);
    }
    let _ = write!(
        out,
        "</style>\n<path d=\"M-{MARGIN}-{MARGIN}h{width}v{height}h-{width}z\" fill=\""
    );
    escape::attribute(&mut out, &paper);
    out.push_str("\"/>\n<g class=\"");
    escape::attribute(&mut out, frame);
    out.push_str("\">");
    out.push_str(svg);
    out.push_str("</g>\n</svg>\n");
    Some(out)
}

/// The first `<svg>` element.
fn element(drawing: &str) -> Option<&str> {
    const END: &str = "</svg>";
    let from = &drawing[drawing.find("<svg")?..];
    from.get(..from.find(END)? + END.len())
}

/// The number in an attribute of a start tag.
fn size(tag: &str, name: &str) -> Option<i32> {
    let begin = format!(" {name}=\"");
    let value = &tag[tag.find(&begin)? + begin.len()..];
    value.split('"').next()?.parse().ok()
}

/// Each element's name and classes.
fn elements_in(svg: &str) -> impl Iterator<Item = Element<'_>> {
    svg.split('<').skip(1).filter_map(|rest| {
        let (tag, _) = rest.split_once('>')?;
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let classes = tag.split_once(" class=\"").map_or("", |(_, rest)| rest);
        let classes = classes.split('"').next().unwrap_or_default();
        Some(Element::new(name, classes))
    })
}

/// Writes what a rule says of this drawing.
fn write_rule(out: &mut String, rule: &Rule, elements: &BTreeSet<Element<'_>>) {
    let selectors = rule.selectors.iter().map(String::as_str);
    let selectors: Vec<&str> = selectors.filter(|one| flat::may_apply(one, elements)).collect();
    let is_drawn = |name: &str| DRAWN.contains(&name);
    let drawn: Vec<_> = rule
        .declarations
        .iter()
        .filter(|(name, _)| is_drawn(name))
        .collect();
    if selectors.is_empty() || drawn.is_empty() {
        return;
    }
    escape::text(out, &selectors.join(", "));
    out.push_str(" {");
    for (name, value) in drawn {
        let _ = write!(out, " {name}: "); // Writing to a string cannot fail.
        escape::text(out, value);
        out.push(';');
    }
    out.push_str(" }\n");
}
