//! What pages say of their things in schema.org's words, as JSON-LD 1.1.

use serde_json::{Map, Value, json};

use super::page::Page;
use super::views::Views;
use crate::model::{PartyId, PartyKind, PersonId, Who};

impl Views<'_> {
    /// The data of a page, safe to stand in a `script` element that is not run; empty where there is none.
    pub(super) fn linked_data(&self, page: Page, address: Option<&str>) -> String {
        let data = match page {
            Page::Home(_) => self.handbook_data(),
            Page::Party(PartyKind::Role, id) => self.role_data(id),
            Page::Party(_, id) => self.group_data(id),
            Page::Person(id) => self.person_data(id),
            _ => return String::new(),
        };
        let mut whole = json!({ "@context": "https://schema.org" });
        if let Some(whole) = whole.as_object_mut() {
            whole.extend(data);
            if let Some(address) = address {
                whole.insert("url".to_owned(), Value::from(address));
            }
        }
        // An end tag within a text would end the element.
        whole.to_string().replace('<', "\\u003c")
    }

    fn handbook_data(&self) -> Map<String, Value> {
        let mut data = named("Organization", &self.config.title);
        if let Some(description) = &self.config.description {
            data.insert("description".to_owned(), Value::from(description.as_str()));
        }
        data
    }

    /// Roles are what their keepers have as members of whoever delegated them.
    fn role_data(&self, id: PartyId) -> Map<String, Value> {
        let party = self.organisation.party(id);
        let mut data = Map::from_iter([
            ("@type".to_owned(), Value::from("OrganizationRole")),
            ("roleName".to_owned(), Value::from(party.title.as_str())),
        ]);
        self.describe(id, &mut data);
        let keepers = party.keepers.iter().flatten();
        let people = keepers.filter_map(|keeper| match keeper.who {
            Who::Person(person) if self.names_people() => Some(Value::from(named(
                "Person",
                &self.organisation.person(person).name,
            ))),
            _ => None,
        });
        let people: Vec<Value> = people.collect();
        if !people.is_empty() {
            data.insert("member".to_owned(), Value::from(people));
        }
        if let Some(team) = party.team {
            let team = named("Organization", &self.organisation.party(team).title);
            data.insert("memberOf".to_owned(), Value::from(team));
        }
        data
    }

    fn group_data(&self, id: PartyId) -> Map<String, Value> {
        let party = self.organisation.party(id);
        let mut data = named("Organization", &party.title);
        self.describe(id, &mut data);
        if party.kind == PartyKind::Team {
            let above = party.team.map_or(self.config.title.as_str(), |team| {
                self.organisation.party(team).title.as_str()
            });
            let above = named("Organization", above);
            data.insert("parentOrganization".to_owned(), Value::from(above));
        }
        data
    }

    fn person_data(&self, id: PersonId) -> Map<String, Value> {
        let person = self.organisation.person(id);
        let mut data = named("Person", &person.name);
        let mut titles: Vec<&str> = Vec::new();
        for (role, _) in &person.keeps {
            let title = self.organisation.party(*role).title.as_str();
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        data.insert("jobTitle".to_owned(), Value::from(titles));
        data.insert(
            "worksFor".to_owned(),
            Value::from(named("Organization", &self.config.title)),
        );
        data
    }

    fn describe(&self, id: PartyId, data: &mut Map<String, Value>) {
        let summary = self.summary(id);
        if !summary.is_empty() {
            data.insert("description".to_owned(), Value::from(summary));
        }
    }
}

fn named(kind: &str, name: &str) -> Map<String, Value> {
    Map::from_iter([
        ("@type".to_owned(), Value::from(kind)),
        ("name".to_owned(), Value::from(name)),
    ])
}
