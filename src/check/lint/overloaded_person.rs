//! `overloaded-person`

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Evidence;
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Holder, Party, PartyId, PersonId, Who};
use crate::text::{Phrase, Place, Word};

/// A person with more on their hands than a week holds.
pub(super) static KIND: Kind = Kind {
    name: "overloaded-person",
    level: Level::Allow,
    title: Phrase {
        en: "People with more than a week holds",
        de: "Personen mit mehr, als in eine Woche passt",
        fr: "Personnes dont la semaine déborde",
        it: "Persone con più lavoro di quanto stia in una settimana",
    },
    summary: "a person with more on their hands than a week holds",
    explanation: Explanation {
        what: "The shares of a working week (`share`) with which a person keeps roles add up to more than 100 %; \
               or those with which they are in teams do. The two are counted apart, as work for a role is most \
               often work in its team. Where shares are not written, more than five roles are taken to be too many. \
               Only entries that name the person count, and only terms that overlap.",
        why: "Nobody works 130 %. Something is then done late or not at all, most often what nobody asks about; \
              and whoever relies on it learns of it last. The person concerned may be the last to say so.",
        mend: "Talk with the person about what they really do. Give a role to somebody else, lower the shares to \
               what is true, or, where many roles are small, write the `share` of each. This is looked at on \
               request, and stays out of handbooks that hold something of people back.",
        example: Some(Example {
            before: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
keepers = [{ person = \"ana-ruiz\", share = 80 }]
+++
//- content/roles/facilitator.md
+++
title = \"Facilitator\"
keepers = [{ person = \"ana-ruiz\", share = 40 }]
+++
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
",
            after: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
keepers = [{ person = \"ana-ruiz\", share = 60 }]
+++
//- content/roles/facilitator.md
+++
title = \"Facilitator\"
keepers = [{ person = \"ana-ruiz\", share = 40 }]
+++
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
",
        }),
    },
    names_people: true,
    is_timed: false,
};

/// A week, in per cent.
const WHOLE_WEEK: u32 = 100;

/// So many roles of which no share is written are not too many.
const MOST_ROLES: usize = 5;

/// So many places are shown.
const MOST_LABELS: usize = 12;

const ROLES_TAKE: Phrase = Phrase {
    en: "{person} keeps roles that take {sum}% of a working week in all",
    de: "{person} hat Rollen, die zusammen {sum} % einer Arbeitswoche beanspruchen",
    fr: "{person} assure des rôles qui prennent en tout {sum} % d’une semaine de travail",
    it: "{person} ricopre ruoli che richiedono in tutto il {sum} % di una settimana di lavoro",
};

const TEAMS_TAKE: Phrase = Phrase {
    en: "{person} is in teams for {sum}% of a working week in all",
    de: "{person} gehört zu Teams, die zusammen {sum} % einer Arbeitswoche beanspruchen",
    fr: "{person} fait partie d’équipes pour {sum} % d’une semaine de travail en tout",
    it: "{person} fa parte di team per il {sum} % di una settimana di lavoro in tutto",
};

const MANY_ROLES: Phrase = Phrase {
    en: "{person} keeps {count} roles that do not say how much of a week they take",
    de: "{person} hat {count} Rollen, bei denen nicht steht, wie viel einer Woche sie beanspruchen",
    fr: "{person} assure {count} rôles dont la part d’une semaine n’est pas indiquée",
    it: "{person} ricopre {count} ruoli dei quali non è indicata la quota di una settimana",
};

/// A finding for each person whose roles, or teams, are too many at one time.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let people = &evidence.whole.people;
    let mut kept: Vec<Vec<Held>> = vec![Vec::new(); people.len()];
    let mut joined: Vec<Vec<Held>> = vec![Vec::new(); people.len()];
    for (id, party) in (0..).map(PartyId).zip(evidence.whole.parties.iter()) {
        for keeper in party.keepers.iter().flatten() {
            note(&mut kept, id, party, keeper);
        }
        for member in &party.members {
            note(&mut joined, id, party, member);
        }
    }
    let loads = (0..).map(PersonId).zip(kept.iter().zip(&joined));
    loads
        .filter_map(|(person, (kept, joined))| {
            shares(evidence, person, kept, &ROLES_TAKE)
                .or_else(|| shares(evidence, person, joined, &TEAMS_TAKE))
                .or_else(|| many(evidence, person, kept))
        })
        .collect()
}

/// A role or a membership that a person holds for some time.
#[derive(Clone, Debug)]
struct Held<'a> {
    party: PartyId,
    title: &'a str,
    place: Place,
    share: Option<u8>,
    since: Date,
    until: Date,
}

fn note<'a>(lists: &mut [Vec<Held<'a>>], party: PartyId, described: &'a Party, holder: &Holder) {
    let Who::Person(person) = holder.who else { return };
    let held = Held {
        party,
        title: &described.title,
        place: holder.place,
        share: holder.tenure.share,
        since: holder.tenure.since.unwrap_or(Date::MIN),
        until: holder.tenure.until.unwrap_or(Date::MAX),
    };
    if held.since < held.until {
        lists[person.index()].push(held); // as many lists as people
    }
}

/// Those that are held at the time at which `weight` adds up to most, and how much that is. One that begins on
/// the last day of another follows it.
fn most_at_once<'a>(held: &'a [Held<'a>], weight: impl Fn(&Held) -> u32) -> (u32, Vec<&'a Held<'a>>) {
    let mut turns: Vec<(Date, bool, u32)> = Vec::new();
    for one in held {
        turns.push((one.since, true, weight(one)));
        turns.push((one.until, false, weight(one)));
    }
    turns.sort_unstable();
    let (mut load, mut most, mut when) = (0_u32, 0, Date::MIN);
    for (day, begins, weight) in turns {
        load = if begins { load + weight } else { load - weight };
        if load > most {
            (most, when) = (load, day);
        }
    }
    let at_once = held
        .iter()
        .filter(|one| weight(one) > 0 && one.since <= when && when < one.until);
    (most, at_once.collect())
}

fn shares(evidence: &Evidence, person: PersonId, held: &[Held], phrase: &Phrase) -> Option<Finding> {
    let (sum, held) = most_at_once(held, |held| held.share.map_or(0, u32::from));
    if sum <= WHOLE_WEEK {
        return None;
    }
    let share = |held: &Held| format!("{}% for {}", held.share.unwrap_or_default(), held.title);
    let finding = finding(
        evidence,
        person,
        phrase,
        ("sum", Word::plain(sum.to_string())),
        &held,
        share,
    );
    Some(finding.help("talk it over, then give something away or lower the shares to what is true"))
}

fn many(evidence: &Evidence, person: PersonId, held: &[Held]) -> Option<Finding> {
    let (_, mut held) = most_at_once(held, |held| u32::from(held.share.is_none()));
    let mut seen = BTreeSet::new();
    held.retain(|held| seen.insert(held.party));
    if held.len() <= MOST_ROLES {
        return None;
    }
    let count = ("count", Word::plain(held.len().to_string()));
    let title = |held: &Held| held.title.to_owned();
    let finding = finding(evidence, person, &MANY_ROLES, count, &held, title);
    Some(finding.help("write the `share` of a week that each takes, or give some of them away"))
}

fn finding(
    evidence: &Evidence,
    person: PersonId,
    phrase: &Phrase,
    number: (&str, Word),
    held: &[&Held],
    label: impl Fn(&Held) -> String,
) -> Finding {
    let person = evidence.whole.person(person);
    let said = evidence.say(phrase, &[("person", Word::plain(&person.name)), number]);
    let finding = Finding::said(&KIND, person.place, said)
        .label("more than a week holds")
        .about(&person.id);
    let shown = held.iter().take(MOST_LABELS);
    let finding = shown.fold(finding, |finding, held| finding.related(held.place, label(held)));
    match held.len().saturating_sub(MOST_LABELS) {
        0 => finding,
        1 => finding.help("there is one more that is not shown here"),
        more => finding.help(format!("there are {more} more that are not shown here")),
    }
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::{PEOPLE, found};

    fn found_in(files: &str) -> String {
        found(&KIND, &format!("{files}{PEOPLE}"))
    }

    #[test]
    fn fires_where_shares_add_up_to_more_than_a_week() {
        let files = r#"
//- book.toml
[book]
title = "Test"
language = "fr"
[people]
publish = "names"
//- content/roles/a.md
+++
title = "Engineer"
keepers = [{ person = "ana", share = 60, until = 2026-01-01 }, { person = "ana", share = 70, since = 2026-01-01 }]
+++
//- content/roles/b.md
+++
title = "Chair"
keepers = [{ person = "ana", share = 40 }, "leo"]
+++
//- content/teams/vega.md
+++
title = "Vega"
members = [{ person = "leo", share = 90 }, { person = "ana", share = 100 }]
+++
//- content/teams/furka.md
+++
title = "Furka"
members = [{ person = "leo", share = 20 }]
+++
"#;
        insta::assert_snapshot!(found_in(files), @r#"
        warn: Ana Ruiz keeps roles that take 110% of a working week in all
          Ana Ruiz assure des rôles qui prennent en tout 110 % d’une semaine de travail
          content/people.toml:1:2 "ana": more than a week holds
          content/roles/a.md:3:64 "{ person = \"ana\", share = 70, since = 2026-01-01 }": 70% for Engineer
          content/roles/b.md:3:12 "{ person = \"ana\", share = 40 }": 40% for Chair
          help: talk it over, then give something away or lower the shares to what is true
          about: ana
        warn: Leo Brandt is in teams for 110% of a working week in all
          Leo Brandt fait partie d’équipes pour 110 % d’une semaine de travail en tout
          content/people.toml:3:2 "leo": more than a week holds
          content/teams/furka.md:3:12 "{ person = \"leo\", share = 20 }": 20% for Furka
          content/teams/vega.md:3:12 "{ person = \"leo\", share = 90 }": 90% for Vega
          help: talk it over, then give something away or lower the shares to what is true
          about: leo
        "#);
    }

    #[test]
    fn fires_where_there_are_too_many_roles_of_unknown_size() {
        let role = |number: usize| {
            format!(
                "//- content/roles/r{number}.md\n+++\ntitle = \"R{number}\"\nkeepers = [\"ana\", {{ person = \"ana\", team = \"vega\" }}]\n+++\n"
            )
        };
        let roles = |most: usize| (1..=most).map(role).collect::<String>();
        let team = "//- content/teams/vega.md\n# Vega\n";
        assert_eq!(found_in(&format!("{}{team}", roles(5))), "");
        insta::assert_snapshot!(found_in(&format!("{}{team}", roles(6))), @r#"
        warn: Ana Ruiz keeps 6 roles that do not say how much of a week they take
          content/people.toml:1:2 "ana": more than a week holds
          content/roles/r1.md:3:12 "\"ana\"": R1
          content/roles/r2.md:3:12 "\"ana\"": R2
          content/roles/r3.md:3:12 "\"ana\"": R3
          content/roles/r4.md:3:12 "\"ana\"": R4
          content/roles/r5.md:3:12 "\"ana\"": R5
          content/roles/r6.md:3:12 "\"ana\"": R6
          help: write the `share` of a week that each takes, or give some of them away
          about: ana
        "#);
        let many = found_in(&format!("{}{team}", roles(15)));
        assert!(many.contains("there are 3 more"), "{many}");
    }

    #[test]
    fn stays_silent_where_it_fits_or_one_follows_the_other() {
        let files = r#"
//- content/roles/a.md
+++
keepers = [{ person = "ana", share = 60, until = 2026-06-30 }]
+++
//- content/roles/b.md
+++
keepers = [{ person = "ana", share = 80, since = 2026-06-30 }]
+++
//- content/roles/c.md
+++
keepers = [{ person = "ana", share = 20 }, { role = "d" }]
+++
//- content/roles/d.md
+++
keepers = [{ person = "leo", share = 100 }, { text = "others", share = 100 }]
+++
//- content/teams/vega.md
+++
members = [{ person = "ana", share = 100 }]
+++
"#;
        assert_eq!(found_in(files), "");
    }
}
