//! What relations mean: whom their leads name, and what is claimed of them.

use super::directory::Directory;
use super::name::brief;
use super::names::{Answer, Sort, Thing};
use super::reference::Found;
use super::reporter::Reporter;
use crate::finding::{Certainty, Finding, Fix, kind};
use crate::model::{
    Block, Claim, ClaimId, Direction, Document, DocumentId, Entry, EntryForm, EntryId, Group, Links, Meaning,
    Meant, Node,
};
use crate::text::{Place, Span};

/// What an entry was judged to be, before its claims have numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
    /// It names these parties and sets.
    Claims(Vec<Thing>, Direction),
    Grouping,
    Plain,
    Unknown,
}

/// Judges every entry of a document and reports what is wrong with its references. Claims go to the end of
/// `claims`.
///
/// `found`: what its references lead to.
pub(super) fn links(
    reporter: &mut Reporter<'_, '_>,
    id: DocumentId,
    found: Vec<Found>,
    groups: &[Group],
    claims: &mut Vec<Claim>,
) -> Links {
    let directory = reporter.directory;
    let document = directory.census.document(id);
    let mut judge = Judge {
        reporter,
        document,
        found: &found,
        verdicts: vec![Verdict::Plain; document.entries.len()],
        relates: vec![false; document.references.len()],
    };
    let claimant = match directory.census.owner(id) {
        Some(Thing::Party(claimant)) => Some(claimant),
        _ => None,
    };
    if claimant.is_some() {
        judge.all();
    }
    let Judge {
        verdicts, relates, ..
    } = judge;
    for ((reference, found), relates) in document.references.iter().zip(&found).zip(relates) {
        if let Some(fault) = &found.fault {
            reporter.reference((id, document), reference, &found.target, fault, relates);
        }
    }
    let entries = (0..).map(EntryId).zip(verdicts);
    let meanings = entries.map(|(entry, verdict)| match (verdict, claimant) {
        (Verdict::Claims(things, direction), Some(claimant)) => {
            let claim = Claim {
                claimant,
                other: claimant,
                direction,
                via: None,
                document: id,
                entry,
            };
            Meaning::Claims(claim_all(&claim, &things, groups, claims))
        }
        (Verdict::Grouping, _) => Meaning::Grouping,
        (Verdict::Unknown, _) => Meaning::Unknown,
        (Verdict::Plain | Verdict::Claims(..), _) => Meaning::Plain,
    });
    Links {
        entries: meanings.collect(),
        targets: found.into_iter().map(|found| found.target).collect(),
    }
}

/// Makes the claims on `things`, each like `like` but for the other end.
fn claim_all(like: &Claim, things: &[Thing], groups: &[Group], claims: &mut Vec<Claim>) -> Vec<Meant> {
    let mut claim = |other, via| {
        claims.push(Claim {
            other,
            via,
            ..like.clone()
        });
        ClaimId::at(claims.len() - 1)
    };
    let mut meant = Vec::with_capacity(things.len());
    for thing in things {
        match *thing {
            Thing::Party(party) => meant.push(Meant::Party(claim(party, None))),
            Thing::Group(group) => {
                // Whoever is named beside the set is not claimed a second time.
                let of_set = groups[group.index()].members.iter().copied();
                let others =
                    of_set.filter(|party| *party != like.claimant && !things.contains(&Thing::Party(*party)));
                let ids = others.map(|party| claim(party, Some(group))).collect();
                meant.push(Meant::Group(group, ids));
            }
            Thing::Person(_) | Thing::Term(_) | Thing::Page(_) => {}
        }
    }
    meant
}

/// Judges the entries of one document.
struct Judge<'r, 'd, 'a> {
    reporter: &'r mut Reporter<'d, 'a>,
    document: &'a Document,
    found: &'r [Found],
    verdicts: Vec<Verdict>,
    /// Which references stand where a relation names its party.
    relates: Vec<bool>,
}

impl<'d, 'a> Judge<'_, 'd, 'a> {
    /// Judges every entry that a section claims, from the outside in: what stands within an entry depends
    /// on what that one is.
    fn all(&mut self) {
        let document = self.document;
        let mut is_inner = vec![false; document.entries.len()];
        for inner in document.entries.iter().flat_map(|entry| &entry.inner) {
            is_inner[inner.index()] = true;
        }
        for section in &document.sections {
            let Some(direction) = section.kind.direction() else {
                continue;
            };
            for block in &section.blocks {
                let Block::Relations(entries) = block else {
                    continue;
                };
                for entry in entries.iter().filter(|entry| !is_inner[entry.index()]) {
                    self.with_inner(*entry, direction);
                }
            }
        }
    }

    fn with_inner(&mut self, outermost: EntryId, direction: Direction) {
        let document = self.document;
        let mut open = vec![outermost];
        while let Some(id) = open.pop() {
            let entry = document.entry(id);
            for reference in &entry.references {
                self.relates[reference.index()] = true;
            }
            let verdict = self.judge(entry, direction);
            // What a relation's own items begin with are links like any others.
            if !matches!(verdict, Verdict::Claims(..)) {
                open.extend(&entry.inner);
            }
            self.verdicts[id.index()] = verdict;
        }
    }

    fn judge(&mut self, entry: &Entry, direction: Direction) -> Verdict {
        let named = self.parties(entry);
        if !named.is_empty() {
            return Verdict::Claims(named, direction);
        }
        if entry.references.is_empty() && entry.form != EntryForm::Item {
            match self.directory().names.find(&entry.lead_text, Sort::RELATABLE) {
                Answer::One(thing) => return Verdict::Claims(vec![thing], direction),
                Answer::Many(things) => {
                    let place = self.lead(entry);
                    let finding = self.reporter.ambiguous(place, &entry.lead_text, &things, true);
                    self.reporter.findings.push(finding);
                    return Verdict::Unknown;
                }
                Answer::Nothing => {}
            }
        }
        if self.is_grouping(entry) {
            return Verdict::Grouping;
        }
        let broken = entry
            .references
            .iter()
            .any(|id| self.found[id.index()].target.node == Node::Missing);
        match (entry.form, broken) {
            (_, true) => Verdict::Unknown,
            (EntryForm::Item, false) => Verdict::Plain,
            (EntryForm::Heading | EntryForm::Term, false) => {
                let finding = self.unknown(entry);
                self.reporter.findings.push(finding);
                Verdict::Unknown
            }
        }
    }

    fn directory(&self) -> &'d Directory<'a> {
        self.reporter.directory
    }

    /// The parties and sets that the lead links to, each once.
    fn parties(&self, entry: &Entry) -> Vec<Thing> {
        let mut named = Vec::new();
        for id in &entry.references {
            let thing = match self.found[id.index()].target.node {
                Node::Party(party) => Thing::Party(party),
                Node::Group(group) => Thing::Group(group),
                _ => continue,
            };
            if !named.contains(&thing) {
                named.push(thing);
            }
        }
        named
    }

    /// Whether every entry within it begins with a party, or with what was to be one. What names nobody by
    /// its form is prose that guides readers.
    fn is_grouping(&self, entry: &Entry) -> bool {
        let inner = entry.inner.iter().map(|id| self.document.entry(*id));
        let mut naming = inner.filter(|entry| !entry.lead.is_empty()).peekable();
        let begins_with_party = |entry: &Entry| {
            entry.references.iter().any(|id| {
                let node = &self.found[id.index()].target.node;
                matches!(node, Node::Party(_) | Node::Group(_) | Node::Missing)
            })
        };
        naming.peek().is_some() && naming.all(begins_with_party)
    }

    /// Where the words of the lead stand.
    fn lead(&self, entry: &Entry) -> Place {
        self.directory()
            .spot(self.document.source, entry.span, &entry.lead_text)
    }

    /// The lead names no party: what it names instead, or what may have been meant.
    fn unknown(&mut self, entry: &Entry) -> Finding {
        let place = self.lead(entry);
        if let Some(id) = entry.references.first() {
            let reference = self.document.reference(*id);
            let place = self
                .directory()
                .target(self.document.source, reference.span, &reference.name);
            return self.no_party(place, &self.found[id.index()].target.node);
        }
        let text = entry.lead_text.as_str();
        if text.trim().is_empty() {
            return Finding::new(&kind::UNKNOWN_PARTY, place, "this relation names nobody")
                .label("a role, team or external party belongs here")
                .help("link the party that it is about, such as `[[product-owner]]`");
        }
        if let Answer::One(thing) = self.directory().names.find(text, Sort::ALL) {
            return self.no_party(place, &Node::from(thing));
        }
        if let Some((thing, rest)) = beginning(self.directory(), text) {
            return self.begins_with(place, text, thing, rest);
        }
        let finding = self.reporter.unknown_party(place, text, false);
        if self.reporter.near(text, Sort::RELATABLE).is_empty() {
            finding.help("if it is the name of a group, begin each item below it with a link to a party")
        } else {
            finding
        }
    }

    /// The lead is `text`, at `place`: the name of `thing`, and `rest`.
    fn begins_with(&self, place: Place, text: &str, thing: Thing, rest: &str) -> Finding {
        let named = format!("[[{}]]", self.directory().exact(thing));
        let message = format!("no role, team or external party is called `{}`", brief(text));
        let finding = Finding::new(&kind::UNKNOWN_PARTY, place, message)
            .label(format!("begins with the name of {}", self.reporter.words(thing)))
            .help(format!("write `{named}{}`", brief(rest)));
        let Some(Place { source, span }) = self.directory().exactly(place, text) else {
            return finding;
        };
        let name = Place::new(source, Span::new(span.start, span.end - rest.len()));
        let title = format!("write `{named}`");
        finding.fix(Fix::new(title, name, named, Certainty::Likely))
    }

    /// The lead names something that is no party.
    fn no_party(&self, place: Place, node: &Node) -> Finding {
        let thing = match node {
            Node::Person(id) => Some(Thing::Person(*id)),
            Node::Page(id) => Some(Thing::Page(*id)),
            Node::Term(id) => Some(Thing::Term(*id)),
            _ => None,
        };
        let (what, label) = thing.map_or(("this link", "no role, team or external party"), |thing| {
            (self.directory().title(thing), self.directory().sort(thing))
        });
        let message = if thing.is_some() {
            format!("`{}` can't stand in a relation", brief(what))
        } else {
            format!("{what} can't stand in a relation")
        };
        let help = match thing {
            Some(Thing::Person(_)) => {
                "link the role that the person keeps: only roles, teams and external parties stand in relations"
            }
            _ => "link a role, a team or an external party: only they stand in relations",
        };
        Finding::new(&kind::UNKNOWN_PARTY, place, message)
            .label(label)
            .help(help)
    }
}

/// The party or set with whose name `text` begins, as many words of it as there are, and what follows.
fn beginning<'t>(directory: &Directory<'_>, text: &'t str) -> Option<(Thing, &'t str)> {
    /// Names of more words are not looked for.
    const MOST_WORDS: usize = 12;
    let gaps = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at);
    let ends: Vec<usize> = gaps.take(MOST_WORDS).collect();
    ends.into_iter().rev().find_map(|end| {
        let head = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
        match directory.names.find(head, Sort::RELATABLE) {
            Answer::One(thing) => Some((thing, &text[head.len()..])),
            Answer::Many(_) | Answer::Nothing => None,
        }
    })
}
