//! `unused-allow`

use std::collections::{BTreeMap, BTreeSet};

use super::faulty;
use super::settings::{Setting, Settings};
use super::taken_out::taken_out;
use crate::config::Language;
use crate::finding::{Certainty, Example, Explanation, Finding, Fix, Kind, Level};
use crate::text::{Phrase, Place, Snapshot, SourceId, Word};

/// A file that allows a finding which it does not have.
pub(super) static KIND: Kind = Kind {
    name: "unused-allow",
    level: Level::Warn,
    title: Phrase {
        en: "Exceptions that nothing needs",
        de: "Ausnahmen, die nichts mehr braucht",
        fr: "Exceptions devenues inutiles",
        it: "Eccezioni non più necessarie",
    },
    summary: "a file that allows a finding which it does not have",
    explanation: Explanation {
        what: "A file allows a finding in the `[lints]` of its front matter, and there is none of that name in it. \
               Either it was mended since, or it stands in another file, where this setting does not reach. What \
               holds against the day (`review-overdue`, `term-ended`) is left alone: it may come back tomorrow.",
        why: "An exception is a decision that somebody took for a reason. Once the reason is gone it hides the next \
              finding of its name, one that nobody has decided about.",
        mend: "Take the line out; `rolebook check --fix` does. Where the finding stands in another file, allow it \
               there, or in `book.toml` for the whole handbook.",
        example: Some(Example {
            before: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
keepers = [\"ana-ruiz\"]

[lints]
vacant-role = \"allow\"
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

const IDLE: Phrase = Phrase {
    en: "this file has no `{name}` to allow",
    de: "in dieser Datei gibt es kein `{name}`, das zuzulassen wäre",
    fr: "ce fichier n’a pas de `{name}` à tolérer",
    it: "questo file non ha alcun `{name}` da tollerare",
};

/// The settings of sources that suppress nothing, given what is found in each source before levels are applied.
pub(crate) fn findings(
    settings: &Settings,
    (snapshot, language): (&Snapshot, &Language),
    traces: &Traces,
) -> Vec<Finding> {
    let allowing = settings.written.iter().filter(|set| {
        set.level == Level::Allow
            // It may be wanted on another day.
            && !set.kind.is_timed
            && set.kind != &KIND
            // What is found there once it can be understood is not known.
            && !traces.of(set.source).is_faulty
    });
    let idle = allowing.filter(|set| !traces.of(set.source).kinds.contains(set.kind.name));
    let certainty = if traces.any_stands_against() {
        Certainty::Likely
    } else {
        Certainty::Certain
    };
    idle.map(|set| finding(set, (snapshot, language), traces.elsewhere(set), certainty))
        .collect()
}

/// What is found in each source, by its number, as far as settings ask for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traces(BTreeMap<SourceId, Trace>);

/// What is found in one source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    /// The names of the kinds.
    kinds: BTreeSet<&'static str>,
    /// Where else they have labels.
    labels: BTreeSet<(SourceId, &'static str)>,
    /// Whether it can't be understood.
    is_faulty: bool,
    /// Whether there is an error, by what its kind is.
    stands_against: bool,
}

impl Traces {
    /// Puts down what is found in `source`, in place of what was put down before.
    pub(crate) fn put(&mut self, source: SourceId, findings: &[Finding]) {
        let mut trace = Trace {
            is_faulty: faulty(findings).contains(&source),
            stands_against: findings.iter().any(|finding| finding.kind.level == Level::Deny),
            ..Trace::default()
        };
        for finding in findings {
            trace.kinds.insert(finding.kind.name);
            let labels = finding.related.iter().map(|label| label.place.source);
            trace
                .labels
                .extend(labels.map(|label| (label, finding.kind.name)));
        }
        self.0.insert(source, trace);
    }

    fn of(&self, source: SourceId) -> &Trace {
        static NONE: Trace = Trace {
            kinds: BTreeSet::new(),
            labels: BTreeSet::new(),
            is_faulty: false,
            stands_against: false,
        };
        self.0.get(&source).unwrap_or(&NONE)
    }

    fn any_stands_against(&self) -> bool {
        self.0.values().any(|trace| trace.stands_against)
    }

    /// The first other source in which what a setting names is found, and has a label in the setting's.
    fn elsewhere(&self, set: &Setting) -> Option<SourceId> {
        let key = (set.source, set.kind.name);
        let found = self.0.iter().find(|(_, trace)| trace.labels.contains(&key));
        found.map(|(source, _)| *source)
    }
}

fn finding(
    set: &Setting,
    (snapshot, language): (&Snapshot, &Language),
    elsewhere: Option<SourceId>,
    certainty: Certainty,
) -> Finding {
    let place = Place::new(set.source, set.span);
    let name = set.kind.name;
    let said = language.say(&IDLE, &[("name", Word::plain(name))]);
    let finding = Finding::said(&KIND, place, said)
        .label("suppresses nothing")
        .about(name);
    if let Some(other) = elsewhere {
        let path = &snapshot.source(other).path;
        let has_front_matter = path.file_name() == format!("{}.md", path.stem());
        let where_to = if has_front_matter {
            "allow it there"
        } else {
            "allow it in `book.toml`"
        };
        return finding.help(format!(
            "one that is about this file stands in `{path}`: {where_to}"
        ));
    }
    match taken_out(&snapshot.source(set.source).text, set.span) {
        Some(span) => finding.help("take this line out").fix(Fix::new(
            format!("take `{name}` out of `[lints]`"),
            Place::new(set.source, span),
            "",
            certainty,
        )),
        None => finding.help("take it out of `lints`"),
    }
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_a_setting_suppresses_nothing() {
        let files = r#"
//- content/roles/a.md
+++
title = "A"

[lints]
vacant-role = "allow"
+++
//- content/roles/b.md
+++
keepers = []
lints.vacant-role = "allow"
lints.broken-link = "allow"
lints.single-keeper = "warn"
+++
//- content/roles/c.md
+++
lints = { vacant-role = "allow", broken-link = "allow" }
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: this file has no `vacant-role` to allow
          content/roles/a.md:5:1 "vacant-role": suppresses nothing
          help: take this line out
          about: vacant-role
          fix (Certain): take `vacant-role` out of `[lints]`
            content/roles/a.md:3:1 "\n[lints]\nvacant-role = \"allow\"\n" -> ""
        warn: this file has no `broken-link` to allow
          content/roles/b.md:4:7 "broken-link": suppresses nothing
          help: take this line out
          about: broken-link
          fix (Certain): take `broken-link` out of `[lints]`
            content/roles/b.md:4:1 "lints.broken-link = \"allow\"\n" -> ""
        warn: this file has no `vacant-role` to allow
          content/roles/c.md:2:11 "vacant-role": suppresses nothing
          help: take it out of `lints`
          about: vacant-role
        warn: this file has no `broken-link` to allow
          content/roles/c.md:2:34 "broken-link": suppresses nothing
          help: take it out of `lints`
          about: broken-link
        "#);
    }

    #[test]
    fn says_where_the_finding_stands_instead() {
        let files = r#"
//- content/roles/a.md
+++
[lints]
duplicate-id = "allow"
overloaded-person = "allow"
+++
//- content/teams/A.md
+++
[lints]
duplicate-id = "allow"
+++
//- content/roles/b.md
+++
title = "B"
keepers = [{ person = "ana", share = 60 }, { person = "ana", share = 60 }]
lints.overloaded-person = "allow"
+++
//- content/people.toml
[ana]
name = "Ana Ruiz"
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: this file has no `duplicate-id` to allow
          content/roles/a.md:3:1 "duplicate-id": suppresses nothing
          help: one that is about this file stands in `content/teams/A.md`: allow it there
          about: duplicate-id
        warn: this file has no `overloaded-person` to allow
          content/roles/a.md:4:1 "overloaded-person": suppresses nothing
          help: take this line out
          about: overloaded-person
          fix (Likely): take `overloaded-person` out of `[lints]`
            content/roles/a.md:4:1 "overloaded-person = \"allow\"\n" -> ""
        warn: this file has no `overloaded-person` to allow
          content/roles/b.md:4:7 "overloaded-person": suppresses nothing
          help: one that is about this file stands in `content/people.toml`: allow it in `book.toml`
          about: overloaded-person
        "#);
    }

    #[test]
    fn stays_silent_where_it_suppresses_or_may_do_so_another_day() {
        let files = r#"
//- content/roles/a.md
+++
keepers = []
lints.vacant-role = "allow"
lints.review-overdue = "allow"
lints.term-ended = "allow"
lints.broken-link = "warn"
lints.unused-allow = "allow"
lints.missing-section = "allow"
+++
//- content/roles/b.md
+++
lints.unknown-lint = "allow"
lints.unused-allow = "allow"
lints.frobnicate = "allow"
lints.broken-link = "allow"
+++
//- content/roles/faulty.md
+++
colour = "red"
lints.broken-link = "allow"
+++
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
