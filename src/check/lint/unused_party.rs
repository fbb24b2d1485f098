//! `unused-party`: an external party that nobody refers to.

use std::collections::BTreeSet;

use super::Evidence;
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Organisation, PartyId, PartyKind, Who};
use crate::text::{Phrase, Word};

/// An external party that stands in no relation and is mentioned nowhere.
pub(super) static KIND: Kind = Kind {
    name: "unused-party",
    level: Level::Allow,
    title: Phrase {
        en: "External parties that nobody refers to",
        de: "Externe Parteien, auf die niemand verweist",
        fr: "Parties externes que personne ne mentionne",
        it: "Parti esterne a cui nessuno rimanda",
    },
    summary: "an external party that no page refers to",
    explanation: Explanation {
        what: "There is a page for somebody outside, and no role or team delivers to them or depends on them, \
               no page links to theirs, and nothing was delegated by them.",
        why: "Either somebody looks after these people and their page does not say so, and then a caller from \
              there can't be put through; or nobody does any more, and the list of those around the organisation \
              is longer than it is.",
        mend: "Ask who last spoke with them. Whoever delivers something to them, or needs something from them, \
               names them on their own page. If nobody does, take the file out; the history of the files keeps it.",
        example: Some(Example {
            before: "\
//- content/external/landlord.md
# Landlord
//- content/roles/caretaker.md
# Caretaker
",
            after: "\
//- content/external/landlord.md
# Landlord
//- content/roles/caretaker.md
# Caretaker

## Dependencies

- [[landlord]] - a working boiler before the first frost
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const UNUSED: Phrase = Phrase {
    en: "nobody refers to {party}",
    de: "niemand verweist auf {party}",
    fr: "personne ne mentionne {party}",
    it: "nessuno rimanda a {party}",
};

/// A finding for each external party that nothing refers to.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let organisation = evidence.organisation;
    let holding = holding(organisation);
    let external = (0..)
        .map(PartyId)
        .zip(organisation.parties.iter())
        .filter(|(_, party)| party.kind == PartyKind::External);
    let unused = external.filter(|(id, party)| {
        party.relations().next().is_none() && party.mentioned_by.is_empty() && !holding.contains(id)
    });
    unused
        .map(|(_, party)| {
            let said = evidence.say(&UNUSED, &[("party", Word::plain(&party.title))]);
            Finding::said(&KIND, party.place, said)
                .label("no relation and no link leads here")
                .help("name it where something is delivered to it or needed from it, or take this file out")
                .about(&party.id)
        })
        .collect()
}

/// The parties that delegated, keep or are members of something.
fn holding(organisation: &Organisation) -> BTreeSet<PartyId> {
    let holders = organisation.parties.iter().flat_map(|party| {
        let keepers = party.keepers.iter().flatten();
        party.delegators.iter().chain(keepers).chain(&party.members)
    });
    let parties = holders.filter_map(|holder| match holder.who {
        Who::Party(id) | Who::KeepersOf(id) => Some(id),
        Who::Person(_) | Who::Text(_) | Who::Vacant | Who::Unknown(_) => None,
    });
    parties.collect()
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_nothing_refers_to_it() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "de" }
//- content/external/customer.md
# Customer
Ask the [[customer]] themselves.
//- content/teams/t.md
# Team
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: nobody refers to Customer
          niemand verweist auf Customer
          content/external/customer.md:1:3 "Customer": no relation and no link leads here
          help: name it where something is delivered to it or needed from it, or take this file out
          about: customer
        "#);
    }

    #[test]
    fn stays_silent_where_something_does() {
        let files = r#"
//- book.toml
[book]
title = "Test"
[groups]
near = { title = "Neighbours", tag = "near" }
//- content/external/a.md
# A
//- content/external/b.md
# B
//- content/external/c.md
# C
//- content/external/d.md
+++
tags = ["near"]
+++
//- content/index.md
See [[a]].
//- content/roles/r.md
+++
delegator = ["b"]
+++
## Dependencies
- [[c]] - calm
- [[near]] - calm
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
