//! The files of the index, as scripts that give their data away.

use std::collections::BTreeMap;

use serde::Serialize;

use super::index::Group;
use super::{FORM, Field, Kind, Language, RECORDS, Record};

/// What the first file says.
#[derive(Serialize)]
struct Index<'a> {
    /// The version of this form.
    form: u32,
    /// Records in each file of texts.
    records: usize,
    /// A line each: what it is, then its title, then its address where that does not follow from the title.
    pages: String,
    /// The folders of the pages, which the lines count from 0.
    folders: Vec<&'a str>,
    /// Words of one stem on a line, by their first.
    words: String,
    /// At which lines of `words` the files of terms begin.
    starts: &'a [usize],
    /// Words that say nothing.
    idle: &'a str,
    /// Words that ask for a field, with the field's bit.
    asking: [(u8, &'a str); 3],
    /// What the search says.
    say: &'a BTreeMap<&'static str, String>,
}

pub(super) fn index(records: &[Record], groups: &[Group], starts: &[usize], language: &Language) -> String {
    let mut folders: Vec<&str> = records.iter().map(|record| place(record).0).collect();
    folders.sort_unstable();
    folders.dedup();
    let line = |record: &Record| {
        let (folder, file) = place(record);
        let folder = folders.binary_search(&folder).unwrap_or_default();
        let kind = kind(record.kind);
        let title = record.title.replace(['\n', '\t'], " ");
        let address = match &record.anchor {
            None if file == format!("{}.html", hyphenated(&title)) => String::new(),
            None => format!("\t{file}"),
            Some(anchor) => format!("\t{file}#{anchor}"),
        };
        format!("{kind}{folder} {title}{address}")
    };
    let form = |group: &Group| {
        group
            .forms
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let data = Index {
        form: FORM,
        records: RECORDS,
        pages: records.iter().map(line).collect::<Vec<_>>().join("\n"),
        words: groups.iter().map(form).collect::<Vec<_>>().join("\n"),
        folders,
        starts,
        idle: &language.idle,
        asking: [
            (Field::Responsibility.bit(), &language.responsibility),
            (Field::Delivers.bit(), &language.delivers),
            (Field::Needs.bit(), &language.needs),
        ],
        say: &language.sentences,
    };
    given("index", &data)
}

pub(super) fn terms(at: usize, lists: impl Iterator<Item = String>) -> String {
    given(&format!("terms-{at}"), &lists.collect::<Vec<_>>().join("\n"))
}

/// A list for each record, with a list for each passage: its field, its text, its place, what it is about.
pub(super) fn texts(at: usize, records: &[Record]) -> String {
    let passages = records.iter().map(|record| {
        let passages = record.passages.iter().map(|passage| {
            let anchor = passage.anchor.as_deref().unwrap_or_default();
            (passage.field.bit(), &passage.text, anchor, &passage.about)
        });
        passages.collect::<Vec<_>>()
    });
    given(&format!("texts-{at}"), &passages.collect::<Vec<_>>())
}

/// The file that gives `data` to the theme's script.
fn given(name: &str, data: &impl Serialize) -> String {
    let data = serde_json::to_string(data).unwrap_or_default();
    format!("rolebookSearch.take(\"{name}\",{data});\n")
}

/// The folder of a record's page and the page's file.
fn place(record: &Record) -> (&str, &str) {
    let path = record.url.as_str();
    path.rfind('/').map_or(("", path), |at| path.split_at(at + 1))
}

/// As most files are called after their titles.
fn hyphenated(title: &str) -> String {
    let words: Vec<String> = super::word::words(title)
        .map(|word| super::word::plain(&word))
        .collect();
    words.join("-")
}

const fn kind(kind: Kind) -> char {
    match kind {
        Kind::Role => 'r',
        Kind::Team => 't',
        Kind::External => 'e',
        Kind::Person => 'p',
        Kind::Page => 'c',
        Kind::Term => 'w',
    }
}
