//! Mixtures of two colours, worked out: CSS Color 5, section 3.

use std::fmt::Write as _;

/// `value` with each `color-mix(in srgb, A n%, B)` worked out, where A and B are written as `#rgb` or `#rrggbb`; none
/// where one is written otherwise.
pub(super) fn mixed(value: &str) -> Option<String> {
    let Some((before, rest)) = value.split_once("color-mix(") else {
        return Some(value.to_owned());
    };
    let (inside, after) = rest.split_once(')')?;
    let mut parts = inside.split(',').map(str::trim);
    let (space, first, second) = (parts.next()?, parts.next()?, parts.next()?);
    if space != "in srgb" || parts.next().is_some() {
        return None;
    }
    let (first, share) = first.split_once(' ')?;
    let share: u32 = share.trim().strip_suffix('%')?.parse().ok()?;
    let (first, second) = (rgb(first)?, rgb(second)?);
    let share = share.min(100);
    let mut colour = String::from("#");
    for (a, b) in first.iter().zip(second) {
        let part = (u32::from(*a) * share + u32::from(b) * (100 - share) + 50) / 100;
        let _ = write!(colour, "{part:02x}"); // Writing to a string cannot fail.
    }
    Some(format!("{before}{colour}{}", mixed(after)?))
}

fn rgb(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.trim().strip_prefix('#')?;
    let digit = |at: usize| u8::from_str_radix(digits.get(at..=at)?, 16).ok();
    match digits.len() {
        3 => Some([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17]),
        6 => Some([
            digit(0)? * 16 + digit(1)?,
            digit(2)? * 16 + digit(3)?,
            digit(4)? * 16 + digit(5)?,
        ]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::mixed;

    #[test]
    fn two_colours_become_one() {
        let cases = [
            ("#123456", Some("#123456")),
            ("color-mix(in srgb, #000 50%, #fff)", Some("#808080")),
            ("color-mix(in srgb, #1d5c9e 8%, #fff)", Some("#edf2f7")),
            ("color-mix(in srgb, #ff0000 100%, #00f)", Some("#ff0000")),
            ("color-mix(in oklab, #000 50%, #fff)", None),
            ("color-mix(in srgb, red 50%, #fff)", None),
        ];
        for (value, expected) in cases {
            assert_eq!(mixed(value).as_deref(), expected, "{value}");
        }
    }
}
