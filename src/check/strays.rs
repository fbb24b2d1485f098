//! Headings that seem to be meant as sections of the schema, and are not read as such.

use std::collections::BTreeMap;

use super::Evidence;
use crate::config::{Schema, SectionRule, name_key};
use crate::model::{Document, PartyKind, Section};
use crate::text::{Place, Span, folded};

/// A heading that seems to be meant as a section.
#[derive(Clone, Debug)]
pub(super) struct Stray<'a> {
    /// The section.
    pub(super) rule: &'a SectionRule,
    /// The name of the section that it is most like.
    pub(super) name: &'a str,
    /// The heading.
    pub(super) span: Span,
    /// What it says.
    pub(super) written: String,
    /// Why it is not read as the section.
    pub(super) why: Why,
}

impl Stray<'_> {
    /// What it says, without the number before it.
    pub(super) fn words(&self) -> &str {
        match self.why {
            Why::Number => self
                .written
                .trim_start_matches(|c: char| c.is_ascii_digit() || !c.is_alphanumeric()),
            Why::Level | Why::Accents | Why::Words => &self.written,
        }
    }
}

/// Why a heading is not read as a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// It is not of the second level.
    Level,
    /// A number stands before its words.
    Number,
    /// Its letters are those of a name of the section, but for accents and such.
    Accents,
    /// Its words are nearly those of a name of the section.
    Words,
}

/// The names of a schema's sections, ready to be held against headings.
#[derive(Debug)]
pub(super) struct Known<'a> {
    schema: &'a Schema,
    names: Vec<Name<'a>>,
    /// What headings were found to be near to: the same ones stand on many pages.
    found: BTreeMap<String, Vec<Near<'a>>>,
}

/// A name that a heading may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Near<'a> {
    /// How far the two are from each other.
    distance: usize,
    /// The section's position in the schema.
    rule: usize,
    name: &'a str,
    why: Why,
}

#[derive(Debug)]
struct Name<'a> {
    written: &'a str,
    /// The section's position in the schema.
    rule: usize,
    /// See [`key`].
    key: String,
    /// Whether headings with a few words more may mean it.
    stands_out: bool,
}

impl<'a> Known<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        let mut names = Vec::new();
        for (number, rule) in schema.sections.iter().enumerate() {
            for name in std::iter::once(&rule.title).chain(&rule.also) {
                let key = key(name);
                let is_asked = *name == rule.title && !rule.required.is_empty();
                names.push(Name {
                    written: name,
                    rule: number,
                    stands_out: key.contains(' ') || is_asked,
                    key,
                });
            }
        }
        Self {
            schema,
            names,
            found: BTreeMap::new(),
        }
    }

    /// The headings of a role or team that seem to be meant as sections which its page lacks.
    pub(super) fn strays(
        &mut self,
        evidence: &Evidence,
        document: &Document,
        kind: PartyKind,
    ) -> Vec<Stray<'a>> {
        let mut strays: Vec<Stray> = Vec::new();
        let schema = self.schema;
        let is_free = |strays: &[Stray], rule: &SectionRule| {
            rule.domains.contains(&kind)
                && document.section(&rule.id).is_none()
                && strays.iter().all(|stray| stray.rule.id != rule.id)
        };
        for (span, written) in title(evidence, document)
            .into_iter()
            .chain(misplaced(evidence, document))
        {
            let is_title = span.end == document.title_span.end;
            let rule = schema.matching(written, kind);
            let rule = rule.filter(|rule| is_free(&strays, rule) && is_meant(rule, written, is_title));
            strays.extend(rule.map(|rule| Stray {
                rule,
                name: &rule.title,
                span,
                written: written.to_owned(),
                why: Why::Level,
            }));
        }
        for section in document.sections.iter().filter(|section| section.rule.is_none()) {
            let near = self.near(&section.title_text).iter();
            let mut near = near.map(|near| (&schema.sections[near.rule], near)); // positions in it
            if let Some((rule, near)) = near.find(|(rule, _)| is_free(&strays, rule)) {
                strays.push(Stray {
                    rule,
                    name: near.name,
                    span: section.span,
                    written: section.title_text.clone(),
                    why: near.why,
                });
            }
        }
        strays
    }

    /// The names that a heading may mean, those first that it is most like.
    fn near(&mut self, heading: &str) -> &[Near<'a>] {
        let names = &self.names;
        self.found
            .entry(heading.to_owned())
            .or_insert_with(|| near(names, heading))
    }
}

fn near<'a>(names: &[Name<'a>], heading: &str) -> Vec<Near<'a>> {
    /// Longer headings are no section's name.
    const MOST: usize = 100;
    let written = key(heading);
    if written.is_empty() || written.len() > MOST {
        return Vec::new();
    }
    let near = |name: &Name<'a>, distance, why| Near {
        distance,
        rule: name.rule,
        name: name.written,
        why,
    };
    let called = |key: &str, why| -> Vec<Near> {
        let same = names.iter().filter(|name| name.key == key);
        same.map(|name| near(name, 0, why)).collect()
    };
    let mut same = called(&written, Why::Accents);
    if !same.is_empty() {
        if same.iter().any(|near| near.rule != same[0].rule) {
            for near in &mut same {
                near.why = Why::Words;
            }
        }
        return same;
    }
    let numbered = without_number(&written).map_or_else(Vec::new, |rest| called(rest, Why::Number));
    if !numbered.is_empty() {
        return numbered;
    }
    let mut found: Vec<Near> = names
        .iter()
        .filter_map(|name| Some(near(name, distance(&written, name)?, Why::Words)))
        .collect();
    found.sort_unstable();
    found
}

/// How far a heading is from a name: the letters that differ, or behind those the words that it has besides;
/// none where it is too far.
fn distance(written: &str, name: &Name) -> Option<usize> {
    const MOST_TYPOS: usize = 3;
    const MOST_WORDS: usize = 3;
    let length = name.key.chars().count();
    let limit = match length {
        0..5 => 0,
        5..9 => 1,
        9..15 => 2,
        _ => MOST_TYPOS,
    };
    let gap = name.key.len().abs_diff(written.len());
    if limit > 0 && gap <= 2 * limit {
        let typos = strsim::osa_distance(written, &name.key);
        if typos <= limit {
            return Some(typos);
        }
    }
    let besides = words(written).checked_sub(words(&name.key))?;
    let holds = name.stands_out
        && (1..=MOST_WORDS).contains(&besides)
        && format!(" {written} ").contains(&format!(" {} ", name.key));
    holds.then_some(MOST_TYPOS + besides)
}

fn words(key: &str) -> usize {
    key.split(' ').count()
}

/// A heading as it is held against others: no case, punctuation, accents, word for `&`.
fn key(heading: &str) -> String {
    folded(&name_key(heading))
}

/// `key` behind a number such as `3` or `2 1`.
fn without_number(key: &str) -> Option<&str> {
    let rest = key.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    (rest.len() < key.len()).then_some(rest)
}

/// Whether a heading at another level must be meant as that section: a page may be called as one is that not
/// every page has, and a part of another section by a single word such as "Skills".
fn is_meant(rule: &SectionRule, written: &str, is_title: bool) -> bool {
    let key = name_key(written);
    let is_title_of_rule = key == name_key(&rule.title);
    if is_title {
        is_title_of_rule && !rule.required.is_empty()
    } else {
        is_title_of_rule || key.contains('-')
    }
}

/// The heading that gives the page its title, if one does.
fn title<'d>(evidence: &Evidence, document: &'d Document) -> Option<(Span, &'d str)> {
    const MARK: &str = "# ";
    let Span { start, end } = document.title_span;
    let start = start.checked_sub(MARK.len())?;
    let before = Place::new(document.source, Span::new(start, start + MARK.len()));
    let is_heading = document.front.title.is_none() && evidence.text(before) == MARK;
    is_heading.then(|| (Span::new(start, end), document.title.as_str()))
}

/// The headings below the second level, but for those in sections of relations, which name parties.
fn misplaced<'d>(
    evidence: &Evidence<'d>,
    document: &'d Document,
) -> impl Iterator<Item = (Span, &'d str)> + use<'d> {
    let evidence = *evidence;
    let sections = &document.sections;
    let is_relation = |section: &Section| section.kind.direction().is_some();
    let deeper = document
        .anchors
        .iter()
        .filter(|anchor| anchor.level > 2 && anchor.text.slots.is_empty());
    let own = deeper.filter(move |anchor| {
        let behind = sections.partition_point(|section| section.span.start <= anchor.span.start);
        let section = behind.checked_sub(1).and_then(|last| sections.get(last));
        !section.is_some_and(is_relation) && is_at_line_start(&evidence, document, anchor.span)
    });
    own.map(|anchor| (anchor.span, anchor.text.text.as_str()))
}

/// Whether it stands in no list and no quote.
fn is_at_line_start(evidence: &Evidence, document: &Document, span: Span) -> bool {
    let before = span.start.checked_sub(1);
    before.is_none_or(|before| {
        evidence.text(Place::new(document.source, Span::new(before, span.start))) == "\n"
    })
}
