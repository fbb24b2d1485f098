//! What a reference leads to.

use rayon::prelude::*;

use super::directory::Directory;
use super::files::FileFault;
use super::forge::Spot;
use super::names::{Answer, Sort, Thing};
use crate::model::{Document, DocumentId, Node, Reference, ReferenceForm, Target, TermId};
use crate::text::slug;

/// What a reference was found to lead to, and what is wrong with it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) target: Target,
    pub(super) fault: Option<Fault>,
}

/// What is wrong with a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It names nothing.
    Empty,
    /// Nothing has the name.
    Unknown,
    /// Several things have the name.
    Ambiguous,
    /// It leads to an address of a sort that pages don't link to.
    Scheme,
    /// It leads to a file that can't be linked.
    File(FileFault),
    /// It shows a page as if it were an image.
    NoImage,
    /// What it leads to is there, its anchor is not.
    Anchor,
}

/// Looks up every reference of every document, on all cores.
pub(super) fn find_all(directory: &Directory<'_>) -> Vec<Vec<Found>> {
    let documents: Vec<(DocumentId, &Document)> = directory.census.documents().collect();
    let looked_up = documents.par_iter().map(|(id, document)| {
        let references = document.references.iter();
        references
            .map(|reference| find(directory, *id, reference))
            .collect()
    });
    looked_up.collect()
}

/// Looks up `reference`, written in `document`.
fn find(directory: &Directory<'_>, document: DocumentId, reference: &Reference) -> Found {
    let node = match destination(directory, document, reference) {
        Ok(node) => node,
        Err(fault) => {
            let target = Target {
                node: Node::Missing,
                anchor: None,
            };
            return Found {
                target,
                fault: Some(fault),
            };
        }
    };
    let anchor = reference.anchor.as_deref().filter(|anchor| !anchor.is_empty());
    let Some(written) = anchor else {
        let target = Target { node, anchor: None };
        return Found { target, fault: None };
    };
    at_anchor(directory, document, reference.form, node, written)
}

fn destination(
    directory: &Directory<'_>,
    document: DocumentId,
    reference: &Reference,
) -> Result<Node, Fault> {
    let name = reference.name.as_str();
    if name.is_empty() {
        return if reference.anchor.is_some() {
            Ok(Node::Here)
        } else {
            Err(Fault::Empty)
        };
    }
    if is_url(name) {
        return Ok(Node::Url(name.to_owned()));
    }
    if reference.form == ReferenceForm::Wikilink {
        return match directory.names.find(name, Sort::ALL) {
            Answer::One(thing) => Ok(Node::from(thing)),
            Answer::Many(_) => Err(Fault::Ambiguous),
            Answer::Nothing => Err(Fault::Unknown),
        };
    }
    let from = &directory.census.document(document).path;
    let node = directory.files.find(from, name).map_err(|fault| {
        if has_scheme(name) {
            Fault::Scheme
        } else {
            Fault::File(fault)
        }
    })?;
    let shown = matches!(node, Node::Asset(_) | Node::Missing);
    if reference.form == ReferenceForm::Image && !shown {
        return Err(Fault::NoImage);
    }
    Ok(node)
}

/// Whether it is an address outside that pages link to.
fn is_url(name: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:"].iter().any(|scheme| {
        let start = name.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// Whether it begins as an address outside does, be it `//host` or `scheme:`.
fn has_scheme(name: &str) -> bool {
    let scheme = name.split_once(':').map(|(scheme, _)| scheme);
    name.starts_with("//")
        || scheme.is_some_and(|scheme| scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// The anchor `written` of `node`, checked.
fn at_anchor(
    directory: &Directory<'_>,
    document: DocumentId,
    form: ReferenceForm,
    node: Node,
    written: &str,
) -> Found {
    let of = |thing| directory.census.document_of(thing);
    let described = match &node {
        Node::Here => Some(document),
        Node::Party(id) => of(Thing::Party(*id)),
        Node::Person(id) => of(Thing::Person(*id)),
        Node::Page(id) => of(Thing::Page(*id)),
        Node::Term(id) => return at_term(directory, *id, written),
        // Nobody can know what is out there.
        Node::Asset(_) | Node::Url(_) => return sound(node, Some(written.to_owned())),
        Node::Missing => return sound(node, None),
        Node::Group(_) | Node::Index(_) | Node::People => None,
    };
    let anchor = described.and_then(|described| {
        let exact = directory.anchor(described, written);
        // `[[role#Key Responsibilities]]` names the heading by its text.
        let by_text = || directory.anchor(described, &slug(written));
        exact.or_else(|| by_text().filter(|_| form == ReferenceForm::Wikilink))
    });
    // An ordinary link may be written for the forge that also shows the file.
    let is_link = form == ReferenceForm::Link && anchor.is_none();
    let on_forge = described.filter(|_| is_link);
    let anchor = match on_forge.and_then(|described| directory.spot_on_forge(described, written)) {
        Some(Spot::Top) => return sound(node, None),
        Some(Spot::Anchor(anchor)) => Some(anchor),
        // Every browser knows where that is.
        None if is_link && written.eq_ignore_ascii_case("top") => return sound(node, None),
        None => anchor,
    };
    match anchor {
        // A link to `glossary.md#sla` refers to the term, not to the page.
        Some(anchor) => match described.and_then(|described| directory.term_at(described, anchor)) {
            Some(term) => sound(Node::Term(term), None),
            None => sound(node, Some(anchor.to_owned())),
        },
        None => Found {
            target: Target { node, anchor: None },
            fault: Some(Fault::Anchor),
        },
    }
}

fn sound(node: Node, anchor: Option<String>) -> Found {
    Found {
        target: Target { node, anchor },
        fault: None,
    }
}

/// A term's own anchor is all it has.
fn at_term(directory: &Directory<'_>, id: TermId, written: &str) -> Found {
    let (document, entry) = directory.census.terms[id.index()];
    let own = &directory.census.document(document).terms[entry].anchor;
    Found {
        target: Target {
            node: Node::Term(id),
            anchor: None,
        },
        fault: (own != written).then_some(Fault::Anchor),
    }
}
