//! What long and plain lists show: their sheets, everything from A to Z, parties by tag.

use super::address;
use super::here::Here;
use super::listed::{Item, List, SIGNS};
use super::view::{Link, ListEntry, ListGroup, ListView, SheetLink};
use super::views::Views;
use crate::text::slug;

/// So many letters of its first and last name tell a sheet.
const TELLING: usize = 3;

impl Views<'_> {
    /// What templates see as `list`: a sheet of everything, or of parties by their tags.
    pub(crate) fn listed(&self, list: List, sheet: usize, here: &Here<'_>) -> ListView {
        let items = self.site.listed.sheet(list, sheet);
        let mut groups: Vec<ListGroup> = Vec::new();
        for item in items {
            let title = item.heading(self.organisation);
            if groups.last().is_none_or(|group| group.title != title) {
                groups.push(ListGroup {
                    anchor: anchor(&title),
                    title,
                    entries: Vec::new(),
                });
            }
            if let Some(group) = groups.last_mut() {
                group.entries.push(self.listed_entry(item, here));
            }
        }
        ListView {
            ways: self.ways(list, here),
            headings: self.all_headings(list, here),
            groups,
            sheets: self.sheet_links(list, sheet, here),
        }
    }

    fn ways(&self, current: List, here: &Here<'_>) -> Vec<SheetLink> {
        let ways = [(List::Everything, "nav.a-z"), (List::Tags, "nav.tags")];
        let offered = ways.into_iter().filter(|(list, _)| self.site.listed.has(*list));
        let links = offered.map(|(list, title)| SheetLink {
            link: Link {
                title: self.words.say(title, None, &[]),
                href: Some(here.to(&address::sheet(list, 0))),
            },
            current: list == current,
        });
        links.collect()
    }

    /// The headings of all sheets, each leading to where it stands first.
    fn all_headings(&self, list: List, here: &Here<'_>) -> Vec<Link> {
        let headings = self.site.listed.headings(list);
        let links = headings.map(|(sheet, item)| {
            let title = item.heading(self.organisation);
            let path = address::sheet(list, sheet);
            Link {
                href: Some(here.to_anchor(&path, Some(&anchor(&title)))),
                title,
            }
        });
        links.collect()
    }

    fn listed_entry(&self, item: &Item, here: &Here<'_>) -> ListEntry {
        let name = item.name(self.organisation).to_owned();
        let kind = |id| self.organisation.party(id).kind.name();
        let (link, kind, of) = match item {
            Item::Party(id) | Item::Tagged(_, id) => (self.party_link(*id, here), kind(*id), None),
            Item::Alias(_, id) => {
                let link = self.party_link(*id, here);
                (
                    Link {
                        title: name,
                        ..link.clone()
                    },
                    kind(*id),
                    Some(link.title),
                )
            }
            Item::Person(id) => (self.person_link(*id, here), "person", None),
            Item::Page(id) => (self.document_link(*id, here), "page", None),
            Item::Term(id) => {
                let href = Some(self.term_href(*id, here));
                (Link { title: name, href }, "term", None)
            }
        };
        ListEntry { link, kind, of }
    }

    /// The sheets of a list; none where there is but one.
    pub(super) fn sheet_links(&self, list: List, current: usize, here: &Here<'_>) -> Vec<SheetLink> {
        let sheets = self.site.listed.sheets(list);
        if sheets < 2 {
            return Vec::new();
        }
        let links = (0..sheets).map(|sheet| SheetLink {
            link: Link {
                title: self.sheet_title(list, sheet),
                href: Some(here.to(&address::sheet(list, sheet))),
            },
            current: sheet == current,
        });
        links.collect()
    }

    /// From what to what a sheet goes, such as `Acc – Bil`.
    pub(super) fn sheet_title(&self, list: List, sheet: usize) -> String {
        let items = self.site.listed.sheet(list, sheet);
        let telling = |item: Option<&Item>| {
            let name = item.map_or("", |item| item.name(self.organisation));
            name.chars().take(TELLING).collect::<String>().trim().to_owned()
        };
        format!("{} – {}", telling(items.first()), telling(items.last()))
    }

    /// Leads to everything from A to Z.
    pub(super) fn everything_link(&self, here: &Here<'_>) -> Link {
        Link {
            title: self.words.say("nav.a-z", None, &[]),
            href: Some(here.to(&address::sheet(List::Everything, 0))),
        }
    }

    /// The title of a list, as the title of a page.
    pub(super) fn title_of_sheet(&self, list: List, sheet: usize) -> String {
        let title = match list {
            List::Parties(kind) => self.list_title(kind),
            List::People => self.words.say("nav.people", None, &[]),
            List::Everything => self.words.say("nav.a-z", None, &[]),
            List::Tags => self.words.say("nav.tags", None, &[]),
        };
        match self.site.listed.sheets(list) {
            1 => title,
            _ => format!("{title}: {}", self.sheet_title(list, sheet)),
        }
    }

    /// A tag, leading to the parties that have it.
    pub(super) fn tag_link(&self, tag: &str, here: &Here<'_>) -> Link {
        let path = address::sheet(List::Tags, self.site.listed.sheet_of_tag(tag));
        Link {
            title: tag.to_owned(),
            href: Some(here.to_anchor(&path, Some(&anchor(tag)))),
        }
    }
}

/// The place of a heading.
fn anchor(title: &str) -> String {
    if title == SIGNS {
        return "rb-signs".to_owned();
    }
    format!("rb-{}", slug(title))
}
