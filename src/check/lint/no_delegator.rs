//! `no-delegator`

use super::Evidence;
use crate::finding::{Certainty, Example, Explanation, Finding, Fix, Kind, Level};
use crate::model::{Organisation, Party, PartyKind};
use crate::text::{Phrase, Place, Span, Word};

/// A domain of which nobody says that they delegated it.
pub(super) static KIND: Kind = Kind {
    name: "no-delegator",
    level: Level::Warn,
    title: Phrase {
        en: "Domains that nobody delegated",
        de: "Domänen, die niemand delegiert hat",
        fr: "Domaines que personne n’a délégués",
        it: "Domini che nessuno ha delegato",
    },
    summary: "a domain that nobody delegated",
    explanation: Explanation {
        what: "The page of a role or a team does not say who delegated it, while other pages of this handbook \
               do. Whatever stands at the top is left alone: a role or team that delegates something itself may \
               rightly have nobody above it. A role that names the `team` it lives in is reported only where \
               most others that do so name a delegator too.",
        why: "A domain is given by someone, who can say what it is for, change it and take it back. Where nobody \
              is named, those who keep the role have nobody to turn to when it no longer fits, and nobody feels \
              that it is up to them to fill it again.",
        mend: "Write who delegated it in `delegator`: a team, a role, a person, or plain words where it is \
               someone that the handbook has no page for, such as `{ text = \"the board\" }`. If really nobody \
               did, that is worth a talk: find out who would miss it.",
        example: Some(Example {
            before: "\
//- content/teams/office.md
+++
title = \"Office\"
+++
//- content/roles/bookkeeper.md
+++
title = \"Bookkeeper\"
delegator = [\"office\"]
+++
//- content/roles/receptionist.md
+++
title = \"Receptionist\"
+++
",
            after: "\
//- content/teams/office.md
+++
title = \"Office\"
+++
//- content/roles/bookkeeper.md
+++
title = \"Bookkeeper\"
delegator = [\"office\"]
+++
//- content/roles/receptionist.md
+++
title = \"Receptionist\"
delegator = [\"office\"]
+++
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const NOBODY: Phrase = Phrase {
    en: "{party} has no delegator: its page does not say who delegated it",
    de: "bei {party} steht nicht, wer die Domäne delegiert hat",
    fr: "{party} : la page ne dit pas qui a délégué ce domaine",
    it: "{party}: la pagina non dice chi ha delegato questo dominio",
};

/// A finding for each role and team that nobody delegated, where delegators are written at all.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let organisation = evidence.organisation;
    if organisation
        .parties
        .iter()
        .all(|party| party.delegators.is_empty())
    {
        return Vec::new();
    }
    let team_is_enough = !most_with_a_team_name_delegators(evidence);
    let example = example(organisation);
    let lacking = organisation.parties.iter().filter(|party| {
        party.kind != PartyKind::External
            && party.delegators.is_empty()
            && party.delegates.is_empty()
            && !(team_is_enough && names_team(evidence, party))
            && !evidence.is_faulty(party)
    });
    lacking.map(|party| finding(evidence, party, &example)).collect()
}

/// Whether its page names the team it lives in.
fn names_team(evidence: &Evidence, party: &Party) -> bool {
    evidence.document(party).front.team.is_some()
}

fn most_with_a_team_name_delegators(evidence: &Evidence) -> bool {
    let parties = evidence.organisation.parties.iter();
    let with_team = parties.filter(|party| names_team(evidence, party));
    let (with, without): (Vec<&Party>, Vec<&Party>) =
        with_team.partition(|party| !party.delegators.is_empty());
    with.len() > without.len()
}

/// A line as others have it: with whoever delegated most.
fn example(organisation: &Organisation) -> String {
    let parties = organisation.parties.iter().rev();
    let most = parties.max_by_key(|party| party.delegates.len());
    match most.filter(|party| !party.delegates.is_empty()) {
        Some(party) => line(&party.id),
        None => String::from("delegator = [{ text = \"the board\" }]"),
    }
}

fn line(id: &str) -> String {
    format!("delegator = [\"{id}\"]")
}

fn finding(evidence: &Evidence, party: &Party, example: &str) -> Finding {
    let said = evidence.say(&NOBODY, &[("party", Word::plain(&party.title))]);
    let finding = Finding::said(&KIND, evidence.key(party, "delegator"), said).about(&party.id);
    if evidence.document(party).front.key("delegator").is_some() {
        return finding
            .label("this list is empty")
            .help(format!("name who delegated it, as in `{example}`"));
    }
    let finding = finding.label("who delegated this?");
    let finding = match party.team {
        Some(team) => {
            let team = evidence.organisation.party(team);
            let line = line(&team.id);
            let finding = finding.help(format!(
                "if it was {}, add the line `{line}` between the `+++` lines",
                team.title
            ));
            match team_line(evidence, party) {
                Some(place) => finding.fix(Fix::new(
                    format!("name {} as its delegator", team.title),
                    place,
                    format!("{line}\n"),
                    Certainty::Likely,
                )),
                None => finding,
            }
        }
        None => finding.help(format!(
            "add a line such as `{example}` between the `+++` lines at the top of the file"
        )),
    };
    finding
        .help("someone without a page of their own can be named in plain words: `{ text = \"the board\" }`")
}

/// Before the line that names the team it lives in.
fn team_line(evidence: &Evidence, party: &Party) -> Option<Place> {
    let document = evidence.document(party);
    let name = document.front.team.as_ref()?;
    let text = &evidence.snapshot.source(document.source).text;
    let start = text.get(..name.span.start)?.rfind('\n')? + 1;
    // What is quoted over several lines begins further up.
    let begins = text.get(start..)?.strip_prefix("team")?;
    let is_key = begins.trim_start_matches([' ', '\t']).starts_with('=');
    is_key.then(|| Place::new(document.source, Span::new(start, start)))
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_others_name_a_delegator() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "fr" }
//- content/teams/top.md
# Top
//- content/teams/office.md
+++
title = "Office"
delegator = ["top"]
+++
//- content/roles/a.md
+++
title = "Bookkeeper"
delegator = ["top"]
+++
//- content/roles/b.md
# Receptionist
//- content/roles/c.md
+++
title = "Porter"
delegator = []
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: Receptionist has no delegator: its page does not say who delegated it
          Receptionist : la page ne dit pas qui a délégué ce domaine
          content/roles/b.md:1:3 "Receptionist": who delegated this?
          help: add a line such as `delegator = ["top"]` between the `+++` lines at the top of the file
          help: someone without a page of their own can be named in plain words: `{ text = "the board" }`
          about: b
        warn: Porter has no delegator: its page does not say who delegated it
          Porter : la page ne dit pas qui a délégué ce domaine
          content/roles/c.md:3:1 "delegator": this list is empty
          help: name who delegated it, as in `delegator = ["top"]`
          about: c
        "#);
    }

    #[test]
    fn fires_within_a_team_where_most_name_both() {
        let files = r#"
//- content/teams/office.md
# Office
//- content/roles/a.md
+++
title = "Bookkeeper"
delegator = ["office"]
team = "office"
+++
//- content/roles/b.md
+++
title = "Buyer"
delegator = [{ text = "the board" }]
team = "office"
+++
//- content/roles/baker.md
+++
title = "Baker"
delegator = ["office"]
team = "office"
+++
//- content/roles/c.md
+++
title = "Porter"
team = "office"
+++
//- content/roles/d.md
+++
title = "Cook"
team = """
office"""
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: Porter has no delegator: its page does not say who delegated it
          content/roles/c.md:2:10 "Porter": who delegated this?
          help: if it was Office, add the line `delegator = ["office"]` between the `+++` lines
          help: someone without a page of their own can be named in plain words: `{ text = "the board" }`
          about: c
          fix (Likely): name Office as its delegator
            content/roles/c.md:3:1 "" -> "delegator = [\"office\"]\n"
        warn: Cook has no delegator: its page does not say who delegated it
          content/roles/d.md:2:10 "Cook": who delegated this?
          help: if it was Office, add the line `delegator = ["office"]` between the `+++` lines
          help: someone without a page of their own can be named in plain words: `{ text = "the board" }`
          about: d
        "#);
    }

    #[test]
    fn stays_silent_where_a_team_is_enough() {
        let files = r#"
//- content/teams/office.md
# Office
//- content/roles/a.md
+++
delegator = ["office"]
+++
//- content/roles/b.md
+++
team = "office"
+++
//- content/roles/c.md
+++
team = "offices"
+++
"#;
        assert_eq!(found(&KIND, files), "");
    }

    #[test]
    fn stays_silent_where_nobody_names_any_or_what_is_written_could_not_be_read() {
        let none = "
//- content/teams/office.md
# Office
//- content/roles/a.md
# A
";
        assert_eq!(found(&KIND, none), "");
        let some = r#"
//- content/teams/office.md
# Office, which delegates
//- content/roles/a.md
+++
delegator = ["office"]
+++
//- content/roles/b.md
+++
delegator = 3
+++
//- content/roles/c.md
+++
delegater = "office"
+++
//- content/roles/d.md
+++
delegator = ["nobody-of-this-name"]
+++
//- content/external/customer.md
# Customer
//- content/people/ana.md
# Ana
//- content/guide.md
# Guide
"#;
        assert_eq!(found(&KIND, some), "");
    }
}
