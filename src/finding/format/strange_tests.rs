//! Nothing that anyone writes breaks a format.

#![allow(clippy::unwrap_used, reason = "a test stops where a format is broken")]

use proptest::prelude::*;
use serde_json::Value;

use super::printable::printable;
use super::{FORMATS, Format, Look, Report};
use crate::finding::{Certainty, Edit, Finding, Fix, Level, Local, Recorded, kind};
use crate::text::{Place, Snapshot, SourceId, Span, cases};

/// Characters that mean something to one format or another.
const STRANGE: &str = "[a%:,=\"'\\\\\\[\\]{}<>&é日🙂 \t\r\n\u{0}\u{1b}\u{7f}\u{85}\u{9b}\u{a0}\u{301}\u{202e}\u{2028}\u{fffd}]{0,12}|::error::|%0A|]: |\\{0\\}";

fn snapshot(text: &str) -> Snapshot {
    cases::snapshot([("content/a.md", text)])
}

fn finding(words: &[String], spans: &[(usize, usize)], level: Level) -> Finding {
    let word = |at: usize| words[at % words.len()].as_str();
    let place = |at: usize| {
        let (start, len) = spans[at % spans.len()];
        Place::new(SourceId(0), Span::new(start, start + len))
    };
    let edits = [(place(2), word(6)), (place(3), word(7))].map(|(place, text)| Edit {
        place,
        text: text.to_owned(),
    });
    let fix = Fix {
        title: word(5).to_owned(),
        edits: edits.to_vec(),
        certainty: Certainty::Certain,
    };
    let finding = Finding::new(&kind::BROKEN_LINK, place(0), word(0))
        .label(word(1))
        .related(place(1), word(2))
        .help(word(3))
        .about(word(4))
        .fix(fix);
    Finding {
        level,
        locals: vec![Local {
            language: "de".to_owned(),
            is_original: true,
            message: word(1).to_owned(),
        }],
        ..finding
    }
}

fn printed(name: &str, report: &Report) -> String {
    let mut out = String::new();
    let format = Format::named(name).unwrap();
    format.write(&mut out, report, Look::default()).unwrap();
    out
}

fn parsed(name: &str, report: &Report) -> Value {
    serde_json::from_str(&printed(name, report)).unwrap()
}

/// How many breaks of lines there are, of any kind that someone may take for one.
fn breaks(text: &str) -> usize {
    let is_break = |c: &char| {
        matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    text.chars().filter(is_break).count()
}

proptest! {
    #[test]
    fn no_words_break_a_format(
        text in "[aé\r\n\t日🙂]{0,40}",
        prefix in STRANGE,
        words in prop::collection::vec(STRANGE, 1..9),
        spans in prop::collection::vec((0usize..60, 0usize..20), 1..5),
        level in prop::sample::select(vec![Level::Deny, Level::Warn, Level::Note]),
    ) {
        let sources = snapshot(&text);
        let findings = [finding(&words, &spans, level), finding(&words, &spans, Level::Deny)];
        let gone = [Recorded {
            name: words[0].clone(),
            path: words[0].clone(),
            subject: words[0].clone(),
            count: 1,
        }];
        let report = Report {
            snapshot: &sources,
            findings: &findings.each_ref(),
            gone: &gone,
            prefix: &prefix,
            least: Level::Note,
        };
        let message = printable(&words[0]);
        let path = format!("{prefix}content/a.md");

        let short = printed("short", &report);
        prop_assert_eq!(breaks(&short), 2, "{}", short);
        let end = format!(": {message} [broken-link]\n");
        prop_assert!(short.ends_with(&end), "{short}");

        let json = parsed("json", &report);
        prop_assert_eq!(&json["findings"][0]["message"], &Value::from(words[0].as_str()));
        prop_assert_eq!(&json["findings"][0]["path"], &Value::from(path.as_str()));

        let sarif = parsed("sarif", &report);
        let result = &sarif["runs"][0]["results"][0];
        let said = result["message"]["text"].as_str().unwrap();
        prop_assert!(said.starts_with(&message), "{said}");
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        prop_assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%:".contains(&byte)), "{uri}");
        prop_assert_eq!(uri.contains(':'), prefix.starts_with('/'), "{}", uri);

        let github = printed("github", &report);
        prop_assert_eq!(breaks(&github), 2, "{}", github);
        for line in github.lines() {
            let (properties, said) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
            let (_, properties) = properties.split_once(' ').unwrap();
            let names: Vec<&str> = properties.split(',').map(|property| property.split_once('=').unwrap().0).collect();
            prop_assert!(names.starts_with(&["file", "line"]) && names.ends_with(&["title"]), "{names:?}");
            let said = said.split("%0A").next().unwrap().replace("%25", "%");
            prop_assert_eq!(said, message.as_str());
        }

        let gitlab = parsed("gitlab", &report);
        prop_assert_eq!(&gitlab[0]["description"], &Value::from(message.as_str()));
        prop_assert_ne!(&gitlab[0]["fingerprint"], &gitlab[1]["fingerprint"]);

        for format in FORMATS {
            let text = printed(format.name, &report);
            let steers = |c: char| c.is_control() && c != '\n';
            prop_assert!(!text.contains(steers) || format.name == "human", "{text:?}");
        }
    }
}
