//! What changed, as an Atom feed (RFC 4287).

use std::fmt::Write as _;

use crate::config::Config;
use crate::model::PartyId;
use crate::site::view::{CommitView, ItemView, LineView, Link};
use crate::site::{Page, Views, address};
use crate::text::escape;

/// How many commits a feed has.
const MOST: usize = 50;

/// The newest changes, of everything or of a party; empty where the handbook's address is not known.
pub(super) fn atom(views: &Views<'_>, config: &Config, party: Option<PartyId>) -> String {
    let (Some(base), Some(own)) = (&config.base_url, views.feed_address(party)) else {
        return String::new();
    };
    let page = party.map_or_else(
        || address::site(address::CHANGES),
        |id| address::history(views.organisation(), id),
    );
    let here = views.here(&page, Page::Changes(party));
    let url = |path: &str| format!("{base}{path}");
    let page_url = url(&page.url());
    // Those that the page has, to which the entries lead.
    let mut commits = views.changes(party, &here).commits;
    commits.truncate(MOST);
    let title = match party {
        Some(party) => format!("{} · {}", views.organisation().party(party).title, config.title),
        None => config.title.clone(),
    };
    let updated = commits
        .first()
        .map_or("1970-01-01T00:00:00Z", |commit| commit.time.as_str());
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{page_url}</id>\n<title>{}</title>\n<subtitle>{}</subtitle>\n<updated>{updated}</updated>\n\
         <author><name>{}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page_url}\"/>\n<generator version=\"{}\">{}</generator>\n",
        escaped(&config.language.tag),
        escaped(&title),
        escaped(&views.word("changes.explained")),
        escaped(&config.title),
        escaped(&url(&own.url())),
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_NAME"),
        page_url = escaped(&page_url),
    );
    for commit in &commits {
        let href = escaped(&format!("{page_url}#{}", commit.anchor));
        let titles: Vec<&str> = commit
            .changes
            .iter()
            .map(|change| change.subject.title.as_str())
            .collect();
        let _ = write!(
            xml,
            "<entry>\n<id>{href}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{href}\"/>\n",
            escaped(&titles.join(", ")),
            commit.time,
        );
        for author in &commit.authors {
            let _ = writeln!(xml, "<author><name>{}</name></author>", escaped(&author.title));
        }
        let content = escaped(&content(views, commit));
        let _ = write!(xml, "<content type=\"html\">{content}</content>\n</entry>\n");
    }
    xml + "</feed>\n"
}

/// What a commit changed, as HTML.
fn content(views: &Views<'_>, commit: &CommitView) -> String {
    let mut html = String::new();
    for change in &commit.changes {
        let _ = write!(html, "<p>{}</p><ul>", escaped(&change.subject.title));
        for line in &change.lines {
            let _ = write!(html, "<li>{}", escaped(&sentence(views, line)));
            if !line.items.is_empty() {
                html.push_str("<ul>");
                for item in &line.items {
                    let _ = write!(html, "<li>{}</li>", escaped(&item_sentence(views, item)));
                }
                html.push_str("</ul>");
            }
            html.push_str("</li>");
        }
        html.push_str("</ul>");
    }
    if commit.more > 0 {
        let more = i64::try_from(commit.more).unwrap_or(i64::MAX);
        let _ = write!(
            html,
            "<p>{}</p>",
            escaped(&views.count("changes.more-subjects", more))
        );
    }
    html
}

fn sentence(views: &Views<'_>, line: &LineView) -> String {
    let mut said = match line.fate {
        "renamed" => line.label.clone(),
        fate if line.label.is_empty() => views.word(&format!("history.{fate}")),
        fate => format!("{}: {}", views.word(&format!("history.{fate}")), line.label),
    };
    let title = |link: &Option<Link>| link.as_ref().map(|link| link.title.clone());
    if let Some(who) = title(&line.who) {
        said = format!("{said}: {who}");
    }
    if let Some(team) = title(&line.team) {
        said = format!("{said} ({team})");
    }
    said
}

fn item_sentence(views: &Views<'_>, item: &ItemView) -> String {
    let said = format!("{}: {}", views.word(&format!("history.{}", item.fate)), item.text);
    match &item.before {
        Some(before) => format!("{said} ({})", views.word_of("history.before", before)),
        None => said,
    }
}

/// Text as it may stand in XML 1.0, which has no place for most control characters.
fn escaped(text: &str) -> String {
    let text = text.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "");
    let text = text.replace(['\u{fffe}', '\u{ffff}'], "");
    let mut out = String::new();
    escape::attribute(&mut out, &text);
    out
}
