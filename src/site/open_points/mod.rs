//! Open points: the findings as the handbook itself shows them.

mod dates;
mod groups;
mod lists;
mod overview;
mod place;
mod point;
mod published;
mod responsible;
mod sentence;

use std::collections::BTreeMap;

use self::place::Pages;
use self::published::Published;
use super::page::{Page, Site};
use crate::config::Config;
use crate::finding::Finding;
use crate::model::{Organisation, PartyId};
use crate::text::{Place, SitePath, Snapshot, SourceId};

/// How a list of all points groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grouping {
    /// By the page that they concern, roles first.
    Role,
    /// By what kind of finding they are.
    Kind,
    /// By who answers for that page.
    Person,
}

impl Grouping {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Grouping; 3] = [Self::Role, Self::Kind, Self::Person];

    /// As the theme's words and templates name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Kind => "kind",
            Self::Person => "person",
        }
    }
}

/// The findings that a handbook shows, and the pages that they concern.
pub(crate) struct OpenPoints<'a> {
    published: Published<'a>,
    pages: Pages<'a>,
    /// By place.
    all: Vec<Point<'a>>,
    /// Those of each page, by place.
    of_page: BTreeMap<Page, Vec<Point<'a>>>,
}

/// A finding, and its line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point<'a> {
    pub(crate) finding: &'a Finding,
    /// Counted from one.
    line: usize,
}

impl<'a> OpenPoints<'a> {
    /// Those among `findings` that may be shown.
    pub(crate) fn of(
        snapshot: &Snapshot,
        config: &'a Config,
        organisation: &Organisation,
        site: &'a Site,
        findings: &'a [Finding],
    ) -> Self {
        let published = Published::of(snapshot, config, organisation);
        let shown = findings.iter().filter(|finding| published.shows(finding));
        let all = with_lines(snapshot, shown);
        let pages = Pages::of(site, organisation);
        let mut of_page: BTreeMap<Page, Vec<Point<'_>>> = BTreeMap::new();
        for point in &all {
            if let Some((page, _)) = pages.at(point.finding.place.place) {
                of_page.entry(page).or_default().push(*point);
            }
        }
        Self {
            published,
            pages,
            all,
            of_page,
        }
    }

    /// All of them, by place.
    pub(crate) fn all(&self) -> &[Point<'a>] {
        &self.all
    }

    /// Those that concern a page, by place.
    pub(super) fn of_page(&self, page: Page) -> &[Point<'a>] {
        self.of_page.get(&page).map_or(&[], Vec::as_slice)
    }

    /// Whether what stands at `place` may be told of.
    pub(crate) fn may_tell(&self, place: Place) -> bool {
        self.published.has(place.source)
    }

    /// The page that shows what stands at `place`, where it may be told of.
    fn page_at(&self, place: Place) -> Option<(Page, &'a SitePath)> {
        self.pages.at(place).filter(|_| self.may_tell(place))
    }

    /// The address of a page that some of them concern.
    fn address(&self, page: Page) -> Option<&'a SitePath> {
        let first = self.of_page(page).first()?;
        self.page_at(first.finding.place.place).map(|(_, path)| path)
    }

    /// The parties that a finding concerns: the one in whose source it stands first, then those in whose
    /// sources it has labels.
    pub(crate) fn parties(&self, finding: &Finding) -> Vec<PartyId> {
        let labels = std::iter::once(&finding.place).chain(&finding.related);
        let mut parties = Vec::new();
        for label in labels {
            if let Some((Page::Party(_, id), _)) = self.page_at(label.place)
                && !parties.contains(&id)
            {
                parties.push(id);
            }
        }
        parties
    }
}

/// Findings with their lines: one walk through each source, as long as they come by place.
fn with_lines<'a>(snapshot: &Snapshot, findings: impl Iterator<Item = &'a Finding>) -> Vec<Point<'a>> {
    let mut last = (Place::top(SourceId(0)), 1);
    let points = findings.map(|finding| {
        let place = finding.place.place;
        let (before, line) = last;
        let (from, line) = if before.source == place.source && before.span.start <= place.span.start {
            (before.span.start, line)
        } else {
            (0, 1)
        };
        let text = snapshot.source(place.source).text.as_bytes();
        let between = text
            .get(from..place.span.start.min(text.len()))
            .unwrap_or_default();
        let line = line + between.split(|byte| *byte == b'\n').count() - 1;
        last = (place, line);
        Point { finding, line }
    });
    points.collect()
}
