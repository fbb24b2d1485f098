//! Where texts name parties.

use std::collections::BTreeMap;

use crate::model::{Organisation, PartyId};
use crate::parse::{Stretch, stretches};
use crate::text::{Span, normal};

/// The names by which texts may speak of parties.
#[derive(Debug)]
pub(super) struct Names<'a> {
    /// Whom each name means, as it is written; nobody where it may mean several.
    written: BTreeMap<&'a str, Option<PartyId>>,
    /// Of how many words names are at the most that begin with a word.
    beginnings: BTreeMap<&'a str, usize>,
    /// Whom each name means as references are looked up, ids among them.
    looked_up: BTreeMap<String, Option<PartyId>>,
}

/// A place in a text that names a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// The party.
    pub(super) party: PartyId,
    /// The name, on one line.
    pub(super) written: String,
    /// Its bytes.
    pub(super) span: Span,
    /// Whether it stands in a table.
    pub(super) in_table: bool,
}

impl<'a> Names<'a> {
    /// The titles and aliases of all parties that are long enough to mean nothing else.
    pub(super) fn of(organisation: &'a Organisation) -> Self {
        let mut names = Self {
            written: BTreeMap::new(),
            beginnings: BTreeMap::new(),
            looked_up: BTreeMap::new(),
        };
        for (id, party) in (0..).map(PartyId).zip(organisation.parties.iter()) {
            let looked_up = names.looked_up.entry(normal(&party.id)).or_insert(Some(id));
            only(looked_up, id);
            for name in std::iter::once(&party.title).chain(&party.aliases) {
                only(names.looked_up.entry(normal(name)).or_insert(Some(id)), id);
                if !is_telling(name) {
                    continue;
                }
                only(names.written.entry(name).or_insert(Some(id)), id);
                let mut words = words(name);
                if let Some((start, end)) = words.next() {
                    let most = names.beginnings.entry(&name[start..end]).or_default();
                    *most = (*most).max(1 + words.count());
                }
            }
        }
        names
    }

    /// Whom a reference by that name means.
    pub(super) fn meant(&self, name: &str) -> Option<PartyId> {
        *self.looked_up.get(&normal(name))?
    }

    /// The party whose name `text` begins with.
    pub(super) fn first(&self, text: &str) -> Option<PartyId> {
        let (start, end) = words(text).next()?;
        let begins = self.beginnings.contains_key(&text[start..end]);
        let line = Line {
            text: text.to_owned(),
            parts: vec![(0, 0)],
            in_table: false,
        };
        let mut mentions = Vec::new();
        if begins {
            self.find(&line, &mut mentions);
        }
        let first = mentions.first().filter(|mention| mention.span.start == start);
        first.map(|mention| mention.party)
    }

    /// The link that shows the same words as the mention.
    pub(super) fn link(&self, organisation: &Organisation, mention: &Mention) -> String {
        let party = organisation.party(mention.party);
        let bar = if mention.in_table { "\\|" } else { "|" };
        if mention.written == party.title && self.meant(&party.title) == Some(mention.party) {
            format!("[[{}]]", party.title)
        } else {
            format!("[[{}{bar}{}]]", party.id, mention.written)
        }
    }

    /// Every place in a Markdown source that names a party, in the order of writing.
    pub(super) fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut line = Line::default();
        for stretch in stretches(text) {
            if !stretch.goes_on {
                self.find(&line, &mut mentions);
                line = Line::default();
            }
            line.add(text, stretch);
        }
        self.find(&line, &mut mentions);
        mentions
    }

    fn find(&self, line: &Line, mentions: &mut Vec<Mention>) {
        let all: Vec<(usize, usize)> = words(&line.text).collect();
        let mut at = 0;
        while let Some((start, end)) = all.get(at).copied() {
            let most = self.beginnings.get(&line.text[start..end]).copied().unwrap_or(0);
            let last = (at + most).min(all.len());
            // The longest name is meant: "Chair of the Board" before "Chair".
            let named = (at..last).rev().find_map(|last| {
                let end = all[last].1; // within `all`
                let party = self.written.get(&line.text[start..end])?;
                stands_alone(&line.text, start, end).then_some((last, end, *party))
            });
            let Some((last, end, party)) = named else {
                at += 1;
                continue;
            };
            at = last + 1;
            mentions.extend(party.map(|party| Mention {
                party,
                written: line.text[start..end].to_owned(),
                span: line.span(start, end),
                in_table: line.in_table,
            }));
        }
    }
}

/// Makes nobody of what means another than `id`.
fn only(meant: &mut Option<PartyId>, id: PartyId) {
    if *meant != Some(id) {
        *meant = None;
    }
}

/// Whether it can be told from an ordinary word.
fn is_telling(name: &str) -> bool {
    const FEWEST_LETTERS: usize = 4;
    let is_whole = name.starts_with(char::is_alphanumeric) && name.ends_with(char::is_alphanumeric);
    let is_long = name.chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST_LETTERS;
    is_whole && !name.contains(['|', '[', ']', '\\']) && (is_long || words(name).nth(1).is_some())
}

/// Where the words of `text` begin and end.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text.get(rest..)?.find(char::is_alphanumeric)?;
        let behind = text[start..].find(|c: char| !c.is_alphanumeric());
        rest = behind.map_or(text.len(), |len| start + len);
        Some((start, rest))
    })
}

/// Whether it is no part of a longer word, an address or a path.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: char| matches!(c, '-' | '_' | '/' | '@' | '#' | '\\');
    let mut behind = text[end..].chars();
    let is_joined = behind.next().is_some_and(joins) && behind.next().is_some_and(char::is_alphanumeric);
    !is_joined && !text[..start].ends_with(joins)
}

/// Stretches that follow each other, as one line.
#[derive(Default)]
struct Line {
    text: String,
    /// Where each stretch begins in the line, and in the source.
    parts: Vec<(usize, usize)>,
    in_table: bool,
}

impl Line {
    fn add(&mut self, text: &str, stretch: Stretch) {
        if !self.parts.is_empty() {
            self.text.push(' ');
        }
        self.parts.push((self.text.len(), stretch.span.start));
        self.text.push_str(stretch.span.of(text));
        self.in_table = stretch.in_table;
    }

    /// Where that part of the line, which is not empty, stands in the source.
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.position(start), self.position(end - 1) + 1)
    }

    fn position(&self, at: usize) -> usize {
        let part = self.parts.partition_point(|(start, _)| *start <= at);
        let part = part.checked_sub(1).and_then(|part| self.parts.get(part));
        part.map_or(0, |(start, source)| source + (at - start))
    }
}
