//! Which files a site has, and whether two of them claim one address.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use super::address::{self, Addresses};
use super::assets;
use super::graphs;
use super::history_view::has_history;
use super::hosting;
use super::listed::{List, Listed};
use super::open_points::{Grouping, has_dates};
use super::page::{File, Page, Site};
use super::print_view::{self, Printed};
use super::search_records;
use super::start_view;
use crate::config::{Config, Publish, Shown};
use crate::finding::{Finding, kind};
use crate::graph::export;
use crate::model::{DocumentId, DocumentKind, Organisation, PageId, PartyId, PartyKind, PersonId};
use crate::search::Division;
use crate::text::{Place, SitePath, Snapshot, SourceId};

/// Plans the site: which pages and files there are, and at which addresses.
///
/// Two things at one address become `url-collision` findings; addresses that differ only in letter case
/// are one, because on many disks they are.
///
/// `translations`: the plans of the handbook in its further languages, in the order of the configuration. In the plan of
/// such a one there is nothing that all languages share: files that are published as they are, and data.
pub(crate) fn plan<'t>(
    snapshot: &Snapshot,
    config: &Config,
    organisation: &Organisation,
    translations: impl Iterator<Item = &'t Site>,
) -> (Site, Vec<Finding>) {
    let addresses = Addresses::of(organisation);
    let mut plan = Plan {
        snapshot,
        files: BTreeMap::new(),
        taken: BTreeMap::new(),
        findings: Vec::new(),
    };
    plan.add_own(config, organisation, &addresses);
    plan.add_documents(organisation, &addresses);
    plan.add_people(config, organisation, &addresses);
    plan.add_graphs(organisation);
    plan.add_starts(organisation);
    plan.add_history(config, organisation);
    let listed = Listed::of(organisation, config.publish);
    plan.add_sheets(&listed);
    plan.add_print(organisation);
    plan.add_cards(config, organisation);
    plan.add_search(config, organisation);
    if config.folder.is_empty() {
        plan.add_assets(config, organisation);
    }
    plan.add_markdown();
    plan.add_redirects(organisation, &addresses);
    for ((at, site), config) in translations.enumerate().zip(&config.translations) {
        plan.add_translation(at, site, config);
    }
    if config.folder.is_empty() {
        plan.add_for_hosts(config);
    }
    let site = Site {
        files: plan.files,
        addresses,
        listed: Arc::new(listed),
    };
    (site, plan.findings)
}

/// The lists, and from which of their sheets on each is a further page.
const LISTS: [(List, usize); 6] = [
    (List::Parties(PartyKind::Role), 1),
    (List::Parties(PartyKind::Team), 1),
    (List::Parties(PartyKind::External), 1),
    (List::People, 1),
    (List::Everything, 0),
    (List::Tags, 0),
];

/// Who asks for an address.
#[derive(Clone)]
struct Claimant {
    address: SitePath,
    /// What it is in words; a source's path, mostly.
    name: String,
    /// Its source; none for what no one wrote.
    place: Option<Place>,
}

struct Plan<'a> {
    snapshot: &'a Snapshot,
    files: BTreeMap<SitePath, File>,
    /// By the address in lower case.
    taken: BTreeMap<String, Claimant>,
    findings: Vec<Finding>,
}

impl Plan<'_> {
    /// The pages and files that every site has; a source may introduce the lists and the home page.
    fn add_own(&mut self, config: &Config, organisation: &Organisation, addresses: &Addresses) {
        let mut introductions: BTreeMap<&SitePath, PageId> = BTreeMap::new();
        for (at, page) in organisation.pages.iter().enumerate() {
            let path = addresses.document(page.document);
            if address::is_introduction(path) {
                introductions.insert(path, PageId::at(at));
            }
        }
        let introduction = |path: &SitePath| introductions.get(path).copied();
        for (path, file) in own_files(config, introduction) {
            let (name, place) = introduction(&path).map_or_else(
                || (String::from("a page that every handbook has"), None),
                |page| {
                    let document = organisation.document(organisation.page(page).document);
                    (document.path.to_string(), Some(Place::top(document.source)))
                },
            );
            self.add(path, file, name, place);
        }
        let shared = self.snapshot.theme.iter().filter(|_| config.folder.is_empty());
        for file in shared {
            if let Some(name) = file.name.strip_prefix("static/") {
                let path = address::site(&format!("{}{name}", address::THEME_FOLDER));
                let planned = File::Theme(file.name.clone());
                self.add(path, planned, format!("the theme's `{}`", file.name), None);
            }
        }
    }

    fn add_documents(&mut self, organisation: &Organisation, addresses: &Addresses) {
        for (at, party) in organisation.parties.iter().enumerate() {
            let page = Page::Party(party.kind, PartyId::at(at));
            self.add_document(organisation, addresses, party.document, page);
        }
        for (at, page) in organisation.pages.iter().enumerate() {
            let path = addresses.document(page.document);
            let page_of = match organisation.document(page.document).kind {
                DocumentKind::Glossary => Page::Glossary(PageId::at(at)),
                _ => Page::Content(PageId::at(at)),
            };
            if !address::is_introduction(path) {
                self.add_document(organisation, addresses, page.document, page_of);
            }
        }
    }

    fn add_document(
        &mut self,
        organisation: &Organisation,
        addresses: &Addresses,
        id: DocumentId,
        page: Page,
    ) {
        let document = organisation.document(id);
        let path = addresses.document(id).clone();
        let place = Place::new(document.source, document.title_span);
        self.add(path, File::Page(page), document.path.to_string(), Some(place));
    }

    /// The graphs, what can be counted in them, and the list of all.
    fn add_graphs(&mut self, organisation: &Organisation) {
        let name = "a page that every handbook has";
        let graphs = graphs::offered(organisation);
        if !graphs.is_empty() {
            let page = File::Page(Page::Graphs);
            self.add(address::site(address::GRAPHS), page, name.to_owned(), None);
        }
        for team in graphs::matrices(organisation) {
            let page = File::Page(Page::Matrix(team));
            self.add(address::matrix(organisation, team), page, name.to_owned(), None);
        }
        if graphs::has_analysis(organisation) {
            let page = File::Page(Page::Analysis);
            self.add(address::site(address::ANALYSIS), page, name.to_owned(), None);
        }
        for graph in graphs {
            let page = File::Page(Page::Graph(graph));
            self.add(address::graph(organisation, graph), page, name.to_owned(), None);
        }
    }

    /// Where to start in each role; for a role that is kept within teams, in each of them.
    fn add_starts(&mut self, organisation: &Organisation) {
        for (at, party) in organisation.parties.iter().enumerate() {
            if party.kind != PartyKind::Role {
                continue;
            }
            let role = PartyId::at(at);
            let teams = start_view::teams_of(organisation, role);
            for team in std::iter::once(None).chain(teams.into_iter().map(Some)) {
                let path = address::start(organisation, role, team);
                let name = "a page that every role has".to_owned();
                self.add(path, File::Page(Page::Start(role, team)), name, None);
            }
        }
    }

    /// What changed, where that is known, and what comes due.
    fn add_history(&mut self, config: &Config, organisation: &Organisation) {
        let name = "a page that every handbook has";
        let mut pages = Vec::new();
        let history = self.snapshot.history.as_ref();
        if config.history != Shown::None && history.is_some_and(|history| !history.commits.is_empty()) {
            pages.push((address::site(address::CHANGES), None));
            let parties = (0..organisation.parties.len()).map(PartyId::at);
            let known = parties.filter(|id| has_history(self.snapshot, organisation, *id));
            pages.extend(known.map(|id| (address::history(organisation, id), Some(id))));
        }
        for (path, party) in pages {
            // A feed names its entries by their addresses in the world.
            if config.base_url.is_some() {
                self.add(address::feed(&path), File::Feed(party), name.to_owned(), None);
            }
            self.add(path, File::Page(Page::Changes(party)), name.to_owned(), None);
        }
        if has_dates(organisation) {
            let path = address::site(address::CALENDAR);
            self.add(path, File::Calendar, name.to_owned(), None);
        }
    }

    /// The sheets of lists, but for the first of those that have a page of their own.
    fn add_sheets(&mut self, listed: &Listed) {
        for (list, first) in LISTS {
            let is_wanted = list != List::Tags || listed.has(list);
            for sheet in (first..listed.sheets(list)).filter(|_| is_wanted) {
                let page = File::Page(Page::Sheet(list, sheet));
                let name = "a page that every handbook has".to_owned();
                self.add(address::sheet(list, sheet), page, name, None);
            }
        }
    }

    fn add_print(&mut self, organisation: &Organisation) {
        let mut parts = vec![Printed::Whole];
        if !print_view::is_one_run(organisation) {
            parts.extend(print_view::parts(organisation));
        }
        for part in parts {
            let page = File::Page(Page::Print(part));
            let name = "a page that every handbook has".to_owned();
            self.add(address::print(organisation, part), page, name, None);
        }
    }

    fn add_cards(&mut self, config: &Config, organisation: &Organisation) {
        let parties = if config.cards {
            organisation.parties.len()
        } else {
            0
        };
        for id in (0..parties).map(PartyId::at) {
            let name = "a file that every handbook has".to_owned();
            self.add(address::card(organisation, id), File::Card(id), name, None);
        }
    }

    fn add_search(&mut self, config: &Config, organisation: &Organisation) {
        let division = Division::of(search_records::count(organisation, config.publish));
        for part in division.parts() {
            let name = "a file that every handbook has".to_owned();
            self.add(address::search(part), File::Search(part), name, None);
        }
    }

    fn add_people(&mut self, config: &Config, organisation: &Organisation, addresses: &Addresses) {
        if config.publish == Publish::None {
            return;
        }
        for (at, person) in organisation.people.iter().enumerate() {
            let id = PersonId::at(at);
            let path = addresses.person(id).clone();
            let name = format!("person `{}`", person.id);
            self.add(path, File::Page(Page::Person(id)), name, Some(person.place));
        }
    }

    fn add_assets(&mut self, config: &Config, organisation: &Organisation) {
        for source in assets::published(self.snapshot, config, organisation) {
            let path = address::asset(source);
            self.add(path, File::Asset(source.clone()), source.to_string(), None);
        }
    }

    /// Pages as Markdown. Where a file of the handbook's own is at such an address, it stays there.
    fn add_markdown(&mut self) {
        let pages = self.files.iter().filter_map(|(path, file)| match file {
            File::Page(page) if page.has_markdown() => Some((address::markdown(path), *page)),
            _ => None,
        });
        for (path, page) in pages.collect::<Vec<_>>() {
            if !self.taken.contains_key(&path.as_str().to_lowercase()) {
                self.files.insert(path, File::Markdown(page));
            }
        }
    }

    /// The addresses that pages had before.
    fn add_redirects(&mut self, organisation: &Organisation, addresses: &Addresses) {
        for (at, document) in organisation.documents.iter().enumerate() {
            let id = DocumentId::at(at);
            let published = addresses.document(id);
            if !self.files.contains_key(published) {
                continue; // Of people who are not named there is no page to lead to.
            }
            for old in &document.front.redirects {
                let name = format!("a redirect of {}", document.path);
                let place = Place::new(document.source, old.span);
                self.add(old.value.clone(), File::Redirect(id), name, Some(place));
            }
        }
    }

    /// The files for hosts. Where a file of the handbook's own is at such an address, it stays there.
    fn add_for_hosts(&mut self, config: &Config) {
        for (path, file) in hosting::files(config, self.files.values()) {
            if !self.taken.contains_key(&path.as_str().to_lowercase()) {
                self.files.insert(path, file);
            }
        }
    }

    /// The handbook in another language.
    fn add_translation(&mut self, at: usize, site: &Site, config: &Config) {
        let name = format!("the handbook in `{}`", config.language.tag);
        for path in site.files.keys() {
            let path = address::site(&format!("{}{path}", config.folder));
            self.add(path, File::Translated(at), name.clone(), None);
        }
    }

    /// Takes `address` for `file`, or says who has it already.
    fn add(&mut self, address: SitePath, file: File, name: String, place: Option<Place>) {
        let claimant = Claimant {
            address: address.clone(),
            name,
            place,
        };
        match self.taken.entry(address.as_str().to_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(claimant);
                self.files.insert(address, file);
            }
            Entry::Occupied(taken) => {
                let first = taken.get().clone();
                self.findings.extend(collision(&first, &claimant, self.snapshot));
            }
        }
    }
}

/// The pages and files that every site has, with the sources that introduce them.
fn own_files(config: &Config, introduction: impl Fn(&SitePath) -> Option<PageId>) -> Vec<(SitePath, File)> {
    let (home, people) = (address::site(address::HOME), address::site(address::PEOPLE));
    let (at_home, of_people) = (introduction(&home), introduction(&people));
    let mut own = vec![
        (address::site(address::LLMS), File::MarkdownList),
        (home, File::Page(Page::Home(at_home))),
        (address::site(address::DATA_PAGE), File::Page(Page::Data)),
    ];
    if config.folder.is_empty() {
        own.push((address::site(address::NOT_FOUND), File::Page(Page::NotFound)));
        own.push((address::site(address::DATA), File::Data));
        own.push((address::site(address::DATA_SCHEMA), File::DataSchema));
        let formats = export::FORMATS.iter();
        own.extend(formats.map(|format| (address::site(format.file), File::Graph(format))));
    }
    for kind in PartyKind::ALL {
        let path = address::index(kind);
        let page = Page::Index(kind, introduction(&path));
        own.push((path, File::Page(page)));
    }
    if config.findings {
        let groupings = Grouping::offered(config.publish);
        own.extend(groupings.map(|grouping| {
            let page = Page::Findings(grouping);
            (address::findings(grouping), File::Page(page))
        }));
    }
    if config.publish != Publish::None {
        own.push((people, File::Page(Page::People(of_people))));
    } else if let Some(page) = of_people {
        own.push((people, File::Page(Page::Content(page))));
    }
    own
}

/// Says that `second` would be published where `first` is; none where there is no source to point at.
fn collision(first: &Claimant, second: &Claimant, snapshot: &Snapshot) -> Option<Finding> {
    let anywhere = || {
        snapshot
            .config
            .or(if snapshot.sources.is_empty() {
                None
            } else {
                Some(SourceId(0))
            })
            .map(Place::top)
    };
    let (at, other) = match (second.place, first.place) {
        (None, Some(_)) => (first, second),
        _ => (second, first),
    };
    let place = at.place.or_else(anywhere)?;
    let same = first.address == second.address;
    let message = format!(
        "{} and {} would be published at one address",
        quoted(first),
        quoted(second)
    );
    let label = if same {
        format!("`{}` is taken already", at.address)
    } else {
        format!(
            "`{}` and `{}` differ in letter case only",
            other.address, at.address
        )
    };
    let finding = Finding::new(&kind::URL_COLLISION, place, message)
        .label(label)
        .help("give one of the two another file name")
        .about(at.address.as_str());
    Some(match other.place {
        Some(place) => finding.related(place, "the other one is here"),
        None => finding,
    })
}

fn quoted(claimant: &Claimant) -> String {
    if claimant.name.contains([' ', '`']) {
        claimant.name.clone()
    } else {
        format!("`{}`", claimant.name)
    }
}
