//! Figures of the whole.

use std::cmp::Reverse;

use crate::model::{PartyId, PartyKind, State};
use crate::site::here::Here;
use crate::site::view::Figure;
use crate::site::views::Views;

impl Views<'_> {
    /// How many parties and agreements there are, and how many agreements roles have.
    pub(super) fn figures(&self, here: &Here<'_>) -> Vec<Figure> {
        let mut figures = vec![self.parties_in_figures()];
        figures.extend(self.agreements_in_figures());
        figures.extend(self.roles_in_figures(here));
        figures
    }

    fn parties_in_figures(&self) -> Figure {
        let kinds = PartyKind::ALL.map(|kind| {
            let parties = self.organisation.parties.iter();
            let number = parties.filter(|party| party.kind == kind).count();
            self.number_of(&format!("count.{}", kind.name()), number)
        });
        self.figure(
            "parties",
            self.organisation.parties.len().to_string(),
            kinds.join(", "),
        )
    }

    fn agreements_in_figures(&self) -> Vec<Figure> {
        let agreements = &self.organisation.agreements;
        let of_state = |state| {
            agreements
                .iter()
                .filter(|agreement| agreement.state == state)
                .count()
        };
        let all = agreements.len();
        let mut figures = vec![self.figure("agreements", all.to_string(), String::new())];
        figures.extend(State::ALL.map(|state| {
            let number = of_state(state);
            let per_cent = per_cent(number, all).to_string();
            Figure {
                label: self.words.say(&format!("state.{}", state.name()), None, &[]),
                value: number.to_string(),
                note: self.words.say("analysis.of-all", None, &[("number", &per_cent)]),
                party: None,
                is_part: true,
            }
        }));
        let within = all - of_state(State::External);
        if within > 0 {
            let per_cent = per_cent(of_state(State::Mutual), within).to_string();
            let value = self
                .words
                .say("analysis.per-cent", None, &[("number", &per_cent)]);
            figures.push(self.figure(
                "mutual",
                value,
                self.number_of("analysis.figure-mutual-note", within),
            ));
        }
        figures
    }

    fn roles_in_figures(&self, here: &Here<'_>) -> Vec<Figure> {
        let number = |id: PartyId| {
            let role = self.organisation.party(id);
            role.provides.len() + role.consumes.len()
        };
        let mut roles: Vec<PartyId> = self.roles().collect();
        // Of several with the most, the first by title.
        roles.sort_by_cached_key(|id| {
            (
                number(*id),
                Reverse(self.organisation.party(*id).title.to_lowercase()),
                Reverse(*id),
            )
        });
        let (Some(middle), Some(last)) = (roles.get(roles.len().saturating_sub(1) / 2), roles.last()) else {
            return Vec::new();
        };
        let note = self.words.say("analysis.figure-median-note", None, &[]);
        let most = self.figure("most", number(*last).to_string(), String::new());
        vec![
            self.figure("median", number(*middle).to_string(), note),
            Figure {
                party: Some(self.party_link(*last, here)),
                ..most
            },
        ]
    }

    fn figure(&self, name: &str, value: String, note: String) -> Figure {
        Figure {
            label: self.words.say(&format!("analysis.figure-{name}"), None, &[]),
            value,
            note,
            party: None,
            is_part: false,
        }
    }

    fn number_of(&self, key: &str, number: usize) -> String {
        self.words.say(key, i64::try_from(number).ok(), &[])
    }
}

/// What part of `all` a number is, in whole per cent.
fn per_cent(number: usize, all: usize) -> usize {
    (number * 100 + all / 2) / all.max(1)
}
