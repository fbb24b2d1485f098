//! The lists of all open points.

use super::Grouping;
use super::groups::{Entry, Group, Subject, Title};
use super::has_dates;
use super::point::Teller;
use crate::config::Publish;
use crate::finding::{Finding, Level};
use crate::site::address;
use crate::site::here::Here;
use crate::site::page::Page;
use crate::site::view::{FindingsView, LevelCount, Link, ListLink, OpenPoint, PageCount, PointGroup};
use crate::site::views::Views;

/// Up to how many points a list shows each of them.
const MOST_POINTS: usize = 1_000;
/// How many points are shown of a file that has no page, where others are only counted.
const MOST_OF_FILE: usize = 50;
/// How many pages of one group are named where points are only counted.
const MOST_PAGES: usize = 200;
/// The levels, heaviest first.
const LEVELS: [Level; 3] = [Level::Deny, Level::Warn, Level::Note];
/// Where a page shows its open points.
const OWN: &str = "rb-open-points";
/// Where the list by role shows what comes due.
const DATES: &str = "rb-dates";

impl Views<'_> {
    /// What templates see as `findings`.
    pub(crate) fn findings(&self, grouping: Grouping, here: &Here<'_>) -> FindingsView {
        let all = self.open_points.all();
        let folded = all.len() > MOST_POINTS;
        let teller = Teller { views: self, here };
        let groups = self.groups(grouping);
        FindingsView {
            grouping: grouping.name(),
            lists: self.lists(grouping, here),
            number: all.len(),
            levels: levels(all.iter().map(|point| point.finding)),
            overview: self.points_overview(grouping, &groups, here),
            folded,
            groups: groups
                .iter()
                .map(|group| {
                    if folded {
                        self.counted(group, teller)
                    } else {
                        PointGroup {
                            points: told(&group.1, teller),
                            ..self.group(group, here)
                        }
                    }
                })
                .collect(),
            dates: (grouping == Grouping::Role).then(|| self.dates(here)).flatten(),
            dates_href: has_dates(self.organisation)
                .then(|| here.to_anchor(&address::findings(Grouping::Role), Some(DATES))),
        }
    }

    /// The ways to list the points that the handbook has.
    fn lists(&self, current: Grouping, here: &Here<'_>) -> Vec<ListLink> {
        let groupings = Grouping::offered(self.config.publish);
        groupings
            .map(|grouping| ListLink {
                grouping: grouping.name(),
                href: here.to(&address::findings(grouping)),
                current: grouping == current,
            })
            .collect()
    }

    /// A group without its points.
    fn group(&self, (title, entries): &Group<'_>, here: &Here<'_>) -> PointGroup {
        let kind = match *title {
            Title::Subject(subject) => thing(subject),
            Title::Kind(_) | Title::Person(_) | Title::Nobody => None,
        };
        PointGroup {
            link: self.title_of(*title, here),
            anchor: self.anchor(*title),
            language: self.language_of(*title),
            kind,
            number: entries.len(),
            levels: levels(entries.iter().map(|entry| entry.point.finding)),
            points: Vec::new(),
            pages: Vec::new(),
            more: 0,
        }
    }

    /// What stands above a group, leading to its page.
    pub(super) fn title_of(&self, title: Title, here: &Here<'_>) -> Option<Link> {
        match title {
            Title::Subject(subject) => Some(self.subject_link(subject, None, here)),
            Title::Kind(kind) => {
                let language = &self.config.language;
                Some(Link {
                    title: language.spelt(kind.title.written(language.words)),
                    href: None,
                })
            }
            Title::Person(id) => Some(self.person_link(id, here)),
            Title::Nobody => None,
        }
    }

    /// The language of a group's title, where it is not the handbook's.
    pub(super) fn language_of(&self, title: Title) -> Option<&'static str> {
        match title {
            Title::Kind(_) => self.foreign(self.config.language.words),
            Title::Subject(_) | Title::Person(_) | Title::Nobody => None,
        }
    }

    /// A group whose points are counted, and shown on the pages that they concern.
    fn counted(&self, group: &Group<'_>, teller: Teller<'_>) -> PointGroup {
        let (title, entries) = group;
        let here = teller.here;
        let counted = self.group(group, here);
        match title {
            Title::Subject(Subject::Source(_)) => {
                let shown = &entries[..entries.len().min(MOST_OF_FILE)];
                PointGroup {
                    points: told(shown, teller),
                    more: entries.len() - shown.len(),
                    ..counted
                }
            }
            Title::Subject(subject) => PointGroup {
                link: Some(self.subject_link(*subject, Some(OWN), here)),
                ..counted
            },
            Title::Kind(_) | Title::Person(_) | Title::Nobody => {
                let pages: Vec<&[Entry<'_>]> = entries.chunk_by(|a, b| a.subject == b.subject).collect();
                let shown = pages.iter().take(MOST_PAGES);
                PointGroup {
                    pages: shown.map(|entries| self.page_count(entries, here)).collect(),
                    more: pages.len().saturating_sub(MOST_PAGES),
                    ..counted
                }
            }
        }
    }

    fn page_count(&self, entries: &[Entry<'_>], here: &Here<'_>) -> PageCount {
        let first = entries.first();
        PageCount {
            page: first.map_or_else(
                || Link {
                    title: String::new(),
                    href: None,
                },
                |entry| self.subject_link(entry.subject, Some(OWN), here),
            ),
            number: entries.len(),
            delegated: first.is_some_and(|entry| entry.delegated),
        }
    }

    fn subject_link(&self, subject: Subject, anchor: Option<&str>, here: &Here<'_>) -> Link {
        match subject {
            Subject::Page(page) => Link {
                title: self.title(page),
                href: self
                    .open_points
                    .address(page)
                    .map(|path| here.to_anchor(path, anchor)),
            },
            Subject::Source(source) => Link {
                title: self.source(source).path.to_string(),
                href: None,
            },
        }
    }
}

impl Grouping {
    /// Those that a handbook has: without people nothing is grouped by them.
    pub(crate) fn offered(publish: Publish) -> impl Iterator<Item = Self> {
        let has_people = publish != Publish::None;
        Self::ALL
            .into_iter()
            .filter(move |grouping| has_people || *grouping != Self::Person)
    }
}

fn told(entries: &[Entry<'_>], teller: Teller<'_>) -> Vec<OpenPoint> {
    let points = entries.iter();
    points
        .map(|entry| OpenPoint {
            delegated: entry.delegated,
            ..teller.tell(entry.point)
        })
        .collect()
}

/// What a page is about, where the theme has a word for it.
fn thing(subject: Subject) -> Option<&'static str> {
    match subject {
        Subject::Page(page @ (Page::Party(..) | Page::Person(_))) => Some(page.kind()),
        Subject::Page(_) | Subject::Source(_) => None,
    }
}

fn levels<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<LevelCount> {
    let mut counts = LEVELS.map(|level| LevelCount {
        level: level.name(),
        number: 0,
    });
    for finding in findings {
        let name = finding.level.name();
        if let Some(own) = counts.iter_mut().find(|count| count.level == name) {
            own.number += 1;
        }
    }
    counts.into_iter().filter(|count| count.number > 0).collect()
}
