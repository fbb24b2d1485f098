//! The terms of a glossary.

use super::body::Body;
use super::definition_list::{Definition, definitions};
use super::slice::Slice;
use super::{plain, prose};
use crate::model::TermEntry;

/// The terms of the definition list at `list`.
pub(super) fn terms(body: &Body<'_>, list: usize) -> impl Iterator<Item = TermEntry> {
    definitions(body, list)
        .into_iter()
        .map(|definition| term(body, &definition))
}

fn term(body: &Body<'_>, definition: &Definition) -> TermEntry {
    let title = body.markdown.inside(definition.term);
    TermEntry {
        names: names(&plain::written(body, title.clone())),
        span: body.markdown.span_within(title.clone(), definition.term),
        title: prose::phrase(body, &Slice::from(title)),
        anchor: body.anchors.at(definition.term).unwrap_or_default().to_owned(),
        definition: prose::flow(body, &definition.slice()),
    }
}

/// The names that a term goes by: `Service level agreement (SLA)` is three.
fn names(written: &str) -> Vec<String> {
    let mut names = vec![written.to_owned()];
    if let Some((long, short)) = written.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        for part in [long.trim(), short.trim()] {
            if !part.is_empty() && !names.iter().any(|name| name == part) {
                names.push(part.to_owned());
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn terms_go_by_their_short_forms_too() {
        let cases: [(&str, &[&str]); 4] = [
            (
                "Service level agreement (SLA)",
                &["Service level agreement (SLA)", "Service level agreement", "SLA"],
            ),
            ("Circle", &["Circle"]),
            ("(SLA)", &["(SLA)", "SLA"]),
            ("Odd )", &["Odd )"]),
        ];
        for (written, expected) in cases {
            assert_eq!(names(written), expected);
        }
    }
}
