//! What a person's page shows.

use super::facts::{contact, initials};
use super::fill::Filler;
use super::here::Here;
use super::view::{KeptRole, Link, Membership, PersonView};
use super::views::Views;
use crate::model::{Holder, Party, Person, PersonId, Who};

impl Views<'_> {
    /// What templates see as `person`.
    pub(crate) fn person(&self, id: PersonId, here: &Here<'_>) -> PersonView {
        let person = self.organisation.person(id);
        let mut fill = Filler::new(self, here, person.document);
        let text_html = person
            .document
            .map_or_else(String::new, |document| self.whole_text(document, &mut fill));
        let fields = &person.fields;
        PersonView {
            id: person.id.clone(),
            name: person.name.clone(),
            initials: initials(&person.name),
            picture: self.picture(id, here),
            contact: fields.contact.as_deref().map(contact),
            links: fields
                .links
                .iter()
                .map(|(title, url)| Link {
                    title: title.clone(),
                    href: contact(url).href,
                })
                .collect(),
            pronouns: fields.pronouns.clone(),
            location: fields.location.clone(),
            text_html,
            roles: self.kept_roles(id, person, here),
            teams: self.memberships(id, person, here),
            mentioned_by: self.mentions(&person.mentioned_by, here),
            footnotes: person
                .document
                .map_or_else(Vec::new, |document| self.footnotes(document, &mut fill)),
        }
    }

    fn kept_roles(&self, id: PersonId, person: &Person, here: &Here<'_>) -> Vec<KeptRole> {
        let kept = person.keeps.iter();
        kept.map(|(role, holder)| {
            let team = holder.team.or(self.organisation.party(*role).team);
            KeptRole {
                role: self.party_link(*role, here),
                summary: self.summary(*role).to_owned(),
                holder: self.holder(holder, here),
                start: self.start_link(*role, holder.team, here),
                counterparts: self.counterparts_of(id, *role, team, here),
            }
        })
        .collect()
    }

    fn memberships(&self, id: PersonId, person: &Person, here: &Here<'_>) -> Vec<Membership> {
        let teams = person.teams.iter();
        teams
            .map(|team| Membership {
                team: self.party_link(*team, here),
                function: function_in(self.organisation.party(*team), id),
            })
            .collect()
    }
}

/// In which function a person is in a team.
fn function_in(team: &Party, person: PersonId) -> Option<String> {
    let is_theirs = |member: &&Holder| member.who == Who::Person(person) && member.tenure.function.is_some();
    team.members.iter().find(is_theirs)?.tenure.function.clone()
}
