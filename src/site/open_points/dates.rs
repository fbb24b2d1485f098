//! What comes due: reviews and terms. Nothing here knows the day of the build; whether a date is past is
//! seen by whoever reads it.

use jiff::civil::Date;

use crate::model::{Holder, Organisation, PartyId, PartyKind};
use crate::site::here::Here;
use crate::site::view::{Dates, EndingTerm, Review};
use crate::site::views::Views;

/// How many rows a table has at most: the earliest dates.
const MOST_ROWS: usize = 500;

/// Whether there is a review or a term.
pub(in crate::site) fn has_dates(organisation: &Organisation) -> bool {
    organisation.parties.iter().any(|party| {
        let mut holders = party.keepers.iter().flatten().chain(&party.members);
        party.review.is_some() || holders.any(|holder| holder.tenure.until.is_some())
    })
}

impl Views<'_> {
    /// Reviews and terms, the earliest first; none where there is neither.
    pub(super) fn dates(&self, here: &Here<'_>) -> Option<Dates> {
        let parties = PartyKind::ALL
            .into_iter()
            .flat_map(|kind| self.sequence.of_kind(kind));
        let mut reviews: Vec<(Option<Date>, PartyId)> = Vec::new();
        let mut terms: Vec<(Date, PartyId, &Holder)> = Vec::new();
        for id in parties.copied() {
            let party = self.organisation.party(id);
            if party.review.is_some() {
                reviews.push((party.review_due(), id));
            }
            let holders = party.keepers.iter().flatten().chain(&party.members);
            terms.extend(holders.filter_map(|holder| Some((holder.tenure.until?, id, holder))));
        }
        if reviews.is_empty() && terms.is_empty() {
            return None;
        }
        reviews.sort_by_key(|(due, _)| (due.is_none(), *due));
        terms.sort_by_key(|(until, ..)| *until);
        let (more_reviews, more_terms) = (excess(reviews.len()), excess(terms.len()));
        let reviews = reviews.into_iter().take(MOST_ROWS);
        let terms = terms.into_iter().take(MOST_ROWS);
        Some(Dates {
            reviews: reviews.map(|(due, id)| self.review(id, due, here)).collect(),
            more_reviews,
            terms: terms
                .map(|(until, id, holder)| EndingTerm {
                    party: self.party_link(id, here),
                    holder: self.holder(holder, here),
                    until: until.to_string(),
                })
                .collect(),
            more_terms,
        })
    }

    fn review(&self, id: PartyId, due: Option<Date>, here: &Here<'_>) -> Review {
        let party = self.organisation.party(id);
        Review {
            party: self.party_link(id, here),
            every: party
                .review
                .map_or_else(String::new, |period| self.period(period)),
            reviewed: party.reviewed.map(|date| date.to_string()),
            due: due.map(|date| date.to_string()),
        }
    }
}

fn excess(rows: usize) -> usize {
    rows.saturating_sub(MOST_ROWS)
}
