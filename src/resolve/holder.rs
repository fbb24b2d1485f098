//! Who holds a domain: delegators, keepers, members, looked up.

use super::directory::kind_words;
use super::name::brief;
use super::names::{Answer, Sort, Thing};
use super::reporter::Reporter;
use crate::finding::{Finding, kind};
use crate::model::{Holder, PartyId, PartyKind, Spot, Who, WrittenHolder, WrittenWho};
use crate::text::{Place, SourceId};

/// As what someone holds a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Office {
    Delegator,
    Keeper,
    Member,
}

impl Office {
    /// The sorts of things that a bare name means, the first before the next.
    const fn sorts(self) -> &'static [Sort] {
        match self {
            Self::Delegator => &[Sort::Party, Sort::Person],
            Self::Keeper | Self::Member => &[Sort::Person, Sort::Party],
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Delegator => "delegator",
            Self::Keeper => "role keeper",
            Self::Member => "member",
        }
    }
}

/// Looks up the holders that `source` writes.
pub(super) fn holders(
    reporter: &mut Reporter<'_, '_>,
    source: SourceId,
    written: &[WrittenHolder],
    office: Office,
) -> Vec<Holder> {
    let looked_up = written.iter().map(|written| Holder {
        who: who(reporter, source, &written.who, office),
        team: written
            .team
            .as_ref()
            .and_then(|team| party(reporter, source, team, PartyKind::Team)),
        tenure: written.tenure.clone(),
        place: Place::new(source, written.span),
    });
    looked_up.collect()
}

fn who(reporter: &mut Reporter<'_, '_>, source: SourceId, written: &WrittenWho, office: Office) -> Who {
    match written {
        WrittenWho::Name(name) => named(reporter, source, name, office, office.sorts()),
        WrittenWho::Person(name) => named(reporter, source, name, Office::Keeper, &[Sort::Person]),
        WrittenWho::KeepersOf(name) => party(reporter, source, name, PartyKind::Role)
            .map_or_else(|| Who::Unknown(name.value.clone()), Who::KeepersOf),
        WrittenWho::Text(words) => Who::Text(words.clone()),
        WrittenWho::Vacant => Who::Vacant,
    }
}

fn named(
    reporter: &mut Reporter<'_, '_>,
    source: SourceId,
    name: &Spot<String>,
    office: Office,
    sorts: &'static [Sort],
) -> Who {
    let place = Place::new(source, name.span);
    let finding = match reporter.directory.names.find(&name.value, sorts) {
        Answer::One(Thing::Party(id)) => return Who::Party(id),
        Answer::One(Thing::Person(id)) => return Who::Person(id),
        Answer::Many(things) => reporter.ambiguous(place, &name.value, &things, false),
        Answer::One(_) | Answer::Nothing => unknown(reporter, place, &name.value, office, sorts),
    };
    reporter.findings.push(finding);
    Who::Unknown(name.value.clone())
}

/// Neither a party nor a person has that name.
fn unknown(
    reporter: &mut Reporter<'_, '_>,
    place: Place,
    name: &str,
    office: Office,
    sorts: &'static [Sort],
) -> Finding {
    let finding = if office == Office::Delegator {
        let message = format!(
            "no role, team, external party or person is called `{}`",
            brief(name)
        );
        Finding::new(&kind::UNKNOWN_PARTY, place, message)
    } else {
        Finding::new(
            &kind::UNKNOWN_PERSON,
            place,
            format!("no person is called `{}`", brief(name)),
        )
    };
    let finding = finding.label(format!(
        "nobody has this name, so nobody is this {}",
        office.words()
    ));
    let near = reporter.near(name, sorts);
    if !near.is_empty() {
        return finding.meant(name, &near, reporter.directory.exactly(place, name));
    }
    if let Answer::One(Thing::Party(id)) = reporter.directory.names.find(name, &[Sort::Party]) {
        let kind = kind_words(reporter.directory.kind(id));
        return finding.help(format!(
            "`{name}` is {kind}: write its name alone, without `person =`"
        ));
    }
    let no_people = reporter.directory.census.people.is_empty();
    let add = match office {
        Office::Delegator => "add a file or a person of that name",
        _ if no_people => "list the people of the handbook in `content/people.toml`",
        _ => "add the person to `content/people.toml`",
    };
    finding.help(format!(
        "{add}, or write `{{ text = \"{name}\" }}` for plain words"
    ))
}

/// The party of `kind` that has that name; anything else is reported.
pub(super) fn party(
    reporter: &mut Reporter<'_, '_>,
    source: SourceId,
    name: &Spot<String>,
    kind: PartyKind,
) -> Option<PartyId> {
    const PARTIES: &[Sort] = &[Sort::Party];
    let place = Place::new(source, name.span);
    let finding = match reporter.directory.names.find(&name.value, PARTIES) {
        Answer::One(Thing::Party(id)) if reporter.directory.kind(id) == kind => return Some(id),
        Answer::One(Thing::Party(id)) => wrong_kind(place, name, reporter.directory.kind(id), kind),
        Answer::Many(things) => reporter.ambiguous(place, &name.value, &things, false),
        Answer::One(_) | Answer::Nothing => {
            let near = reporter.near(&name.value, PARTIES);
            Finding::new(
                &kind::UNKNOWN_PARTY,
                place,
                format!("no {} is called `{}`", kind.name(), brief(&name.value)),
            )
            .label("nothing answers to this name")
            .meant(&name.value, &near, reporter.directory.exactly(place, &name.value))
        }
    };
    reporter.findings.push(finding);
    None
}

fn wrong_kind(place: Place, name: &Spot<String>, is: PartyKind, wanted: PartyKind) -> Finding {
    let (is, wanted_words) = (kind_words(is), kind_words(wanted));
    let message = format!("`{}` is {is}, not {wanted_words}", brief(&name.value));
    let finding =
        Finding::new(&kind::UNKNOWN_PARTY, place, message).label(format!("{wanted_words} belongs here"));
    match wanted {
        PartyKind::Role => finding.help("write its name alone, without `{ role = ... }`"),
        PartyKind::Team | PartyKind::External => finding.help("name the team, or leave it out"),
    }
}
