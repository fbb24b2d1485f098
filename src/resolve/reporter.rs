//! Faults as findings, with near names.

use super::directory::Directory;
use super::elsewhere::Elsewhere;
use super::files::{FileFault, relative};
use super::name::brief;
use super::names::{Answer, Sort, Thing};
use super::near::NearNames;
use super::reference::Fault;
use crate::finding::{Certainty, Finding, Fix, kind};
use crate::model::{Document, DocumentId, Node, Reference, ReferenceForm, Target};
use crate::text::{CONTENT, Place, SourcePath, folded, nearest};

/// Collects the findings of one run; what near names need is made when the first is asked for.
#[derive(Debug)]
pub(super) struct Reporter<'d, 'a> {
    pub(super) directory: &'d Directory<'a>,
    pub(super) findings: Vec<Finding>,
    names: Option<NearNames<Sort, Thing>>,
    files: Option<Elsewhere<'a>>,
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

    /// Links to files that may be meant by `path`, as they are written in `from`.
    fn elsewhere(&mut self, path: &str, from: &SourcePath) -> Vec<String> {
        let directory = self.directory;
        let files = self
            .files
            .get_or_insert_with(|| Elsewhere::of(directory.files.paths()));
        files.meant(path, from)
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
            .spot(document.source, reference.span, &reference.name);
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
                return finding.meant(name, &strs(&near), exact);
            }
            let finding = finding.meant(name, &strs(&near), self.directory.exactly(place, name));
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
            finding.meant(name, &strs(&near), exact)
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

    /// Why there is no such file to link to.
    fn file(&mut self, place: Place, from: &SourcePath, reference: &Reference, fault: &FileFault) -> Finding {
        let name = brief(&reference.name);
        let exact = self.directory.exactly_linked(place, &reference.name);
        match fault {
            FileFault::Absolute => self.absolute((place, exact), from, &reference.name),
            FileFault::Outside => {
                let finding = broken(place, format!("`{name}` leads out of `content`"))
                    .label("only what lies below `content` is published");
                let near = self.elsewhere(reference.name.trim_start_matches("../"), from);
                if near.is_empty() {
                    return finding.help("move the file below `content`, or link to its address on the web");
                }
                finding.meant(&reference.name, &strs(&near), exact)
            }
            FileFault::Character => broken(place, format!("`{name}` can't be the path of a file"))
                .help("put `/` between folders, and leave out backslashes and control characters"),
            FileFault::Missing(path) => {
                let image = reference.form == ReferenceForm::Image;
                self.missing((place, exact), from, (&reference.name, image), path)
            }
        }
    }

    /// A link from the root: of what, nobody knows.
    fn absolute(
        &mut self,
        (place, exact): (Place, Option<Place>),
        from: &SourcePath,
        written: &str,
    ) -> Finding {
        let finding = broken(
            place,
            format!(
                "`{}` does not say where it is, seen from this file",
                brief(written)
            ),
        )
        .label("links are relative to the file they stand in");
        let path = written.trim_start_matches('/').trim_end_matches('/');
        let path = format!("{CONTENT}/{}", path.strip_prefix("content/").unwrap_or(path));
        if let Some(meant) = self.directory.files.almost(&path) {
            let link = relative(from, meant);
            return put(
                finding.help(format!("write `{link}`")),
                exact,
                &link,
                Certainty::Likely,
            );
        }
        if self.directory.files.is_folder(&path) {
            return folder(place, &path);
        }
        let near = self.elsewhere(&path, from);
        if near.is_empty() {
            return finding.help("write the way from this file, such as `../roles/engineer.md`");
        }
        finding.meant(written, &strs(&near), exact)
    }

    /// There is no file at `path`, to which `from` links by what is written at `place`; `exact`: the same, if
    /// just that stands there.
    pub(super) fn missing(
        &mut self,
        (place, exact): (Place, Option<Place>),
        from: &SourcePath,
        (written, image): (&str, bool),
        path: &str,
    ) -> Finding {
        let what = if image { "image" } else { "file" };
        let finding = broken(place, format!("there is no {what} `{}`", brief(path)))
            .label(format!("this {what} is missing"));
        if let Some(meant) = self.directory.files.almost(path) {
            let link = relative(from, meant);
            let (why, certainty) = if meant.to_lowercase() == path.to_lowercase() {
                (
                    "upper and lower case must be as in the file's name",
                    Certainty::Certain,
                )
            } else {
                ("links name the file, with its ending", Certainty::Likely)
            };
            let finding = finding.help(format!("write `{link}`: {why}"));
            return put(finding, exact, &link, certainty);
        }
        if !image && self.directory.files.is_folder(path) {
            return folder(place, path);
        }
        let near = self.elsewhere(path, from);
        if !near.is_empty() {
            return finding.meant(written, &strs(&near), exact);
        }
        if is_host(written) && !image {
            return finding.help(format!(
                "write `https://{written}` if it is an address on the web; else check the path from the folder of this file"
            ));
        }
        finding.help("check the path: it starts from the folder of the file the link stands in")
    }

    /// What the reference leads to has no such heading.
    fn anchor(&self, id: DocumentId, document: &Document, reference: &Reference, target: &Target) -> Finding {
        /// Of more headings none are looked at.
        const MOST: usize = 300;
        let written = reference.anchor.as_deref().unwrap_or_default();
        let place = self.directory.spot(document.source, reference.span, written);
        let (owner, page) = self.owner(id, &target.node);
        let near = match (&target.node, page) {
            (Node::Term(_), _) | (_, None) => Vec::new(),
            (_, Some(page)) => {
                let anchors = || self.directory.anchors(page).iter().take(MOST).copied();
                let key = folded(written);
                let same: Vec<&str> = anchors().filter(|anchor| folded(anchor) == key).collect();
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

fn broken(place: Place, message: String) -> Finding {
    Finding::new(&kind::BROKEN_LINK, place, message)
}

/// There is nothing to show for the folder at `path`.
fn folder(place: Place, path: &str) -> Finding {
    broken(
        place,
        format!("the folder `{}` has no page of its own", brief(path)),
    )
    .label("this leads to a folder")
    .help("link to one of the pages in it, or write `index.md` there to say what it holds")
}

/// Adds the fix that puts `link` at `place`, where there is one.
fn put(finding: Finding, place: Option<Place>, link: &str, certainty: Certainty) -> Finding {
    match place {
        Some(place) => finding.fix(Fix::new(format!("write `{link}`"), place, link, certainty)),
        None => finding,
    }
}

/// Whether a link that names no file begins as an address on the web does: `example.org/page`.
fn is_host(link: &str) -> bool {
    let Some((host, _)) = link.split_once('/') else {
        return false;
    };
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let last = host.rsplit_once('.').map(|(_, last)| last);
    host.split('.').all(is_part) && last.is_some_and(|last| last.chars().all(char::is_alphabetic))
}

/// Texts as `near` of a finding takes them.
pub(super) fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// `a`, `a or b`, `a, b or c`.
fn alternatives(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::is_host;

    #[test]
    fn addresses_on_the_web_are_known_without_their_beginning() {
        let cases = [
            ("example.org/page", true),
            ("www.example.org/", true),
            ("roles/engineer.md", false),
            ("../a.b/c", false),
            ("v1.2/notes.md", false),
            (".github/x", false),
            ("example.org", false),
        ];
        for (link, expected) in cases {
            assert_eq!(is_host(link), expected, "{link}");
        }
    }
}
