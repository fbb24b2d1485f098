//! Directions on a circle, the same to the last bit on every machine.

use std::f64::consts::TAU;

/// A place relative to the middle of a drawing, or a direction; x grows to the right, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Spot {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

impl Spot {
    pub(crate) const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }

    pub(crate) fn minus(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }

    pub(crate) fn times(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }

    /// The place at `part` of the way to `other`.
    pub(crate) fn towards(self, other: Self, part: f64) -> Self {
        self.plus(other.minus(self).times(part))
    }

    pub(crate) fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }
}

/// The direction at `turn` full turns clockwise from 12 o'clock, as a place at distance 1.
///
/// The platform's sine may differ in its last digit, and a drawing with it; sums and products do not.
pub(crate) fn direction(turn: f64) -> Spot {
    let eighths = (turn - turn.floor()) * 8.0;
    let nearest = (eighths / 2.0).round();
    let angle = (eighths / 2.0 - nearest) * (TAU / 4.0);
    let (sine, cosine) = (sine(angle), cosine(angle));
    let quarters = nearest.rem_euclid(4.0);
    if quarters < 0.5 {
        Spot::new(sine, -cosine)
    } else if quarters < 1.5 {
        Spot::new(cosine, sine)
    } else if quarters < 2.5 {
        Spot::new(-sine, cosine)
    } else {
        Spot::new(-cosine, -sine)
    }
}

/// Taylor's series within an eighth of a turn: right to 12 digits.
fn sine(angle: f64) -> f64 {
    let square = angle * angle;
    let terms = [156.0, 110.0, 72.0, 42.0, 20.0, 6.0];
    angle
        * terms
            .iter()
            .fold(1.0, |sum, divisor| 1.0 - square / divisor * sum)
}

fn cosine(angle: f64) -> f64 {
    let square = angle * angle;
    let terms = [182.0, 132.0, 90.0, 56.0, 30.0, 12.0, 2.0];
    terms
        .iter()
        .fold(1.0, |sum, divisor| 1.0 - square / divisor * sum)
}

#[cfg(test)]
mod tests {
    use super::direction;
    use std::f64::consts::TAU;

    #[test]
    fn directions_are_right_all_round() {
        for step in -50..1100 {
            let turn = f64::from(step) / 997.0;
            let spot = direction(turn);
            let (sine, cosine) = (turn * TAU).sin_cos();
            assert!(
                (spot.x - sine).abs() < 1e-11 && (spot.y + cosine).abs() < 1e-11,
                "{turn}"
            );
        }
    }
}
