//! Relations that only one end claims: what is said of them is the same from either end.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Evidence;
use super::answer::{Answer, Thing, rule, thing};
use super::entries::relations;
use super::unclear;
use super::wording::possessive;
use crate::finding::{Certainty, Finding, Fix, Kind, Label, Said};
use crate::model::{
    Agreement, ClaimId, Direction, DocumentId, Entry, EntryId, Meaning, Organisation, PartyId, State,
};
use crate::text::{Phrase, Place, Word, nearest};

/// Of the parties that do not answer so many are named.
const MOST_NAMED: usize = 4;

/// So many places are pointed at on either side.
const MOST_LABELS: usize = 6;

/// From so many parties on that claim relations from one end, and nobody from the other, that is how this
/// handbook does it.
const HABIT: usize = 5;

/// One of the two ends, and how it is spoken of.
pub(super) struct End {
    pub(super) kind: &'static Kind,
    /// From which end the relation is claimed.
    pub(super) claims: Direction,
    /// The state of such agreements.
    pub(super) state: State,
    /// `{claimant}` claims `{things}` of `{others}`, who is one; `{page}` in English.
    pub(super) one: Phrase,
    /// The same of several.
    pub(super) several: Phrase,
    /// `{claimant}` does not say what.
    pub(super) bare: Phrase,
    /// The same of several.
    pub(super) bare_several: Phrase,
    /// Beside the claim.
    pub(super) here: &'static str,
    /// The word that begins the findings' subjects.
    pub(super) word: &'static str,
    /// What to do, given where the answer belongs.
    pub(super) help: fn(&str) -> String,
}

/// A claim that is not answered: who made it, in which entries, of whom.
struct Open {
    claimant: PartyId,
    entries: Vec<EntryId>,
    first: ClaimId,
    other: PartyId,
}

/// One finding for each set of entries that the same parties do not answer.
pub(super) fn run(evidence: &Evidence, end: &End) -> Vec<Finding> {
    if is_habit(evidence, end) {
        return Vec::new();
    }
    let mut open: Vec<Open> = one_sided(evidence, end)
        .filter_map(|agreement| open(evidence.organisation, end, agreement))
        .collect();
    let attempts = Attempts::of(evidence, open.iter().map(|open| open.other));
    open.retain(|open| can_answer(evidence, &attempts, end, open));
    open.sort_by(|a, b| (a.claimant, &a.entries, a.first).cmp(&(b.claimant, &b.entries, b.first)));
    let together = open.par_chunk_by(|a, b| (a.claimant, &a.entries) == (b.claimant, &b.entries));
    together.filter_map(|open| finding(evidence, end, open)).collect()
}

/// The relations that only this end claims, as far as anything is looked for in the sources of those who do.
fn one_sided<'a>(evidence: &Evidence<'a>, end: &'a End) -> impl Iterator<Item = &'a Agreement> + use<'a> {
    let organisation = evidence.organisation;
    let scoped = evidence.scope.map(|_| {
        let parties = evidence.parties().map(|(_, party)| party);
        let own = parties.flat_map(|party| party.agreements(end.claims));
        own.map(|id| organisation.agreement(*id)).collect::<Vec<_>>()
    });
    let all = || organisation.agreements.iter().collect();
    let agreements = scoped.unwrap_or_else(all).into_iter();
    agreements.filter(|agreement| agreement.state == end.state && agreement.provider != agreement.consumer)
}

/// Whether nobody at all claims relations from the other end, though many do from this one.
fn is_habit(evidence: &Evidence, end: &End) -> bool {
    let mut claimants = 0;
    for party in evidence.organisation.parties.iter() {
        let mut claims = false;
        for section in &evidence.document(party).sections {
            match section.kind.direction() {
                Some(direction) if direction == end.claims => claims = true,
                Some(_) => return false,
                None => {}
            }
        }
        claimants += usize::from(claims);
    }
    claimants >= HABIT
}

fn open(organisation: &Organisation, end: &End, agreement: &Agreement) -> Option<Open> {
    let claims = agreement.claims(end.claims);
    let mut entries: Vec<EntryId> = claims.iter().map(|id| organisation.claim(*id).entry).collect();
    entries.sort_unstable();
    entries.dedup();
    Some(Open {
        claimant: agreement.party(end.claims),
        entries,
        first: *claims.first()?,
        other: agreement.party(end.claims.opposite()),
    })
}

/// Whether the other party's page could say something and has not tried to.
fn can_answer(evidence: &Evidence, attempts: &Attempts, end: &End, open: &Open) -> bool {
    let other = evidence.organisation.party(open.other);
    let answers = end.claims.opposite();
    rule(evidence, other.kind, answers).is_some()
        && !evidence.is_faulty(other)
        && !attempts.has(evidence, open.other, answers, open.claimant)
}

/// What was meant for a relation, perhaps, and made none: that is said already.
struct Attempts<'a> {
    /// Names that were not understood.
    names: BTreeMap<(PartyId, Direction), BTreeSet<&'a str>>,
    /// Parties that are named where no relation begins.
    parties: BTreeMap<(PartyId, Direction), BTreeSet<PartyId>>,
}

impl<'a> Attempts<'a> {
    /// Of those parties.
    fn of(evidence: &Evidence<'a>, of: impl Iterator<Item = PartyId>) -> Self {
        let organisation = evidence.organisation;
        let of: BTreeSet<PartyId> = of.collect();
        let mut names: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
        for id in of.iter().copied() {
            let party = organisation.party(id);
            let meanings = &organisation.links_of(party.document).entries;
            if !meanings.contains(&Meaning::Unknown) {
                continue;
            }
            let document = organisation.document(party.document);
            for section in relations(evidence, party) {
                let unknown = section.entries.iter();
                for standing in unknown.filter(|standing| *standing.meaning == Meaning::Unknown) {
                    let told = names.entry((id, section.direction)).or_default();
                    told.insert(&standing.entry.lead_text);
                    let references = standing.entry.references.iter();
                    told.extend(references.map(|id| document.reference(*id).name.as_str()));
                }
            }
        }
        Self {
            names,
            parties: unclear::namings_of(evidence, of),
        }
    }

    /// Whether `party` may have meant `other`.
    fn has(&self, evidence: &Evidence, party: PartyId, direction: Direction, other: PartyId) -> bool {
        let end = (party, direction);
        if self.parties.get(&end).is_some_and(|named| named.contains(&other)) {
            return true;
        }
        let Some(names) = self.names.get(&end) else {
            return false;
        };
        let other = evidence.organisation.party(other);
        let own = || {
            let names = [&other.title, &other.id].into_iter().chain(&other.aliases);
            names.map(String::as_str)
        };
        names.iter().any(|name| !nearest(name, own()).is_empty())
    }
}

fn finding(evidence: &Evidence, end: &End, open: &[Open]) -> Option<Finding> {
    let organisation = evidence.organisation;
    let first = open.first()?;
    let claimant = organisation.party(first.claimant);
    let document = organisation.document(claimant.document);
    let entries: Vec<&Entry> = first.entries.iter().map(|id| document.entry(*id)).collect();
    let answers: Vec<Answer> = open
        .iter()
        .map(|open| Answer {
            by: organisation.party(open.other),
            to: claimant,
            direction: end.claims.opposite(),
        })
        .collect();
    let place = |entry: &Entry| Place::new(document.source, entry.span);
    let finding = Finding::said(
        end.kind,
        place(entries.first()?),
        said(evidence, end, &entries, &answers),
    )
    .label(end.here)
    .help((end.help)(&page(&answers)));
    let again = entries.iter().take(MOST_LABELS).skip(1);
    let finding = again.fold(finding, |finding, entry| {
        finding.related(place(entry), "and here")
    });
    let finding = answers.iter().take(MOST_LABELS).fold(finding, |finding, answer| {
        let Label { place, text } = answer.label(evidence);
        finding.related(place, text)
    });
    let finding = answers.iter().fold(finding, |finding, answer| {
        finding.about(format!("{} {} {}", end.word, claimant.id, answer.by.id))
    });
    Some(match fix(evidence, end, &entries, &answers) {
        Some(fix) => finding.fix(fix),
        None => finding,
    })
}

fn said(evidence: &Evidence, end: &End, entries: &[&Entry], answers: &[Answer]) -> Said {
    let claimant = answers.first().map(|answer| answer.to);
    let document = claimant.map_or(DocumentId(0), |party| party.document);
    let titles = answers.iter().map(|answer| Word::plain(&answer.by.title));
    let mut words = vec![
        ("claimant", Word::plain(claimant.map_or("", |party| &party.title))),
        ("others", Word::list(titles.collect(), MOST_NAMED)),
        ("page", Word::Plain(page(answers))),
    ];
    let things = evidence.things(document, entries.iter().copied());
    let phrase = match (&things, answers.len()) {
        (Some(_), 1) => &end.one,
        (Some(_), _) => &end.several,
        (None, 1) => &end.bare,
        (None, _) => &end.bare_several,
    };
    words.extend(things.map(|things| ("things", things)));
    evidence.say(phrase, &words)
}

/// Where the answer belongs.
fn page(answers: &[Answer]) -> String {
    match answers {
        [one] => format!("{} page", possessive(&one.by.title)),
        _ => String::from("their pages"),
    }
}

/// The answers, as a suggestion; none where they are too many to be looked through.
fn fix(evidence: &Evidence, end: &End, entries: &[&Entry], answers: &[Answer]) -> Option<Fix> {
    let claimant = answers.first()?.to;
    if answers.len() > MOST_LABELS {
        return None;
    }
    let items = entries.iter().flat_map(|entry| &entry.items);
    let mut things: Vec<Thing> = items
        .map(|item| thing(evidence, claimant.document, item))
        .collect();
    if things.is_empty() {
        things.push((0, String::from("…")));
    }
    let edits: Option<Vec<_>> = answers
        .iter()
        .map(|answer| answer.edit(evidence, &things))
        .collect();
    let title = match end.claims {
        Direction::Needs => format!("say on {} what {} gets", page(answers), claimant.title),
        Direction::Delivers => format!("say on {} what is needed from {}", page(answers), claimant.title),
    };
    Some(Fix {
        title,
        edits: edits?,
        certainty: Certainty::Likely,
    })
}
