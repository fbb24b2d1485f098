//! The model put into the form of `rolebook.json`.

use super::document::{
    Agreement, Book, Document, Field, Generator, Party, PartyKind, Person, Qualifiers, State, VERSION,
};
use super::each::Each;
use super::{findings, holders, sections};
use crate::config::Config;
use crate::model::{self, ClaimId, PartyId, PersonId};
use crate::site::{Page, Views, address};

/// The whole document.
pub(super) fn document<'a>(views: &'a Views<'a>, config: &Config) -> Document<'a> {
    let organisation = views.organisation();
    Document {
        schema: address::DATA_SCHEMA.to_owned(),
        version: VERSION,
        generator: Generator {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        book: Book {
            title: config.title.clone(),
            description: config.description.clone(),
            language: config.language.tag.clone(),
            base_url: config.base_url.clone(),
        },
        parties: Each::of(move || {
            let parties = (0..organisation.parties.len()).map(PartyId::at);
            parties.map(|id| party(views, id))
        }),
        people: Each::of(move || {
            let people = (0..organisation.people.len()).map(PersonId::at);
            let people = people.filter(|_| views.names_people());
            people.map(|id| person(views, id))
        }),
        agreements: Each::of(move || {
            let agreements = organisation.agreements.iter();
            agreements.map(|found| agreement(views, found))
        }),
        findings: findings::data(views),
    }
}

fn party(views: &Views<'_>, id: PartyId) -> Party {
    let organisation = views.organisation();
    let party = organisation.party(id);
    Party {
        id: party.id.clone(),
        kind: match party.kind {
            model::PartyKind::Role => PartyKind::Role,
            model::PartyKind::Team => PartyKind::Team,
            model::PartyKind::External => PartyKind::External,
        },
        title: party.title.clone(),
        aliases: party.aliases.clone(),
        url: views.addresses().party(organisation, id).url(),
        source: organisation.document(party.document).path.to_string(),
        summary: views.summary(id).to_owned(),
        delegators: holders::data(views, &party.delegators),
        team: party.team.map(|team| organisation.party(team).id.clone()),
        keepers: holders::data(views, party.keepers.iter().flatten()),
        vacant: party.is_vacant(),
        members: holders::data(views, &party.members),
        contact: party.contact.clone(),
        reviewed: party.reviewed.map(|date| date.to_string()),
        review_due: party.review_due().map(|date| date.to_string()),
        changed: views
            .last_change(Page::Party(party.kind, id))
            .map(|last| last.day.to_string()),
        tags: party.tags.clone(),
        fields: party
            .fields
            .iter()
            .map(|(name, value)| Field {
                name: name.clone(),
                value: value.clone(),
            })
            .collect(),
        sections: sections::data(views, party),
    }
}

fn person(views: &Views<'_>, id: PersonId) -> Person {
    let organisation = views.organisation();
    let person = organisation.person(id);
    let ids = |parties: &mut dyn Iterator<Item = PartyId>| {
        let mut ids: Vec<String> = parties
            .map(|party| organisation.party(party).id.clone())
            .collect();
        ids.sort();
        ids.dedup();
        ids
    };
    Person {
        id: person.id.clone(),
        name: person.name.clone(),
        url: views.addresses().person(id).url(),
        contact: person.fields.contact.clone(),
        roles: ids(&mut person.keeps.iter().map(|(role, _)| *role)),
        teams: ids(&mut person.teams.iter().copied()),
    }
}

fn agreement(views: &Views<'_>, agreement: &model::Agreement) -> Agreement {
    let organisation = views.organisation();
    Agreement {
        provider: organisation.party(agreement.provider).id.clone(),
        consumer: organisation.party(agreement.consumer).id.clone(),
        state: match agreement.state {
            model::State::Mutual => State::Mutual,
            model::State::Expected => State::Expected,
            model::State::Offered => State::Offered,
            model::State::External => State::External,
        },
        deliverables: items(views, &agreement.delivers),
        needs: items(views, &agreement.needs),
        qualifiers: Qualifiers {
            provider: views.qualifiers(&agreement.delivers),
            consumer: views.qualifiers(&agreement.needs),
        },
    }
}

fn items(views: &Views<'_>, claims: &[ClaimId]) -> Vec<String> {
    let organisation = views.organisation();
    let claims = claims.iter().map(|id| organisation.claim(*id));
    claims
        .flat_map(|claim| {
            let items = organisation.entry_of(claim).items.iter();
            items.map(|item| views.text(claim.document, &item.text).trim().to_owned())
        })
        .collect()
}
