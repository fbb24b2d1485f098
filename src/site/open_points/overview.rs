//! What stands above the lists of open points: how many there are of what, and where they are.

use std::collections::BTreeMap;

use super::Grouping;
use super::groups::{Group, Title};
use crate::check::catalogue;
use crate::site::address;
use crate::site::here::Here;
use crate::site::view::OverviewLink;
use crate::site::views::Views;

/// What links lead by to what nobody answers for.
const NOBODY: &str = "rb-nobody";

impl Views<'_> {
    /// The people among `groups`; on the other lists the kinds, which the list by kind has a group for.
    pub(super) fn points_overview(
        &self,
        grouping: Grouping,
        groups: &[Group<'_>],
        here: &Here<'_>,
    ) -> Vec<OverviewLink> {
        if grouping == Grouping::Person {
            let counts = groups.iter().map(|(title, entries)| (*title, entries.len()));
            return self.counts_of(grouping, counts, here);
        }
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for point in self.open_points.all() {
            *numbers.entry(point.finding.kind.name).or_default() += 1;
        }
        let kinds = catalogue().filter_map(|kind| Some((Title::Kind(kind), *numbers.get(kind.name)?)));
        self.counts_of(Grouping::Kind, kinds, here)
    }

    fn counts_of(
        &self,
        list: Grouping,
        counts: impl Iterator<Item = (Title, usize)>,
        here: &Here<'_>,
    ) -> Vec<OverviewLink> {
        let path = address::findings(list);
        counts
            .map(|(title, number)| OverviewLink {
                title: self.title_of(title, here).map(|link| link.title),
                language: self.language_of(title),
                href: here.to_anchor(&path, self.anchor(title).as_deref()),
                number,
            })
            .collect()
    }

    /// What links lead by to the group with that title.
    pub(super) fn anchor(&self, title: Title) -> Option<String> {
        match title {
            Title::Subject(_) => None,
            Title::Kind(kind) => Some(kind.name.to_owned()),
            // An id that a file's name gives may hold what an anchor can't.
            Title::Person(id) => Some(self.organisation.person(id).id.replace(char::is_whitespace, "-")),
            Title::Nobody => Some(NOBODY.to_owned()),
        }
    }
}
