//! `single-keeper`

use super::Evidence;
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Party, PartyKind, Who};
use crate::resolve::counterparts::{only_keeper, people_for};
use crate::text::{Phrase, Word};

/// A role that one person alone keeps.
pub(super) static KIND: Kind = Kind {
    name: "single-keeper",
    level: Level::Allow,
    title: Phrase {
        en: "Roles with one keeper only",
        de: "Rollen, die nur eine Person wahrnimmt",
        fr: "Rôles assurés par une seule personne",
        it: "Ruoli ricoperti da una sola persona",
    },
    summary: "a role that one person alone keeps",
    explanation: Explanation {
        what: "One person keeps the role, and nobody else is named who could stand in. Where the role is kept by \
               whoever keeps another one (`{ role = \"ciso\" }`), the people behind that count. A team, or plain \
               words such as `{ text = \"whoever is on call\" }`, may be several people and are left alone; so \
               is a role for which somebody is being sought, which is vacant in part.",
        why: "Nobody can be ill, on leave or away for good without the work lying still, and what only one person \
              knows goes when they go. It is hard on that person, too. In many organisations most roles have one \
              keeper, and rightly: this is looked at on request.",
        mend: "Find somebody who could take over for a month, let them learn it, and name them in `keepers`, if \
               wanted with a `focus` such as `\"stands in\"`. Where one keeper is as it should be, say so in the \
               page's own front matter: `lints.single-keeper = \"allow\"`.",
        example: Some(Example {
            before: "\
//- content/roles/bookkeeper.md
+++
title = \"Bookkeeper\"
keepers = [\"ana-ruiz\"]
+++
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
[leo-brandt]
name = \"Leo Brandt\"
",
            after: "\
//- content/roles/bookkeeper.md
+++
title = \"Bookkeeper\"
keepers = [\"ana-ruiz\", { person = \"leo-brandt\", focus = \"stands in\" }]
+++
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
[leo-brandt]
name = \"Leo Brandt\"
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const ONE: Phrase = Phrase {
    en: "only one person keeps {role}, and nobody is named who could stand in",
    de: "nur eine Person nimmt {role} wahr, und eine Vertretung ist nicht genannt",
    fr: "une seule personne assure le rôle {role}, sans que quiconque soit nommé pour la remplacer",
    it: "una sola persona ricopre il ruolo {role}, e non è indicato nessuno che possa sostituirla",
};

/// A finding for each role behind whose keepers there is but one person.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let parties = evidence.parties().map(|(_, party)| party);
    let roles = parties.filter(|party| party.kind == PartyKind::Role);
    roles.filter_map(|role| lone_keeper(evidence, role)).collect()
}

fn lone_keeper(evidence: &Evidence, role: &Party) -> Option<Finding> {
    only_keeper(evidence.organisation, role)?;
    let keepers = role.keepers.iter().flatten();
    let mut standing = keepers.filter(|keeper| !people_for(evidence.organisation, keeper).is_empty());
    let first = standing.next()?;
    let said = evidence.say(&ONE, &[("role", Word::plain(&role.title))]);
    let finding = Finding::said(&KIND, first.place, said)
        .label(match first.who {
            Who::KeepersOf(_) => "one person stands behind this",
            _ => "nobody else",
        })
        .help("name somebody who could stand in")
        .about(&role.id);
    Some(standing.fold(finding, |finding, again| {
        finding.related(again.place, "the same person")
    }))
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::{PEOPLE, found};

    fn found_in(files: &str) -> String {
        found(&KIND, &format!("{files}{PEOPLE}"))
    }

    #[test]
    fn fires_where_there_is_one_person_behind_all_keepers() {
        let files = r#"
//- book.toml
[book]
title = "Test"
language = "it"
[people]
publish = "none"
//- content/roles/a.md
+++
title = "CISO"
keepers = [{ person = "ana", team = "vega" }, { person = "ana", team = "furka" }]
+++
//- content/roles/b.md
+++
title = "Risk Officer"
keepers = [{ role = "a" }]
+++
//- content/teams/vega.md
# Vega
//- content/teams/furka.md
# Furka
"#;
        insta::assert_snapshot!(found_in(files), @r#"
        warn: only one person keeps CISO, and nobody is named who could stand in
          una sola persona ricopre il ruolo CISO, e non è indicato nessuno che possa sostituirla
          content/roles/a.md:3:12 "{ person = \"ana\", team = \"vega\" }": nobody else
          content/roles/a.md:3:47 "{ person = \"ana\", team = \"furka\" }": the same person
          help: name somebody who could stand in
          about: a
        warn: only one person keeps Risk Officer, and nobody is named who could stand in
          una sola persona ricopre il ruolo Risk Officer, e non è indicato nessuno che possa sostituirla
          content/roles/b.md:3:12 "{ role = \"a\" }": one person stands behind this
          help: name somebody who could stand in
          about: b
        "#);
    }

    #[test]
    fn stays_silent_where_somebody_could_stand_in_or_it_is_not_known() {
        let files = r#"
//- content/roles/two.md
+++
keepers = ["ana", "leo"]
+++
//- content/roles/through-another.md
+++
keepers = ["ana", { role = "two" }]
+++
//- content/roles/words.md
+++
keepers = ["ana", { text = "whoever is on call" }]
+++
//- content/roles/through-words.md
+++
keepers = [{ role = "words" }]
+++
//- content/roles/sought.md
+++
keepers = ["ana", { vacant = true }]
+++
//- content/roles/nobody.md
+++
keepers = []
+++
//- content/roles/through-nobody.md
+++
keepers = [{ role = "nobody" }]
+++
//- content/roles/itself.md
+++
keepers = [{ role = "itself" }]
+++
//- content/roles/team.md
+++
keepers = ["vega"]
+++
//- content/roles/unknown.md
+++
keepers = ["ana", "nobody-of-this-name"]
+++
//- content/roles/unsaid.md
# Unsaid
//- content/teams/vega.md
+++
keepers = ["ana"]
members = ["ana"]
+++
"#;
        assert_eq!(found_in(files), "");
    }
}
