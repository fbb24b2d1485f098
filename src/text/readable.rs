//! Names of files and folders as people read them.

/// `product-owner` as `Product owner`; the name itself where nothing of it would be left.
pub(crate) fn readable(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut rest = spaced.trim().chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => name.to_owned(),
    }
}
