//! Tags by which a client knows that it has the bytes already.

/// `tag` as it stands in a header; none where it can't.
pub(super) fn quoted(tag: &str) -> Option<String> {
    let fits = !tag.is_empty() && tag.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
    fits.then(|| format!("\"{tag}\""))
}

/// Whether the quoted `tag` is in the list of an `If-None-Match`; weak tags count there as well.
pub(super) fn is_among(tag: &str, list: &str) -> bool {
    let mut rest = list.trim();
    if rest == "*" {
        return true;
    }
    // A tag may hold a comma: the list is read tag by tag.
    while let Some(start) = rest.find('"') {
        let Some(len) = rest[start + 1..].find('"') else {
            return false;
        };
        let end = start + len + 2;
        if &rest[start..end] == tag {
            return true;
        }
        rest = &rest[end..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{is_among, quoted};

    #[test]
    fn a_tag_is_found_in_lists() {
        for list in [
            r#""a""#,
            r#"W/"a""#,
            r#""x", "a""#,
            r#""x,y" ,W/"a", "z""#,
            "*",
            " * ",
        ] {
            assert!(is_among(r#""a""#, list), "{list}");
        }
        for list in ["", "a", r#""A""#, r#""b", "ab""#, r#""a"#, r#"", "a"#] {
            assert!(!is_among(r#""a""#, list), "{list}");
        }
    }

    #[test]
    fn what_would_break_a_header_is_no_tag() {
        assert_eq!(quoted("a-1,2").as_deref(), Some(r#""a-1,2""#));
        for tag in ["", "a b", "a\"b", "a\r\nb", "ä"] {
            assert_eq!(quoted(tag), None, "{tag:?}");
        }
    }
}
