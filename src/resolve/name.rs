//! Names as they are shown in findings.

use std::borrow::Cow;

/// Of a very long name the beginning.
pub(super) fn brief(name: &str) -> Cow<'_, str> {
    const MOST: usize = 100;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => Cow::Owned(format!("{} …", name[..end].trim_end())),
        None => Cow::Borrowed(name),
    }
}

#[cfg(test)]
mod tests {
    use super::brief;

    #[test]
    fn very_long_names_are_cut_between_characters() {
        assert_eq!(brief("ünï"), "ünï");
        assert_eq!(brief(&"ü".repeat(1_000)), format!("{} …", "ü".repeat(100)));
    }
}
