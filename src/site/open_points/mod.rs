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

pub(super) use self::dates::has_dates;
pub(super) use self::place::Pages;
pub(super) use self::published::{Published, personal};
use super::page::Page;
use crate::finding::{Finding, Findings};
use crate::model::PartyId;
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
    pub(super) snapshot: &'a Snapshot,
    pub(super) findings: &'a Findings,
    pub(super) published: Published<'a>,
    pub(super) pages: &'a Pages,
}

/// A finding, and its line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point<'a> {
    pub(crate) finding: &'a Finding,
    /// Counted from one.
    line: usize,
}

impl<'a> OpenPoints<'a> {
    /// All of them, by place.
    pub(crate) fn all(&self) -> Vec<Point<'a>> {
        let shown = self
            .findings
            .iter()
            .filter(|finding| self.published.shows(finding));
        with_lines(self.snapshot, shown)
    }

    /// How many there are.
    pub(super) fn number(&self) -> usize {
        let shown = self
            .findings
            .iter()
            .filter(|finding| self.published.shows(finding));
        shown.count()
    }

    /// Those that concern a page, by place.
    pub(super) fn of_page(&self, page: Page) -> Vec<Point<'a>> {
        let found = self.pages.stretches(page).flat_map(|(source, span)| {
            let found = self.findings.in_source(source);
            let start = |finding: &Finding| finding.place.place.span.start;
            let from = found.partition_point(|finding| start(finding) < span.start);
            let to = found.partition_point(|finding| start(finding) < span.end);
            &found[from..to]
        });
        let shown = found.filter(|finding| self.published.shows(finding));
        with_lines(self.snapshot, shown)
    }

    /// Whether what stands at `place` may be told of.
    pub(crate) fn may_tell(&self, place: Place) -> bool {
        self.published.has(place.source)
    }

    /// The page that shows what stands at `place`, where it may be told of.
    fn page_at(&self, place: Place) -> Option<(Page, &'a SitePath)> {
        let pages: &'a Pages = self.pages;
        pages.at(place).filter(|_| self.may_tell(place))
    }

    /// The address of a page that some of them concern.
    fn address(&self, page: Page) -> Option<&'a SitePath> {
        let first = self.of_page(page).into_iter().next()?;
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
