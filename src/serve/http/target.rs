//! What a request asks for: its path and query.

use std::collections::BTreeMap;

/// A request's target, decoded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// Begins with a slash; no segment of it is empty, `.` or `..`, but the last one may be empty.
    pub(super) path: String,
    /// The first value of each name.
    pub(super) query: BTreeMap<String, String>,
}

impl Target {
    /// Reads `target`, or says what is wrong with it, in words that go on from "the address ...".
    ///
    /// Nothing is made to fit: of two spellings of a path that some programs take for the same one, the
    /// second is refused.
    pub(super) fn read(target: &str) -> Result<Self, &'static str> {
        if !target.starts_with('/') {
            return Err("does not begin with a slash");
        }
        if target.contains(['#', '\\']) {
            return Err("holds a character that no address holds");
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Ok(Self {
            path: read_path(path)?,
            query: read_query(query)?,
        })
    }
}

fn read_path(path: &str) -> Result<String, &'static str> {
    let mut read = String::with_capacity(path.len());
    let mut segments = path[1..].split('/').peekable();
    while let Some(segment) = segments.next() {
        let segment = decoded(segment)?;
        match segment.as_str() {
            "." | ".." => return Err("goes up or nowhere with `.` or `..`"),
            "" if segments.peek().is_some() => return Err("has nothing between two slashes"),
            segment if segment.contains(['/', '\\']) => return Err("holds a slash in disguise"),
            _ => {}
        }
        read.push('/');
        read.push_str(&segment);
    }
    Ok(read)
}

fn read_query(query: &str) -> Result<BTreeMap<String, String>, &'static str> {
    let mut read = BTreeMap::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decoded(&value.replace('+', " "))?;
        read.entry(decoded(&name.replace('+', " "))?).or_insert(value);
    }
    Ok(read)
}

/// `text` with each `%` and two digits as the byte that they stand for.
fn decoded(text: &str) -> Result<String, &'static str> {
    const NO_DIGITS: &str = "holds a `%` without two digits after it";
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let byte = if byte == b'%' {
            let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
            let (high, low) = (digit().ok_or(NO_DIGITS)?, digit().ok_or(NO_DIGITS)?);
            u8::try_from(high * 16 + low).map_err(|_| NO_DIGITS)?
        } else {
            byte
        };
        bytes.push(byte);
    }
    let text = String::from_utf8(bytes).map_err(|_| "is not written in UTF-8")?;
    if text.chars().any(char::is_control) {
        return Err("holds a character that can't be seen");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::Target;

    #[test]
    fn paths_are_decoded() {
        for (target, path) in [
            ("/", "/"),
            ("/roles/engineer.html", "/roles/engineer.html"),
            ("/roles/", "/roles/"),
            ("/gr%C3%B6%C3%9Fe/a%20b.html", "/größe/a b.html"),
            ("/a+b", "/a+b"),
            ("/v1..2.html", "/v1..2.html"),
            ("/%252e%252e/a", "/%2e%2e/a"),
            ("/a|b", "/a|b"),
        ] {
            assert_eq!(Target::read(target).map(|read| read.path).as_deref(), Ok(path));
        }
    }

    #[test]
    fn what_is_not_one_plain_path_is_refused() {
        for target in [
            "",
            "*",
            "roles",
            "http://localhost/",
            "//localhost/",
            "/a//b",
            "/a//",
            "/../etc/passwd",
            "/a/..",
            "/a/./b",
            "/%2e%2e/etc/passwd",
            "/.%2E/a",
            "/a%2fb",
            "/..%2fa",
            r"/..\a",
            "/a%5Cb",
            "/a%00",
            "/a%0d%0ab",
            "/a%7f",
            "/a%c2%85",
            "/a%",
            "/a%4",
            "/a%zz",
            "/a%+1",
            "/%ff",
            "/%c0%ae%c0%ae/a",
            "/a#b",
            "/a?x=%0aSet-Cookie:1",
            "/a?x=%",
        ] {
            assert!(Target::read(target).is_err(), "{target:?}");
        }
    }

    #[test]
    fn the_first_value_of_a_name_counts() {
        let target = Target::read("/a?page=%2Froles%2Fa.html&page=b&q=two+w%6Frds&&empty=&bare")
            .map(|read| read.query);
        let query: Vec<(String, String)> = target.unwrap_or_default().into_iter().collect();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            query,
            [
                pair("bare", ""),
                pair("empty", ""),
                pair("page", "/roles/a.html"),
                pair("q", "two words"),
            ]
        );
    }
}
