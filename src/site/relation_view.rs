//! Relations as their author wrote them, with the other side's words beside them.

use super::fill::Filler;
use super::here::Here;
use super::view::{BlockView, EntryView, OtherSide, SectionView, Words};
use super::views::Views;
use crate::model::{
    Agreement, Block, Claim, ClaimId, Direction, Document, DocumentId, Entry, EntryId, GroupId, Meaning,
    Meant, Party, Section, SectionKind,
};
use crate::text::escape;

/// How deep groupings are shown within each other; templates can't recurse much deeper.
const DEEPEST: usize = 6;

impl Views<'_> {
    /// The sections of a document, with the relations in them.
    pub(super) fn sections(&self, id: DocumentId, fill: &mut Filler<'_>) -> Vec<SectionView> {
        self.first_sections(id, usize::MAX, fill)
    }

    /// The first sections of a document, so many at most.
    pub(super) fn first_sections(
        &self,
        id: DocumentId,
        most: usize,
        fill: &mut Filler<'_>,
    ) -> Vec<SectionView> {
        let document = self.organisation.document(id);
        let sections = document.sections.iter().take(most);
        sections
            .map(|section| SectionView {
                id: section.rule.clone(),
                anchor: section.anchor.clone(),
                title_html: fill.html(id, &section.title),
                prompt: self.prompt(section.rule.as_deref()),
                kind: section.kind.name(),
                blocks: section
                    .blocks
                    .iter()
                    .map(|block| match block {
                        Block::Prose { prose, .. } => BlockView::Prose {
                            html: fill.html(id, prose),
                        },
                        Block::Relations(entries) => BlockView::Relations {
                            entries: self.entries(id, entries, DEEPEST, fill),
                        },
                    })
                    .collect(),
            })
            .collect()
    }

    fn prompt(&self, rule: Option<&str>) -> Option<String> {
        let mut rules = self.config.schema.sections.iter();
        rules
            .find(|known| Some(known.id.as_str()) == rule)?
            .prompt
            .clone()
    }

    fn entries(
        &self,
        id: DocumentId,
        entries: &[EntryId],
        depth: usize,
        fill: &mut Filler<'_>,
    ) -> Vec<EntryView> {
        entries
            .iter()
            .filter(|_| depth > 0)
            .map(|entry| self.entry(id, *entry, depth, fill))
            .collect()
    }

    fn entry(&self, id: DocumentId, at: EntryId, depth: usize, fill: &mut Filler<'_>) -> EntryView {
        let entry = self.organisation.document(id).entry(at);
        let meaning = self.organisation.links_of(id).entries.get(at.index());
        let grouping = matches!(meaning, Some(Meaning::Grouping)) && depth > 1;
        EntryView {
            meaning: match meaning {
                Some(Meaning::Claims(_)) => "claims",
                Some(Meaning::Grouping) if grouping => "grouping",
                Some(Meaning::Grouping | Meaning::Plain) => "plain",
                Some(Meaning::Unknown) | None => "unknown",
            },
            lead_html: self.lead(id, entry, meaning, fill),
            anchor: entry.anchor.clone(),
            body_html: if grouping {
                String::new()
            } else {
                fill.html(id, &entry.body)
            },
            others: match meaning {
                Some(Meaning::Claims(meant)) => self.others(meant, fill),
                _ => Vec::new(),
            },
            entries: if grouping {
                self.entries(id, &entry.inner, depth - 1, fill)
            } else {
                Vec::new()
            },
        }
    }

    /// The lead as written; where it names a party in words, it leads to the party all the same.
    fn lead(
        &self,
        id: DocumentId,
        entry: &Entry,
        meaning: Option<&Meaning>,
        fill: &mut Filler<'_>,
    ) -> String {
        let html = fill.html(id, &entry.lead);
        let Some(Meaning::Claims(meant)) = meaning else {
            return html;
        };
        match meant.as_slice() {
            [Meant::Party(claim)] if entry.references.is_empty() && !html.contains("<a") => {
                let to = self
                    .site
                    .addresses
                    .party(self.organisation, self.organisation.claim(*claim).other);
                let mut link = String::from("<a class=\"party\" href=\"");
                escape::attribute(&mut link, &fill.here().to(to));
                link + "\">" + &html + "</a>"
            }
            _ => html,
        }
    }

    fn others(&self, meant: &[Meant], fill: &mut Filler<'_>) -> Vec<OtherSide> {
        let mut others = Vec::new();
        for name in meant {
            match name {
                Meant::Party(claim) => others.extend(self.other_of(*claim, None, fill)),
                Meant::Group(group, claims) => {
                    others.extend(
                        claims
                            .iter()
                            .filter_map(|claim| self.other_of(*claim, Some(*group), fill)),
                    );
                }
            }
        }
        others
    }

    /// What the other end of a claim says.
    fn other_of(&self, claim: ClaimId, via: Option<GroupId>, fill: &mut Filler<'_>) -> Option<OtherSide> {
        let claim = self.organisation.claim(claim);
        let agreement = self
            .organisation
            .agreement_between(claim.provider(), claim.consumer())?;
        Some(self.other_side(agreement, claim.direction.opposite(), via, fill))
    }

    /// What others say of relations of which a party is that end, and which it does not mention itself.
    pub(super) fn unmentioned(&self, party: &Party, end: Direction, fill: &mut Filler<'_>) -> Vec<OtherSide> {
        let agreements = party.agreements(end).iter();
        agreements
            .map(|id| self.organisation.agreement(*id))
            .filter(|agreement| agreement.claims(end).is_empty())
            .map(|agreement| {
                let mut claims = agreement.claims(end.opposite()).iter();
                let via = claims.find_map(|claim| self.organisation.claim(*claim).via);
                self.other_side(agreement, end.opposite(), via, fill)
            })
            .collect()
    }

    /// What that end says.
    fn other_side(
        &self,
        agreement: &Agreement,
        end: Direction,
        via: Option<GroupId>,
        fill: &mut Filler<'_>,
    ) -> OtherSide {
        let claims = agreement.claims(end).iter();
        OtherSide {
            party: self.party_link(agreement.party(end), fill.here()),
            state: agreement.state.name(),
            delivers: end == Direction::Delivers,
            words: claims
                .map(|claim| self.words_of(self.organisation.claim(*claim), fill))
                .collect(),
            via: via.map(|group| self.organisation.group(group).title.clone()),
        }
    }

    fn words_of(&self, claim: &Claim, fill: &mut Filler<'_>) -> Words {
        let document = self.organisation.document(claim.document);
        let entry = document.entry(claim.entry);
        Words {
            qualified: if claim.via.is_none() && self.qualifier(claim).is_empty() {
                String::new()
            } else {
                self.text(claim.document, &entry.lead.text)
            },
            body_html: fill.quote(claim.document, &entry.body),
            href: self.claim_href(claim, fill.here()),
        }
    }

    /// Where a claim is made.
    pub(super) fn claim_href(&self, claim: &Claim, here: &Here<'_>) -> String {
        let address = self.site.addresses.document(claim.document);
        here.to_anchor(address, self.claim_anchor(claim))
    }

    /// The place of its claimant's page where a claim is made.
    pub(super) fn claim_anchor(&self, claim: &Claim) -> Option<&str> {
        let document = self.organisation.document(claim.document);
        let anchor = document.entry(claim.entry).anchor.as_deref();
        anchor.or_else(|| section_of(document, claim.entry))
    }
}

/// The sections of a document before those about relations are so many.
pub(super) fn introduction(document: &Document) -> usize {
    let about_relations =
        |section: &Section| matches!(section.kind, SectionKind::Deliverables | SectionKind::Needs);
    let mut sections = document.sections.iter();
    sections
        .position(about_relations)
        .unwrap_or(document.sections.len())
}

/// How many of them say what it is there for: the first one, if it is about that.
pub(super) fn purpose(document: &Document) -> usize {
    let first = document.sections.first();
    usize::from(first.is_some_and(|section| section.rule.as_deref() == Some("purpose")))
}

/// The anchor of the section in which an entry stands: entries are numbered in the order of writing.
fn section_of(document: &Document, entry: EntryId) -> Option<&str> {
    let begins_before = |block: &Block| match block {
        Block::Relations(entries) => entries.first().is_some_and(|first| *first <= entry),
        Block::Prose { .. } => false,
    };
    let mut sections = document.sections.iter().rev();
    let section = sections.find(|section| section.blocks.iter().any(begins_before))?;
    Some(&section.anchor)
}
