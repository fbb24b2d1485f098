//! Edges bundled along the hierarchy: Holten, "Hierarchical Edge Bundles", 2006.

use super::hierarchy::Hierarchy;
use super::rim::{Group, Rim};
use crate::graph::rounding::{real, whole};
use crate::graph::svg::coordinates;
use crate::graph::turn::{Spot, direction};

/// Holten's beta: 0 draws straight lines, 1 follows the hierarchy all the way.
const STRENGTH: f64 = 0.9;
/// How near to the rim a sector's edges are tied together, as a part of the radius.
const TIE: f64 = 0.66;
/// A path through more levels is thinned out.
const MOST_CONTROLS: usize = 8;

/// Where edges are tied together.
#[derive(Debug)]
pub(super) struct Bundles {
    radius: f64,
    /// One for each sector.
    ties: Vec<Spot>,
    /// For each sector, its team and those above that hold more than what is tied already, the nearest first.
    above: Vec<Vec<usize>>,
    /// One for each team: the middle of all parties in it and its parts, the nearer to the middle of the
    /// drawing the higher it stands.
    hubs: Vec<Spot>,
}

impl Bundles {
    pub(super) fn new(rim: &Rim, hierarchy: &Hierarchy) -> Self {
        let radius = f64::from(rim.radius);
        let mut sums = vec![(Spot::default(), 0); hierarchy.order.len()];
        let mut ties = Vec::with_capacity(rim.sectors.len());
        for sector in &rim.sectors {
            let count = sector.seats.len();
            let seats = &rim.seats[sector.seats.clone()];
            let sum = seats
                .iter()
                .fold(Spot::default(), |sum, seat| sum.plus(direction(seat.turn)));
            ties.push(sum.times(TIE * radius / real(count.max(1))));
            if let Group::Team(team) = sector.group {
                for team in std::iter::once(team).chain(hierarchy.above(team)) {
                    sums[team] = (sums[team].0.plus(sum), sums[team].1 + count);
                }
            }
        }
        let deepest = hierarchy.depth.iter().max().copied().unwrap_or_default() + 1;
        let hub = |(at, (sum, count)): (usize, &(Spot, usize))| {
            let part = real(hierarchy.depth[at]) / real(deepest);
            sum.times(TIE * part * radius / real((*count).max(1)))
        };
        let hubs = sums.iter().enumerate().map(hub).collect();
        let above = rim
            .sectors
            .iter()
            .map(|sector| hubs_above(sector.group, sector.seats.len(), hierarchy, &sums));
        let above = above.collect();
        Self {
            radius,
            ties,
            above,
            hubs,
        }
    }

    /// Writes the path's data for an edge between two places on the rim, given in turns and sectors.
    pub(super) fn path(&self, out: &mut String, from: (f64, usize), to: (f64, usize)) {
        let ends = [from, to].map(|(turn, _)| direction(turn).times(self.radius));
        let controls = self.controls(ends, from.1, to.1);
        let mut at = round(controls[0]);
        out.push('M');
        coordinates(out, &[at.0, at.1]);
        if let [_, middle, end] = controls[..] {
            out.push('q');
            relative(out, &mut at, &[middle, end]);
            return;
        }
        for segment in segments(&controls) {
            out.push('c');
            relative(out, &mut at, &segment);
        }
    }

    /// The spline's control polygon, straightened: at least three places.
    fn controls(&self, ends: [Spot; 2], from: usize, to: usize) -> Vec<Spot> {
        let [start, end] = ends;
        if from == to {
            return vec![start, self.bow(start, end), end];
        }
        let (up, down) = (&self.above[from], &self.above[to]);
        let shared = up
            .iter()
            .rev()
            .zip(down.iter().rev())
            .take_while(|(a, b)| a == b)
            .count();
        // The nearest team that holds both is left out, as Holten does: it would draw everything together.
        let mut controls = vec![start, self.ties[from]];
        controls.extend(up[..up.len() - shared].iter().map(|team| self.hubs[*team]));
        controls.extend(
            down[..down.len() - shared]
                .iter()
                .rev()
                .map(|team| self.hubs[*team]),
        );
        controls.extend([self.ties[to], end]);
        thin(&mut controls);
        let steps = real(controls.len() - 1);
        for (at, control) in controls.iter_mut().enumerate() {
            let straight = start.towards(end, real(at) / steps);
            *control = straight.towards(*control, STRENGTH);
        }
        controls
    }

    /// Within a sector an edge bows as deep as its ends are apart: through one tie all would look the same.
    fn bow(&self, start: Spot, end: Spot) -> Spot {
        let middle = start.towards(end, 0.5);
        let depth = 14.0 + 0.75 * end.minus(start).length();
        let part = (depth / self.radius).min(0.8);
        middle.towards(Spot::default(), part)
    }
}

/// Leaves those teams out that hold nothing but what is tied together below them already.
fn hubs_above(group: Group, seats: usize, hierarchy: &Hierarchy, sums: &[(Spot, usize)]) -> Vec<usize> {
    let Group::Team(team) = group else {
        return Vec::new();
    };
    let mut held = seats;
    let mut teams = Vec::new();
    for team in std::iter::once(team).chain(hierarchy.above(team)) {
        if sums[team].1 > held {
            held = sums[team].1;
            teams.push(team);
        }
    }
    teams
}

fn thin(controls: &mut Vec<Spot>) {
    let last = controls.len() - 1;
    if last >= MOST_CONTROLS {
        *controls = (0..MOST_CONTROLS)
            .map(|step| controls[step * last / (MOST_CONTROLS - 1)])
            .collect();
    }
}

/// The uniform cubic B-spline that begins and ends at its first and last control, as Bézier segments: the
/// three places after each segment's start (de Boor's algorithm in its blossomed form; Ramshaw 1987).
fn segments(controls: &[Spot]) -> impl Iterator<Item = [Spot; 3]> {
    let count = controls.len() - 3;
    (0..count).map(move |at| {
        let (low, high) = (real(at), real(at + 1));
        let blossom = |arguments| blossom(controls, at, arguments);
        [
            blossom([low, low, high]),
            blossom([low, high, high]),
            blossom([high, high, high]),
        ]
    })
}

fn blossom(controls: &[Spot], segment: usize, arguments: [f64; 3]) -> Spot {
    let last = controls.len() - 3;
    let knot = |at: usize| real(at.saturating_sub(3).min(last));
    let mut places = [0, 1, 2, 3].map(|at| controls[segment + at]);
    for (round, argument) in arguments.into_iter().enumerate() {
        for at in (round + 1..4).rev() {
            let (low, high) = (knot(segment + at), knot(segment + at + 3 - round));
            places[at] = places[at - 1].towards(places[at], (argument - low) / (high - low));
        }
    }
    places[3]
}

fn round(spot: Spot) -> (i32, i32) {
    (whole(spot.x), whole(spot.y))
}

/// Writes places relative to `at`, and moves it to the last.
fn relative(out: &mut String, at: &mut (i32, i32), spots: &[Spot]) {
    let start = *at;
    for spot in spots {
        *at = round(*spot);
        coordinates(out, &[at.0 - start.0, at.1 - start.1]);
    }
}

#[cfg(test)]
mod tests {
    use super::{Spot, segments};

    #[test]
    fn four_controls_are_one_bezier_segment() {
        let controls = [(0.0, 0.0), (1.0, 5.0), (7.0, 2.0), (9.0, 9.0)].map(|(x, y)| Spot::new(x, y));
        let found: Vec<_> = segments(&controls).collect();
        assert_eq!(found, [[controls[1], controls[2], controls[3]]]);
    }

    #[test]
    fn a_straight_polygon_gives_a_straight_line_through_its_ends() {
        for count in 4..9 {
            let controls: Vec<Spot> = (0..count).map(|at| Spot::new(f64::from(at), 2.0)).collect();
            let found: Vec<[Spot; 3]> = segments(&controls).collect();
            assert_eq!(found.len() + 3, controls.len());
            assert_eq!(found.last().map(|segment| segment[2]), controls.last().copied());
            let places: Vec<Spot> = found.into_iter().flatten().collect();
            assert!(places.iter().all(|place| (place.y - 2.0).abs() < 1e-9));
            assert!(places.windows(2).all(|pair| pair[0].x < pair[1].x));
        }
    }
}
