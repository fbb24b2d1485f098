//! `review-overdue`

use jiff::civil::Date;

use super::Evidence;
use super::calendar::{distance, every, is_soon};
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Party, Period};
use crate::text::{Phrase, Word};

/// A review that should have been held.
pub(super) static KIND: Kind = Kind {
    name: "review-overdue",
    level: Level::Warn,
    title: Phrase {
        en: "Overdue reviews",
        de: "Überfällige Überprüfungen",
        fr: "Révisions en retard",
        it: "Revisioni in ritardo",
    },
    summary: "a review that should have been held",
    explanation: Explanation {
        what: "The page says how often it is to be reviewed (`review`) and when it was last (`reviewed`), and so \
               much time has passed since. With `[checks] notice` in `book.toml`, such as `notice = \"30 days\"`, \
               a review that is due so soon is told of beforehand, as a note that fails nothing. A page with a \
               `review` and no `reviewed` is told of as well: as far as it says, there was never one.",
        why: "Work changes and pages do not, unless someone looks. Whoever joins, or depends on the role, takes \
              the page at its word; and those who keep the role carry what nobody has agreed to for a long time.",
        mend: "Sit down with those who keep the role, those who delegated it and one or two who depend on it, \
               change what no longer holds, and set `reviewed` to that day. If the rhythm is too quick for what \
               changes, make `review` longer.",
        example: Some(Example {
            before: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
reviewed = 2025-11-11
review = \"12 months\"
+++
",
            after: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
reviewed = 2026-11-20
review = \"12 months\"
+++
",
        }),
    },
    names_people: false,
    is_timed: true,
};

const OVERDUE: Phrase = Phrase {
    en: "{party} was due for review on {day}, {distance}",
    de: "die Überprüfung von {party} war am {day} fällig, {distance}",
    fr: "{party} : la révision était prévue le {day}, {distance}",
    it: "{party}: la revisione era prevista il {day}, {distance}",
};

const SOON: Phrase = Phrase {
    en: "{party} is due for review on {day}, {distance}",
    de: "die Überprüfung von {party} ist am {day} fällig, {distance}",
    fr: "{party} : la révision est prévue le {day}, {distance}",
    it: "{party}: la revisione è prevista il {day}, {distance}",
};

const NEVER: Phrase = Phrase {
    en: "{party} is to be reviewed regularly, but its page names no review so far",
    de: "{party} soll regelmäßig überprüft werden, doch die Seite nennt noch keine Überprüfung",
    fr: "{party} : des révisions régulières sont prévues, mais la page n’en mentionne encore aucune",
    it: "{party}: sono previste revisioni regolari, ma la pagina non ne indica ancora nessuna",
};

/// A finding for each party that is, or soon will be, due for review.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let Some(today) = evidence.today else {
        return Vec::new();
    };
    let parties = evidence.parties().map(|(_, party)| party);
    parties
        .filter_map(|party| {
            let period = party.review?;
            match (party.reviewed, party.review_due()) {
                (None, _) => never(evidence, party, period),
                (Some(_), due) => review(evidence, party, due?, today),
            }
        })
        .collect()
}

fn review(evidence: &Evidence, party: &Party, due: Date, today: Date) -> Option<Finding> {
    let is_overdue = due < today;
    if !is_overdue && !is_soon(due, today, evidence.config.notice) {
        return None;
    }
    let words = [
        ("party", Word::plain(&party.title)),
        ("day", Word::plain(due.to_string())),
        ("distance", distance(due, today)),
    ];
    let said = evidence.say(if is_overdue { &OVERDUE } else { &SOON }, &words);
    let finding = Finding::said(&KIND, evidence.key(party, "reviewed"), said)
        .label("the last review")
        .related(evidence.key(party, "review"), "how long that holds")
        .help("once it is reviewed, set `reviewed` to that day");
    let subject = format!("{} {due}", party.id);
    Some(if is_overdue {
        finding.about(subject)
    } else {
        finding.note().about(format!("{subject} soon"))
    })
}

fn never(evidence: &Evidence, party: &Party, period: Period) -> Option<Finding> {
    if evidence.is_faulty(party) {
        return None;
    }
    let said = evidence.say(&NEVER, &[("party", Word::plain(&party.title))]);
    let finding = Finding::said(&KIND, evidence.key(party, "review"), said)
        .label(every(period))
        .help("write the day of the last review as `reviewed = 2026-05-01`, or take `review` out")
        .about(format!("{} never", party.id));
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_once_the_day_is_past() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "de-CH" }
//- content/roles/a.md
+++
title = "Engineer"
reviewed = 2025-11-11
review = "12 months"
+++
//- content/teams/b.md
+++
title = "Vega"
review = "1 year"
+++
//- content/external/c.md
+++
title = "Supplier"
review = "2 years"
reviewed = 2020-01-31
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: Supplier was due for review on 2022-01-31, 4 years ago
          die Überprüfung von Supplier war am 2022-01-31 fällig, vor 4 Jahren
          content/external/c.md:4:1 "reviewed": the last review
          content/external/c.md:3:1 "review": how long that holds
          help: once it is reviewed, set `reviewed` to that day
          about: c 2022-01-31
        warn: Engineer was due for review on 2026-11-11, 12 days ago
          die Überprüfung von Engineer war am 2026-11-11 fällig, vor 12 Tagen
          content/roles/a.md:3:1 "reviewed": the last review
          content/roles/a.md:4:1 "review": how long that holds
          help: once it is reviewed, set `reviewed` to that day
          about: a 2026-11-11
        warn: Vega is to be reviewed regularly, but its page names no review so far
          Vega soll regelmässig überprüft werden, doch die Seite nennt noch keine Überprüfung
          content/teams/b.md:3:1 "review": every year
          help: write the day of the last review as `reviewed = 2026-05-01`, or take `review` out
          about: b never
        "#);
    }

    #[test]
    fn gives_notice_where_that_is_wanted() {
        let files = r#"
//- book.toml
book.title = "Test"
checks.notice = "30 days"
//- content/roles/today.md
+++
title = "Today"
reviewed = 2026-10-23
review = "1 month"
+++
//- content/roles/last.md
+++
title = "Last day of the notice"
reviewed = 2026-11-23
review = "30 days"
+++
//- content/roles/later.md
+++
title = "Later"
reviewed = 2026-11-23
review = "31 days"
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        note: Last day of the notice is due for review on 2026-12-23, in 30 days
          content/roles/last.md:3:1 "reviewed": the last review
          content/roles/last.md:4:1 "review": how long that holds
          help: once it is reviewed, set `reviewed` to that day
          about: last 2026-12-23 soon
        note: Today is due for review on 2026-11-23, today
          content/roles/today.md:3:1 "reviewed": the last review
          content/roles/today.md:4:1 "review": how long that holds
          help: once it is reviewed, set `reviewed` to that day
          about: today 2026-11-23 soon
        "#);
    }

    #[test]
    fn stays_silent_until_then_and_where_nothing_can_be_reckoned() {
        let files = r#"
//- content/roles/due-today.md
+++
reviewed = 2026-10-23
review = "1 month"
+++
//- content/roles/no-rhythm.md
+++
reviewed = 2020-01-01
+++
//- content/roles/far.md
+++
reviewed = 2020-01-01
review = "9999 years"
+++
//- content/roles/ahead.md
+++
reviewed = 2027-01-01
review = "1 week"
+++
//- content/roles/unread.md
+++
reviewed = "last spring"
review = "1 week"
+++
//- content/roles/misspelt.md
+++
review = "1 week"
reviewd = 2026-11-20
+++
//- content/roles/unread-rhythm.md
+++
reviewed = 2020-01-01
review = "sometimes"
+++
//- content/roles/blank.md
+++
reviewed = 2020-01-01
review = ""
+++
//- content/guide.md
# Guide
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
