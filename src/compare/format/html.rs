//! A page of its own, in one file: what changed, with drawings of the parties concerned before and after.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::outline::{Line, Sign, outline};
use super::{Drawn, End, Ends};
use crate::compare::{Comparison, Fate};
use crate::text::{escape, push_percent};

/// So many parties are drawn; more are told in words.
const MOST: usize = 30;

/// It stands alone: it is looked at as an artifact of a run, without the theme.
const STYLE: &str = "\
:root { color-scheme: light dark; --line: light-dark(#d8d8d2, #3a3d3b); --muted: light-dark(#5d5f5c, #a5a8a4) }
body { max-width: 72rem; margin: 0 auto; padding: 1.5rem; font: 1rem/1.55 system-ui, sans-serif }
h1 { line-height: 1.2 } .ends { color: var(--muted) }
ul { padding-inline-start: 1.25rem } li { margin-block: .25rem }
.gained { list-style: '+  ' } .lost { list-style: '−  ' } .changed { list-style: '~  ' } .lost > span { text-decoration: line-through }
.drawings { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)) }
figure { margin: 0; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem } figcaption { color: var(--muted) }
img { max-width: 100%; height: auto }
";

pub(super) fn write(comparison: &Comparison, ends: &Ends<'_>, drawn: &Drawn<'_>) -> String {
    let title = if comparison.is_empty() {
        "The organisation is the same"
    } else {
        "What changes in the organisation"
    };
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p class=\"ends\">From {} to {}.</p>\n",
        escaped(ends.from),
        escaped(ends.to),
    );
    for part in outline(comparison) {
        let _ = write!(html, "<h2>{}</h2>\n<ul>\n", part.title);
        part.lines.iter().for_each(|line| put(line, &mut html));
        html.push_str("</ul>\n");
    }
    drawings(comparison, drawn, &mut html);
    html + "</main>\n</body>\n</html>\n"
}

fn put(line: &Line, html: &mut String) {
    let class = match line.sign {
        Sign::Gained => " class=\"gained\"",
        Sign::Lost => " class=\"lost\"",
        Sign::Changed => " class=\"changed\"",
        Sign::Told => "",
    };
    let _ = write!(html, "<li{class}><span>{}</span>", escaped(&line.text));
    if !line.below.is_empty() {
        html.push_str("<ul>");
        line.below.iter().for_each(|below| put(below, html));
        html.push_str("</ul>");
    }
    html.push_str("</li>\n");
}

/// The neighbourhoods of the parties whose relations changed, before and after.
fn drawings(comparison: &Comparison, drawn: &Drawn<'_>, html: &mut String) {
    let ends = comparison
        .agreements
        .iter()
        .flat_map(|change| [&change.provider, &change.consumer]);
    let parties: BTreeSet<_> = ends.collect();
    let old_id = |id: &str| {
        let change = comparison.parties.iter().find(|change| change.party.id == id);
        match change.map(|change| &change.fate) {
            Some(Fate::Renamed(old)) => old.id.clone(),
            _ => id.to_owned(),
        }
    };
    if !parties.is_empty() {
        html.push_str("<h2>Relations before and after</h2>\n");
    }
    for party in parties.iter().take(MOST) {
        let states = [
            ("Before", drawn(End::From, &old_id(&party.id))),
            ("After", drawn(End::To, &party.id)),
        ];
        let title = escaped(&party.title);
        let _ = write!(html, "<h3>{title}</h3>\n<div class=\"drawings\">\n");
        for (when, picture) in states {
            let _ = write!(html, "<figure><figcaption>{when}</figcaption>");
            match picture {
                Some((light, dark)) => {
                    let _ = write!(
                        html,
                        "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"{}\"><img alt=\"{title}: relations {}\" src=\"{}\"></picture>",
                        data(&dark),
                        when.to_lowercase(),
                        data(&light),
                    );
                }
                None => html.push_str("<p>No relations.</p>"),
            }
            html.push_str("</figure>\n");
        }
        html.push_str("</div>\n");
    }
    if parties.len() > MOST {
        let _ = writeln!(html, "<p>And {} more.</p>", parties.len() - MOST);
    }
}

/// A drawing as an address that holds it (RFC 2397).
fn data(svg: &str) -> String {
    let mut url = String::from("data:image/svg+xml,");
    for byte in svg.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/;=()!*,@$".contains(&byte) {
            url.push(char::from(byte));
        } else {
            push_percent(&mut url, byte);
        }
    }
    url
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape::attribute(&mut out, text);
    out
}
