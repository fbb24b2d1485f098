//! Definition lists: terms, and what stands below them.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::body::Body;
use super::slice::Slice;

/// A term with its definitions.
pub(super) struct Definition {
    /// The position of the term.
    pub(super) term: usize,
    /// The events within each of its definitions.
    pub(super) definitions: Vec<Range<usize>>,
}

impl Definition {
    /// All its definitions.
    pub(super) fn slice(&self) -> Slice {
        let mut slice = Slice::default();
        for definition in &self.definitions {
            slice.push(definition.clone());
        }
        slice
    }
}

/// The terms of the definition list at `list`.
pub(super) fn definitions(body: &Body<'_>, list: usize) -> Vec<Definition> {
    let mut found: Vec<Definition> = Vec::new();
    for node in body.markdown.nodes(body.markdown.inside(list)) {
        match (body.markdown.tag(node), found.last_mut()) {
            (Some(Tag::DefinitionListDefinition), Some(definition)) => {
                definition.definitions.push(body.markdown.inside(node));
            }
            (Some(Tag::DefinitionListTitle), _) => found.push(Definition {
                term: node,
                definitions: Vec::new(),
            }),
            _ => {}
        }
    }
    found
}
