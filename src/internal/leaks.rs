//! Places that would give away what is left out.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Internal, Whole, marks};
use crate::config::Config;
use crate::finding::{Finding, kind};
use crate::model::{DocumentId, Node, ReferenceForm, Target};
use crate::parse;
use crate::text::{Place, SourceId, Span, normal};

/// What internal things are called.
pub(super) struct Names {
    /// As references name them.
    looked_up: BTreeSet<String>,
    /// As texts name them: names of several words, which mean nothing else.
    written: BTreeSet<String>,
}

impl Names {
    /// The names of all that is left out as a whole.
    pub(super) fn of(internal: &Internal, whole: Whole<'_>) -> Self {
        let organisation = whole.organisation;
        let mut names = Self {
            looked_up: BTreeSet::new(),
            written: BTreeSet::new(),
        };
        let translations = whole.translations.iter();
        let translations = translations.filter(|(id, _)| internal.documents.contains(id));
        let own = internal.documents.iter().map(|id| organisation.document(*id));
        for document in own.chain(translations.map(|(_, document)| *document)) {
            names.add(&document.id);
            names.add(&document.title);
            for alias in &document.front.aliases {
                names.add(&alias.value);
            }
        }
        for id in &internal.people {
            names.add(&organisation.person(*id).id);
            names.add(&organisation.person(*id).name);
        }
        names
    }

    fn add(&mut self, name: &str) {
        self.looked_up.insert(normal(name));
        if name.trim().contains(char::is_whitespace) {
            self.written.insert(name.trim().to_owned());
        }
    }

    /// Whether a reference by that name means something internal.
    pub(super) fn has(&self, name: &str) -> bool {
        self.looked_up.contains(&normal(name))
    }
}

/// Every place in what stays that names something internal, or leads to it.
pub(super) fn findings(internal: &Internal, whole: Whole<'_>) -> Vec<Finding> {
    let organisation = whole.organisation;
    let names = Names::of(internal, whole);
    let documents = (0..organisation.documents.len())
        .into_par_iter()
        .map(DocumentId::at);
    let own = documents
        .filter(|id| !internal.documents.contains(id))
        .flat_map_iter(|id| {
            let document = organisation.document(id);
            let targets = &organisation.links_of(id).targets;
            let seen = document
                .references
                .iter()
                .zip(targets)
                .filter_map(|(reference, target)| {
                    let title = named(internal, whole, target)?;
                    Some((reference.span, title))
                });
            found(internal, whole, &names, document.source, seen)
        });
    let translated = whole
        .translations
        .par_iter()
        .filter(|(id, _)| !internal.documents.contains(id));
    let translated = translated.flat_map_iter(|(_, document)| {
        let seen = document.references.iter().filter(|reference| {
            let name = match reference.form {
                ReferenceForm::Wikilink => reference.name.as_str(),
                ReferenceForm::Link | ReferenceForm::Image => {
                    let file = reference.name.rsplit('/').next().unwrap_or_default();
                    file.strip_suffix(".md").unwrap_or(file)
                }
            };
            names.has(name)
        });
        let seen = seen.map(|reference| (reference.span, reference.name.clone()));
        found(internal, whole, &names, document.source, seen)
    });
    let mut all: Vec<Finding> = own.chain(translated).collect();
    all.extend(of_book(whole, &names));
    let tables = whole
        .snapshot
        .iter()
        .filter(|(_, source)| parse::is_people(&source.path));
    all.extend(tables.flat_map(|(id, _)| found(internal, whole, &names, id, std::iter::empty())));
    all
}

/// The findings of one source: references, and names in its text.
fn found(
    internal: &Internal,
    whole: Whole<'_>,
    names: &Names,
    source: SourceId,
    references: impl Iterator<Item = (Span, String)>,
) -> Vec<Finding> {
    let mut places: BTreeMap<usize, (Span, String)> = BTreeMap::new();
    for (span, name) in references {
        places.insert(span.start, (span, name));
    }
    let text = &whole.snapshot.source(source).text;
    let links: Vec<Span> = places.values().map(|(span, _)| *span).collect();
    for name in &names.written {
        for (at, _) in text.match_indices(name.as_str()) {
            let span = Span::new(at, at + name.len());
            let is_told = links.iter().any(|link| link.start <= at && at < link.end);
            if is_word(text, span) && !is_told {
                places.insert(at, (span, name.clone()));
            }
        }
    }
    let stays = places
        .into_values()
        .filter(|(span, _)| !internal.leaves_out(source, *span));
    stays
        .map(|(span, name)| leak(Place::new(source, span), &name))
        .collect()
}

/// What `target` leads to, where that is left out.
fn named(internal: &Internal, whole: Whole<'_>, target: &Target) -> Option<String> {
    let organisation = whole.organisation;
    let document = match &target.node {
        Node::Party(id) => organisation.party(*id).document,
        Node::Page(id) => organisation.page(*id).document,
        Node::Term(id) => organisation.term(*id).document,
        Node::Person(id) => {
            let person = organisation.person(*id);
            return internal.people.contains(id).then(|| person.name.clone());
        }
        Node::Asset(path) => {
            let rules = whole.config.internal.paths.iter();
            let below = path.below_content()?;
            let is_internal = rules
                .map(|rule| &rule.value)
                .any(|rule| marks::is_at(rule, below));
            return is_internal.then(|| below.to_owned());
        }
        Node::Group(_) | Node::Index(_) | Node::People | Node::Url(_) | Node::Here | Node::Missing => {
            return None;
        }
    };
    let title = &organisation.document(document).title;
    if internal.documents.contains(&document) {
        return Some(title.clone());
    }
    let anchor = target.anchor.as_ref()?;
    let to = organisation.document(document);
    let heading = to.anchors.iter().find(|known| known.id == *anchor)?;
    internal
        .leaves_out(to.source, heading.span)
        .then(|| format!("{title}: {}", heading.text.text))
}

/// What `book.toml` says that stands on pages: titles, descriptions, headings and the questions below them.
fn of_book(whole: Whole<'_>, names: &Names) -> Vec<Finding> {
    let Some(book) = whole.snapshot.config else {
        return Vec::new();
    };
    let said = |config: &Config| {
        let mut said = vec![config.title.clone()];
        said.extend(config.description.clone());
        said.extend(config.groups.iter().map(|group| group.title.clone()));
        for rule in &config.schema.sections {
            said.push(rule.title.clone());
            said.extend(rule.prompt.clone());
        }
        said
    };
    let all = std::iter::once(whole.config).chain(&whole.config.translations);
    let said: Vec<String> = all.flat_map(said).collect();
    let written = names.written.iter();
    let told = written.filter(|name| said.iter().any(|said| said.contains(name.as_str())));
    told.map(|name| leak(Place::top(book), name)).collect()
}

fn is_word(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).and_then(|text| text.chars().next_back());
    let after = text.get(span.end..).and_then(|text| text.chars().next());
    let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    is_end(before) && is_end(after)
}

fn leak(place: Place, name: &str) -> Finding {
    let message = format!("“{name}” is internal, and would be named here");
    let finding = Finding::new(&kind::INTERNAL_LEAK, place, message).label("stays in this profile");
    finding.help(
        "take the name out, or mark the section, the page or the person that it stands with as internal too",
    )
}
