//! Names and sentences as people read them.

/// `product-owner` as `Product owner`; the name itself where nothing of it would be left.
pub(crate) fn readable(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    match spaced.trim() {
        "" => name.to_owned(),
        words => capitalised(words),
    }
}

/// The text with a capital at its beginning.
pub(crate) fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}
