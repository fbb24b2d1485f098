//! Near names: what someone may have meant.

/// Up to three of `candidates` that `name` may be a misspelling of, nearest first.
///
/// Compared without case, by Damerau-Levenshtein distance (a third of the length at the most), or
/// because one begins with the other. Beside a name that differs in a letter or two those that differ in
/// more, or only begin alike, are not given. Ties are in the order of the candidates.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    const MOST: usize = 3;
    let wanted = name.trim().to_lowercase();
    let length = wanted.chars().count();
    if length == 0 || length > 200 {
        return Vec::new();
    }
    let limit = (length / 3).clamp(1, 6);
    let mut found: Vec<(usize, &str)> = Vec::new();
    for candidate in candidates {
        let lower = candidate.to_lowercase();
        let gap = lower.chars().count().abs_diff(length);
        let starts =
            length >= 3 && (lower.starts_with(&wanted) || (lower.len() >= 3 && wanted.starts_with(&lower)));
        if gap > limit && !starts {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&wanted, &lower);
        if distance <= limit && distance < length {
            found.push((distance, candidate));
        } else if starts {
            found.push((limit + distance, candidate));
        }
    }
    found.sort_by_key(|(distance, _)| *distance);
    found.dedup_by_key(|(_, candidate)| *candidate);
    let nearest = found.first().map_or(0, |(distance, _)| *distance);
    if nearest <= limit {
        let farthest = if nearest == 0 { 0 } else { 2 * nearest + 1 };
        found.retain(|(distance, _)| *distance <= farthest.min(limit));
    }
    found.truncate(MOST);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let names = [
            "engineer",
            "office",
            "product-owner",
            "Product Owner",
            "product-manager",
        ];
        assert_eq!(nearest("enginer", names), ["engineer"]);
        assert_eq!(nearest("Product Ownr", names), ["Product Owner", "product-owner"]);
        assert_eq!(nearest("Product Owner of the team", names), ["Product Owner"]);
        assert!(nearest("quartermaster", names).is_empty());
        assert_eq!(
            nearest("week-11-begin", ["week-1", "week-11-beginning", "week-11-begins"]),
            ["week-11-begins"]
        );
        assert_eq!(
            nearest("Conditionals", ["conditions", "conditionals"]),
            ["conditionals"]
        );
        assert!(nearest("x", ["a", "b"]).is_empty());
    }
}
