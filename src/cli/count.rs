//! Numbers with their nouns.

/// So many of something, such as `1 page`, `3 pages`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{number} {noun}")
}
