//! Who stands where on the rim.

use std::ops::Range;

use super::RimParty;
use super::group::WIDER;
use super::hierarchy::Hierarchy;
use crate::graph::rounding::{real, up_to};
use crate::graph::text_width::Face;
use crate::model::PartyKind;
use crate::text::folded;

/// A sector has room for a multiple of so many parties, so that one more moves those of its team only, most
/// of the time.
const STEP: usize = 4;
/// Between sectors, in places.
const GAP: usize = 1;
/// Radii and the length of labels are multiples of this, for the same reason.
const GRID: i32 = 20;
const LEAST_RADIUS: i32 = 140;
/// From the rim to where labels begin: there stand the dots.
pub(super) const DOTS: i32 = 15;

/// What a sector holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Team(usize),
    NoTeam,
    External,
}

/// The parties of one team, next to each other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sector {
    pub(super) group: Group,
    /// In full turns clockwise from 12 o'clock.
    pub(super) turns: Range<f64>,
    /// Its seats.
    pub(super) seats: Range<usize>,
}

/// Where a party stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seat {
    pub(super) party: usize,
    /// In full turns clockwise from 12 o'clock.
    pub(super) turn: f64,
    pub(super) sector: usize,
}

/// The parties in their order, and the sizes of the drawing.
#[derive(Debug)]
pub(super) struct Rim {
    pub(super) seats: Vec<Seat>,
    pub(super) sectors: Vec<Sector>,
    /// Where each party sits, by position.
    pub(super) seat_of: Vec<usize>,
    /// A place in full turns; no two parties stand nearer.
    pub(super) place: f64,
    /// Where edges end.
    pub(super) radius: i32,
    /// The letters of labels.
    pub(super) face: Face,
    /// The letters of team titles.
    pub(super) heading: Face,
    /// How long a label may be.
    pub(super) label: i32,
}

impl Rim {
    pub(super) fn of(parties: &[RimParty], hierarchy: &Hierarchy) -> Self {
        let (size, heading, longest, spacing) = match parties.len() {
            0..=60 => (13, 16, 240.0, 1.7),
            61..=150 => (12, 18, 180.0, 1.4),
            _ => (11, 24, 160.0, 1.3),
        };
        let face = Face { size, bold: false };
        let groups = grouped(parties, hierarchy);
        let places: usize = groups.iter().map(|(_, members)| room(members.len()) + GAP).sum();
        let around = real(places.max(1));
        let pitch = f64::from(size) * spacing;
        let widest = parties.iter().map(|party| face.width(&party.title)).max();
        let label = (f64::from(widest.unwrap_or_default()) * WIDER).min(longest);
        let mut rim = Self {
            seats: Vec::with_capacity(parties.len()),
            sectors: Vec::with_capacity(groups.len()),
            seat_of: vec![0; parties.len()],
            place: 1.0 / around,
            radius: up_to(around * pitch / std::f64::consts::TAU, GRID).max(LEAST_RADIUS),
            face,
            heading: Face {
                size: heading,
                bold: true,
            },
            label: up_to(label, GRID),
        };
        rim.seat(&groups);
        rim
    }

    /// Gives every sector its part of the rim, and its parties places at equal distances within.
    fn seat(&mut self, groups: &[(Group, Vec<usize>)]) {
        let mut begin = real(GAP) / 2.0;
        for (group, members) in groups {
            let width = real(room(members.len()));
            let first = self.seats.len();
            for (at, party) in members.iter().enumerate() {
                let within = (real(at) + 0.5) * width / real(members.len());
                self.seat_of[*party] = self.seats.len();
                self.seats.push(Seat {
                    party: *party,
                    turn: (begin + within) * self.place,
                    sector: self.sectors.len(),
                });
            }
            self.sectors.push(Sector {
                group: *group,
                turns: begin * self.place..(begin + width) * self.place,
                seats: first..self.seats.len(),
            });
            begin += width + real(GAP);
        }
    }
}

const fn room(parties: usize) -> usize {
    parties.div_ceil(STEP) * STEP
}

/// The parties by team, in the hierarchy's order; then those without a team; then those outside.
fn grouped(parties: &[RimParty], hierarchy: &Hierarchy) -> Vec<(Group, Vec<usize>)> {
    let teams = hierarchy.order.len();
    let mut members = vec![Vec::new(); teams + 2];
    let mut sorted: Vec<usize> = (0..parties.len()).collect();
    // A team stands first in its own sector.
    sorted.sort_by_cached_key(|at| {
        let party = &parties[*at];
        (party.kind != PartyKind::Team, folded(&party.title), &party.id)
    });
    for at in sorted {
        let group = match parties[at].team {
            Some(team) if team < teams => team,
            _ if parties[at].kind == PartyKind::External => teams + 1,
            _ => teams,
        };
        members[group].push(at);
    }
    let named = hierarchy.order.iter().map(|team| (Group::Team(*team), *team));
    let rest = [(Group::NoTeam, teams), (Group::External, teams + 1)];
    let mut groups: Vec<(Group, Vec<usize>)> = named
        .chain(rest)
        .map(|(group, at)| (group, std::mem::take(&mut members[at])))
        .collect();
    groups.retain(|(_, members)| !members.is_empty());
    groups
}
