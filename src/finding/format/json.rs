//! Findings as one JSON document: a contract with other programs, apart from [`Finding`] on purpose.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::located::{Located, Range};
use super::{Look, Report, document};
use crate::finding::{self, Certainty, Finding, Level, subjects_of};
use crate::text;

/// The version of this contract; grows when a field is taken away or changes its meaning.
const VERSION: u32 = 1;

/// What `rolebook check --format json` prints: what is wrong with a handbook, or missing in it.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Findings of rolebook")]
struct Document {
    /// The version of this form; grows when a field is taken away or changes its meaning.
    version: u32,
    /// What made it.
    generator: Generator,
    /// How many findings there are.
    counts: Counts,
    /// All of them, by place.
    findings: Vec<Entry>,
    /// What the baseline has and is no more.
    gone: Vec<Gone>,
}

/// What made the document.
#[derive(Serialize, JsonSchema)]
struct Generator {
    /// The program's name.
    name: &'static str,
    /// The program's version.
    version: &'static str,
}

/// How many findings there are. Those that the baseline knows are counted apart.
#[derive(Serialize, JsonSchema)]
struct Counts {
    /// New ones that stand against publishing.
    deny: usize,
    /// New ones that are warned of.
    warn: usize,
    /// New ones that are said by the way.
    note: usize,
    /// Those that the baseline knows.
    known: usize,
}

/// Something that the handbook says wrongly, or fails to say.
#[derive(Serialize, JsonSchema)]
struct Entry {
    /// What kind of finding it is, such as `vacant-role`; `rolebook explain` says more of it.
    name: &'static str,
    /// How much it weighs.
    level: Weight,
    /// Whether the baseline knows it: it was there before, and fails nothing.
    known: bool,
    /// What is wrong, in one English sentence without a full stop.
    message: String,
    /// The same in the handbook's language, where that is another and rolebook can say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    local_message: Option<String>,
    /// Where to mend it.
    #[serde(flatten)]
    at: At,
    /// Other places that belong to it.
    related: Vec<At>,
    /// What to do, a sentence each.
    help: Vec<String>,
    /// What it is about: words that stay the same when lines move and wordings change. Never empty.
    subjects: Vec<String>,
    /// What would mend it.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix>,
}

/// How much a finding weighs.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Weight {
    /// Nothing is published while it stands.
    Deny,
    /// It is reported.
    Warn,
    /// It is said by the way.
    Note,
}

/// A place in a file, and what to say of it.
#[derive(Serialize, JsonSchema)]
struct At {
    /// The file, relative to the folder where the command was called.
    path: String,
    /// The place in it.
    place: Place,
    /// A few words to stand beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

/// A stretch of a file. The end is one past its last character; it may be the beginning.
#[derive(Serialize, JsonSchema)]
struct Place {
    /// The first line, from 1.
    line: usize,
    /// Its column in characters, from 1.
    column: usize,
    /// The line where it ends.
    end_line: usize,
    /// The column where it ends.
    end_column: usize,
    /// The first byte, from 0. A byte order mark is not counted.
    start_byte: usize,
    /// The byte where it ends.
    end_byte: usize,
}

/// A change of files that mends a finding.
#[derive(Serialize, JsonSchema)]
struct Fix {
    /// What it does, as a request.
    title: String,
    /// Whether it can't be wrong: `rolebook check --fix` makes it.
    certain: bool,
    /// The changes: all of them or none.
    edits: Vec<Edit>,
}

/// A stretch of a file and what to put in its place.
#[derive(Serialize, JsonSchema)]
struct Edit {
    /// The file, relative to the folder where the command was called.
    path: String,
    /// What goes; empty to put something in before it.
    place: Place,
    /// What comes.
    text: String,
}

/// A finding of the baseline that is no more.
#[derive(Serialize, JsonSchema)]
struct Gone {
    /// What kind of finding it was.
    name: String,
    /// The file it was in, relative to the folder where the command was called.
    path: String,
    /// What it was about.
    subject: String,
    /// How many there were of the same.
    count: usize,
}

pub(super) fn write(out: &mut dyn fmt::Write, report: &Report, _: Look) -> fmt::Result {
    let located = Located::of(report);
    let count = |level| report.reported().filter(|finding| finding.level == level).count();
    let gone = report.gone.iter().map(|gone| Gone {
        name: gone.name.clone(),
        path: format!("{}{}", report.prefix, gone.path),
        subject: gone.subject.clone(),
        count: gone.count,
    });
    let findings = Document {
        version: VERSION,
        generator: Generator {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        counts: Counts {
            deny: count(Level::Deny),
            warn: count(Level::Warn),
            note: count(Level::Note),
            known: report.all().filter(|finding| finding.is_known).count(),
        },
        findings: report
            .all()
            .map(|finding| entry(report, &located, finding))
            .collect(),
        gone: gone.collect(),
    };
    document(out, &findings)
}

/// The JSON Schema of what is written.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Document);
    // Nothing in a schema can fail to be written.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text + "\n"
}

fn entry(report: &Report, located: &Located, finding: &Finding) -> Entry {
    let related = finding.related.iter();
    Entry {
        name: finding.kind.name,
        level: match finding.level {
            Level::Deny => Weight::Deny,
            Level::Warn => Weight::Warn,
            Level::Note | Level::Allow => Weight::Note,
        },
        known: finding.is_known,
        message: finding.message.clone(),
        local_message: finding
            .locals
            .iter()
            .find(|local| local.is_original)
            .map(|local| local.message.clone()),
        at: at(located, &finding.place),
        related: related.map(|label| at(located, label)).collect(),
        help: finding.help.clone(),
        subjects: subjects_of(report.snapshot, finding),
        fix: finding.fix.as_ref().map(|fix| self::fix(located, fix)),
    }
}

fn at(located: &Located, label: &finding::Label) -> At {
    At {
        path: located.path(label.place.source),
        place: place(located.range(label.place)),
        label: (!label.text.is_empty()).then(|| label.text.clone()),
    }
}

fn place(range: Range) -> Place {
    let text::Span { start, end } = range.span;
    Place {
        line: range.start.line,
        column: range.start.column,
        end_line: range.end.line,
        end_column: range.end.column,
        start_byte: start,
        end_byte: end,
    }
}

fn fix(located: &Located, fix: &finding::Fix) -> Fix {
    let edits = fix.edits.iter().map(|edit| Edit {
        path: located.path(edit.place.source),
        place: place(located.range(edit.place)),
        text: located.inserted(edit),
    });
    Fix {
        title: fix.title.clone(),
        certain: fix.certainty == Certainty::Certain,
        edits: edits.collect(),
    }
}
