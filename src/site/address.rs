//! The only way from a thing to its address.

use super::graphs::Graph;
use super::listed::List;
use super::open_points::Grouping;
use super::print_view::Printed;
use crate::model::{DocumentId, Organisation, PartyId, PartyKind, PersonId};
use crate::search::Part;
use crate::text::{SitePath, SourcePath};

/// The home page.
pub(crate) const HOME: &str = "index.html";
/// The page that a web server shows where there is none.
pub(crate) const NOT_FOUND: &str = "404.html";
/// The list of all people.
pub(crate) const PEOPLE: &str = "people/index.html";
/// The folder of the theme's own files.
pub(crate) const THEME_FOLDER: &str = "theme/";
/// The organisation as data.
pub(crate) const DATA: &str = "rolebook.json";
/// What the data looks like.
pub(crate) const DATA_SCHEMA: &str = "rolebook.schema.json";

/// Where everything of an organisation is published.
#[derive(Clone, Debug, Default)]
pub(crate) struct Addresses {
    documents: Vec<SitePath>,
    people: Vec<SitePath>,
}

impl Addresses {
    /// The addresses of all that `organisation` holds.
    pub(crate) fn of(organisation: &Organisation) -> Self {
        let mut documents: Vec<SitePath> = organisation.documents.iter().map(|d| page(&d.path)).collect();
        let mut people = Vec::with_capacity(organisation.people.len());
        for person in organisation.people.iter() {
            let path = site(&format!("people/{}.html", segment(&person.id)));
            if let Some(document) = person.document {
                documents[document.index()] = path.clone();
            }
            people.push(path);
        }
        Self { documents, people }
    }

    /// A document's page.
    pub(crate) fn document(&self, id: DocumentId) -> &SitePath {
        &self.documents[id.index()]
    }

    /// A party's page.
    pub(crate) fn party(&self, organisation: &Organisation, id: PartyId) -> &SitePath {
        self.document(organisation.party(id).document)
    }

    /// A person's page.
    pub(crate) fn person(&self, id: PersonId) -> &SitePath {
        &self.people[id.index()]
    }
}

/// The list of all parties of a kind.
pub(crate) fn index(kind: PartyKind) -> SitePath {
    site(&format!("{}/{HOME}", kind.folder()))
}

/// A list of all open points.
pub(crate) fn findings(grouping: Grouping) -> SitePath {
    site(match grouping {
        Grouping::Role => "findings.html",
        Grouping::Kind => "findings/by-kind.html",
        Grouping::Person => "findings/by-person.html",
    })
}

/// The list of all graphs.
pub(crate) const GRAPHS: &str = "graphs/index.html";

/// What comes due, for calendars.
pub(crate) const CALENDAR: &str = "calendar.ics";

/// What other programs can read.
pub(crate) const DATA_PAGE: &str = "data.html";

/// What changed, of everything.
pub(crate) const CHANGES: &str = "changes.html";

/// What changed about a party.
pub(crate) fn history(organisation: &Organisation, party: PartyId) -> SitePath {
    site(&format!(
        "history/{}.html",
        segment(&organisation.party(party).id)
    ))
}

/// The page at `page` as a feed.
pub(crate) fn feed(page: &SitePath) -> SitePath {
    site(&format!("{}.atom", page.as_str().trim_end_matches(".html")))
}

/// The list of pages as Markdown.
pub(crate) const LLMS: &str = "llms.txt";

/// The pages for search engines.
pub(crate) fn sitemap(part: Option<usize>) -> SitePath {
    site(&match part {
        None => String::from("sitemap.xml"),
        Some(part) => format!("sitemap-{}.xml", part + 1),
    })
}

/// What hosts are to send with the files.
pub(crate) const HEADERS: &str = "_headers";
/// Addresses that pages had before, for hosts.
pub(crate) const REDIRECTS: &str = "_redirects";
/// The sign for GitHub Pages that the files are to be published as they are.
pub(crate) const NO_JEKYLL: &str = ".nojekyll";

/// Where the search index is.
const SEARCH_FOLDER: &str = "search/";

/// What can be counted in the graph of the organisation.
pub(crate) const ANALYSIS: &str = "graphs/analysis.html";

/// A graph.
pub(crate) fn graph(organisation: &Organisation, graph: Graph) -> SitePath {
    match graph {
        Graph::Dependencies | Graph::Stakeholders | Graph::Teams | Graph::Delegation => {
            site(&format!("graphs/{}.html", graph.name()))
        }
        Graph::Team(team) => site(&format!(
            "graphs/teams/{}.html",
            segment(&organisation.party(team).id)
        )),
    }
}

/// Who needs what from whom.
pub(crate) fn matrix(organisation: &Organisation, team: Option<PartyId>) -> SitePath {
    match team {
        Some(team) => site(&format!(
            "graphs/matrix/{}.html",
            segment(&organisation.party(team).id)
        )),
        None => site("graphs/matrix.html"),
    }
}

/// A sheet of a list, the first of which is 0.
pub(crate) fn sheet(list: List, sheet: usize) -> SitePath {
    let first = match list {
        List::Parties(kind) => index(kind),
        List::People => site(PEOPLE),
        List::Everything => site("a-z.html"),
        List::Tags => site("tags.html"),
    };
    match sheet {
        0 => first,
        _ => site(&format!(
            "{}-{}.html",
            first.as_str().trim_end_matches(".html"),
            sheet + 1
        )),
    }
}

/// The picture that is shown where a party's page is linked from.
pub(crate) fn card(organisation: &Organisation, party: PartyId) -> SitePath {
    site(&format!("cards/{}.png", organisation.party(party).id))
}

/// A page as Markdown.
pub(crate) fn markdown(page: &SitePath) -> SitePath {
    site(&format!("{}.md", page.as_str().trim_end_matches(".html")))
}

/// The handbook for printing, or a part of it.
pub(crate) fn print(organisation: &Organisation, part: Printed) -> SitePath {
    site(&match part {
        Printed::Whole => "print.html".to_owned(),
        Printed::Team(team) => format!("print/{}.html", organisation.party(team).id),
        // A team's id has no dot: it is a file's stem.
        Printed::Others(at) => format!("print/rest.{}.html", at + 1),
        Printed::Pages => "print/rest.pages.html".to_owned(),
    })
}

/// A part of the search index.
pub(crate) fn search(part: Part) -> SitePath {
    site(&match part {
        Part::Index => format!("{SEARCH_FOLDER}index.js"),
        Part::Terms(at) => format!("{SEARCH_FOLDER}terms-{at}.js"),
        Part::Texts(at) => format!("{SEARCH_FOLDER}texts-{at}.js"),
    })
}

/// Where to start for someone new in a role.
pub(crate) fn start(organisation: &Organisation, role: PartyId, team: Option<PartyId>) -> SitePath {
    let id = |party| segment(&organisation.party(party).id);
    match team {
        Some(team) => site(&format!("start/{}/{}.html", id(role), id(team))),
        None => site(&format!("start/{}.html", id(role))),
    }
}

/// The page that a Markdown source becomes: `content/roles/engineer.md` gives `roles/engineer.html`.
pub(crate) fn page(source: &SourcePath) -> SitePath {
    let below = below_content(source);
    let stem = below.strip_suffix(".md").unwrap_or(below);
    site(&format!("{stem}.html"))
}

/// Where a file below `content/` is published as it is.
pub(crate) fn asset(source: &SourcePath) -> SitePath {
    site(below_content(source))
}

/// A source's path below `content/`.
pub(crate) fn below_content(source: &SourcePath) -> &str {
    source.below_content().unwrap_or(source.as_str())
}

/// Whether the page at `path` is a list or the home page, which its source only introduces.
pub(crate) fn is_introduction(path: &SitePath) -> bool {
    [HOME, PEOPLE].contains(&path.as_str()) || PartyKind::ALL.iter().any(|kind| *path == index(*kind))
}

/// An address made of a checked path. The leading dot keeps a folder such as `c:` from reading as a drive.
pub(crate) fn site(path: &str) -> SitePath {
    SitePath::new(&format!("./{path}"))
        .unwrap_or_else(|fault| unreachable!("sources' paths are checked, but {path} is not: {fault:?}"))
}

/// An id as one segment of an address.
fn segment(id: &str) -> String {
    id.replace(|c: char| c == '/' || c == '\\' || c.is_control(), "-")
}

#[cfg(test)]
mod tests {
    use super::{asset, page, segment, site};
    use crate::text::SourcePath;

    #[test]
    #[allow(clippy::unwrap_used, reason = "the paths are fixed")]
    fn sources_become_pages_beside_each_other() {
        let cases = [
            ("content/index.md", "index.html"),
            ("content/roles/engineer.md", "roles/engineer.html"),
            ("content/roles/platform/sre.md", "roles/platform/sre.html"),
            ("content/how/index.md", "how/index.html"),
            ("content/a.b.md", "a.b.html"),
            ("content/c:/x.md", "c:/x.html"),
            ("content/..md", "..html"),
        ];
        for (source, expected) in cases {
            assert_eq!(page(&SourcePath::new(source).unwrap()).as_str(), expected);
        }
        let picture = SourcePath::new("content/people/ana.jpg").unwrap();
        assert_eq!(asset(&picture).as_str(), "people/ana.jpg");
    }

    #[test]
    fn no_id_leads_out_of_its_folder() {
        for id in ["..", "../..", "a/b", "a\\b", "\u{0}", "", "c:"] {
            let path = site(&format!("people/{}.html", segment(id)));
            assert_eq!(path.as_str().matches('/').count(), 1, "{id:?} gave {path}");
        }
    }
}
