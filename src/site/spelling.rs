//! How a wikilink without a text of its own spells what it leads to.

use crate::text::normal;

/// The spelling that is shown for a thing that a wikilink names as `written`: its title where that is an id,
/// or where a path leads to it instead of a wikilink; otherwise as written, so that "all [[Customers]] of a [[service]]" stays a sentence. Hyphens in place of spaces
/// are for files' names: where they make the difference, the name itself is shown.
pub(super) fn spelling<'s>(
    written: Option<&'s str>,
    ids: &[&str],
    title: &'s str,
    mut names: impl Iterator<Item = &'s str>,
) -> &'s str {
    let Some(written) = written.filter(|written| *written != title && !ids.contains(written)) else {
        return title;
    };
    let key = normal(written);
    let is_meant = |name: &&str| normal(name) == key;
    let known = Some(title).filter(is_meant).or_else(|| names.find(is_meant));
    match known {
        Some(name) if name.to_lowercase() == written.to_lowercase() => written,
        Some(name) => name,
        None if ids.is_empty() || written.contains(['-', '_', '/']) => title,
        None => written,
    }
}

#[cfg(test)]
mod tests {
    use super::spelling;

    #[test]
    fn ids_become_titles_and_words_stay_as_written() {
        let ids = ["product-owner", "roles/product-owner"];
        let names = ["Product owners", "PO", "Owner of the product"];
        let cases = [
            ("product-owner", "Product Owner"),
            ("roles/product-owner", "Product Owner"),
            ("PRODUCT-OWNER", "Product Owner"),
            ("product owner", "product owner"),
            ("product owners", "product owners"),
            ("product-owners", "Product owners"),
            ("owner_of-the product", "Owner of the product"),
            ("po", "po"),
            ("Roles/Product-Owner", "Product Owner"),
        ];
        for (written, shown) in cases {
            assert_eq!(
                spelling(Some(written), &ids, "Product Owner", names.into_iter()),
                shown
            );
        }
        assert_eq!(
            spelling(Some("Vega"), &["vega"], "Team Vega", [].into_iter()),
            "Vega"
        );
    }
}
