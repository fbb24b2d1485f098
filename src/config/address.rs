//! Values of `book.toml` that have a form of their own: addresses, paths, a colour, a language.

use super::editor::{self, Pattern};
use super::{Language, Value};
use crate::finding::{Finding, kind};
use crate::text::{PathFault, Snapshot, SourcePath, nearest};

/// `[book] base_url`, with a slash at its end.
pub(super) fn base_url(value: Value) -> Option<String> {
    let url = web_address(value)?;
    if url.contains(['?', '#']) {
        let finding = value.finding("a handbook's address has no `?` and no `#` in it");
        value.report(finding.help("write the address of the folder that the handbook will be in"));
        return None;
    }
    Some(if url.ends_with('/') { url } else { url + "/" })
}

/// The places of `[site] edit_url` that are filled.
const PLACES: [&str; 2] = ["{path}", "{line}"];

/// `[site] edit_url`, with `{path}` in it and perhaps `{line}`.
pub(super) fn edit_url(value: Value) -> Option<String> {
    let url = web_address(value)?;
    if !url.contains("{path}") {
        let finding = value.finding("`edit_url` does not say where a file's path goes");
        value.report(
            finding.help("put `{path}` there, as in `https://git.example.org/handbook/edit/main/{path}`"),
        );
        return None;
    }
    if let Some(other) = places(&url).find(|place| !PLACES.contains(place)) {
        let finding = value.finding(format!("nothing goes into `{other}` of `edit_url`"));
        let near = nearest(other, PLACES);
        value.report(if near.is_empty() {
            finding.help("`{path}` becomes a file's path, and `{line}` the line in it")
        } else {
            finding.near(&near)
        });
        return None;
    }
    Some(url)
}

/// What stands in braces, with them.
fn places(url: &str) -> impl Iterator<Item = &str> {
    let opened = url.match_indices('{').map(|(at, _)| &url[at..]);
    opened.filter_map(|rest| rest.get(..=rest.find('}')?))
}

/// `[serve] editor`: the name of an editor, or what its links look like.
pub(super) fn editor(value: Value) -> Option<Pattern> {
    let written = value.text()?.value;
    match editor::pattern(&written) {
        Ok(pattern) => Some(pattern),
        Err(unknown) => {
            let finding = value.finding(format!("`{written}` opens no editor"));
            value.report(finding.help(unknown.to_string()));
            None
        }
    }
}

fn web_address(value: Value) -> Option<String> {
    let url = value.text()?.value;
    let lower = url.to_ascii_lowercase();
    let rest = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"));
    let has_host = rest.is_some_and(|rest| !rest.starts_with(['/', '?', '#']) && !rest.is_empty());
    let is_clean = !url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`".contains(c));
    if has_host && is_clean {
        return Some(url);
    }
    let finding = value.finding(format!("`{url}` is no address of the web"));
    let help = if rest.is_none() {
        "write it from `https://` on, as in `https://handbook.example.org/`"
    } else {
        "write it as a browser shows it, as in `https://handbook.example.org/`"
    };
    value.report(finding.help(help));
    None
}

/// `[book] language`.
pub(super) fn language(value: Value) -> Option<Language> {
    let tag = value.text()?.value;
    language_of(value, &tag)
}

/// The language of that tag, which stands at `value` or is its key.
pub(super) fn language_of(value: Value, tag: &str) -> Option<Language> {
    let language = Language::of_tag(tag);
    if language.is_none() {
        let finding = value.finding(format!("`{tag}` is no language tag"));
        let with_hyphens = tag.replace('_', "-");
        let help = if Language::of_tag(&with_hyphens).is_some() {
            format!("write it with hyphens: `{with_hyphens}`")
        } else {
            "write a tag such as `en`, `de` or `fr-CH`".to_owned()
        };
        value.report(finding.help(help));
    }
    language
}

/// `[build] output`: a folder of its own within the handbook.
pub(super) fn output(value: Value) -> Option<String> {
    let written = value.text()?.value;
    let path = match SourcePath::new(&written) {
        Ok(path) => path.as_str().to_owned(),
        Err(fault) => {
            let finding = value.finding(format!(
                "`{written}` can't be the output folder: {}",
                because(fault)
            ));
            value.report(finding.help("name a folder within the handbook's, such as `public`"));
            return None;
        }
    };
    let first = path.split('/').next().unwrap_or_default();
    // Some file systems take `Content` for `content`.
    let taken = ["content", "themes", "book.toml", ".git"];
    if let Some(taken) = taken.iter().find(|taken| taken.eq_ignore_ascii_case(first)) {
        let finding = value.finding(format!(
            "`{written}` can't be the output folder: `{taken}` is not for output"
        ));
        value.report(finding.help("name a folder that holds nothing else, such as `public`"));
        return None;
    }
    Some(path)
}

/// `[theme] name`: a folder in `themes/`.
pub(super) fn theme(value: Value) -> Option<String> {
    let name = value.text()?.value;
    let is_folder = SourcePath::new(&name).is_ok_and(|path| path.as_str() == name) && !name.contains('/');
    if !is_folder {
        let finding = value.finding(format!("`{name}` can't be the name of a theme"));
        value.report(finding.help("name a folder in `themes/`, without slashes, or `default`"));
    }
    is_folder.then_some(name)
}

/// `[theme] accent`, as `#rrggbb`.
pub(super) fn colour(value: Value) -> Option<String> {
    let text = value.text()?.value;
    let digits = text.strip_prefix('#').unwrap_or_default().to_ascii_lowercase();
    let is_hex = digits.chars().all(|c| c.is_ascii_hexdigit());
    match digits.len() {
        6 if is_hex => Some(format!("#{digits}")),
        3 if is_hex => Some(
            digits
                .chars()
                .fold(String::from("#"), |colour, c| colour + &format!("{c}{c}")),
        ),
        _ => {
            let finding = value.finding(format!("`{text}` is no colour"));
            value.report(finding.help("write `#` and six digits or letters a to f, as in `#0a6e5c`"));
            None
        }
    }
}

/// `[theme] logo`: a file below `content/`, written from there or from the handbook's folder.
pub(super) fn logo(value: Value, snapshot: &Snapshot) -> Option<SourcePath> {
    let written = value.text()?;
    let below = written.value.strip_prefix("content/").unwrap_or(&written.value);
    let path = SourcePath::new(below).and_then(|path| SourcePath::new(&format!("content/{path}")));
    let path = match path {
        Ok(path) => path,
        Err(fault) => {
            let finding = value.finding(format!(
                "`{}` can't be the logo: {}",
                written.value,
                because(fault)
            ));
            value.report(finding.help("name a picture below `content/`, such as `assets/logo.svg`"));
            return None;
        }
    };
    if snapshot.assets.iter().any(|asset| asset.path == path) {
        return Some(path);
    }
    let place = crate::text::Place::new(value.place().source, written.span);
    let finding = Finding::new(
        &kind::BROKEN_LINK,
        place,
        format!("the logo `{path}` is not there"),
    );
    let assets = snapshot.assets.iter().map(|asset| asset.path.as_str());
    let near = nearest(path.as_str(), assets);
    value.report(match near.as_slice() {
        [] => finding.help("put the picture there, or take the line out"),
        near => finding.meant(path.as_str(), near, value.exactly(&written)),
    });
    None
}

/// Why a text is no path within the handbook.
fn because(fault: PathFault) -> &'static str {
    match fault {
        PathFault::Empty => "that is the handbook's folder itself",
        PathFault::Absolute => "it does not begin within the handbook's folder",
        PathFault::Outside => "it leads out of the handbook's folder",
        PathFault::Character => "it holds a character that a path can't have, such as `\\`",
    }
}
