//! People: from `people.toml`, from pages of their own, or from both.

use super::census::Listed;
use super::files::FileFault;
use super::name::brief;
use super::reporter::Reporter;
use crate::finding::{Finding, kind};
use crate::model::{Node, Person, PersonFields, Spot};
use crate::text::{Place, SourceId, SourcePath};

/// All people, by id. What they keep is told to them later.
pub(super) fn people(reporter: &mut Reporter<'_, '_>) -> Vec<Person> {
    let listed = reporter.directory.census.people.iter();
    listed.map(|listed| person(reporter, listed)).collect()
}

fn person(reporter: &mut Reporter<'_, '_>, listed: &Listed<'_>) -> Person {
    let directory = reporter.directory;
    let page = listed.document.map(|id| directory.census.document(id));
    let mut place = page.map(|page| Place::new(page.source, page.title_span));
    let mut fields = PersonFields::default();
    let mut picture = None;
    if let Some(table) = listed.table {
        place = Some(Place::new(table.source, table.span));
        fields = table.fields.clone();
        let path = directory.path(table.source);
        picture = picture_of(reporter, table.source, path, table.fields.picture.as_ref());
    }
    if let Some(page) = page {
        let own = &page.front.person;
        picture =
            picture.or_else(|| picture_of(reporter, page.source, Some(&page.path), own.picture.as_ref()));
        fill(&mut fields, own);
    }
    Person {
        id: listed.id.to_owned(),
        name: listed.name.to_owned(),
        fields,
        picture,
        document: listed.document,
        // Nobody is listed without a table or a page.
        place: place.unwrap_or(Place::top(SourceId(0))),
        keeps: Vec::new(),
        teams: Vec::new(),
        mentioned_by: Vec::new(),
    }
}

/// What the person's own page says beside the table; where both say something the table holds.
fn fill(fields: &mut PersonFields, own: &PersonFields) {
    let PersonFields {
        name,
        contact,
        links,
        pronouns,
        location,
        picture,
    } = fields;
    *name = name.take().or_else(|| own.name.clone());
    *contact = contact.take().or_else(|| own.contact.clone());
    *pronouns = pronouns.take().or_else(|| own.pronouns.clone());
    *location = location.take().or_else(|| own.location.clone());
    *picture = picture.take().or_else(|| own.picture.clone());
    if links.is_empty() {
        links.clone_from(&own.links);
    }
}

/// The file of a picture, written in the source that lies at `from`.
fn picture_of(
    reporter: &mut Reporter<'_, '_>,
    source: SourceId,
    from: Option<&SourcePath>,
    picture: Option<&Spot<String>>,
) -> Option<SourcePath> {
    let (from, picture) = (from?, picture?);
    let place = Place::new(source, picture.span);
    let finding = match reporter.directory.files.find(from, &picture.value) {
        Ok(Node::Asset(path)) => return Some(path),
        Err(FileFault::Missing(path)) => {
            let exact = reporter.directory.exactly(place, &picture.value);
            reporter.missing((place, exact), from, (&picture.value, true), &path)
        }
        Ok(_) | Err(FileFault::Absolute | FileFault::Outside | FileFault::Character) => {
            Finding::new(
                &kind::BROKEN_LINK,
                place,
                format!("`{}` is no picture of this handbook", brief(&picture.value)),
            )
            .label("a file below `content` belongs here")
            .help("put the picture below `content` and write the way to it from this file, such as `pictures/ana.jpg`")
        }
    };
    reporter.findings.push(finding);
    None
}
