//! SARIF 2.1.0: what forges and editors read of any tool that checks sources.

mod log;
mod rule;

use std::collections::BTreeMap;
use std::fmt;

use super::fingerprint::Fingerprints;
use super::located::{Located, Range};
use super::{Look, Report, document};
use crate::finding::{self, Finding, Kind, Label, Level};
use crate::text::{SourceId, push_percent};
use log::{
    Artifact, At, Base, Change, Content, Driver, Fix, Log, Message, Physical, Region, Replacement, ResultOf,
    Run, Suppression, Tool,
};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// Where relative addresses begin: the folder where the command was called.
const ROOT: &str = "%SRCROOT%";
/// What the fingerprint is made of; grows when that changes.
const FINGERPRINT: &str = "subjects/v1";

pub(super) fn write(out: &mut dyn fmt::Write, report: &Report, _: Look) -> fmt::Result {
    let mut kinds: Vec<&'static Kind> = report.all().map(|finding| finding.kind).collect();
    kinds.sort_by_key(|kind| kind.name);
    kinds.dedup();
    let mut results = Results {
        kinds: &kinds,
        located: Located::of(report),
        fingerprints: Fingerprints::of(report),
        has_baseline: !report.gone.is_empty() || report.all().any(|finding| finding.is_known),
    };
    let base = Base {
        description: message("The folder where rolebook was called: in CI, the repository's own."),
    };
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: env!("CARGO_PKG_NAME"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: kinds.iter().map(|kind| rule::of(kind)).collect(),
            },
        },
        original_uri_base_ids: BTreeMap::from([(ROOT, base)]),
        column_kind: "unicodeCodePoints",
        results: report.all().map(|finding| results.result(finding)).collect(),
    };
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [run],
    };
    document(out, &log)
}

/// Makes results of findings, one after the other.
struct Results<'a> {
    kinds: &'a [&'static Kind],
    located: Located<'a>,
    fingerprints: Fingerprints<'a>,
    has_baseline: bool,
}

impl Results<'_> {
    fn result(&mut self, finding: &Finding) -> ResultOf {
        let rule = self
            .kinds
            .binary_search_by_key(&finding.kind.name, |kind| kind.name);
        let place = self.location(None, &finding.place);
        let related = (1..).zip(&finding.related);
        let related = related.map(|(id, label)| self.location(Some(id), label));
        let related: Vec<At> = related.collect();
        ResultOf {
            rule_id: finding.kind.name,
            rule_index: rule.unwrap_or_default(),
            level: level(finding.level),
            message: message(&text(finding)),
            locations: [place],
            related_locations: related,
            partial_fingerprints: BTreeMap::from([(FINGERPRINT, self.fingerprints.next(finding))]),
            baseline_state: self
                .has_baseline
                .then_some(if finding.is_known { "unchanged" } else { "new" }),
            // Where one result has suppressions, all have to say that they have none.
            suppressions: self.has_baseline.then(|| suppressions(finding)),
            fixes: finding.fix.iter().map(|fix| self.fix(fix)).collect(),
        }
    }

    fn location(&self, id: Option<usize>, label: &Label) -> At {
        At {
            id,
            physical_location: Physical {
                artifact_location: self.artifact(label.place.source),
                region: region(self.located.range(label.place)),
            },
            message: (!label.text.is_empty()).then(|| message(&label.text)),
        }
    }

    fn artifact(&self, source: SourceId) -> Artifact {
        let path = self.located.path(source);
        if path.starts_with('/') {
            Artifact {
                uri: format!("file://{}", address(&path)),
                uri_base_id: None,
            }
        } else {
            Artifact {
                uri: address(&path),
                uri_base_id: Some(ROOT),
            }
        }
    }

    fn fix(&self, fix: &finding::Fix) -> Fix {
        let mut changes: BTreeMap<SourceId, Vec<Replacement>> = BTreeMap::new();
        for edit in &fix.edits {
            let replacement = Replacement {
                deleted_region: region(self.located.range(edit.place)),
                inserted_content: Content {
                    text: self.located.inserted(edit),
                },
            };
            changes.entry(edit.place.source).or_default().push(replacement);
        }
        let changes = changes.into_iter().map(|(source, replacements)| Change {
            artifact_location: self.artifact(source),
            replacements,
        });
        Fix {
            description: message(&fix.title),
            artifact_changes: changes.collect(),
        }
    }
}

fn suppressions(finding: &Finding) -> Vec<Suppression> {
    let known = finding.is_known.then_some(Suppression {
        kind: "external",
        justification: "It is recorded in baseline.toml.",
    });
    known.into_iter().collect()
}

/// The message, and what to do below it.
fn text(finding: &Finding) -> String {
    let mut lines = vec![super::printable::printable(&finding.message)];
    lines.extend(finding.help.iter().map(|help| format!("Help: {help}")));
    lines.join("\n")
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Note | Level::Allow => "note",
    }
}

fn region(range: Range) -> Region {
    Region {
        start_line: range.start.line,
        start_column: range.start.column,
        end_line: range.end.line,
        end_column: range.end.column,
        byte_offset: range.span.start,
        byte_length: range.span.end - range.span.start,
    }
}

fn message(text: &str) -> Message {
    Message {
        text: text.to_owned(),
        markdown: None,
    }
}

/// A path as an address. A colon in its first name would look like a scheme: all are written as numbers.
fn address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            other => push_percent(&mut out, other),
        }
    }
    out
}
