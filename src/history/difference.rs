//! What is different between two states of a source.

use std::collections::BTreeMap;

use super::Items;
use super::named::{Directory, Named, Written};
use super::version::Draft;
use crate::model::{Direction, DocumentKind};

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// It is described for the first time.
    Came,
    /// It is described no more.
    Went,
    /// It had that title before.
    Renamed(String),
    /// Its text changed; for pages, of which no more is said.
    Changed,
    /// A fact was gained or lost.
    Fact {
        /// Which.
        fact: Fact,
        /// Whether it holds now, or held.
        fate: Fate,
        /// Who or what.
        who: Named,
        /// The team within which.
        team: Option<Named>,
    },
    /// What a section says, or a field of the facts.
    Said {
        /// Its heading; empty for what stands before the first.
        heading: String,
        /// What changed.
        items: Items,
    },
    /// What it claims to deliver or to need.
    Relation {
        /// Whether it delivers or needs.
        direction: Direction,
        /// To whom, of whom.
        other: Named,
        /// Whether it is claimed now, or was, or is still.
        fate: Fate,
        /// What changed of what is delivered or needed; nothing where all of it came or went.
        items: Items,
    },
}

/// Whether something came, went or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Gained,
    Lost,
    Changed,
}

/// Which fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    Keeper,
    Member,
    Delegator,
    Team,
    Contact,
    Reviewed,
    Person,
}

impl Fate {
    /// As the theme's words and templates name it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Gained => "gained",
            Self::Lost => "lost",
            Self::Changed => "changed",
        }
    }
}

impl Fact {
    /// The key of the theme's word for it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Keeper => "history.keeper",
            Self::Member => "history.member",
            Self::Delegator => "facts.delegator",
            Self::Team => "facts.team",
            Self::Contact => "facts.contact",
            Self::Reviewed => "history.reviewed",
            Self::Person => "kind.person",
        }
    }
}

/// What is different in `after`.
pub(super) fn lines(before: Option<&Draft>, after: Option<&Draft>, names: &Directory) -> Vec<Line> {
    let (before, after) = match (before, after) {
        (None, None) => return Vec::new(),
        (None, Some(_)) => return vec![Line::Came],
        (Some(_), None) => return vec![Line::Went],
        (Some(before), Some(after)) => (before, after),
    };
    let mut lines = Vec::new();
    if before.title != after.title {
        lines.push(Line::Renamed(before.title.clone()));
    }
    if matches!(after.kind, DocumentKind::Party(_)) {
        facts(before, after, names, &mut lines);
        said(&before.fields(), &after.fields(), names, &mut lines);
        said(&before.said, &after.said, names, &mut lines);
        relations(before, after, names, &mut lines);
    } else if before.said != after.said || before.claims != after.claims {
        lines.push(Line::Changed);
    }
    lines
}

/// Sections, or what is laid out like them: which, its heading, its items.
type Sections = [(String, String, Vec<String>)];

impl Draft {
    fn fields(&self) -> Vec<(String, String, Vec<String>)> {
        let fields = self.fields.iter();
        fields
            .map(|(name, value)| (name.clone(), name.clone(), vec![value.clone()]))
            .collect()
    }
}

fn facts(before: &Draft, after: &Draft, names: &Directory, lines: &mut Vec<Line>) {
    let alone = |written: &Written| (written.clone(), None);
    let of = |all: &[Written]| all.iter().map(alone).collect::<Vec<_>>();
    let words = |text: &Option<String>| {
        text.iter()
            .map(|text| (Written::Words(text.clone()), None))
            .collect::<Vec<_>>()
    };
    let team = |draft: &Draft| draft.team.iter().map(alone).collect::<Vec<_>>();
    let all = [
        (Fact::Keeper, before.keepers.clone(), after.keepers.clone()),
        (Fact::Member, before.members.clone(), after.members.clone()),
        (Fact::Delegator, of(&before.delegators), of(&after.delegators)),
        (Fact::Team, team(before), team(after)),
        (Fact::Contact, words(&before.contact), words(&after.contact)),
        (Fact::Reviewed, words(&before.reviewed), words(&after.reviewed)),
    ];
    for (fact, before, after) in all {
        let meant = |held: &[(Written, Option<String>)]| {
            let held = held.iter();
            held.map(|(who, team)| (names.meant(who), team.as_deref().map(|team| names.named(team))))
                .collect::<Vec<_>>()
        };
        let (before, after) = (meant(&before), meant(&after));
        let mut tell = |of: &[(Named, Option<Named>)], other: &[(Named, Option<Named>)], fate| {
            let own = of.iter().filter(|one| !other.contains(one));
            lines.extend(own.map(|(who, team)| Line::Fact {
                fact,
                fate,
                who: who.clone(),
                team: team.clone(),
            }));
        };
        tell(&after, &before, Fate::Gained);
        // That it was reviewed once before is no loss.
        if fact != Fact::Reviewed {
            tell(&before, &after, Fate::Lost);
        }
    }
}

fn said(before: &Sections, after: &Sections, names: &Directory, lines: &mut Vec<Line>) {
    let items = |sections: &Sections, id: &str| -> Vec<String> {
        let section = sections.iter().find(|(own, ..)| own == id);
        let items = section.map(|(_, _, items)| items.as_slice()).unwrap_or_default();
        items.iter().map(|item| names.filled(item)).collect()
    };
    let gone = before
        .iter()
        .filter(|(id, ..)| after.iter().all(|(other, ..)| other != id));
    for (id, heading, _) in after.iter().chain(gone) {
        let items = Items::of(&items(before, id), &items(after, id));
        if !items.is_empty() {
            let heading = names.filled(heading);
            lines.push(Line::Said { heading, items });
        }
    }
}

fn relations(before: &Draft, after: &Draft, names: &Directory, lines: &mut Vec<Line>) {
    let claims = |draft: &Draft| {
        let mut claims: BTreeMap<(bool, Named), Vec<String>> = BTreeMap::new();
        for (direction, other, items) in &draft.claims {
            let key = (*direction == Direction::Needs, names.meant(other));
            let items = items.iter().map(|item| names.filled(item));
            claims.entry(key).or_default().extend(items);
        }
        claims
    };
    let (before, after) = (claims(before), claims(after));
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    for key in after.keys().chain(gone) {
        let (fate, items) = match (before.get(key), after.get(key)) {
            (None, _) => (Fate::Gained, Items::default()),
            (_, None) => (Fate::Lost, Items::default()),
            (Some(before), Some(after)) => (Fate::Changed, Items::of(before, after)),
        };
        if fate == Fate::Changed && items.is_empty() {
            continue;
        }
        let (needs, other) = key;
        lines.push(Line::Relation {
            direction: if *needs {
                Direction::Needs
            } else {
                Direction::Delivers
            },
            other: other.clone(),
            fate,
            items,
        });
    }
}
