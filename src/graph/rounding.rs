//! From counts to lengths and from lengths to whole drawing units: the only place where digits are lost.

/// A count as a length.
pub(crate) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The nearest whole number; halves go away from 0.
#[expect(
    clippy::cast_possible_truncation,
    reason = "what is too large for 32 bits is cut, and nothing is 0"
)]
pub(crate) fn whole(length: f64) -> i32 {
    length.round() as i32
}

/// The next multiple of `step` that is not below `length`: what stands on a grid moves less often.
pub(crate) fn up_to(length: f64, step: i32) -> i32 {
    whole((length / f64::from(step)).ceil()).saturating_mul(step)
}

#[cfg(test)]
mod tests {
    use super::{real, up_to, whole};

    #[test]
    fn rounding_is_total() {
        assert_eq!([2.5, -2.5, 0.4, f64::NAN].map(whole), [3, -3, 0, 0]);
        assert_eq!(whole(f64::INFINITY), i32::MAX);
        assert_eq!(
            [0.0, 0.1, 20.0, 20.1].map(|length| up_to(length, 20)),
            [0, 20, 20, 40]
        );
        assert!((real(7) - 7.0).abs() < f64::EPSILON);
    }
}
