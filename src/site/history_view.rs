//! What changed: of everything, of a role, a team, an external party.

use std::collections::BTreeSet;

use super::address;
use super::here::Here;
use super::history_lines::Teller;
use super::page::Page;
use super::view::{ChangeView, Changed, CommitView, HistoryView, ItemView, LineView, Link};
use super::views::Views;
use crate::config::{Publish, Shown};
use crate::history::{Chronicle, Line, PastId, Told};
use crate::model::{DocumentId, Organisation, PartyId};
use crate::text::{Commit, History, LastChange, SitePath, Snapshot, SourcePath, folded};

/// How many commits a page tells of.
const MOST_COMMITS: usize = 200;
/// How many parties and pages are named of one commit.
const MOST_CHANGES: usize = 40;
/// How many people are named as authors of a page.
const MOST_AUTHORS: usize = 3;
/// About how many bytes a page of this kind has at most, its frame left out.
const MOST_BYTES: usize = 200_000;

/// Whether the source of a party has a history.
pub(super) fn has_history(snapshot: &Snapshot, organisation: &Organisation, party: PartyId) -> bool {
    let path = &organisation.document(organisation.party(party).document).path;
    let history = snapshot.history.as_ref();
    history.is_some_and(|history| history.last_change(path).is_some())
}

impl<'a> Views<'a> {
    /// When the source of `page` changed last; none where that is not known.
    pub(crate) fn last_change(&self, page: Page) -> Option<&'a LastChange> {
        // A page that shows what other pages say changes with them.
        let document = self.document_of_page(page)?;
        let source = self.organisation.document(document).source;
        self.history()?.last_change(&self.snapshot.source(source).path)
    }

    /// What was committed, as far as it may be told.
    fn history(&self) -> Option<&'a History> {
        let history = self.snapshot.history.as_deref();
        history.filter(|_| self.config.history != Shown::None)
    }

    /// How much of what was written once may be told.
    pub(super) fn told(&self) -> ToldOnce {
        if self.config.profile.is_some() {
            ToldOnce::That
        } else if self.config.publish == Publish::None {
            ToldOnce::Parties
        } else {
            ToldOnce::Words
        }
    }

    /// Those who are named as authors: in a profile nobody but the people in it.
    fn named_authors<'n>(&self, authors: &'n [String]) -> Vec<&'n str> {
        let is_whole = self.told() != ToldOnce::That;
        let is_named = |name: &&String| is_whole || self.namesakes.contains_key(&folded(name));
        let named = authors.iter().filter(|_| self.names_authors()).filter(is_named);
        named.map(String::as_str).collect()
    }

    fn names_authors(&self) -> bool {
        self.config.history == Shown::Full && self.names_people()
    }

    /// When the page's source changed last, as it stands on the page.
    pub(super) fn changed(&self, page: Page, here: &Here<'_>) -> Option<Changed> {
        let last = self.last_change(page)?;
        let named = self.named_authors(&last.authors);
        let history = match page {
            Page::Party(_, id) if has_history(self.snapshot, self.organisation, id) => Some(Link {
                title: self.word("history.title"),
                href: Some(here.to(&address::history(self.organisation, id))),
            }),
            _ => None,
        };
        Some(Changed {
            date: last.day.to_string(),
            authors: named
                .iter()
                .take(MOST_AUTHORS)
                .map(|name| self.author(name, here))
                .collect(),
            more_authors: named.len().saturating_sub(MOST_AUTHORS),
            history,
        })
    }

    /// Somebody who committed something: a person of the handbook, where one is called so.
    fn author(&self, name: &str, here: &Here<'_>) -> Link {
        let person = self.namesakes.get(&folded(name)).copied().flatten();
        person.map_or_else(|| words(name), |id| self.person_link(id, here))
    }

    /// What templates see as `history`: of `party`, or of everything.
    pub(crate) fn changes(&self, party: Option<PartyId>, here: &Here<'_>) -> HistoryView {
        let (mut commits, more) = self.commits(party, here, MOST_COMMITS);
        let told = commits.len();
        let mut weight = 0;
        commits.retain(|commit| {
            weight += commit.weight();
            weight <= MOST_BYTES
        });
        HistoryView {
            party: party.map(|id| self.party_link(id, here)),
            more: more + told - commits.len(),
            feed: self.feed_address(party).map(|path| here.to(&path)),
            commits,
        }
    }

    pub(super) fn changes_title(&self, party: Option<PartyId>) -> String {
        match party {
            Some(party) => self.word_of("history.title-of", &self.organisation.party(party).title),
            None => self.word("nav.changes"),
        }
    }

    /// The page of all changes, where there is one.
    pub(super) fn changes_link(&self, here: &Here<'_>) -> Option<Link> {
        let path = address::site(address::CHANGES);
        self.has_file(&path).then(|| Link {
            title: self.changes_title(None),
            href: Some(here.to(&path)),
        })
    }

    /// Where there is a feed of what changed, of everything or of a party.
    pub(crate) fn feed_address(&self, party: Option<PartyId>) -> Option<SitePath> {
        let page = party.map_or_else(
            || address::site(address::CHANGES),
            |id| address::history(self.organisation, id),
        );
        let path = address::feed(&page);
        self.has_file(&path).then_some(path)
    }

    /// The feeds that a page offers.
    pub(super) fn feeds(&self, page: Page, here: &Here<'_>) -> Vec<Link> {
        let own = match page {
            Page::Party(_, id) | Page::Changes(Some(id)) => Some(Some(id)),
            _ => None,
        };
        let offered = std::iter::once(None).chain(own);
        let feeds = offered.filter_map(|party| {
            Some(Link {
                href: Some(here.to(&self.feed_address(party)?)),
                title: self.changes_title(party),
            })
        });
        feeds.collect()
    }

    /// At most so many commits that changed something, the newest first; and how many there are besides.
    fn commits(&self, party: Option<PartyId>, here: &Here<'_>, most: usize) -> (Vec<CommitView>, usize) {
        let (Some(history), Some(chronicle)) = (self.history(), self.chronicle) else {
            return (Vec::new(), 0);
        };
        let about = party.map(|id| self.about(id, chronicle));
        let told: Vec<&Told> = match &about {
            None => chronicle.told.iter().collect(),
            Some(about) => about.told(chronicle),
        };
        let teller = Teller {
            views: self,
            chronicle,
            here,
            about: about.as_ref(),
        };
        let mut newest = Vec::new();
        let mut by_commit = told.chunk_by(|a, b| a.commit == b.commit);
        while newest.len() < most
            && let Some(told) = by_commit.next()
        {
            let commit = told.first().and_then(|told| history.commits.get(told.commit));
            newest.extend(commit.and_then(|commit| self.commit(commit, told, &teller)));
        }
        (newest, by_commit.count())
    }

    /// What one commit changed; none where nothing of it is to be told here.
    fn commit(&self, commit: &Commit, told: &[&Told], teller: &Teller<'_, '_>) -> Option<CommitView> {
        let mut changes: Vec<ChangeView> = told.iter().filter_map(|told| teller.change(told)).collect();
        if changes.is_empty() {
            return None;
        }
        let more = changes.len().saturating_sub(MOST_CHANGES);
        changes.truncate(MOST_CHANGES);
        let authors = self.named_authors(&commit.authors).into_iter();
        Some(CommitView {
            anchor: format!("rb-{}", commit.id.get(..12).unwrap_or(&commit.id)),
            date: commit.day.to_string(),
            time: commit.at.to_string(),
            authors: authors.map(|name| self.author(name, teller.here)).collect(),
            changes,
            more,
        })
    }

    /// What the history of a party is about.
    fn about(&self, id: PartyId, chronicle: &Chronicle) -> About {
        let past = |id: PartyId| {
            let document = self.organisation.document(self.organisation.party(id).document);
            chronicle.at(&document.path)
        };
        About {
            itself: past(id),
            roles: self.roles_in(id).iter().filter_map(|role| past(*role)).collect(),
        }
    }

    pub(super) fn document_at(&self, path: &SourcePath) -> Option<DocumentId> {
        let documents = &self.organisation.documents;
        let at = documents
            .binary_search_by(|document| document.path.cmp(path))
            .ok()?;
        u32::try_from(at).ok().map(DocumentId)
    }
}

/// How much of what was written once may be told: it may be what is not to be published today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ToldOnce {
    /// All of it.
    Words,
    /// Which parties there are still that something was said of; people are named nowhere.
    Parties,
    /// That something changed: in a profile what it was may be internal, as may be that two parties have to do with
    /// each other.
    That,
}

/// What a history is about: a party, and of a team the roles in it.
pub(super) struct About {
    itself: Option<PastId>,
    roles: Vec<PastId>,
}

impl About {
    /// What concerns it, the newest first.
    fn told<'c>(&self, chronicle: &'c Chronicle) -> Vec<&'c Told> {
        let own = self
            .itself
            .into_iter()
            .flat_map(|past| chronicle.concerning(past));
        let roles = self.roles.iter().flat_map(|role| chronicle.concerning(*role));
        let numbers: BTreeSet<usize> = own.chain(roles).collect();
        let told = numbers.into_iter().map(|number| &chronicle.told[number]);
        told.filter(|told| told.lines.iter().any(|line| self.has(told, line)))
            .collect()
    }

    /// Whether a line is about it: of others what they say of it, of a team's roles what changed there.
    pub(super) fn has(&self, told: &Told, line: &Line) -> bool {
        self.is_of(told) || (self.itself.is_some() && line.other() == self.itself)
    }

    /// Whether it was changed itself, or a role of the team that it is.
    pub(super) fn is_of(&self, told: &Told) -> bool {
        let is = |subject: PastId| Some(subject) == self.itself || self.roles.contains(&subject);
        told.subject.is_some_and(is)
    }
}

impl CommitView {
    fn weight(&self) -> usize {
        const EACH: usize = 120;
        let lines = self.changes.iter().flat_map(|change| {
            let items = |line: &LineView| line.items.iter().map(ItemView::weight).sum::<usize>();
            change
                .lines
                .iter()
                .map(move |line| EACH + line.label.len() + items(line))
        });
        EACH * (1 + self.changes.len()) + lines.sum::<usize>()
    }
}

impl ItemView {
    fn weight(&self) -> usize {
        60 + self.text.len() + self.before.as_ref().map_or(0, String::len)
    }
}

pub(super) fn words(text: &str) -> Link {
    Link {
        title: text.to_owned(),
        href: None,
    }
}
