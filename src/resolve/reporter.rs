//! Faults as findings, with near names.

use super::directory::Directory;
use super::elsewhere::Elsewhere;
use super::name::brief;
use super::names::{Answer, Sort, Thing};
use super::near::NearNames;
use super::reference::Fault;
use crate::finding::{Finding, Fix, kind};
use crate::model::{Document, DocumentId, Node, Reference, Target};
use crate::text::{Place, alternatives, folded, nearest, unaccented};

/// Collects the findings of one run; what near names need is made when the first is asked for.
#[derive(Debug)]
pub(super) struct Reporter<'d, 'a> {
    pub(super) directory: &'d Directory<'a>,
    pub(super) findings: Vec<Finding>,
    names: Option<NearNames<Sort, Thing>>,
    /// What files are called, once a link leads to none.
    pub(super) files: Option<Elsewhere<'a>>,
}

impl<'d, 'a> Reporter<'d, 'a> {
    pub(super) fn new(directory: &'d Directory<'a>) -> Self {
        Self {
            directory,
            findings: Vec::new(),
            names: None,
            files: None,
        }
    }

    /// Names of things of `sorts` that `wanted` may be a misspelling of.
    pub(super) fn near(&mut self, wanted: &str, sorts: &'static [Sort]) -> Vec<String> {
        let directory = self.directory;
        let names = self.names.get_or_insert_with(|| {
            let mut near = NearNames::new();
            for (name, senses) in directory.names.iter() {
                for sense in senses {
                    near.add(name, sense.written, sense.thing.sort(), sense.thing);
                }
            }
            near
        });
        names.find(wanted, sorts)
    }

    /// Reports what is wrong with a reference. `relates`: whether it stands where a relation names its
    /// party.
    pub(super) fn reference(
        &mut self,
        (id, document): (DocumentId, &Document),
        reference: &Reference,
        target: &Target,
        fault: &Fault,
        relates: bool,
    ) {
        let place = self
            .directory
            .target(document.source, reference.span, &reference.name);
        let whole = Place::new(document.source, reference.span);
        let finding = match fault {
            Fault::Empty => Finding::new(&kind::BROKEN_LINK, whole, "this link names nothing")
                .label("no page and no heading")
                .help("say where it leads, such as `[[product-owner]]` or `[text](page.md)`"),
            Fault::Unknown if relates => self.unknown_party(place, &reference.name, true),
            Fault::Unknown => self.unknown_name(place, &reference.name),
            Fault::Ambiguous => self.ambiguous(place, &reference.name, &self.meant(&reference.name), true),
            Fault::Scheme => broken(whole, format!("`{}` is no address that pages can link to", brief(&reference.name)))
                .help("links can lead to `https:`, `http:`, `mailto:` and `tel:` addresses, and to files of the handbook"),
            Fault::File(fault) => self.file(place, &document.path, reference, fault),
            Fault::NoImage => broken(whole, format!("`{}` is a page, not an image", brief(&reference.name)))
                .help("take the `!` before it away to link to the page"),
            Fault::Anchor => self.anchor(id, document, reference, target),
        };
        self.findings.push(finding);
    }

    /// No party has that name; `linked`: whether it is written as a link.
    pub(super) fn unknown_party(&mut self, place: Place, name: &str, linked: bool) -> Finding {
        let near = self.near(name, Sort::RELATABLE);
        let finding = Finding::new(
            &kind::UNKNOWN_PARTY,
            place,
            format!("no role, team or external party is called `{}`", brief(name)),
        )
        .label("nothing answers to this name");
        if near.is_empty() {
            finding.help("check the spelling, or add a file for it below `content/roles`, `content/teams` or `content/external`")
        } else {
            if linked {
                let exact = self.directory.exactly_linked(place, name);
                return finding.meant(name, &near, exact);
            }
            let finding = finding.meant(name, &near, self.directory.exactly(place, name));
            // A heading reads best with the title behind the name.
            let linked = finding.fix.as_ref().and_then(|fix| {
                let edit = fix.edits.first()?;
                let link = format!("[[{}]]", edit.text);
                let title = format!("write `{link}`");
                Some(Fix::new(title, edit.place, link, fix.certainty))
            });
            Finding {
                fix: linked,
                ..finding
            }
        }
    }

    /// Nothing has that name.
    fn unknown_name(&mut self, place: Place, name: &str) -> Finding {
        let near = self.near(name, Sort::ALL);
        let finding = broken(
            place,
            format!("nothing in this handbook is called `{}`", brief(name)),
        )
        .label("no role, team, person, term or page has this name");
        if near.is_empty() {
            finding.help("check the spelling, or link a file by its path: `[text](path/to/file.md)`")
        } else {
            let exact = self.directory.exactly_linked(place, name);
            finding.meant(name, &near, exact)
        }
    }

    /// The several things that a wikilink may mean. There may be thousands, so that no reference keeps them.
    fn meant(&self, name: &str) -> Vec<Thing> {
        match self.directory.names.find(name, Sort::ALL) {
            Answer::Many(things) => things,
            Answer::One(_) | Answer::Nothing => Vec::new(),
        }
    }

    /// Several things have that name. `linked`: whether it is written as a wikilink.
    pub(super) fn ambiguous(&self, place: Place, name: &str, things: &[Thing], linked: bool) -> Finding {
        const MOST: usize = 5;
        let candidate = |thing: &Thing| {
            let exact = self.directory.exact(*thing);
            let written = if linked {
                format!("[[{exact}]]")
            } else {
                exact.to_owned()
            };
            format!("`{written}` for {}", self.words(*thing))
        };
        let mut candidates: Vec<String> = things.iter().take(MOST).map(candidate).collect();
        if things.len() > MOST {
            candidates.push(format!("one of {} more", things.len() - MOST));
        }
        let finding = Finding::new(
            &kind::AMBIGUOUS_REFERENCE,
            place,
            format!("`{}` is the name of more than one thing", brief(name)),
        )
        .label(format!("{} things answer to this name", things.len()));
        if matches!(things.first(), Some(Thing::Term(_))) {
            return finding
                .help("the glossary explains it more than once: give one of the terms another name");
        }
        finding.help(format!("write {}", alternatives(&candidates)))
    }

    /// What `thing` is and is called: "the role `Product Owner`".
    pub(super) fn words(&self, thing: Thing) -> String {
        let sort = self.directory.sort(thing);
        let sort = sort.split_once(' ').map_or(sort, |(_, sort)| sort);
        format!("the {sort} `{}`", brief(self.directory.title(thing)))
    }

    /// What the reference leads to has no such heading.
    fn anchor(&self, id: DocumentId, document: &Document, reference: &Reference, target: &Target) -> Finding {
        /// Of more headings none are looked at.
        const MOST: usize = 300;
        let written = reference.anchor.as_deref().unwrap_or_default();
        let heading = format!("#{written}");
        let mut place = self.directory.target(document.source, reference.span, &heading);
        if self.directory.exactly(place, &heading).is_some() {
            place.span.start += 1;
        }
        let (owner, page) = self.owner(id, &target.node);
        let near = match (&target.node, page) {
            (Node::Term(_), _) | (_, None) => Vec::new(),
            (_, Some(page)) => {
                let anchors = || self.directory.anchors(page).iter().take(MOST).copied();
                let (key, bare) = (folded(written), unaccented(written));
                let is_same = |anchor: &&str| folded(anchor) == key || unaccented(anchor) == bare;
                let same: Vec<&str> = anchors().filter(is_same).collect();
                if same.is_empty() {
                    nearest(written, anchors())
                } else {
                    same
                }
            }
        };
        let finding = broken(place, format!("{owner} has no heading `{}`", brief(written)))
            .label("this heading is not there");
        match (near.as_slice(), page) {
            ([], Some(_)) => {
                finding.help("name a heading of that page in lower case with hyphens, such as `key-metrics`")
            }
            ([], None) => finding.help("leave out the `#` and what stands behind it"),
            (near, _) => finding.meant(written, near, self.directory.exactly_linked(place, written)),
        }
    }

    /// What a target is called, and the document that has its headings.
    fn owner(&self, id: DocumentId, node: &Node) -> (String, Option<DocumentId>) {
        let of = |thing| (self.words(thing), self.directory.census.document_of(thing));
        match node {
            Node::Here => (String::from("this page"), Some(id)),
            Node::Party(id) => of(Thing::Party(*id)),
            Node::Person(id) => of(Thing::Person(*id)),
            Node::Page(id) => of(Thing::Page(*id)),
            Node::Term(id) => (self.words(Thing::Term(*id)), None),
            Node::Group(id) => of(Thing::Group(*id)),
            Node::Index(_) | Node::People | Node::Asset(_) | Node::Url(_) | Node::Missing => {
                (String::from("this list"), None)
            }
        }
    }
}

pub(super) fn broken(place: Place, message: String) -> Finding {
    Finding::new(&kind::BROKEN_LINK, place, message)
}
