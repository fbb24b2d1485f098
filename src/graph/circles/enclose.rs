//! The smallest circle around circles.

use super::pack::Disc;
use crate::graph::turn::Spot;

/// Lengths this near are taken as equal.
const NEARLY: f64 = 1e-6;

/// The smallest circle that holds all of them.
///
/// After Welzl, "Smallest enclosing disks (balls and ellipsoids)", 1991, and Matoušek, Sharir and Welzl 1996:
/// whatever does not fit belongs to the at most three circles that decide. Without chance, so that the same
/// circles give the same; there are few, since only the outermost count.
pub(super) fn enclose(discs: &[Disc]) -> Disc {
    let mut basis: Vec<Disc> = Vec::new();
    let mut found = Disc::default();
    let mut at = 0;
    // Far more than it ever takes: rounding must not make it run for ever.
    let mut patience = 1_000 + 50 * discs.len();
    while at < discs.len() && patience > 0 {
        patience -= 1;
        if !basis.is_empty() && holds(found, discs[at]) {
            at += 1;
            continue;
        }
        (basis, found) = extended(&basis, discs[at]);
        at = 0;
    }
    // What rounding left out is let in.
    let reach = discs
        .iter()
        .map(|disc| disc.middle.minus(found.middle).length() + disc.radius);
    found.radius = reach.fold(0.0, f64::max);
    found
}

fn holds(outer: Disc, inner: Disc) -> bool {
    inner.middle.minus(outer.middle).length() + inner.radius <= outer.radius + NEARLY
}

/// The smallest circle around those that decided and a new one, with those that decide now.
fn extended(basis: &[Disc], new: Disc) -> (Vec<Disc>, Disc) {
    let mut choices = vec![vec![new]];
    choices.extend(basis.iter().map(|one| vec![*one, new]));
    for (at, one) in basis.iter().enumerate() {
        choices.extend(basis[at + 1..].iter().map(|other| vec![*one, *other, new]));
    }
    let mut best: Option<(Vec<Disc>, Disc)> = None;
    for choice in choices {
        for around in around(&choice) {
            let holds_all = basis.iter().chain([&new]).all(|disc| holds(around, *disc));
            let is_smaller = best.as_ref().is_none_or(|(_, best)| around.radius < best.radius);
            if holds_all && is_smaller {
                best = Some((choice.clone(), around));
            }
        }
    }
    best.unwrap_or_else(|| {
        // Only rounding comes here: a circle that is large enough.
        let reach = basis
            .iter()
            .map(|disc| disc.middle.minus(new.middle).length() + disc.radius);
        let radius = reach.fold(new.radius, f64::max);
        let around = Disc {
            middle: new.middle,
            radius,
        };
        (vec![new], around)
    })
}

/// The circles that touch all of one, two or three circles from outside.
fn around(discs: &[Disc]) -> Vec<Disc> {
    match discs {
        [one] => vec![*one],
        [one, other] => around_two(*one, *other).into_iter().collect(),
        [one, two, three] => around_three(*one, *two, *three),
        _ => Vec::new(),
    }
}

fn around_two(one: Disc, other: Disc) -> Option<Disc> {
    let way = other.middle.minus(one.middle);
    let length = way.length();
    let radius = (length + one.radius + other.radius) / 2.0;
    let middle = one.middle.plus(way.times((radius - one.radius) / length));
    (length > NEARLY).then_some(Disc { middle, radius })
}

/// Apollonius: the middle is linear in the radius, which a quadratic equation gives.
fn around_three(one: Disc, two: Disc, three: Disc) -> Vec<Disc> {
    let (a, b) = (two.middle.minus(one.middle), three.middle.minus(one.middle));
    let cross = a.x * b.y - a.y * b.x;
    if cross.abs() < NEARLY {
        return Vec::new();
    }
    let square = |spot: Spot| spot.x * spot.x + spot.y * spot.y;
    // For each other circle: way * middle = constant + slope * radius, seen from the first circle.
    let constant = |way: Spot, radius: f64| (square(way) + one.radius * one.radius - radius * radius) / 2.0;
    let solve = |first: f64, second: f64| {
        Spot::new(
            (first * b.y - second * a.y) / cross,
            (a.x * second - b.x * first) / cross,
        )
    };
    let base = solve(constant(a, two.radius), constant(b, three.radius));
    let slope = solve(two.radius - one.radius, three.radius - one.radius);
    // The distance from the first circle's middle is the radius less the first circle's.
    let quadratic = square(slope) - 1.0;
    let linear = slope.x * base.x + slope.y * base.y + one.radius;
    let rest = square(base) - one.radius * one.radius;
    let radii = if quadratic.abs() < 1e-9 {
        vec![-rest / (2.0 * linear)]
    } else {
        let root = (linear * linear - quadratic * rest).max(0.0).sqrt();
        vec![(-linear - root) / quadratic, (-linear + root) / quadratic]
    };
    let largest = one.radius.max(two.radius).max(three.radius);
    radii
        .into_iter()
        .filter(|radius| radius.is_finite() && *radius >= largest - NEARLY)
        .map(|radius| Disc {
            middle: one.middle.plus(base).plus(slope.times(radius)),
            radius,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Disc, Spot, enclose, holds};

    fn disc((x, y, radius): (f64, f64, f64)) -> Disc {
        Disc {
            middle: Spot::new(x, y),
            radius,
        }
    }

    #[test]
    fn known_circles() {
        assert_eq!(enclose(&[]), Disc::default());
        assert_eq!(enclose(&[disc((3.0, 4.0, 5.0))]), disc((3.0, 4.0, 5.0)));
        let pair = enclose(&[disc((-3.0, 0.0, 1.0)), disc((5.0, 0.0, 1.0))]);
        assert!((pair.radius - 5.0).abs() < 1e-9 && (pair.middle.x - 1.0).abs() < 1e-9);
        // Three that touch each other, of radius 1: Soddy's outer circle.
        let height = 3.0_f64.sqrt();
        let three = [(0.0, 0.0, 1.0), (2.0, 0.0, 1.0), (1.0, height, 1.0)].map(disc);
        assert!((enclose(&three).radius - (1.0 + 2.0 / height)).abs() < 1e-6);
    }

    proptest::proptest! {
        #[test]
        fn all_are_held_and_none_smaller_holds_them(
            discs in proptest::collection::vec((-99.0_f64..99.0, -99.0_f64..99.0, 0.5_f64..50.0), 1..40)
        ) {
            let discs: Vec<Disc> = discs.into_iter().map(disc).collect();
            let found = enclose(&discs);
            for disc in &discs {
                assert!(holds(found, *disc));
            }
            // A smaller one somewhere near would be a better one.
            for step in 0..64 {
                let aside = crate::graph::turn::direction(f64::from(step) / 64.0).times(0.05);
                let middle = found.middle.plus(aside);
                let reach = discs.iter().map(|disc| disc.middle.minus(middle).length() + disc.radius);
                assert!(reach.fold(0.0, f64::max) > found.radius - 1e-4);
            }
        }
    }
}
