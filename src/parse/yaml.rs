//! Front matter that was written as YAML, as it is written here.

use super::front_matter::is_key;

/// YAML as TOML.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// The lines between the fences.
    pub(super) toml: String,
    /// Whether it says all that was said; what has no meaning here is kept as a comment.
    pub(super) is_whole: bool,
    /// Whether every key means here what it means elsewhere.
    pub(super) is_certain: bool,
}

/// What `yaml`, the lines between two `---`, says, where it is as simple as front matter mostly is: keys with
/// texts, numbers and lists of them.
pub(super) fn as_toml(yaml: &str) -> Option<Written> {
    let mut written = Written {
        toml: String::new(),
        is_whole: true,
        is_certain: true,
    };
    let mut known = Vec::new();
    let mut lines = yaml.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        if line.is_empty() || line.starts_with('#') {
            written.push(line);
            continue;
        }
        let (key, value) = line.split_once(':')?;
        let mut below = Vec::new();
        while let Some(line) = lines.next_if(|line| is_below(line)) {
            below.push(line);
        }
        let name = key.to_lowercase();
        if known.contains(&name) {
            return None;
        } else if is_key(&name) {
            written.is_certain &= matches!(name.as_str(), "title" | "tags");
            let value = value_of(&name, value.trim(), &below)?;
            written.push(&format!("{name} = {value}"));
            known.push(name);
        } else if is_plain_key(key) {
            (written.is_whole, written.is_certain) = (false, false);
            for line in std::iter::once(line).chain(below) {
                written.push(&format!("# {line}"));
            }
        } else {
            return None;
        }
    }
    Some(written)
}

impl Written {
    fn push(&mut self, line: &str) {
        self.toml.push_str(line);
        self.toml.push('\n');
    }
}

/// Whether a line belongs to the key above it.
fn is_below(line: &str) -> bool {
    line.starts_with([' ', '\t']) || line.starts_with("- ") || line == "-"
}

fn is_plain_key(key: &str) -> bool {
    !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// The value of `key`, of which `text` stands behind the colon and `below` on the next lines.
fn value_of(key: &str, text: &str, below: &[&str]) -> Option<String> {
    if below.is_empty() {
        return match text.strip_prefix('[') {
            Some(list) => list_of(list.strip_suffix(']')?.split(',')),
            None => single(key, text),
        };
    }
    let items = below.iter().map(|line| line.trim_start().strip_prefix('-'));
    let items: Option<Vec<&str>> = items.collect();
    text.is_empty().then(|| list_of(items?.into_iter())).flatten()
}

fn list_of<'y>(items: impl Iterator<Item = &'y str>) -> Option<String> {
    let items = items.map(str::trim).filter(|item| !item.is_empty());
    let items: Option<Vec<String>> = items.map(|item| plain(item).map(|text| quoted(&text))).collect();
    Some(format!("[{}]", items?.join(", ")))
}

fn single(key: &str, text: &str) -> Option<String> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match key {
        "order" => is_number.then(|| text.to_owned()),
        "reviewed" => is_date(text).then(|| text.to_owned()),
        _ => plain(text).map(|text| quoted(&text)),
    }
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// The text of a value that stands on one line.
fn plain(text: &str) -> Option<String> {
    let inside = |quote| text.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(inside) = inside('\'') {
        // Within, two quotes stand for one.
        let parts: Vec<&str> = inside.split("''").collect();
        let is_sound = parts.iter().all(|part| !part.contains('\''));
        return is_sound.then(|| parts.join("'"));
    }
    if let Some(inside) = inside('"') {
        return (!inside.contains(['"', '\\'])).then(|| inside.to_owned());
    }
    let is_plain = !text.is_empty()
        && !text.starts_with([
            '[', ']', '{', '}', '&', '*', '!', '|', '>', '%', '@', '`', '"', '\'', '#',
        ])
        && !text.contains(": ")
        && !text.ends_with(':')
        && !text.contains(" #")
        && text != "~"
        && text != "null";
    is_plain.then(|| text.to_owned())
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::as_toml;

    #[test]
    fn simple_front_matter_is_written_anew() {
        let cases = [
            ("title: A role\n", Some(("title = \"A role\"\n", true))),
            (
                "Title: \"It's \"\ntags: [a, 'b c']\n\n# note\naliases:\n  - One\n  - 'Two''s'\n",
                Some((
                    "title = \"It's \"\ntags = [\"a\", \"b c\"]\n\n# note\naliases = [\"One\", \"Two's\"]\n",
                    true,
                )),
            ),
            (
                "title: C:\\x \"y\"\nreviewed: 2026-05-01\norder: 3\nweight: 1\nmenu:\n  main: x\n",
                Some((
                    "title = \"C:\\\\x \\\"y\\\"\"\nreviewed = 2026-05-01\norder = 3\n# weight: 1\n# menu:\n#   main: x\n",
                    false,
                )),
            ),
            ("tags:\n- a\n-\n", Some(("tags = [\"a\"]\n", true))),
            ("title: |\n  Long\n", None),
            ("title: a: b\n", None),
            ("title: x # why\n", None),
            ("title:\n", None),
            ("keepers:\n  - person: ana\n", None),
            ("no key\n", None),
            ("title: a\ntitle: b\n", None),
            ("reviewed: May\n", None),
        ];
        for (yaml, expected) in cases {
            let written = as_toml(yaml);
            let found = written
                .as_ref()
                .map(|found| (found.toml.as_str(), found.is_whole));
            assert_eq!(found, expected, "{yaml}");
        }
    }
}
