//! Custom properties of style sheets, put in where they are used.

use std::collections::{BTreeMap, BTreeSet};

use super::flat::{Element, Rule, may_apply};
use super::mixed::mixed;

/// Values may lead to values so many times.
const DEEPEST: usize = 16;

/// What is written for a custom property that is not the same everywhere.
struct Local {
    /// The classes of the elements that have it, such as `.rb-edge-mutual`.
    selector: String,
    value: String,
}

/// The custom properties of style sheets.
pub(super) struct Properties {
    /// Set around the whole drawing.
    everywhere: BTreeMap<String, String>,
    /// Set within it.
    local: BTreeMap<String, Vec<Local>>,
}

impl Properties {
    /// What `rules` set for `elements`; `around` are the classes of elements that are around everything.
    pub(super) fn of(rules: &[Rule], around: &BTreeSet<&str>, elements: &BTreeSet<Element<'_>>) -> Self {
        let mut everywhere = BTreeMap::new();
        let mut local: BTreeMap<String, Vec<Local>> = BTreeMap::new();
        for rule in rules {
            let custom = rule
                .declarations
                .iter()
                .filter(|(name, _)| name.starts_with("--"));
            for (name, value) in custom {
                for selector in &rule.selectors {
                    if is_everywhere(selector, around) {
                        everywhere.insert(name.clone(), value.clone());
                    } else if is_of_classes(selector) && may_apply(selector, elements) {
                        local.entry(name.clone()).or_default().push(Local {
                            selector: selector.clone(),
                            value: value.clone(),
                        });
                    }
                }
            }
        }
        Self { everywhere, local }
    }

    /// The value that `name` has everywhere.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        self.resolved(self.everywhere.get(name)?, None, 0)
    }

    /// `rule` without custom properties. One that uses a local property becomes several: one for each of its values, for elements that
    /// have the value themselves or stand within such an element.
    pub(super) fn put_into(&self, rule: &Rule) -> Vec<Rule> {
        let mut made = Vec::new();
        let declared = rule
            .declarations
            .iter()
            .filter(|(name, _)| !name.starts_with("--"));
        let (local, plain): (Vec<_>, Vec<_>) =
            declared.partition(|(_, value)| self.local.keys().any(|name| uses(value, name)));
        made.push(Rule {
            selectors: rule.selectors.clone(),
            declarations: self.all_resolved(&plain, None),
        });
        for (name, values) in &self.local {
            let using: Vec<_> = local
                .iter()
                .copied()
                .filter(|(_, value)| uses(value, name))
                .collect();
            for one in values.iter().filter(|_| !using.is_empty()) {
                let selectors = rule.selectors.iter();
                made.push(Rule {
                    selectors: selectors
                        .flat_map(|selector| within(selector, &one.selector))
                        .collect(),
                    declarations: self.all_resolved(&using, Some((name, &one.value))),
                });
            }
        }
        made
    }

    fn all_resolved(
        &self,
        declarations: &[&(String, String)],
        local: Option<(&str, &str)>,
    ) -> Vec<(String, String)> {
        let all = declarations.iter();
        all.filter_map(|(name, value)| {
            let value = mixed(&self.resolved(value, local, 0)?)?;
            is_plain(&value).then(|| (name.clone(), value))
        })
        .collect()
    }

    /// `value` with all custom properties put in; none where one has no value.
    fn resolved(&self, value: &str, local: Option<(&str, &str)>, depth: usize) -> Option<String> {
        let Some((before, rest)) = value.split_once("var(") else {
            return Some(value.to_owned());
        };
        if depth == DEEPEST {
            return None;
        }
        let end = end_of_function(rest)?;
        let (inside, after) = (&rest[..end], &rest[end + 1..]);
        let (name, fallback) = match inside.split_once(',') {
            Some((name, fallback)) => (name.trim(), Some(fallback.trim())),
            None => (inside.trim(), None),
        };
        let own = local.filter(|(known, _)| *known == name).map(|(_, value)| value);
        let set = own.or_else(|| self.everywhere.get(name).map(String::as_str));
        let put_in = set
            .and_then(|set| self.resolved(set, local, depth + 1))
            .or_else(|| self.resolved(fallback?, local, depth + 1))?;
        let after = self.resolved(after, local, depth)?;
        Some(format!("{before}{put_in}{after}"))
    }
}

/// Where the parenthesis is that closes what `css` is the inside of.
fn end_of_function(css: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in css.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether every element of the drawing stands within what `selector` means.
fn is_everywhere(selector: &str, around: &BTreeSet<&str>) -> bool {
    selector == ":root"
        || (is_of_classes(selector) && selector.split('.').skip(1).all(|class| around.contains(class)))
}

/// Whether `selector` is made of classes of one element.
fn is_of_classes(selector: &str) -> bool {
    selector.starts_with('.') && !selector.contains([' ', ':', '[', '>', '+', '~', '#'])
}

fn uses(value: &str, name: &str) -> bool {
    value.split("var(").skip(1).any(|rest| {
        let rest = rest.trim_start().strip_prefix(name);
        rest.is_some_and(|rest| rest.trim_start().starts_with([',', ')']))
    })
}

/// Whether programs besides browsers know the value.
fn is_plain(value: &str) -> bool {
    !value.contains('(')
        || ["rgb(", "rgba(", "url("]
            .iter()
            .any(|function| value.starts_with(function))
}

/// `selector` for elements that have `classes`, or are within one that has them. All weigh the same, so that of two values the one written
/// last is taken.
fn within(selector: &str, classes: &str) -> Vec<String> {
    let parts: Vec<&str> = selector.split(' ').collect();
    let mut made = vec![format!("{classes} {selector}")];
    for (at, part) in parts.iter().enumerate() {
        if !matches!(*part, ">" | "+" | "~") {
            let mut parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            parts[at] = format!("{part}{classes}");
            made.push(parts.join(" "));
        }
    }
    made
}
