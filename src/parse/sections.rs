//! A document cut into what stands before its first section, and its sections.

use pulldown_cmark::{HeadingLevel, Tag};

use super::body::Body;
use super::items::items;
use super::slice::Slice;
use super::{glossary, plain, prose, relations};
use crate::config::Schema;
use crate::model::{Block, DocumentKind, Entry, PartyKind, Prose, Section, SectionKind, TermEntry};

/// All that stands below the title.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) lead: Prose,
    pub(super) sections: Vec<Section>,
    pub(super) entries: Vec<Entry>,
    pub(super) terms: Vec<TermEntry>,
}

/// A section as found: its heading, and the nodes below it.
struct Found {
    heading: Option<usize>,
    nodes: Vec<usize>,
}

/// Reads what `body` says; the heading at `title` is left out.
pub(super) fn contents(
    body: &Body<'_>,
    title: Option<usize>,
    kind: DocumentKind,
    schema: &Schema,
) -> Contents {
    let mut contents = Contents::default();
    for mut found in cut(body, title) {
        if kind == DocumentKind::Glossary {
            found.nodes.retain(|node| {
                let is_terms = matches!(body.markdown.tag(*node), Some(Tag::DefinitionList));
                if is_terms {
                    contents.terms.extend(glossary::terms(body, *node));
                }
                !is_terms
            });
        }
        match found.heading {
            Some(heading) => {
                let section = section(body, heading, &found.nodes, (kind, schema), &mut contents.entries);
                contents.sections.push(section);
            }
            None => contents.lead = prose::flow(body, &slice(body, &found.nodes)),
        }
    }
    contents
}

/// Parts the outermost nodes at each heading of the second level, or of the first.
fn cut(body: &Body<'_>, title: Option<usize>) -> Vec<Found> {
    let mut found = vec![Found {
        heading: None,
        nodes: Vec::new(),
    }];
    for node in body.outermost() {
        if title == Some(node) {
            continue;
        }
        let is_section = matches!(
            body.markdown.tag(node),
            Some(Tag::Heading {
                level: HeadingLevel::H1 | HeadingLevel::H2,
                ..
            })
        );
        if is_section {
            found.push(Found {
                heading: Some(node),
                nodes: Vec::new(),
            });
        } else if let Some(last) = found.last_mut() {
            last.nodes.push(node);
        }
    }
    found
}

fn section(
    body: &Body<'_>,
    heading: usize,
    nodes: &[usize],
    (document, schema): (DocumentKind, &Schema),
    entries: &mut Vec<Entry>,
) -> Section {
    let inside = body.markdown.inside(heading);
    let title_text = plain::written(body, inside.clone());
    let rule = match document {
        DocumentKind::Party(kind @ (PartyKind::Role | PartyKind::Team)) => schema.matching(&title_text, kind),
        _ => None,
    };
    let kind = rule.map_or(SectionKind::Prose, |rule| rule.kind);
    let blocks = if kind.direction().is_some() {
        relations::blocks(body, nodes, entries)
    } else {
        prose_blocks(body, nodes)
    };
    Section {
        rule: rule.map(|rule| rule.id.clone()),
        kind,
        title: prose::phrase(body, &Slice::from(inside)),
        title_text,
        anchor: body.anchors.at(heading).unwrap_or_default().to_owned(),
        span: body.trimmed(body.markdown.span(heading)),
        blocks,
    }
}

fn prose_blocks(body: &Body<'_>, nodes: &[usize]) -> Vec<Block> {
    let slice = slice(body, nodes);
    let prose = prose::flow(body, &slice);
    if prose.is_empty() {
        return Vec::new();
    }
    let items = items(body, &slice);
    vec![Block::Prose { prose, items }]
}

fn slice(body: &Body<'_>, nodes: &[usize]) -> Slice {
    let mut slice = Slice::default();
    for &node in nodes {
        slice.push(node..body.markdown.end(node));
    }
    slice
}
