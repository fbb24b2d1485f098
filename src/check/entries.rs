//! Relations' entries where they stand: in which section, in which group.

use super::Evidence;
use crate::model::{
    Block, Direction, Document, DocumentId, Entry, EntryId, Fill, Links, Meaning, Meant, Node, Organisation,
    Party, ReferenceId, Section,
};
use crate::text::{Place, SourceId, normal};

/// An entry where it stands.
#[derive(Clone, Copy)]
pub(super) struct Standing<'a> {
    /// What is written.
    pub(super) entry: &'a Entry,
    /// What it was found to mean.
    pub(super) meaning: &'a Meaning,
    /// The entry whose group it is in.
    pub(super) group: Option<EntryId>,
}

/// A section of relations on a party's page, with its entries in the order of writing.
pub(super) struct Relations<'a> {
    /// The document.
    pub(super) document: DocumentId,
    /// The source that it is written in.
    pub(super) source: SourceId,
    /// The section.
    pub(super) section: &'a Section,
    /// From which end its relations are claimed.
    pub(super) direction: Direction,
    /// Its entries; those within relations are left out, which are what is delivered or needed.
    pub(super) entries: Vec<Standing<'a>>,
}

/// The sections of relations on a party's page.
pub(super) fn relations<'a>(
    evidence: &Evidence<'a>,
    party: &'a Party,
) -> impl Iterator<Item = Relations<'a>> + use<'a> {
    let document = evidence.document(party);
    let links = evidence.organisation.links_of(party.document);
    let id = party.document;
    document.sections.iter().filter_map(move |section| {
        Some(Relations {
            document: id,
            source: document.source,
            section,
            direction: section.kind.direction()?,
            entries: entries(document, links, section),
        })
    })
}

fn entries<'a>(document: &'a Document, links: &'a Links, section: &'a Section) -> Vec<Standing<'a>> {
    let outermost = section.blocks.iter().flat_map(|block| match block {
        Block::Relations(ids) => ids.as_slice(),
        Block::Prose { .. } => &[],
    });
    let mut open: Vec<(EntryId, Option<EntryId>)> = outermost.map(|id| (*id, None)).collect();
    open.reverse();
    let mut entries = Vec::with_capacity(open.len());
    while let Some((id, group)) = open.pop() {
        let entry = document.entry(id);
        let Some(meaning) = links.entries.get(id.index()) else {
            continue;
        };
        if !matches!(meaning, Meaning::Claims(_)) {
            open.extend(entry.inner.iter().rev().map(|inner| (*inner, Some(id))));
        }
        entries.push(Standing {
            entry,
            meaning,
            group,
        });
    }
    entries
}

impl Relations<'_> {
    /// The word with which subjects of findings about it begin.
    pub(super) const fn word(&self) -> &'static str {
        match self.direction {
            Direction::Delivers => "delivers",
            Direction::Needs => "needs",
        }
    }
}

impl<'a> Standing<'a> {
    /// Whom it names, where it claims relations.
    pub(super) fn claims(&self) -> Option<&'a [Meant]> {
        match self.meaning {
            Meaning::Claims(meant) => Some(meant),
            Meaning::Grouping | Meaning::Plain | Meaning::Unknown => None,
        }
    }

    /// Its lead's place in `source`.
    pub(super) fn place(&self, source: SourceId) -> Place {
        Place::new(source, self.entry.span)
    }
}

/// What stands around the parties that a lead names, such as "of other teams", as it is compared. In whatever
/// form the parties are written makes no difference.
pub(super) fn qualifier(document: &Document, links: &Links, entry: &Entry) -> String {
    if entry.references.is_empty() {
        // The whole lead is a party's name.
        return String::new();
    }
    let is_party = |id: ReferenceId| {
        let target = links.targets.get(id.index());
        target.is_some_and(|target| matches!(target.node, Node::Party(_) | Node::Group(_)))
    };
    let html = &entry.lead.html;
    let mut around = String::new();
    let (mut from, mut is_within) = (0, false);
    for slot in &html.slots {
        if !is_within {
            around.push_str(html.text.get(from..slot.at).unwrap_or_default());
        }
        from = slot.at;
        match slot.fill {
            Fill::Open(id) if is_party(id) => is_within = true,
            Fill::Close(id) if is_party(id) => is_within = false,
            Fill::Name(id) if !is_within => around.push_str(&document.reference(id).name),
            _ => {}
        }
    }
    if !is_within {
        around.push_str(html.text.get(from..).unwrap_or_default());
    }
    let spoken = normal(&without_tags(&around));
    spoken.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text
}

/// The ids and titles of the parties and sets that an entry claims relations with.
pub(super) fn named<'a>(
    organisation: &'a Organisation,
    standing: &Standing<'a>,
) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
    let meant = standing.claims().unwrap_or_default().iter();
    meant.map(|meant| match meant {
        Meant::Party(claim) => {
            let party = organisation.party(organisation.claim(*claim).other);
            (party.id.as_str(), party.title.as_str())
        }
        Meant::Group(id, _) => {
            let group = organisation.group(*id);
            (group.id.as_str(), group.title.as_str())
        }
    })
}
