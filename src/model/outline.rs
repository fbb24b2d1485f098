//! Whether two states of a document differ in their words only.

use super::{Anchor, Block, Document, Entry, EntryId, Reference, Section, TermEntry};

impl Document {
    /// Whether it has the same outline as `other`: what it is and is called, its front matter, its headings, the names
    /// that it refers to and in what order. All that is looked up stands in the outline; two organisations whose
    /// documents have the same outlines differ in the documents alone.
    ///
    /// Everything is taken apart by name, so that whatever a document holds in future has to be thought of here.
    pub fn has_outline_of(&self, other: &Self) -> bool {
        let Self {
            source,
            path,
            kind,
            id,
            front,
            title,
            title_span,
            lead: _,
            sections,
            entries,
            footnotes: _,
            references,
            anchors,
            terms,
        } = self;
        (source, path, kind, id) == (&other.source, &other.path, &other.kind, &other.id)
            && (title, title_span, front) == (&other.title, &other.title_span, &other.front)
            && alike(sections, &other.sections, same_section)
            && alike(entries, &other.entries, same_entry)
            && alike(references, &other.references, same_reference)
            && alike(anchors, &other.anchors, same_anchor)
            && alike(terms, &other.terms, same_term)
    }
}

fn alike<T>(ours: &[T], theirs: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(our, their)| same(our, their))
}

fn same_section(our: &Section, their: &Section) -> bool {
    let Section {
        rule,
        kind,
        title: _,
        title_text,
        anchor,
        span: _,
        blocks,
    } = our;
    let relations = |block: &Block| match block {
        Block::Prose { .. } => Vec::new(),
        Block::Relations(entries) => entries.clone(),
    };
    let relations = |blocks: &[Block]| blocks.iter().flat_map(relations).collect::<Vec<EntryId>>();
    (rule, kind, title_text, anchor) == (&their.rule, &their.kind, &their.title_text, &their.anchor)
        && relations(blocks) == relations(&their.blocks)
}

fn same_entry(our: &Entry, their: &Entry) -> bool {
    let Entry {
        form,
        lead: _,
        lead_text,
        references,
        anchor,
        span: _,
        body: _,
        items: _,
        inner,
    } = our;
    (form, lead_text, references) == (&their.form, &their.lead_text, &their.references)
        && (anchor, inner) == (&their.anchor, &their.inner)
}

fn same_reference(our: &Reference, their: &Reference) -> bool {
    let Reference {
        form,
        name,
        anchor,
        tooltip: _,
        span: _,
    } = our;
    (form, name, anchor) == (&their.form, &their.name, &their.anchor)
}

fn same_anchor(our: &Anchor, their: &Anchor) -> bool {
    let Anchor {
        id,
        text,
        level,
        span: _,
    } = our;
    (id, text, level) == (&their.id, &their.text, &their.level)
}

fn same_term(our: &TermEntry, their: &TermEntry) -> bool {
    let TermEntry {
        names,
        title: _,
        anchor,
        definition: _,
        span: _,
    } = our;
    (names, anchor) == (&their.names, &their.anchor)
}
