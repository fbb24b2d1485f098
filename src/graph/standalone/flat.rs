//! Style sheets as a plain list of rules: those that hold for one scheme of colours, at rest, on a screen.

use std::collections::BTreeSet;

use super::Scheme;

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// Its selectors.
    pub(super) selectors: Vec<String>,
    /// Properties and their values, as written.
    pub(super) declarations: Vec<(String, String)>,
}

/// The rules of `sheet` in the order of writing.
///
/// Layers are entered, and the media query for dark colours where they are wanted; of `light-dark()` the colour that holds is taken. Other conditions are not: they are about
/// the reader's screen or settings, or about newer browsers.
pub(super) fn rules(sheet: &str, scheme: Scheme) -> Vec<Rule> {
    let mut found = Vec::new();
    collect(&uncommented(sheet), scheme, &mut found);
    found
}

fn collect(css: &str, scheme: Scheme, found: &mut Vec<Rule>) {
    let mut rest = css;
    while let Some(at) = rest.find(['{', ';', '}']) {
        let (prelude, tail) = (rest[..at].trim(), &rest[at + 1..]);
        if !rest[at..].starts_with('{') {
            // A statement such as `@layer a, b;`, or a brace too many.
            rest = tail;
            continue;
        }
        let end = end_of_block(tail);
        let block = &tail[..end];
        rest = tail.get(end + 1..).unwrap_or_default();
        if !prelude.starts_with('@') {
            found.push(Rule {
                selectors: prelude.split(',').map(folded).collect(),
                declarations: block
                    .split(';')
                    .filter_map(|one| declaration(one, scheme))
                    .collect(),
            });
        } else if is_entered(prelude, scheme) {
            collect(block, scheme, found);
        }
    }
}

fn is_entered(prelude: &str, scheme: Scheme) -> bool {
    let is_for_dark = || {
        let words: String = prelude.split_whitespace().collect();
        words.contains("(prefers-color-scheme:dark)")
    };
    prelude.starts_with("@layer")
        || (scheme == Scheme::Dark && prelude.starts_with("@media") && is_for_dark())
}

/// Where the block ends that `css` is the inside of.
fn end_of_block(css: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in css.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    css.len()
}

fn declaration(written: &str, scheme: Scheme) -> Option<(String, String)> {
    let (name, value) = written.split_once(':')?;
    let value = value.trim().trim_end_matches("!important");
    Some((name.trim().to_owned(), folded(&of_scheme(value, scheme))))
}

/// `value` with each `light-dark(a, b)` taken for the scheme.
fn of_scheme(value: &str, scheme: Scheme) -> String {
    let Some((before, rest)) = value.split_once("light-dark(") else {
        return value.to_owned();
    };
    let mut depth = 0_usize;
    let mut comma = None;
    for (at, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ',' if depth == 0 => comma = comma.or(Some(at)),
            ')' if depth == 0 => {
                let (light, dark) = rest[..at].split_at(comma.unwrap_or(at));
                let own = match scheme {
                    Scheme::Light => light,
                    Scheme::Dark => dark.trim_start_matches(','),
                };
                let after = of_scheme(&rest[at + 1..], scheme);
                return format!("{before}{}{after}", own.trim());
            }
            ')' => depth -= 1,
            _ => {}
        }
    }
    value.to_owned()
}

/// White space as single spaces.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn uncommented(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push(' ');
        out.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    out
}

/// What selectors are held against.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Element<'d> {
    name: &'d str,
    /// Its classes.
    pub(super) classes: BTreeSet<&'d str>,
}

impl<'d> Element<'d> {
    /// An element, its classes as they are written.
    pub(super) fn new(name: &'d str, classes: &'d str) -> Self {
        Self {
            name,
            classes: classes.split_whitespace().collect(),
        }
    }

    fn may_match(&self, compound: &str) -> bool {
        let mut parts = compound.split('.');
        let name = bare(parts.next().unwrap_or_default());
        (["", "*", self.name].contains(&name)) && parts.all(|class| self.classes.contains(bare(class)))
    }
}

/// A name without the conditions that follow it.
fn bare(name: &str) -> &str {
    name.split(['[', '#']).next().unwrap_or_default()
}

/// Whether a selector may mean something in a drawing of those elements, at rest: a pointer and a keyboard are nowhere.
pub(super) fn may_apply(selector: &str, elements: &BTreeSet<Element<'_>>) -> bool {
    let is_there = |compound: &str| {
        matches!(compound, ">" | "+" | "~") || elements.iter().any(|element| element.may_match(compound))
    };
    !selector.contains(':') && selector.split(' ').all(is_there)
}
