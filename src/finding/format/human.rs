//! Findings for people at a terminal, in the manner of a compiler.

use std::collections::BTreeSet;
use std::fmt;

use annotate_snippets::Renderer;
use annotate_snippets::renderer::DecorStyle;

use super::excerpt::Excerpts;
use super::{Characters, Look, Report};
use crate::finding::{Finding, Level};
use crate::text::SourceId;

/// Writes all new findings, an empty line after each.
pub(super) fn write(out: &mut dyn fmt::Write, report: &Report, look: Look) -> fmt::Result {
    let decor = match look.characters {
        Characters::Unicode => DecorStyle::Unicode,
        Characters::AsciiLines | Characters::Ascii => DecorStyle::Ascii,
    };
    let renderer = if look.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(decor).term_width(look.width);
    let mut excerpts = Excerpts::of(report, look.characters);
    for finding in report.new() {
        writeln!(out, "{}\n", renderer.render(&[excerpts.group(finding)]))?;
    }
    Ok(())
}

/// How many new findings there are, such as "3 errors, 1 warning in 2 files"; none where there are none.
pub fn summary(findings: &[Finding]) -> Option<String> {
    let new = || findings.iter().filter(|finding| !finding.is_known);
    let count = |level| new().filter(|finding| finding.level == level).count();
    let files: BTreeSet<SourceId> = new().map(|finding| finding.place.place.source).collect();
    let nouns = [
        (Level::Deny, "error"),
        (Level::Warn, "warning"),
        (Level::Note, "note"),
    ];
    let parts: Vec<String> = nouns
        .into_iter()
        .map(|(level, noun)| (count(level), noun))
        .filter(|(number, _)| *number > 0)
        .map(|(number, noun)| plural(number, noun))
        .collect();
    (!parts.is_empty()).then(|| format!("{} in {}", parts.join(", "), plural(files.len(), "file")))
}

fn plural(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where its own sources are wrong")]
mod tests {
    use proptest::prelude::*;

    use super::super::{Look, Report};
    use super::summary;
    use crate::finding::{Finding, Level, kind};
    use crate::text::{Place, Snapshot, Source, SourceId, SourcePath, Span};

    fn snapshot(files: &[(&str, &str)]) -> Snapshot {
        let source = |(path, text): &(&str, &str)| Source {
            path: SourcePath::new(path).unwrap(),
            text: (*text).into(),
            fault: None,
        };
        Snapshot {
            sources: files.iter().map(source).collect(),
            ..Snapshot::default()
        }
    }

    fn at(snapshot: &Snapshot, source: u32, words: &str) -> Place {
        let start = snapshot.sources[source as usize].text.find(words).unwrap();
        Place::new(SourceId(source), Span::new(start, start + words.len()))
    }

    fn shown(snapshot: &Snapshot, findings: &[Finding]) -> String {
        let report = Report {
            snapshot,
            findings,
            gone: &[],
            prefix: "docs/",
            least: Level::Note,
        };
        let look = Look {
            width: 100,
            ..Look::default()
        };
        let mut out = String::new();
        super::write(&mut out, &report, look).unwrap();
        out
    }

    #[test]
    fn a_finding_shows_its_place_and_what_to_do() {
        let sources = snapshot(&[
            (
                "content/roles/engineer.md",
                "+++\ntitle = \"Engineer\"\n+++\n\n### [[product-ownr]] of the team\n",
            ),
            (
                "content/roles/office.md",
                "+++\r\n\ttitle = \"日本 Engineer\"\r\n+++\r\n",
            ),
        ]);
        let unknown = Finding::new(
            &kind::UNKNOWN_PARTY,
            at(&sources, 0, "product-ownr"),
            "nothing answers to `product-ownr`",
        )
        .label("no role, team or external party has this name")
        .near(&["product-owner"]);
        let double = Finding::new(
            &kind::DUPLICATE_ID,
            at(&sources, 1, "Engineer"),
            "`Engineer` is there twice",
        )
        .label("here")
        .related(at(&sources, 0, "Engineer"), "and here");
        insta::assert_snapshot!(shown(&sources, &[unknown, double]), @r#"
        error[unknown-party]: nothing answers to `product-ownr`
         --> docs/content/roles/engineer.md:5:7
          |
        5 | ### [[product-ownr]] of the team
          |       ^^^^^^^^^^^^ no role, team or external party has this name
          |
          = help: did you mean `product-owner`?

        error[duplicate-id]: `Engineer` is there twice
         --> docs/content/roles/office.md:2:14
          |
        2 |     title = "日本 Engineer"
          |                   ^^^^^^^^ here
          |
         ::: docs/content/roles/engineer.md:2:10
          |
        2 | title = "Engineer"
          |          -------- and here
        "#);
    }

    #[test]
    fn an_unreadable_file_and_a_long_line_are_shown_in_short() {
        let long = format!(
            "fine\n{}[[nobody]]{}\n",
            "ä ".repeat(200_000),
            " z".repeat(200_000)
        );
        let sources = snapshot(&[("content/long.md", &long), ("content/photo.md", "")]);
        let findings = [
            Finding::new(
                &kind::UNKNOWN_PARTY,
                at(&sources, 0, "nobody"),
                "nothing answers to `nobody`",
            )
            .label("who?"),
            Finding::new(
                &kind::UNREADABLE_SOURCE,
                Place::top(SourceId(1)),
                "this file is \u{1b}[31mnot text",
            ),
        ];
        insta::assert_snapshot!(shown(&sources, &findings), @r"
        error[unknown-party]: nothing answers to `nobody`
         --> docs/content/long.md:2:400003
          |
         ::: 
        2 | ... ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä [[nobody]] z z z z z z z z z z z z z z z z z z z z ...
          |                                             ^^^^^^ who?

        error[unreadable-source]: this file is  [31mnot text
        --> docs/content/photo.md
        ");
    }

    #[test]
    fn findings_are_counted_in_words() {
        let warning = |source| Finding {
            level: Level::Warn,
            ..Finding::new(&kind::BROKEN_LINK, Place::top(SourceId(source)), "a")
        };
        let error = |source| Finding::new(&kind::BROKEN_LINK, Place::top(SourceId(source)), "b");
        let cases = [
            (vec![], None),
            (vec![error(0)], Some("1 error in 1 file")),
            (
                vec![error(0), error(0), warning(3)],
                Some("2 errors, 1 warning in 2 files"),
            ),
            (vec![warning(1), warning(2)], Some("2 warnings in 2 files")),
        ];
        for (findings, expected) in cases {
            assert_eq!(summary(&findings).as_deref(), expected);
        }
    }

    proptest! {
        /// Whatever the text and the spans, something is shown and nothing panics.
        #[test]
        fn no_span_is_too_strange(
            text in "([a-zäß日\t\r\n\u{200d}\u{301}🙂]{0,40}|[a\n]{0,30}|x{9900,10100}\n?){0,5}",
            spans in prop::collection::vec((0usize..200, 0usize..12_000), 1..4),
        ) {
            let sources = snapshot(&[("content/a.md", &text), ("content/b.md", "one\r\ntwo")]);
            let place = |(at, (start, end)): (usize, &(usize, usize))| {
                Place::new(SourceId(u32::from(at % 3 == 2)), Span { start: *start, end: *end })
            };
            let mut places = spans.iter().enumerate().map(place);
            let mut finding = Finding::new(&kind::BROKEN_LINK, places.next().unwrap(), "message").label("label");
            for place in places {
                finding = finding.related(place, "related");
            }
            prop_assert!(shown(&sources, &[finding]).contains("error[broken-link]: message"));
        }
    }
}
