//! The search index: which words there are, on which pages they stand, and what these pages say of them.
//!
//! A browser loads a list of pages and words, then the parts in which the words it looks for are, then the passages of
//! the pages it shows; so that nobody loads the whole of a large handbook's index. Every part is a script that gives
//! its data away, because that is the one form that pages opened from a disk may load.

mod index;
mod posting;
mod script;
#[cfg(test)]
mod tests;
mod word;

use std::collections::BTreeMap;

pub(crate) use index::Index;

/// The version of the form of these files, which the theme's scripts know.
pub(crate) const FORM: u32 = 1;

/// A page that can be found, or a place on one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// Further names, by which it is found as by its title.
    pub names: Vec<String>,
    /// Its page's address, from the site's root.
    pub url: String,
    /// The place on that page; none for the page itself.
    pub anchor: Option<String>,
    /// What it says.
    pub passages: Vec<Passage>,
}

/// What is found, as results name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A role.
    Role,
    /// A team.
    Team,
    /// An external party.
    External,
    /// A person.
    Person,
    /// An ordinary page.
    #[default]
    Page,
    /// A term of the glossary.
    Term,
}

/// What a passage says, by which results are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    /// What it is called.
    Name,
    /// What it is there for, or what a page begins with.
    Purpose,
    /// What it is responsible for.
    Responsibility,
    /// What it delivers.
    Delivers,
    /// What it needs.
    Needs,
    /// Anything else.
    Other,
}

impl Field {
    /// A bit for each.
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Some words of a record.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// What they say.
    pub field: Field,
    /// The words.
    pub text: String,
    /// Where they stand on the page.
    pub anchor: Option<String>,
    /// The title of the party to which something is delivered, or of which it is needed; the heading of another
    /// section. May be empty.
    pub about: String,
}

/// What queries mean beside their words, each a list of words with spaces between; and what the search says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Language {
    /// Its tag: `en`, `de`, `fr`, `it`.
    pub tag: &'static str,
    /// Words that say nothing.
    pub idle: String,
    /// Words by which responsibilities are asked for.
    pub responsibility: String,
    /// Words by which deliverables are asked for.
    pub delivers: String,
    /// Words by which needs are asked for.
    pub needs: String,
    /// What the search says, by the theme's keys.
    pub sentences: BTreeMap<&'static str, String>,
}

/// A file of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The pages and the words.
    Index,
    /// On which pages a stretch of the words is.
    Terms(usize),
    /// What some of the pages say.
    Texts(usize),
}

/// Records of which the passages are in one file.
const RECORDS: usize = 10;

/// Into how many files the index of so many records is divided; known before there is an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Division {
    terms: usize,
    texts: usize,
}

impl Division {
    /// The division for so many records.
    pub(crate) fn of(records: usize) -> Self {
        Self {
            terms: records.div_ceil(40).clamp(1, 400),
            texts: records.div_ceil(RECORDS),
        }
    }

    /// Every part.
    pub(crate) fn parts(self) -> impl Iterator<Item = Part> {
        let (terms, texts) = (0..self.terms, 0..self.texts);
        let parts = terms.map(Part::Terms).chain(texts.map(Part::Texts));
        std::iter::once(Part::Index).chain(parts)
    }
}
