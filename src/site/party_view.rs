//! What the page of a role, a team or an external party shows.

use std::collections::BTreeSet;

use super::fill::{Filler, back_anchor};
use super::here::Here;
use super::relation_view;
use super::view::{Delegated, FootnoteView, Link, PartyView, RoleInTeam};
use super::views::Views;
use crate::model::{Direction, DocumentId, Mention, Party, PartyId};
use crate::resolve::counterparts::keepers_within;

impl Views<'_> {
    /// What templates see as `party`.
    pub(crate) fn party(&self, id: PartyId, here: &Here<'_>) -> PartyView {
        let party = self.organisation.party(id);
        let document = self.document_of(party);
        let mut fill = Filler::new(self, here, Some(party.document));
        let lead_html = fill.html(party.document, &document.lead);
        let mut purpose = self.sections(party.document, &mut fill);
        let sections = purpose.split_off(relation_view::introduction(document));
        let introduction = purpose.split_off(relation_view::purpose(document));
        PartyView {
            id: party.id.clone(),
            kind: party.kind.name(),
            title: party.title.clone(),
            summary: self.summary(id).to_owned(),
            facts: self.facts(party, here),
            starts: self.starts(id, here),
            graph: self.graph_of(id, here),
            lead_html,
            neighbourhood: self.neighbourhood(party, here),
            purpose: purpose.pop(),
            purpose_is_line: self.is_line(party.document, self.summary(id)),
            introduction,
            sections,
            expected_of_it: self.unmentioned(party, Direction::Delivers, &mut fill),
            offered_to_it: self.unmentioned(party, Direction::Needs, &mut fill),
            roles: self.roles_of(id, here),
            counterparts: self.counterparts_in(id, here),
            delegates: self.delegated(id, party, here),
            mentioned_by: self.mentions(&party.mentioned_by, here),
            footnotes: self.footnotes(party.document, &mut fill),
        }
    }

    /// The roles of a team, with who keeps them in it, or else in other teams.
    fn roles_of(&self, team: PartyId, here: &Here<'_>) -> Vec<RoleInTeam> {
        let roles = self.roles_in(team).iter();
        roles
            .map(|id| {
                let role = self.organisation.party(*id);
                let within = keepers_within(self.organisation, *id, team);
                let keepers = if within.is_empty() {
                    self.holders(role.keepers.iter().flatten(), here)
                } else {
                    let mut keepers = self.holders(within, here);
                    for keeper in &mut keepers {
                        keeper.team = None;
                    }
                    keepers
                };
                RoleInTeam {
                    role: self.party_link(*id, here),
                    summary: self.summary(*id).to_owned(),
                    keepers,
                    vacant: role.is_vacant(),
                    start: self.start_link(*id, Some(team), here),
                }
            })
            .collect()
    }

    fn delegated(&self, id: PartyId, party: &Party, here: &Here<'_>) -> Vec<Delegated> {
        let roles: BTreeSet<PartyId> = self.roles_in(id).iter().copied().collect();
        let delegates = party.delegates.iter();
        delegates
            .filter(|id| !roles.contains(id))
            .map(|id| Delegated {
                party: self.party_link(*id, here),
                kind: self.organisation.party(*id).kind.name(),
                summary: self.summary(*id).to_owned(),
            })
            .collect()
    }

    /// The pages that refer to something.
    pub(super) fn mentions(&self, mentions: &[Mention], here: &Here<'_>) -> Vec<Link> {
        let mentions = mentions.iter();
        mentions
            .map(|mention| self.document_link(mention.document, here))
            .collect()
    }

    /// The footnotes of a page's own document.
    pub(super) fn footnotes(&self, id: DocumentId, fill: &mut Filler<'_>) -> Vec<FootnoteView> {
        let footnotes = &self.organisation.document(id).footnotes;
        // Notes may refer to notes, so that only behind the last one all references are known.
        let shown: Vec<String> = footnotes
            .iter()
            .map(|footnote| fill.html(id, &footnote.prose))
            .collect();
        let numbered = footnotes.iter().zip(shown).enumerate();
        numbered
            .map(|(at, (footnote, html))| FootnoteView {
                number: at + 1,
                anchor: footnote.anchor.clone(),
                back: fill.has_noted(at).then(|| back_anchor(&footnote.anchor)),
                html,
            })
            .collect()
    }
}
