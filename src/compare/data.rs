//! What of `rolebook.json` is compared.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Named;

/// One state of an organisation.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Data {
    pub(super) parties: Vec<Party>,
    pub(super) agreements: Vec<Agreement>,
}

/// A role, a team or an external party.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Party {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) aliases: Vec<String>,
    pub(super) delegators: Vec<Holder>,
    pub(super) team: Option<String>,
    pub(super) keepers: Vec<Holder>,
    pub(super) members: Vec<Holder>,
    pub(super) contact: Option<String>,
    pub(super) sections: Vec<Section>,
}

/// A keeper, a member, a delegator.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Holder {
    pub(super) who: String,
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) number: Option<usize>,
    pub(super) team: Option<String>,
}

/// A section of a party's description.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Section {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) text: String,
    pub(super) items: Vec<String>,
}

/// What one party provides to another.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Agreement {
    pub(super) provider: String,
    pub(super) consumer: String,
    pub(super) state: State,
    pub(super) deliverables: Vec<String>,
    pub(super) needs: Vec<String>,
}

/// Whether both ends say the same of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum State {
    /// Both ends claim it.
    Mutual,
    /// Only the consumer claims it.
    Expected,
    /// Only the provider claims it.
    Offered,
    /// One end is an external party, which makes no claims.
    External,
}

impl Data {
    /// The same under new ids, by the old ones.
    pub(super) fn renamed(&self, renames: &BTreeMap<String, String>) -> Self {
        let mut data = self.clone();
        let rename = |id: &mut String| {
            if let Some(new) = renames.get(id) {
                id.clone_from(new);
            }
        };
        for party in &mut data.parties {
            rename(&mut party.id);
            party.team.iter_mut().for_each(rename);
            let holders = party
                .delegators
                .iter_mut()
                .chain(&mut party.keepers)
                .chain(&mut party.members);
            for holder in holders {
                holder.team.iter_mut().for_each(rename);
                if matches!(holder.who.as_str(), "party" | "keepers-of") {
                    holder.id.iter_mut().for_each(rename);
                }
            }
        }
        for agreement in &mut data.agreements {
            rename(&mut agreement.provider);
            rename(&mut agreement.consumer);
        }
        data
    }

    /// All parties by their ids.
    pub(super) fn by_id(&self) -> BTreeMap<&str, &Party> {
        self.parties
            .iter()
            .map(|party| (party.id.as_str(), party))
            .collect()
    }
}

impl Party {
    pub(super) fn named(&self) -> Named {
        Named {
            title: self.title.clone(),
            id: self.id.clone(),
        }
    }
}

impl Holder {
    /// Who it is, for comparing: not for how long, or how much of a week.
    pub(super) fn key(&self) -> (String, String, String) {
        let who = self.id.clone().or_else(|| self.name.clone()).unwrap_or_default();
        (self.who.clone(), who, self.team.clone().unwrap_or_default())
    }

    /// Who it is, in words.
    pub(super) fn words(&self, titles: &BTreeMap<&str, &Party>) -> String {
        let name = || self.name.clone().or_else(|| self.id.clone()).unwrap_or_default();
        let who = match self.who.as_str() {
            "vacant" => String::from("an open place"),
            "people" if self.number == Some(1) => String::from("1 person"),
            "people" => format!("{} people", self.number.unwrap_or_default()),
            "keepers-of" => format!("whoever keeps {}", name()),
            _ => name(),
        };
        let team = self
            .team
            .as_deref()
            .map(|id| titles.get(id).map_or(id, |team| team.title.as_str()));
        team.map_or_else(|| who.clone(), |team| format!("{who} in {team}"))
    }
}
