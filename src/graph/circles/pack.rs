//! Circles beside each other, as near as they go.

use crate::graph::turn::Spot;

/// A circle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Disc {
    pub(super) middle: Spot,
    pub(super) radius: f64,
}

impl Disc {
    /// How far apart the rims are; negative where they overlap.
    fn gap(self, other: Self) -> f64 {
        other.middle.minus(self.middle).length() - self.radius - other.radius
    }
}

/// Two lengths nearer than this are taken as equal.
const NEARLY: f64 = 1e-6;
/// A place is as near as another where it is farther by less than this part of the circle's radius: so circles
/// stay where they are when others grow a little. Measured on changes of 100 roles: with 0, unmoved roles
/// shift by twice as much, and drawings are not smaller.
const AS_NEAR: f64 = 0.3;

/// Where circles with these radii stand, the first near the middle, and those that lie outermost.
///
/// After Wang, Wang, Dai and Wang, "Visualization of large hierarchical data by circle packing", 2006: the
/// outermost circles form a chain; the next one is put against the pair of the chain where it comes nearest to
/// the middle, and where it would lie upon others, these are cut out of the chain.
pub(super) fn pack(radii: &[f64]) -> (Vec<Disc>, Vec<usize>) {
    let mut discs: Vec<Disc> = radii
        .iter()
        .map(|radius| Disc {
            middle: Spot::default(),
            radius: *radius,
        })
        .collect();
    if let [first, second, ..] = radii {
        discs[0].middle.x = -second;
        discs[1].middle.x = *first;
    }
    if discs.len() < 3 {
        let all = (0..discs.len()).collect();
        return (discs, all);
    }
    let third = touching(discs[1], discs[0], radii[2]);
    discs[2].middle = third;
    let mut chain = Chain::new(discs.len());
    let mut weight = Weight::default();
    discs[..3].iter().for_each(|disc| weight.add(*disc));
    for at in 3..discs.len() {
        let mut pair = chain.nearest(&discs, at - 1, radii[at], weight.middle());
        loop {
            discs[at].middle = touching(discs[pair.0], discs[pair.1], radii[at]);
            match chain.hit(&discs, pair, at) {
                Some(shorter) => {
                    pair = shorter;
                    chain.link(pair.0, pair.1);
                }
                None => break,
            }
        }
        chain.link(pair.0, at);
        chain.link(at, pair.1);
        weight.add(discs[at]);
    }
    let outermost = chain.members(discs.len() - 1);
    (discs, outermost)
}

/// The centre of gravity of what stands already.
#[derive(Default)]
struct Weight {
    sum: Spot,
    area: f64,
}

impl Weight {
    fn add(&mut self, disc: Disc) {
        let area = disc.radius * disc.radius;
        self.sum = self.sum.plus(disc.middle.times(area));
        self.area += area;
    }

    fn middle(&self) -> Spot {
        self.sum.times(1.0 / self.area.max(NEARLY))
    }
}

/// Where a circle touches two others, on the left of the way from one to the other's outside.
fn touching(from: Disc, to: Disc, radius: f64) -> Spot {
    let way = to.middle.minus(from.middle);
    let square = way.x * way.x + way.y * way.y;
    if square <= NEARLY {
        return from.middle.plus(Spot::new(from.radius + radius, 0.0));
    }
    let (near, far) = (from.radius + radius, to.radius + radius);
    let along = (square + near * near - far * far) / (2.0 * square);
    let aside = (near * near / square - along * along).max(0.0).sqrt();
    from.middle
        .plus(way.times(along))
        .plus(Spot::new(way.y, -way.x).times(aside))
}

/// The outermost circles, each with the one before and after it.
struct Chain {
    next: Vec<usize>,
    previous: Vec<usize>,
}

impl Chain {
    /// The first three.
    fn new(size: usize) -> Self {
        let mut chain = Self {
            next: vec![0; size],
            previous: vec![0; size],
        };
        for (from, to) in [(0, 1), (1, 2), (2, 0)] {
            chain.link(from, to);
        }
        chain
    }

    fn link(&mut self, from: usize, to: usize) {
        self.next[from] = to;
        self.previous[to] = from;
    }

    fn members(&self, start: usize) -> Vec<usize> {
        let mut members = vec![start];
        let mut at = self.next[start];
        while at != start {
            members.push(at);
            at = self.next[at];
        }
        members
    }

    /// The pair against which a circle comes to stand nearest to the middle; of those that are as near, the
    /// first from `start` on.
    fn nearest(&self, discs: &[Disc], start: usize, radius: f64, middle: Spot) -> (usize, usize) {
        let mut best = (start, f64::INFINITY);
        for at in self.members(start) {
            let place = touching(discs[at], discs[self.next[at]], radius);
            let distance = place.minus(middle).length();
            if distance < best.1 - AS_NEAR * radius {
                best = (at, distance);
            }
        }
        (best.0, self.next[best.0])
    }

    /// Where the circle lies upon another of the chain, the pair that it has to touch instead: the nearer
    /// hit along the chain counts, looked for both ways at once.
    fn hit(&self, discs: &[Disc], pair: (usize, usize), at: usize) -> Option<(usize, usize)> {
        let (mut back, mut on) = (self.previous[pair.0], self.next[pair.1]);
        let (mut far_back, mut far_on) = (discs[pair.0].radius, discs[pair.1].radius);
        loop {
            if far_on <= far_back {
                if discs[on].gap(discs[at]) < -NEARLY {
                    return Some((pair.0, on));
                }
                far_on += discs[on].radius;
                on = self.next[on];
            } else {
                if discs[back].gap(discs[at]) < -NEARLY {
                    return Some((back, pair.1));
                }
                far_back += discs[back].radius;
                back = self.previous[back];
            }
            if on == self.next[back] {
                return None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Disc, pack};

    fn assert_apart(discs: &[Disc]) {
        for (at, disc) in discs.iter().enumerate() {
            assert!(disc.middle.x.is_finite() && disc.middle.y.is_finite());
            for other in &discs[..at] {
                assert!(disc.gap(*other) > -1e-3, "{disc:?} and {other:?} overlap");
            }
        }
    }

    #[test]
    fn few_circles_touch() {
        for count in 0..8 {
            let radii: Vec<f64> = (0..count).map(|at| 10.0 + f64::from(at)).collect();
            let (discs, outermost) = pack(&radii);
            assert_eq!(discs.len(), radii.len());
            assert!(outermost.len() <= discs.len());
            assert_apart(&discs);
            for disc in &discs[1.min(discs.len())..] {
                assert!(discs.iter().any(|other| disc.gap(*other).abs() < 1e-3));
            }
        }
    }

    #[test]
    fn equal_circles_fill_space_well() {
        let (discs, _) = pack(&[1.0; 300]);
        assert_apart(&discs);
        let reach = crate::graph::circles::enclose::enclose(&discs).radius;
        assert!(300.0 / (reach * reach) > 0.65, "within {reach}");
    }

    proptest::proptest! {
        #[test]
        fn circles_never_overlap(radii in proptest::collection::vec(1.0_f64..100.0, 0..80)) {
            assert_apart(&pack(&radii).0);
        }
    }
}
