//! `vacant-role`

use super::Evidence;
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Holder, Party, PartyKind, Who};
use crate::text::{Phrase, Word};

/// A role that nobody keeps, in whole or in part.
pub(super) static KIND: Kind = Kind {
    name: "vacant-role",
    level: Level::Warn,
    title: Phrase {
        en: "Vacant roles",
        de: "Unbesetzte Rollen",
        fr: "Rôles vacants",
        it: "Ruoli vacanti",
    },
    summary: "a role that nobody keeps",
    explanation: Explanation {
        what: "The role's page says that nobody keeps it: its list of keepers is empty, or an entry of it is \
               marked as vacant. A page that says nothing of keepers is left alone.",
        why: "Whoever relies on the role has nobody to turn to, and its work falls to whoever delegated it, \
              often without their knowing.",
        mend: "Write who keeps the role in `keepers`. If nobody does for now, say how it stands, such as \
               `{ vacant = true, note = \"hiring, until then ask the CISO\" }`: the page then shows it, and this \
               finding reminds those who delegated the role. A role that is not needed any more can be taken out.",
        example: Some(Example {
            before: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
keepers = []
+++
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
",
            after: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
keepers = [\"ana-ruiz\"]
+++
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const NOBODY: Phrase = Phrase {
    en: "nobody keeps {role}",
    de: "{role} ist nicht besetzt",
    fr: "personne n’assure le rôle {role}",
    it: "nessuno ricopre il ruolo {role}",
};

const IN_PART: Phrase = Phrase {
    en: "{role} is vacant in part",
    de: "{role} ist teilweise nicht besetzt",
    fr: "le rôle {role} est vacant en partie",
    it: "il ruolo {role} è vacante in parte",
};

/// A finding for each role that says of itself that it lacks keepers.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let parties = evidence.parties().map(|(_, party)| party);
    let roles = parties.filter(|party| party.kind == PartyKind::Role && !evidence.is_faulty(party));
    roles.filter_map(|role| vacancy(evidence, role)).collect()
}

fn vacancy(evidence: &Evidence, role: &Party) -> Option<Finding> {
    let keepers = role.keepers.as_deref()?;
    let is_vacant = |keeper: &&Holder| keeper.who == Who::Vacant;
    let mut vacant = keepers.iter().filter(is_vacant);
    let first = vacant.next();
    if first.is_none() && !keepers.is_empty() {
        return None;
    }
    let is_whole = keepers.iter().all(|keeper| is_vacant(&keeper));
    let phrase = if is_whole { NOBODY } else { IN_PART };
    let said = evidence.say(&phrase, &[("role", Word::plain(&role.title))]);
    let place = first.map_or_else(|| evidence.key(role, "keepers"), |keeper| keeper.place);
    let finding = Finding::said(&KIND, place, said)
        .label(if first.is_some() {
            "vacant"
        } else {
            "this list is empty"
        })
        .help(if keepers.iter().any(|keeper| keeper.tenure.note.is_some()) {
            "write who keeps the role as soon as somebody does"
        } else {
            "write who keeps the role, or say how it stands: `{ vacant = true, note = \"hiring\" }`"
        })
        .about(&role.id);
    Some(vacant.fold(finding, |finding, keeper| finding.related(keeper.place, "vacant")))
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_the_page_says_so() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "de" }
//- content/roles/a.md
+++
title = "Engineer"
keepers = []
+++
//- content/roles/b.md
+++
title = "Chair"
keepers = [{ text = "the board" }, { vacant = true }, { vacant = true, note = "hiring" }]
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: nobody keeps Engineer
          Engineer ist nicht besetzt
          content/roles/a.md:3:1 "keepers": this list is empty
          help: write who keeps the role, or say how it stands: `{ vacant = true, note = "hiring" }`
          about: a
        warn: Chair is vacant in part
          Chair ist teilweise nicht besetzt
          content/roles/b.md:3:36 "{ vacant = true }": vacant
          content/roles/b.md:3:55 "{ vacant = true, note = \"hiring\" }": vacant
          help: write who keeps the role as soon as somebody does
          about: b
        "#);
    }

    #[test]
    fn stays_silent_where_someone_keeps_it_or_nothing_is_said() {
        let files = r#"
//- content/roles/kept.md
+++
keepers = [{ text = "whoever is on call" }]
+++
//- content/roles/unsaid.md
# Unsaid
//- content/roles/unread.md
+++
title = "What was meant is not known"
keepers = 3
+++
//- content/roles/unread-too.md
+++
keepers = [[], ""]
+++
//- content/roles/unclosed.md
+++
keepers = [
+++
//- content/roles/unknown.md
+++
keepers = ["nobody-of-this-name"]
+++
//- content/teams/empty.md
+++
keepers = []
+++
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
