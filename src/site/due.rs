//! What comes due on which day: reviews, and ends of terms.

use jiff::civil::Date;

use super::views::Views;
use crate::model::{Holder, PartyId, Who};

/// Something that comes due.
pub(crate) struct Due {
    /// When.
    pub(crate) day: Date,
    /// What no other has, and it has at each build.
    pub(crate) id: String,
    /// What it is, in words.
    pub(crate) title: String,
    /// The page that tells of it, where the handbook's address is known.
    pub(crate) address: Option<String>,
}

impl Views<'_> {
    /// All that comes due, the earliest first.
    pub(crate) fn due(&self) -> Vec<Due> {
        let mut all = Vec::new();
        for (at, party) in self.organisation.parties.iter().enumerate() {
            let id = PartyId::at(at);
            if let Some(day) = party.review_due() {
                let title = self.word_of("calendar.review", &party.title);
                all.push(self.due_for(id, "review", day, title));
            }
            let holders = party.keepers.iter().flatten().chain(&party.members);
            let ending = holders.filter_map(|holder| Some((holder, holder.tenure.until?)));
            for (number, (holder, day)) in ending.enumerate() {
                let values = [("name", party.title.as_str()), ("who", &self.held_by(holder))];
                let title = self.words.say("calendar.term", None, &values);
                all.push(self.due_for(id, &format!("term-{number}"), day, title));
            }
        }
        all.sort_by(|a, b| (a.day, &a.title, &a.id).cmp(&(b.day, &b.title, &b.id)));
        all
    }

    fn due_for(&self, party: PartyId, what: &str, day: Date, title: String) -> Due {
        let id = &self.organisation.party(party).id;
        let base = self.config.base_url.as_deref();
        let host = base.and_then(|base| base.split("://").nth(1)?.split('/').next());
        let page = self.site.addresses.party(self.organisation, party).url();
        Due {
            id: format!("{what}.{day}.{id}@{}", host.unwrap_or("rolebook.invalid")),
            title,
            address: base.map(|base| format!("{base}{page}")),
            day,
        }
    }

    /// Who holds a domain, in words.
    fn held_by(&self, holder: &Holder) -> String {
        let title = |id: PartyId| self.organisation.party(id).title.clone();
        match &holder.who {
            Who::Person(id) => self.organisation.person(*id).name.clone(),
            Who::Party(id) => title(*id),
            Who::KeepersOf(id) => format!("{} {}", self.word("holder.keepers-of"), title(*id)),
            Who::Text(words) | Who::Unknown(words) => words.clone(),
            Who::Vacant => self.word("holder.place"),
        }
    }
}
