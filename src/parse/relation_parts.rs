//! What stands in a section that claims relations: which of it names parties, and which is prose.

use pulldown_cmark::{HeadingLevel, Tag};

use super::body::Body;
use super::definition_list::{Definition, definitions};
use super::leading::{leading, parties_in};
use super::slice::Slice;

/// A part of such a section, or of a relation's body.
pub(super) enum Part<'n> {
    /// A node that claims nothing.
    Prose(usize),
    /// A list of which at least one item begins with a party.
    Items(usize),
    /// The terms of a definition list.
    Terms(Vec<Definition>),
    /// A heading and the nodes that make its body.
    Heading(usize, &'n [usize]),
}

/// The parts that `nodes` make.
pub(super) fn parts<'n>(body: &Body<'_>, nodes: &'n [usize]) -> Vec<Part<'n>> {
    let mut parts = Vec::new();
    let mut rest = nodes;
    while let Some((&node, behind)) = rest.split_first() {
        rest = behind;
        match body.markdown.tag(node) {
            Some(Tag::Heading { level, .. }) => {
                let (own, others) = behind.split_at(body_len(body, (node, *level), behind));
                parts.push(Part::Heading(node, own));
                rest = others;
            }
            Some(Tag::DefinitionList) => parts.push(Part::Terms(definitions(body, node))),
            Some(Tag::List(_)) if items(body, node).any(|item| leading(body, item).is_some()) => {
                parts.push(Part::Items(node));
            }
            Some(Tag::FootnoteDefinition(_)) => {}
            _ => parts.push(Part::Prose(node)),
        }
    }
    parts
}

/// Whether all of `parts` name parties, so that what stands above them may be a group's name. Prose between
/// them may guide readers.
pub(super) fn all_name_parties(body: &Body<'_>, parts: &[Part<'_>]) -> bool {
    let is_prose = |part: &Part<'_>| matches!(part, Part::Prose(_));
    !parts.iter().all(is_prose)
        && parts.iter().all(|part| match part {
            Part::Prose(_) => true,
            Part::Items(list) => items(body, *list).all(|item| leading(body, item).is_some()),
            Part::Terms(terms) => terms.iter().all(|definition| names_party(body, definition.term)),
            Part::Heading(heading, _) => names_party(body, *heading),
        })
}

/// The positions of the items of the list at `list`.
pub(super) fn items(body: &Body<'_>, list: usize) -> impl Iterator<Item = usize> {
    body.markdown.nodes(body.markdown.inside(list))
}

/// How many of the nodes behind a heading make its body: all up to the next heading that is not below
/// it. A definition list of parties is its own, unless the heading may be the name of a group of them.
fn body_len(body: &Body<'_>, (heading, level): (usize, HeadingLevel), behind: &[usize]) -> usize {
    let mut may_group = !names_party(body, heading);
    for (len, &node) in behind.iter().enumerate() {
        match body.markdown.tag(node) {
            Some(Tag::Heading { level: next, .. }) if *next <= level => return len,
            Some(Tag::DefinitionList) => {
                let mut terms = definitions(body, node).into_iter();
                if terms.any(|definition| names_party(body, definition.term)) && !may_group {
                    return len;
                }
            }
            Some(Tag::List(_)) => may_group &= items(body, node).all(|item| leading(body, item).is_some()),
            Some(Tag::FootnoteDefinition(_)) => {}
            _ => may_group = false,
        }
    }
    behind.len()
}

/// Whether the heading or term at `at` holds a link to a party.
fn names_party(body: &Body<'_>, at: usize) -> bool {
    !parties_in(body, &Slice::from(body.markdown.inside(at))).is_empty()
}
