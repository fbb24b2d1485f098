//! `unknown-lint`

use super::{Lints, catalogue};
use crate::config::Language;
use crate::finding::{Certainty, Example, Explanation, Finding, Fix, Kind, Level};
use crate::model::Spot;
use crate::text::{Phrase, Place, SourceId, Word, nearest};

/// A level set for a finding that does not exist.
pub(super) static KIND: Kind = Kind {
    name: "unknown-lint",
    level: Level::Warn,
    title: Phrase {
        en: "Levels for findings that do not exist",
        de: "Stufen für Befunde, die es nicht gibt",
        fr: "Niveaux de constats inexistants",
        it: "Livelli di rilievi inesistenti",
    },
    summary: "a level set for a finding that does not exist",
    explanation: Explanation {
        what: "`[lints]`, in `book.toml` or in the front matter of a file, sets a level for a name that no finding \
               has. The name may be misspelt, or be that of a check which is called otherwise by now.",
        why: "Whoever wrote it believes that something is watched, or left alone, and neither is so. A handbook \
              that should not be published with a broken link is published all the same.",
        mend: "Write the name as `rolebook explain` lists it, or take the line out.",
        example: Some(Example {
            before: "\
//- book.toml
[book]
title = \"Handbook\"
[lints]
vacant-rolle = \"deny\"
",
            after: "\
//- book.toml
[book]
title = \"Handbook\"
[lints]
vacant-role = \"deny\"
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const NAMELESS: Phrase = Phrase {
    en: "no finding is called `{name}`",
    de: "kein Befund heißt `{name}`",
    fr: "aucun constat ne s’appelle `{name}`",
    it: "nessun rilievo si chiama `{name}`",
};

/// `[lints]` has a name that no finding has.
pub(super) fn finding(language: &Language, source: SourceId, name: &Spot<String>) -> Finding {
    let place = Place::new(source, name.span);
    let said = language.say(&NAMELESS, &[("name", Word::plain(&name.value))]);
    let finding = Finding::said(&KIND, place, said)
        .label("this sets nothing")
        .about(&name.value);
    if name.value == Lints::WARNINGS {
        return finding
            .help("all warnings together are set in `book.toml`, or on the command line: `--deny warnings`");
    }
    let near = nearest(&name.value, catalogue().map(|kind| kind.name));
    match near.as_slice() {
        [] => finding.help("`rolebook explain` lists the names of all findings"),
        [first, ..] => finding.near(&near).fix(Fix::new(
            format!("write `{first}`"),
            place,
            *first,
            Certainty::Likely,
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_in_the_configuration_and_in_a_file() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "de" }
[lints]
vacant-rolle = "deny"
warnings = "warn"
"frobnicate" = "allow"
//- content/roles/a.md
+++
lints = { brokenlink = "warn", warnings = "deny" }
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: no finding is called `vacant-rolle`
          kein Befund heißt `vacant-rolle`
          book.toml:3:1 "vacant-rolle": this sets nothing
          help: did you mean `vacant-role`?
          about: vacant-rolle
          fix (Likely): write `vacant-role`
            book.toml:3:1 "vacant-rolle" -> "vacant-role"
        warn: no finding is called `frobnicate`
          kein Befund heißt `frobnicate`
          book.toml:5:1 "\"frobnicate\"": this sets nothing
          help: `rolebook explain` lists the names of all findings
          about: frobnicate
        warn: no finding is called `brokenlink`
          kein Befund heißt `brokenlink`
          content/roles/a.md:2:11 "brokenlink": this sets nothing
          help: did you mean `broken-link`?
          about: brokenlink
          fix (Likely): write `broken-link`
            content/roles/a.md:2:11 "brokenlink" -> "broken-link"
        warn: no finding is called `warnings`
          kein Befund heißt `warnings`
          content/roles/a.md:2:32 "warnings": this sets nothing
          help: all warnings together are set in `book.toml`, or on the command line: `--deny warnings`
          about: warnings
        "#);
    }

    #[test]
    fn stays_silent_where_the_names_are_right_or_something_else_is_wrong() {
        let files = r#"
//- book.toml
book.title = "Test"
[lints]
unknown-lint = "deny"
single-keeper = "warn"
broken-link = "sometimes"
//- content/roles/a.md
+++
[lints]
unknown-party = "warn"
+++
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
