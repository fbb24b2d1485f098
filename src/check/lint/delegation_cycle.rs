//! `delegation-cycle`: parties that delegate to each other in a circle, or live in each other.

use super::Evidence;
use super::circle_speech::Speech;
use super::circles::{Step, circles};
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Party, PartyId, PartyKind, Who};
use crate::text::{Phrase, Place, normal};

/// Parties that delegate to each other in a circle: nobody stands above any of them.
pub(super) static KIND: Kind = Kind {
    name: "delegation-cycle",
    level: Level::Deny,
    title: Phrase {
        en: "Delegation in a circle",
        de: "Delegation im Kreis",
        fr: "Délégation en boucle",
        it: "Delega in circolo",
    },
    summary: "parties that delegate to each other in a circle",
    explanation: Explanation {
        what: "Who delegated a domain stands in its `delegator`. Followed from page to page, the delegators of \
               these parties lead back to where one started, so that each of them is above itself. The same is \
               said of teams that live in each other by their `team`, and of a party that names itself. A team \
               that lives in one party and was delegated by another is no circle, nor is a role that delegated \
               the very team in which it lives.",
        why: "A delegator decides what a domain is for and answers for it; where delegation goes round in a \
              circle, nobody does. A question that goes up the line comes back to whoever asked it, and the map \
              of the organisation can't be drawn.",
        mend: "Find the party at the top of the circle, the one that would be asked if the others disagreed, \
               and take the others out of its `delegator`. If it answers to somebody outside the circle, such as \
               a board or the members, name them instead; plain words will do: `{ text = \"the members\" }`.",
        example: Some(Example {
            before: "\
//- content/teams/board.md
+++
title = \"Board\"
delegator = [\"office\"]
+++
//- content/teams/office.md
+++
title = \"Office\"
delegator = [\"board\"]
+++
",
            after: "\
//- content/teams/board.md
+++
title = \"Board\"
delegator = [{ text = \"the members\" }]
+++
//- content/teams/office.md
+++
title = \"Office\"
delegator = [\"board\"]
+++
",
        }),
    },
    names_people: false,
    is_timed: false,
};

static DELEGATION: Speech = Speech {
    kind: &KIND,
    alone: Phrase {
        en: "{parties} delegates to itself",
        de: "{parties} delegiert an sich selbst",
        fr: "{parties} figure comme son propre délégant",
        it: "{parties} figura come proprio delegante",
    },
    two: Phrase {
        en: "{parties} delegate to each other",
        de: "{parties} delegieren aneinander",
        fr: "{parties} se délèguent l’un à l’autre",
        it: "{parties} si delegano a vicenda",
    },
    more: Phrase {
        en: "{parties} delegate to each other in a circle",
        de: "{parties} delegieren im Kreis aneinander",
        fr: "{parties} se délèguent les uns aux autres, en boucle",
        it: "{parties} si delegano a vicenda, in circolo",
    },
    label: |party, next| format!("{party} names {next} as its delegator"),
    help: "take one of these delegators away: whoever is at the top has none within the circle",
    help_alone: "name who is above it, or take its own name out",
};

static DWELLING: Speech = Speech {
    kind: &KIND,
    alone: Phrase {
        en: "{parties} is said to live in itself",
        de: "{parties} soll in sich selbst angesiedelt sein",
        fr: "{parties} figure comme faisant partie de soi-même",
        it: "{parties} risulta parte di sé",
    },
    two: Phrase {
        en: "{parties} are said to live in each other",
        de: "{parties} sollen ineinander angesiedelt sein",
        fr: "{parties} figurent comme faisant partie l’une de l’autre",
        it: "{parties} risultano parte l’uno dell’altro",
    },
    more: Phrase {
        en: "{parties} are said to live in each other in a circle",
        de: "{parties} sollen im Kreis ineinander angesiedelt sein",
        fr: "{parties} figurent comme faisant partie les unes des autres, en boucle",
        it: "{parties} risultano parte l’uno dell’altro, in circolo",
    },
    label: |party, next| format!("{party} is said to live in {next}"),
    help: "take one of these `team` entries away: the outermost team lives in no other",
    help_alone: "name the team that it is a part of, or take its own name out",
};

/// One finding for each knot of parties that delegate to each other, or live in each other, with a shortest
/// circle in it.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let parties = &evidence.organisation.parties;
    let delegators: Vec<_> = parties.iter().map(delegators).collect();
    let homes: Vec<_> = (0..)
        .zip(parties.iter())
        .map(|(own, team)| home(evidence, own, team))
        .collect();
    let told = |speech: &'static Speech, edges: &[Vec<Step<Place>>]| {
        let circles = circles(edges).into_iter();
        circles.filter_map(move |circle| speech.finding(evidence, &circle))
    };
    told(&DELEGATION, &delegators)
        .chain(told(&DWELLING, &homes))
        .collect()
}

/// Who delegated a party, and where it says so.
fn delegators(party: &Party) -> Vec<Step<Place>> {
    let delegators = party
        .delegators
        .iter()
        .filter_map(|delegator| match delegator.who {
            Who::Party(id) | Who::KeepersOf(id) => Some((id.index(), delegator.place)),
            Who::Person(_) | Who::Text(_) | Who::Vacant | Who::Unknown(_) => None,
        });
    delegators.collect()
}

/// The team in which a team says that it lives, and where it says so.
fn home(evidence: &Evidence, own: usize, team: &Party) -> Vec<Step<Place>> {
    let document = evidence.document(team);
    let (PartyKind::Team, Some(written)) = (team.kind, &document.front.team) else {
        return Vec::new();
    };
    let name = normal(&written.value);
    let mut names = [&team.id, &team.title].into_iter().chain(&team.aliases);
    let home = if names.any(|known| normal(known) == name) {
        Some(own)
    } else {
        team.team.map(PartyId::index)
    };
    home.map(|home| (home, Place::new(document.source, written.span)))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_delegators_lead_back() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "de" }
//- content/roles/a.md
+++
title = "Lead"
delegator = ["b", "[[c]]"]
+++
//- content/roles/b.md
+++
title = "Board"
delegator = { role = "a" }
+++
//- content/roles/c.md
+++
title = "Chair"
delegator = ["b"]
+++
//- content/roles/self.md
+++
delegator = ["self"]
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        deny: Lead and Board delegate to each other
          Lead und Board delegieren aneinander
          content/roles/a.md:3:14 "\"b\"": Lead names Board as its delegator
          content/roles/b.md:3:13 "{ role = \"a\" }": Board names Lead as its delegator
          help: take one of these delegators away: whoever is at the top has none within the circle
          about: a, b
        deny: Self delegates to itself
          Self delegiert an sich selbst
          content/roles/self.md:2:14 "\"self\"": names itself here
          help: name who is above it, or take its own name out
          about: self
        "#);
    }

    #[test]
    fn fires_where_teams_live_in_each_other() {
        let files = r#"
//- content/teams/a.md
+++
title = "Albula"
team = "Bernina"
+++
//- content/teams/b.md
+++
title = "Bernina"
team = "c"
+++
//- content/teams/c.md
+++
title = "Cassons"
team = "a"
+++
//- content/teams/s.md
+++
title = "Sella"
team = "[[s]]"
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        deny: Albula, Bernina and Cassons are said to live in each other in a circle
          content/teams/a.md:3:9 "Bernina": Albula is said to live in Bernina
          content/teams/b.md:3:9 "c": Bernina is said to live in Cassons
          content/teams/c.md:3:9 "a": Cassons is said to live in Albula
          help: take one of these `team` entries away: the outermost team lives in no other
          about: a, b, c
        deny: Sella is said to live in itself
          content/teams/s.md:3:11 "s": names itself here
          help: name the team that it is a part of, or take its own name out
          about: s
        "#);
    }

    #[test]
    fn long_circles_are_named_in_part() {
        let files = (0..30).fold(String::new(), |mut files, number| {
            let next = (number + 1) % 30;
            let _ = write!(
                files,
                "//- content/roles/r{number}.md\n+++\ndelegator = \"r{next}\"\n+++\n"
            );
            files
        });
        let found = found(&KIND, &files);
        assert!(
            found.starts_with("deny: R0, R1, R2, R3, R4, R5, R6, R7 and 22 more delegate"),
            "{found}"
        );
        assert_eq!(found.matches(" names ").count(), 8);
    }

    #[test]
    fn stays_silent_without_a_circle() {
        let files = r#"
//- content/roles/lead.md
+++
delegator = [{ text = "the members" }]
team = "crew"
+++
//- content/roles/deputy.md
+++
delegator = ["lead", "crew"]
+++
//- content/teams/crew.md
+++
delegator = ["lead"]
+++
//- content/teams/part.md
+++
delegator = ["crew", "lead"]
team = "crew"
+++
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
