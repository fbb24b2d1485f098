//! The drawings that can stand alone, outside of a page: a table of kinds.

use super::address;
use super::graphs::Graph;
use super::here::Here;
use super::views::Views;
use crate::model::{PartyId, PartyKind};

/// A kind of drawing.
#[derive(Debug)]
pub(crate) struct Drawing {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    /// What it shows, in a few words that begin small.
    pub(crate) summary: &'static str,
    /// The kinds of parties that it is drawn of; none where it is of the whole organisation.
    pub(crate) of: &'static [PartyKind],
    /// The classes of the element that is around it on a page, which the style sheets name.
    pub(crate) frame: &'static str,
    /// Gives its SVG, or HTML that begins with it; none where there is nothing to draw. The party is there where it is drawn of one.
    draw: fn(&Views<'_>, &Here<'_>, Option<PartyId>) -> Option<String>,
}

/// Every kind, in the order in which they are listed to people.
pub(crate) static DRAWINGS: &[Drawing] = &[
    Drawing {
        name: "neighbourhood",
        summary: "what a party depends on and whom it serves",
        of: &PartyKind::ALL,
        frame: "rb-neighbourhood",
        draw: |views, here, of| {
            let party = views.organisation.party(of?);
            views.neighbourhood(party, here).map(|drawn| drawn.svg_html)
        },
    },
    Drawing {
        name: "dependencies",
        summary: "who relies on whom, of the whole organisation",
        of: &[],
        frame: "rb-map",
        draw: |views, here, _| views.drawing(Graph::Dependencies, here),
    },
    Drawing {
        name: "stakeholders",
        summary: "who serves whom, of the whole organisation",
        of: &[],
        frame: "rb-map",
        draw: |views, here, _| views.drawing(Graph::Stakeholders, here),
    },
    Drawing {
        name: "teams",
        summary: "how much teams deliver to each other",
        of: &[],
        frame: "rb-map",
        draw: |views, here, _| views.drawing(Graph::Teams, here),
    },
    Drawing {
        name: "team",
        summary: "a team's roles, on whom they rely and whom they serve",
        of: &[PartyKind::Team],
        frame: "rb-map",
        draw: |views, here, of| views.drawing(Graph::Team(of?), here),
    },
    Drawing {
        name: "delegation",
        summary: "who delegated what, as circles within circles",
        of: &[],
        frame: "rb-map",
        draw: |views, here, _| views.drawing(Graph::Delegation, here),
    },
];

impl Drawing {
    /// The drawing as it is on a page. Links are absolute where the handbook's address is known, else relative to the site's root.
    pub(crate) fn draw(&self, views: &Views<'_>, of: Option<PartyId>) -> Option<String> {
        let home = address::site(address::HOME);
        let here = Here::anywhere(&home, views.config.base_url.as_deref());
        (self.draw)(views, &here, of)
    }
}
