//! Handbooks as one text each, and what becomes of them, as text.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that can't be set up has failed"
)]

mod agreements;
mod any;
mod holders;
mod large;
mod people;
mod references;
mod relations;

use std::fmt::Write as _;

use crate::finding::{Finding, Label, Level};
use crate::model::{Holder, Node, Organisation, PartyId, Who};
use crate::text::{Snapshot, cases};
use crate::{Asked, Compiled, compile};

/// A handbook made of a text in which a line `=== path` begins each file.
pub(super) struct Handbook {
    snapshot: Snapshot,
    pub(super) organisation: Organisation,
    /// Its errors: what else is to be said of these small handbooks is the lints' own matter.
    findings: Vec<Finding>,
}

impl Handbook {
    pub(super) fn of(text: &str) -> Self {
        let files = text.split("=== ").skip(1);
        let files = files.map(|file| {
            let (path, text) = file.split_once('\n').expect("a file has lines");
            let folder = if path == "book.toml" { "" } else { "content/" };
            (format!("{folder}{path}"), text)
        });
        let files: Vec<(String, &str)> = files.collect();
        let snapshot = cases::snapshot(files.iter().map(|(path, text)| (path.as_str(), *text)));
        let Compiled {
            organisation,
            findings,
            ..
        } = compile(&snapshot, &Asked::default());
        let findings = findings.iter().filter(|finding| finding.level == Level::Deny);
        let findings = findings.cloned().collect();
        Self {
            snapshot,
            organisation,
            findings,
        }
    }

    /// Every finding: its name, its place, the bytes it points at, what it says and what to do.
    pub(super) fn findings(&self) -> String {
        let mut out = String::new();
        for finding in &self.findings {
            writeln!(out, "{}: {}", finding.kind.name, finding.message).unwrap();
            self.label(&mut out, &finding.place);
            finding
                .related
                .iter()
                .for_each(|label| self.label(&mut out, label));
            finding
                .help
                .iter()
                .for_each(|help| writeln!(out, "  = {help}").unwrap());
        }
        out
    }

    fn label(&self, out: &mut String, label: &Label) {
        let source = self.snapshot.source(label.place.source);
        let line = source.text[..label.place.span.start].matches('\n').count() + 1;
        let bytes = label.place.span.of(&source.text).replace('\n', " ");
        let path = source.path.as_str().trim_start_matches("content/");
        writeln!(out, "  {path}:{line} `{bytes}` {}", label.text).unwrap();
    }

    pub(super) fn id(&self, id: PartyId) -> &str {
        &self.organisation.party(id).id
    }

    pub(super) fn ids(&self, ids: &[PartyId]) -> String {
        let ids: Vec<&str> = ids.iter().map(|id| self.id(*id)).collect();
        ids.join(" ")
    }

    pub(super) fn party(&self, id: &str) -> PartyId {
        self.organisation.party_by_id(id).expect(id)
    }

    /// Every agreement, a line each, with how often either end claims it.
    pub(super) fn agreements(&self) -> String {
        let agreements = self.organisation.agreements.iter().map(|agreement| {
            format!(
                "{} -> {} {} {}/{}\n",
                self.id(agreement.provider),
                self.id(agreement.consumer),
                agreement.state.name(),
                agreement.delivers.len(),
                agreement.needs.len(),
            )
        });
        agreements.collect()
    }

    pub(super) fn who(&self, holder: &Holder) -> String {
        let who = match &holder.who {
            Who::Person(id) => format!("person {}", self.organisation.person(*id).id),
            Who::Party(id) => format!("party {}", self.id(*id)),
            Who::KeepersOf(id) => format!("keepers of {}", self.id(*id)),
            Who::Text(words) => format!("words {words}"),
            Who::Vacant => String::from("vacant"),
            Who::Unknown(name) => format!("unknown {name}"),
        };
        let team = holder
            .team
            .map_or_else(String::new, |team| format!(" in {}", self.id(team)));
        format!("{who}{team}")
    }

    /// What the references of the document at `path` lead to, in their order.
    pub(super) fn targets(&self, path: &str) -> Vec<String> {
        let numbered = self
            .organisation
            .documents
            .iter()
            .zip(self.organisation.links.iter());
        let (_, links) = numbered
            .into_iter()
            .find(|(document, _)| document.path.as_str() == format!("content/{path}"))
            .expect(path);
        let named = links.targets.iter().map(|target| {
            let anchor = target
                .anchor
                .as_ref()
                .map_or_else(String::new, |anchor| format!("#{anchor}"));
            format!("{}{anchor}", self.node(&target.node))
        });
        named.collect()
    }

    fn node(&self, node: &Node) -> String {
        let organisation = &self.organisation;
        let title = |id| organisation.document(id).title.as_str();
        match node {
            Node::Party(id) => format!("party {}", self.id(*id)),
            Node::Person(id) => format!("person {}", organisation.person(*id).id),
            Node::Page(id) => format!("page {}", title(organisation.page(*id).document)),
            Node::Term(id) => {
                let term = organisation.term(*id);
                format!(
                    "term {}",
                    organisation.document(term.document).terms[term.entry].names[0]
                )
            }
            Node::Group(id) => format!("group {}", organisation.group(*id).id),
            Node::Index(kind) => format!("index {}", kind.folder()),
            Node::People => String::from("people"),
            Node::Asset(path) => format!("asset {path}"),
            Node::Url(url) => format!("url {url}"),
            Node::Here => String::from("here"),
            Node::Missing => String::from("missing"),
        }
    }
}

pub(super) fn assert_lines(actual: &str, expected: &str) {
    let expected: String =
        expected
            .lines()
            .filter(|line| !line.trim().is_empty())
            .fold(String::new(), |mut all, line| {
                all.push_str(line);
                all.push('\n');
                all
            });
    assert!(
        actual == expected,
        "\n--- found\n{actual}\n--- expected\n{expected}"
    );
}
