//! `term-ended`

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Evidence;
use super::calendar::{distance, is_soon};
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Holder, Organisation, Party, PartyId, PersonId, Who};
use crate::text::{Phrase, Place, Word};

/// A keeper, a member or a delegator whose time is over.
pub(super) static KIND: Kind = Kind {
    name: "term-ended",
    level: Level::Warn,
    title: Phrase {
        en: "Terms that have ended",
        de: "Abgelaufene Amtszeiten",
        fr: "Mandats arrivés à terme",
        it: "Mandati scaduti",
    },
    summary: "a keeper, member or delegator whose term has ended",
    explanation: Explanation {
        what: "Someone is written as a keeper, a member or a delegator until a day (`until`) that is past, and no \
               later entry for them goes on. With `[checks] notice` in `book.toml`, such as `notice = \"30 days\"`, \
               a term that ends so soon is told of beforehand, as a note that fails nothing.",
        why: "The page sends people to someone who may have left the role. And a term is a promise: that it will \
              be talked about again before it goes on, both for whoever keeps the role and for those who elected \
              them.",
        mend: "Elect or ask anew. Where the person goes on, set `until` to the new last day; where somebody else \
               follows, write them instead; where nobody does, say so with `{ vacant = true }`.",
        example: Some(Example {
            before: "\
//- content/roles/chair.md
+++
title = \"Chair\"
keepers = [{ person = \"ana-ruiz\", until = 2026-06-30 }]
+++
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
",
            after: "\
//- content/roles/chair.md
+++
title = \"Chair\"
keepers = [{ person = \"ana-ruiz\", until = 2028-06-30 }]
+++
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
",
        }),
    },
    names_people: true,
    is_timed: true,
};

const ENDED: Phrase = Phrase {
    en: "the term of {who} {office} ended on {day}, {distance}",
    de: "die Zeit von {who} {office} ist am {day} abgelaufen, {distance}",
    fr: "{who} : le mandat {office} a pris fin le {day}, {distance}",
    it: "{who}: il mandato {office} è terminato il {day}, {distance}",
};

const ENDS: Phrase = Phrase {
    en: "the term of {who} {office} ends on {day}, {distance}",
    de: "die Zeit von {who} {office} läuft am {day} ab, {distance}",
    fr: "{who} : le mandat {office} prend fin le {day}, {distance}",
    it: "{who}: il mandato {office} termina il {day}, {distance}",
};

/// As what someone holds a domain.
struct Office {
    name: &'static str,
    words: Phrase,
}

static KEEPER: Office = Office {
    name: "keeper",
    words: Phrase {
        en: "as keeper of {party}",
        de: "in der Verantwortung für {party}",
        fr: "pour {party}",
        it: "per {party}",
    },
};

static MEMBER: Office = Office {
    name: "member",
    words: Phrase {
        en: "as member of {party}",
        de: "als Mitglied von {party}",
        fr: "de membre pour {party}",
        it: "come membro di {party}",
    },
};

static DELEGATOR: Office = Office {
    name: "delegator",
    words: Phrase {
        en: "as delegator of {party}",
        de: "in der Delegation von {party}",
        fr: "de délégation pour {party}",
        it: "di delega per {party}",
    },
};

/// A finding for each keeper, member and delegator whose term is over, or soon will be.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let Some(today) = evidence.today else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for party in evidence.whole.parties.iter() {
        let keepers = party.keepers.as_deref().unwrap_or_default();
        let offices = [
            (&KEEPER, keepers),
            (&MEMBER, party.members.as_slice()),
            (&DELEGATOR, party.delegators.as_slice()),
        ];
        for (office, holders) in offices {
            if holders.iter().any(|holder| holder.tenure.until.is_some()) {
                let list = List {
                    evidence,
                    party,
                    office,
                    holders,
                };
                findings.extend(list.findings(today));
            }
        }
    }
    findings
}

/// Those who hold a domain in one office.
struct List<'a> {
    evidence: &'a Evidence<'a>,
    party: &'a Party,
    office: &'static Office,
    holders: &'a [Holder],
}

/// Whose entry it is: several for one of them follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Holding<'a> {
    Person(PersonId),
    Party(PartyId),
    KeepersOf(PartyId),
    Text(&'a str),
}

impl List<'_> {
    fn findings(&self, today: Date) -> Vec<Finding> {
        // The last day of those who hold it longest: the only one who does, if nobody else holds it then.
        let mut ends: Vec<Date> = self.holders.iter().filter_map(last_day).collect();
        ends.sort_unstable();
        let over = self.last_entries().filter_map(|(holder, until)| {
            let is_over = until < today;
            if !is_over && !is_soon(until, today, self.evidence.config.notice) {
                return None;
            }
            let finding = self.finding(holder, until, today)?;
            let nobody_from = if is_over { today } else { until.tomorrow().ok()? };
            let is_left = ends.last().is_some_and(|last| *last >= nobody_from);
            Some(if is_left {
                finding
            } else {
                finding.help(self.nobody_left(is_over))
            })
        });
        over.collect()
    }

    /// For each who holds it within a team, or within none, the entry that goes on longest, where that ends.
    fn last_entries(&self) -> impl Iterator<Item = (&Holder, Date)> {
        let mut last: BTreeMap<(Holding, Option<PartyId>), (Date, usize)> = BTreeMap::new();
        for (at, holder) in self.holders.iter().enumerate() {
            let (Some(holding), Some(end)) = (holding(&holder.who), last_day(holder)) else {
                continue;
            };
            let known = last.entry((holding, holder.team)).or_insert((end, at));
            if end > known.0 {
                *known = (end, at);
            }
        }
        let mut entries: Vec<usize> = last.into_values().map(|(_, at)| at).collect();
        entries.sort_unstable();
        let holders = entries.into_iter().map(|at| &self.holders[at]); // an index of `holders`
        holders.filter_map(|holder| Some((holder, holder.tenure.until?)))
    }

    fn finding(&self, holder: &Holder, until: Date, today: Date) -> Option<Finding> {
        let is_over = until < today;
        let (who, id) = named(self.evidence.whole, &holder.who)?;
        let party = Word::plain(&self.party.title);
        let words = [
            ("who", who),
            ("office", Word::Phrase(&self.office.words, vec![("party", party)])),
            ("day", Word::plain(until.to_string())),
            ("distance", distance(until, today)),
        ];
        let said = self.evidence.say(if is_over { &ENDED } else { &ENDS }, &words);
        let place = Place::new(holder.place.source, holder.tenure.until_span);
        let finding = Finding::said(&KIND, place, said)
            .label("the last day")
            .help("set `until` to the new last day where they go on, or write who follows");
        let subject = format!("{} {} {id} {until}", self.office.name, self.party.id);
        Some(if is_over {
            finding.about(subject)
        } else {
            finding.note().about(format!("{subject} soon"))
        })
    }

    fn nobody_left(&self, is_over: bool) -> String {
        let (office, title) = (self.office.name, &self.party.title);
        if is_over {
            format!("{title} has no other {office} now")
        } else {
            format!("{title} has no other {office} from then on")
        }
    }
}

/// The day to which someone holds it; nobody does where it is vacant.
fn last_day(holder: &Holder) -> Option<Date> {
    (holder.who != Who::Vacant).then(|| holder.tenure.until.unwrap_or(Date::MAX))
}

/// None for a vacancy, and for a name of which it is said elsewhere that nobody has it.
fn holding(who: &Who) -> Option<Holding<'_>> {
    match who {
        Who::Person(id) => Some(Holding::Person(*id)),
        Who::Party(id) => Some(Holding::Party(*id)),
        Who::KeepersOf(id) => Some(Holding::KeepersOf(*id)),
        Who::Text(words) => Some(Holding::Text(words)),
        Who::Vacant | Who::Unknown(_) => None,
    }
}

/// How someone is called, and an id that stays.
fn named<'a>(organisation: &'a Organisation, who: &'a Who) -> Option<(Word, &'a str)> {
    match who {
        Who::Person(id) => {
            let person = organisation.person(*id);
            Some((Word::plain(&person.name), &person.id))
        }
        Who::Party(id) | Who::KeepersOf(id) => {
            let party = organisation.party(*id);
            Some((Word::plain(&party.title), &party.id))
        }
        Who::Text(words) => Some((Word::Quoted(words.clone()), words)),
        Who::Vacant | Who::Unknown(_) => None,
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
    fn fires_once_the_day_is_past() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "de" }
//- content/roles/a.md
+++
title = "Chair"
delegator = [{ person = "leo", until = 2020-01-01 }]
keepers = [{ person = "ana", until = 2026-11-11 }]
+++
//- content/roles/b.md
+++
title = "Clerk"
keepers = ["leo", { role = "a", until = 2026-11-22 }, { text = "whoever is in", until = 2026-01-01 }]
+++
//- content/teams/vega.md
+++
title = "Vega"
members = [{ person = "ana", until = 2026-06-30 }, { person = "ana", until = 2025-06-30 }, { person = "leo", until = 2026-11-22 }]
+++
"#;
        insta::assert_snapshot!(found_in(files), @r#"
        warn: the term of Leo Brandt as delegator of Chair ended on 2020-01-01, 6 years ago
          die Zeit von Leo Brandt in der Delegation von Chair ist am 2020-01-01 abgelaufen, vor 6 Jahren
          content/roles/a.md:3:40 "2020-01-01": the last day
          help: set `until` to the new last day where they go on, or write who follows
          help: Chair has no other delegator now
          about: delegator a leo 2020-01-01
        warn: the term of Ana Ruiz as keeper of Chair ended on 2026-11-11, 12 days ago
          die Zeit von Ana Ruiz in der Verantwortung für Chair ist am 2026-11-11 abgelaufen, vor 12 Tagen
          content/roles/a.md:4:38 "2026-11-11": the last day
          help: set `until` to the new last day where they go on, or write who follows
          help: Chair has no other keeper now
          about: keeper a ana 2026-11-11
        warn: the term of Chair as keeper of Clerk ended on 2026-11-22, yesterday
          die Zeit von Chair in der Verantwortung für Clerk ist am 2026-11-22 abgelaufen, gestern
          content/roles/b.md:3:41 "2026-11-22": the last day
          help: set `until` to the new last day where they go on, or write who follows
          about: keeper b a 2026-11-22
        warn: the term of “whoever is in” as keeper of Clerk ended on 2026-01-01, 10 months ago
          die Zeit von „whoever is in“ in der Verantwortung für Clerk ist am 2026-01-01 abgelaufen, vor 10 Monaten
          content/roles/b.md:3:89 "2026-01-01": the last day
          help: set `until` to the new last day where they go on, or write who follows
          about: keeper b whoever is in 2026-01-01
        warn: the term of Ana Ruiz as member of Vega ended on 2026-06-30, 4 months ago
          die Zeit von Ana Ruiz als Mitglied von Vega ist am 2026-06-30 abgelaufen, vor 4 Monaten
          content/teams/vega.md:3:38 "2026-06-30": the last day
          help: set `until` to the new last day where they go on, or write who follows
          help: Vega has no other member now
          about: member vega ana 2026-06-30
        warn: the term of Leo Brandt as member of Vega ended on 2026-11-22, yesterday
          die Zeit von Leo Brandt als Mitglied von Vega ist am 2026-11-22 abgelaufen, gestern
          content/teams/vega.md:3:118 "2026-11-22": the last day
          help: set `until` to the new last day where they go on, or write who follows
          help: Vega has no other member now
          about: member vega leo 2026-11-22
        "#);
    }

    #[test]
    fn gives_notice_where_that_is_wanted() {
        let files = r#"
//- book.toml
book.title = "Test"
checks.notice = "2 weeks"
people.publish = "none"
//- content/roles/a.md
+++
title = "Chair"
keepers = [{ person = "ana", until = 2026-11-23 }, { person = "leo", until = 2026-12-07 }]
+++
//- content/roles/b.md
+++
title = "Later"
keepers = [{ person = "ana", until = 2026-12-08 }]
+++
"#;
        insta::assert_snapshot!(found_in(files), @r#"
        note: the term of Ana Ruiz as keeper of Chair ends on 2026-11-23, today
          content/roles/a.md:3:38 "2026-11-23": the last day
          help: set `until` to the new last day where they go on, or write who follows
          about: keeper a ana 2026-11-23 soon
        note: the term of Leo Brandt as keeper of Chair ends on 2026-12-07, in 14 days
          content/roles/a.md:3:78 "2026-12-07": the last day
          help: set `until` to the new last day where they go on, or write who follows
          help: Chair has no other keeper from then on
          about: keeper a leo 2026-12-07 soon
        "#);
    }

    #[test]
    fn stays_silent_where_someone_goes_on_or_nobody_is_named() {
        let files = r#"
//- content/roles/today.md
+++
keepers = [{ person = "ana", until = 2026-11-23 }]
+++
//- content/roles/renewed.md
+++
keepers = [{ person = "ana", until = 2025-11-23 }, { person = "ana", since = 2025-11-24 }]
+++
//- content/roles/renewed-for-some-time.md
+++
keepers = [{ person = "ana", until = 2027-11-23 }, { person = "ana", until = 2025-11-23 }]
+++
//- content/roles/nobody.md
+++
keepers = [{ vacant = true, until = 2025-11-23 }, { person = "nobody-of-this-name", until = 2025-11-23 }]
+++
//- content/roles/unread.md
+++
keepers = [{ person = "ana", until = "last spring" }]
+++
"#;
        assert_eq!(found_in(files), "");
    }
}
