//! Parties that a section of relations names without claiming anything of them.

use std::collections::{BTreeMap, BTreeSet};

use super::Evidence;
use super::entries::{Relations, Standing, relations};
use super::unlinked::Unlinked;
use crate::model::{Block, Direction, Fill, Meaning, Node, PartyId, Prose, ReferenceId};

/// A reference to a party of which no relation came.
#[derive(Clone, Copy)]
pub(super) struct Naming {
    /// The reference.
    pub(super) reference: ReferenceId,
    /// What it leads to.
    pub(super) party: PartyId,
    /// Why no relation came of it.
    pub(super) why: Why,
}

/// Why no relation came of a reference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// Something stands before it in its item.
    NotFirst,
    /// It begins an item of a list within a list.
    Nested,
    /// A box to tick stands before it.
    Ticked,
    /// It stands in a table.
    InTable,
    /// It begins a paragraph as though that were a heading or an item.
    Paragraph,
    /// It stands in a sentence, in a section that is made of nothing else.
    Sentence,
}

/// The parties that a section of `owner`'s page names so that no relation comes of it, and none is claimed
/// elsewhere on the page. Quotes and guiding sentences may name whom they like.
pub(super) fn namings(evidence: &Evidence, owner: PartyId, section: &Relations) -> Vec<Naming> {
    let mut found: Vec<(ReferenceId, Option<Why>)> = Vec::new();
    for block in &section.section.blocks {
        if let Block::Prose { prose, .. } = block {
            found.extend(references(prose, Surroundings::default()));
        }
    }
    let is_plain = |standing: &&Standing| *standing.meaning == Meaning::Plain;
    for standing in section.entries.iter().filter(is_plain) {
        // A paragraph of a group has no item around it.
        let items = usize::from(standing.group.is_none());
        let around = Surroundings {
            items,
            is_first: items == 0,
            ..Surroundings::default()
        };
        found.extend(references(&standing.entry.body, around));
    }
    let is_prose = section.entries.is_empty() && found.iter().all(|(_, why)| why.is_none());
    let otherwise = is_prose.then_some(Why::Sentence);
    let organisation = evidence.organisation;
    let targets = &organisation.links_of(section.document).targets;
    let naming = |(reference, why): (ReferenceId, Option<Why>)| {
        let Node::Party(party) = targets.get(reference.index())?.node else {
            return None;
        };
        let why = why.or(otherwise)?;
        (party != owner && !is_claimed(evidence, owner, party, section)).then_some(Naming {
            reference,
            party,
            why,
        })
    };
    found.sort_by_key(|(reference, _)| *reference);
    found.into_iter().filter_map(naming).collect()
}

/// Of each of those parties and each end, whom its page names so that no relation comes of it.
pub(super) fn namings_of(
    evidence: &Evidence,
    parties: impl IntoIterator<Item = PartyId>,
) -> BTreeMap<(PartyId, Direction), BTreeSet<PartyId>> {
    let mut told: BTreeMap<_, BTreeSet<PartyId>> = BTreeMap::new();
    let unlinked = Unlinked::of(evidence);
    for id in parties {
        for section in relations(evidence, evidence.organisation.party(id)) {
            let named = namings(evidence, id, &section);
            let named = named.iter().map(|naming| naming.party);
            let unlinked = unlinked.within(id, &section);
            let mut named = named
                .chain(unlinked.iter().map(|mention| mention.party))
                .peekable();
            if named.peek().is_some() {
                let of_end = told.entry((id, section.direction)).or_default();
                of_end.extend(named);
            }
        }
    }
    told
}

/// Whether `owner` claims a relation with `party` from the section's end.
pub(super) fn is_claimed(evidence: &Evidence, owner: PartyId, party: PartyId, section: &Relations) -> bool {
    let (provider, consumer) = match section.direction {
        Direction::Delivers => (owner, party),
        Direction::Needs => (party, owner),
    };
    let agreement = evidence.organisation.agreement_between(provider, consumer);
    agreement.is_some_and(|agreement| !agreement.claims(section.direction).is_empty())
}

/// What stands around a place in HTML.
#[derive(Clone, Copy, Default)]
struct Surroundings {
    /// How many items are open.
    items: usize,
    /// How many quotes and remarks are open.
    quotes: usize,
    /// How many tables are open.
    tables: usize,
    /// Whether nothing but marks stands before it in its item or paragraph.
    is_first: bool,
    /// Whether a box to tick stands before it in its item.
    is_ticked: bool,
    /// Whether a tag is open.
    in_tag: bool,
}

/// The references that stand in `prose` outside quotes, and why no relation comes of each; none for those in
/// a sentence of a paragraph.
fn references(prose: &Prose, mut around: Surroundings) -> Vec<(ReferenceId, Option<Why>)> {
    let html = &prose.html;
    let mut found = Vec::new();
    let mut from = 0;
    for (number, slot) in html.slots.iter().enumerate() {
        around.pass(html.text.get(from..slot.at).unwrap_or_default());
        from = slot.at;
        if let Fill::Open(reference) = slot.fill
            && around.quotes == 0
        {
            let closing = html.slots[number..].iter(); // the slot itself is there
            let close = closing.skip(1).find(|slot| slot.fill == Fill::Close(reference));
            let behind = close
                .and_then(|slot| html.text.get(slot.at..))
                .unwrap_or_default();
            found.push((reference, around.why(behind)));
        }
        if !matches!(slot.fill, Fill::Anchor(_)) && !around.in_tag {
            around.is_first = false;
        }
    }
    found
}

impl Surroundings {
    /// Goes on behind `html`.
    fn pass(&mut self, html: &str) {
        let mut rest = html;
        while !rest.is_empty() {
            let mark = if self.in_tag { '>' } else { '<' };
            let (text, behind) = rest
                .split_once(mark)
                .map_or((rest, None), |(text, behind)| (text, Some(behind)));
            if !self.in_tag && !text.trim().is_empty() {
                self.is_first = false;
            }
            let Some(behind) = behind else {
                return;
            };
            self.in_tag = !self.in_tag;
            if self.in_tag {
                self.open(behind);
            }
            rest = behind;
        }
    }

    /// Goes on behind the name of the tag with which `html` begins.
    fn open(&mut self, html: &str) {
        let name = html
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '/')
            .next();
        match name.unwrap_or_default() {
            "li" => {
                self.items += 1;
                (self.is_first, self.is_ticked) = (true, false);
            }
            "/li" => self.items = self.items.saturating_sub(1),
            "div" if html.starts_with("div class=\"table\"") => self.tables += 1,
            "/div" if self.tables > 0 => self.tables -= 1,
            "blockquote" | "div" => self.quotes += 1,
            "/blockquote" | "/div" => self.quotes = self.quotes.saturating_sub(1),
            "p" | "td" | "th" | "dt" | "dd" => self.is_first = true,
            "input" => self.is_ticked = true,
            _ => {}
        }
    }

    /// Why no relation comes of a reference that stands here, with `behind` behind it.
    fn why(&self, behind: &str) -> Option<Why> {
        match self {
            Self { tables: 1.., .. } => Some(Why::InTable),
            Self {
                items: 1..,
                is_ticked: true,
                ..
            } => Some(Why::Ticked),
            Self {
                items: 2..,
                is_first: true,
                ..
            } => Some(Why::Nested),
            Self { items: 1.., .. } => Some(Why::NotFirst),
            Self { is_first: true, .. } if is_heading_like(behind) => Some(Why::Paragraph),
            _ => None,
        }
    }
}

/// Whether what stands behind a reference ends the paragraph, or parts the reference from it like a colon.
fn is_heading_like(behind: &str) -> bool {
    let mut rest = behind;
    for mark in ["</strong>", "</em>"] {
        rest = rest.strip_prefix(mark).unwrap_or(rest);
    }
    let rest = rest.trim_start();
    rest.starts_with("</p>") || rest.starts_with([':', '–', '—']) || rest.starts_with("- ")
}
