//! The facts table: who, since when, until when.

use super::address;
use super::here::Here;
use super::people::persons;
use super::view::{Facts, Field, HolderView, Link};
use super::views::Views;
use crate::model::{Holder, Party, PartyId, Period, PersonId, Who};

impl Views<'_> {
    /// The facts table of a party.
    pub(super) fn facts(&self, party: &Party, here: &Here<'_>) -> Facts {
        Facts {
            delegators: self.holders(&party.delegators, here),
            team: team_beside_delegators(party).map(|team| self.party_link(team, here)),
            keepers: party.keepers.as_ref().map(|keepers| self.holders(keepers, here)),
            members: self.holders(&party.members, here),
            contact: party.contact.as_deref().map(contact),
            reviewed: party.reviewed.map(|date| date.to_string()),
            review_every: party.review.map(|period| self.period(period)),
            review_due: party.review_due().map(|date| date.to_string()),
            aliases: party.aliases.clone(),
            tags: party.tags.iter().map(|tag| self.tag_link(tag, here)).collect(),
            fields: party
                .fields
                .iter()
                .map(|(name, value)| Field {
                    name: name.clone(),
                    value: value.clone(),
                })
                .collect(),
        }
    }

    /// A period in words, such as "every 12 months".
    pub(super) fn period(&self, period: Period) -> String {
        let months = i64::from(period.months);
        let days = i64::from(period.days);
        let say = |key: &str, number: i64| self.words.say(key, Some(number), &[]);
        let mut words = Vec::new();
        match months {
            0 => {}
            _ if months % 12 == 0 && months > 12 => words.push(say("review.years", months / 12)),
            _ => words.push(say("review.months", months)),
        }
        match days {
            0 if !words.is_empty() => {}
            _ if days % 7 == 0 && days > 0 => words.push(say("review.weeks", days / 7)),
            _ => words.push(say("review.days", days)),
        }
        words.join(", ")
    }

    /// Holders as pages may name them; people who may not be named become one number.
    pub(super) fn holders<'h>(
        &self,
        holders: impl IntoIterator<Item = &'h Holder>,
        here: &Here<'_>,
    ) -> Vec<HolderView> {
        let mut views = Vec::new();
        let mut unnamed = Vec::new();
        for holder in holders {
            if matches!(holder.who, Who::Person(_)) && !self.names_people() {
                unnamed.push(holder);
            } else {
                views.push(self.holder(holder, here));
            }
        }
        let unnamed = persons(unnamed).len();
        if unnamed > 0 {
            views.insert(0, bare("people", unnamed.to_string()));
        }
        views
    }

    /// A holder as pages name them.
    pub(super) fn holder(&self, holder: &Holder, here: &Here<'_>) -> HolderView {
        let who = self.who(&holder.who, here);
        let tenure = &holder.tenure;
        HolderView {
            team: holder.team.map(|team| self.party_link(team, here)),
            since: tenure.since.map(|date| date.to_string()),
            until: tenure.until.map(|date| date.to_string()),
            share: tenure.share,
            focus: tenure.focus.clone(),
            function: tenure.function.clone(),
            note: tenure.note.clone(),
            ..who
        }
    }

    fn who(&self, who: &Who, here: &Here<'_>) -> HolderView {
        match who {
            Who::Person(_) if !self.names_people() => bare("people", String::from("1")),
            Who::Person(id) => {
                let person = self.organisation.person(*id);
                HolderView {
                    href: self.person_link(*id, here).href,
                    picture: self.picture(*id, here),
                    initials: initials(&person.name),
                    ..bare("person", person.name.clone())
                }
            }
            Who::Party(id) => HolderView {
                href: self.party_link(*id, here).href,
                ..bare("party", self.organisation.party(*id).title.clone())
            },
            Who::KeepersOf(id) => HolderView {
                href: self.party_link(*id, here).href,
                keepers: self.keepers_of(*id, here),
                ..bare("keepers-of", self.organisation.party(*id).title.clone())
            },
            Who::Text(text) => bare("text", text.clone()),
            Who::Vacant => bare("vacant", String::new()),
            Who::Unknown(name) => bare("unknown", name.clone()),
        }
    }

    /// The people who keep a role, by name; nobody where people are not published.
    fn keepers_of(&self, role: PartyId, here: &Here<'_>) -> Vec<Link> {
        self.person_links(
            &persons(self.organisation.party(role).keepers.iter().flatten()),
            here,
        )
    }

    /// The address of a person's picture.
    pub(super) fn picture(&self, id: PersonId, here: &Here<'_>) -> Option<String> {
        let picture = self.organisation.person(id).picture.as_ref()?;
        Some(here.to_shared(&address::asset(picture)))
    }
}

/// The team a domain lives in, where that is not among those who delegated it.
fn team_beside_delegators(party: &Party) -> Option<PartyId> {
    let delegated_by = |team: &PartyId| {
        party
            .delegators
            .iter()
            .any(|holder| holder.who == Who::Party(*team))
    };
    party.team.filter(|team| !delegated_by(team))
}

/// A holder of whom nothing else is said.
fn bare(who: &'static str, name: String) -> HolderView {
    HolderView {
        who,
        name,
        href: None,
        keepers: Vec::new(),
        picture: None,
        initials: String::new(),
        team: None,
        since: None,
        until: None,
        share: None,
        focus: None,
        function: None,
        note: None,
    }
}

/// The initials of a name's first and last word.
pub(super) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next();
    let letters = first.into_iter().chain(words.next_back());
    letters
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .flat_map(char::to_uppercase)
        .collect()
}

/// How to reach someone, as a link where it reads as an address.
pub(super) fn contact(written: &str) -> Link {
    let text = written.trim();
    let plain = !text.contains(char::is_whitespace);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let href = if text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:") {
        Some(text.to_owned())
    } else if plain
        && text
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    {
        Some(format!("mailto:{text}"))
    } else if text.starts_with('+') && digits > 5 && !text.contains(char::is_alphabetic) {
        Some(format!(
            "tel:{}",
            text.replace(|c: char| !c.is_ascii_digit() && c != '+', "")
        ))
    } else {
        None
    };
    Link {
        title: text.strip_prefix("mailto:").unwrap_or(text).to_owned(),
        href,
    }
}

#[cfg(test)]
mod tests {
    use super::{contact, initials};

    #[test]
    fn contacts_become_links_where_they_can() {
        let cases = [
            ("#engineering", None),
            ("ana@example.org", Some("mailto:ana@example.org")),
            ("https://example.org/x", Some("https://example.org/x")),
            ("+41 31 000 00 00", Some("tel:+41310000000")),
            ("javascript:alert(1)", None),
            ("desk at the door", None),
        ];
        for (written, href) in cases {
            assert_eq!(contact(written).href.as_deref(), href, "{written}");
        }
    }

    #[test]
    fn initials_are_of_the_first_and_last_word() {
        let cases = [
            ("Ana Ruiz", "AR"),
            ("Élodie van der Berg", "ÉB"),
            ("Cher", "C"),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected);
        }
    }
}
