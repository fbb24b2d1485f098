//! Numbers with their nouns, and enumerations, as they are spoken.

/// So many of something, such as `1 page`, `3 pages`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{number} {noun}")
}

/// `a`, `a or b`, `a, b or c`.
pub(crate) fn alternatives(all: &[String]) -> String {
    enumerated(all, "or")
}

/// The same with another word before the last.
pub(super) fn enumerated(all: &[String], conjunction: &str) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{alternatives, count};

    #[test]
    fn one_is_not_several() {
        let counted = [0, 1, 2].map(|number| count(number, "page", "pages"));
        assert_eq!(counted, ["0 pages", "1 page", "2 pages"]);
        let all = ["a", "b", "c"].map(str::to_owned);
        let spoken: Vec<String> = (0..=3).map(|number| alternatives(&all[..number])).collect();
        assert_eq!(spoken, ["", "a", "a or b", "a, b or c"]);
    }
}
