//! What stands between the `+++` lines.

use super::holder::{holders, name, stated};
use super::people;
use crate::config::{Origin, Table, Value, lints, read_toml};
use crate::finding::{Finding, kind};
use crate::model::{DocumentKind, FrontMatter, Internal, PartyKind, PersonFields, Spot};
use crate::text::{SitePath, SourceId};

const ROLE: DocumentKind = DocumentKind::Party(PartyKind::Role);
const TEAM: DocumentKind = DocumentKind::Party(PartyKind::Team);
const EXTERNAL: DocumentKind = DocumentKind::Party(PartyKind::External);

/// The kinds of documents as they are written, and what they are called.
const KINDS: [(&str, DocumentKind, &str, &str); 6] = [
    ("role", ROLE, "a role", "roles"),
    ("team", TEAM, "a team", "teams"),
    ("external", EXTERNAL, "an external party", "external parties"),
    ("person", DocumentKind::Person, "a person's page", "people"),
    ("page", DocumentKind::Page, "a page", "pages"),
    ("glossary", DocumentKind::Glossary, "the glossary", "the glossary"),
];

/// The keys that are for some kinds of documents only.
const SPECIAL: [(&str, &[DocumentKind]); 14] = [
    ("delegator", &[ROLE, TEAM]),
    ("team", &[ROLE, TEAM]),
    ("keepers", &[ROLE, TEAM]),
    ("members", &[TEAM]),
    ("reviewed", &[ROLE, TEAM, EXTERNAL]),
    ("review", &[ROLE, TEAM, EXTERNAL]),
    ("fields", &[ROLE, TEAM, EXTERNAL]),
    ("contact", &[ROLE, TEAM, EXTERNAL, DocumentKind::Person]),
    ("name", &[DocumentKind::Person]),
    ("links", &[DocumentKind::Person]),
    ("pronouns", &[DocumentKind::Person]),
    ("location", &[DocumentKind::Person]),
    ("picture", &[DocumentKind::Person]),
    ("order", &[DocumentKind::Page, DocumentKind::Glossary]),
];

/// The keys that any document may have.
const COMMON: [&str; 6] = ["title", "kind", "aliases", "tags", "redirects", "internal"];

/// The keys that a translation may have; all else that is said of a domain holds in every language.
const OF_TRANSLATIONS: [&str; 4] = ["title", "kind", "aliases", "fields"];

/// The keys that findings point at.
const POINTED_AT: [&str; 5] = ["keepers", "members", "delegator", "reviewed", "review"];

/// Whether some document may have that key, with a text or a list of texts.
pub(super) fn is_key(name: &str) -> bool {
    name != "fields" && (COMMON.contains(&name) || SPECIAL.iter().any(|(key, _)| *key == name))
}

/// Reads `text`, the TOML of a document's front matter, which begins at `offset` of `source`.
///
/// Which keys may stand there depends on what the document is: by its folder, or by `kind`.
pub(crate) fn read(
    text: &str,
    offset: usize,
    source: SourceId,
    (kind_from_folder, is_translation): (DocumentKind, bool),
) -> (FrontMatter, Vec<Finding>) {
    let origin = Origin {
        kind: &kind::INVALID_FRONT_MATTER,
        source,
        offset,
    };
    read_toml(text, origin, |table| {
        if is_translation {
            refuse_in_translation(table);
        }
        let mut front = front_matter(table, kind_from_folder);
        if is_translation {
            front.original = table.get("original").and_then(Value::text);
        }
        front
    })
}

/// Says of what holds in every language that the original says it.
fn refuse_in_translation(table: &Table) {
    let keys = SPECIAL.iter().map(|(key, _)| *key).chain(COMMON);
    for key in keys.filter(|key| !OF_TRANSLATIONS.contains(key)) {
        table.refuse(key, || {
            let message = format!("`{key}` is for the original, and this is a translation");
            let help = "take it out: what the original says there holds in every language";
            (message, help.to_owned())
        });
    }
}

fn front_matter(table: &Table, kind_from_folder: DocumentKind) -> FrontMatter {
    let title = table.get("title").and_then(Value::text);
    let kind = table.get("kind").and_then(|value| {
        let choices = KINDS.map(|(name, kind, ..)| (name, kind));
        value.choice(&choices)
    });
    refuse_misplaced(table, kind.unwrap_or(kind_from_folder));
    let is_person = kind.unwrap_or(kind_from_folder) == DocumentKind::Person;
    FrontMatter {
        title,
        kind,
        aliases: table.get("aliases").map(names).unwrap_or_default(),
        delegators: table.get("delegator").map(holders).unwrap_or_default(),
        team: table.get("team").and_then(name),
        keepers: table.get("keepers").and_then(stated),
        members: table.get("members").and_then(stated),
        contact: if is_person { None } else { table.string("contact") },
        reviewed: table.get("reviewed").and_then(Value::date),
        review: table.period("review"),
        tags: table.get("tags").map(tags).unwrap_or_default(),
        fields: table.inner("fields", fields).unwrap_or_default(),
        order: table
            .get("order")
            .and_then(|value| value.number(i64::MIN..=i64::MAX)),
        person: if is_person {
            people::fields(table)
        } else {
            PersonFields::default()
        },
        redirects: table
            .get("redirects")
            .map(|value| value.list(redirect))
            .unwrap_or_default(),
        internal: table.get("internal").map(internal).unwrap_or_default(),
        original: None,
        lints: table.inner("lints", lints).unwrap_or_default(),
        keys: POINTED_AT
            .into_iter()
            .filter_map(|key| Some((key, table.key(key)?)))
            .collect(),
    }
}

/// Says of keys that are right for documents of other kinds where they belong.
fn refuse_misplaced(table: &Table, kind: DocumentKind) {
    let misplaced = SPECIAL.iter().filter(|(_, bearers)| !bearers.contains(&kind));
    for (key, bearers) in misplaced {
        table.refuse(key, || {
            let plural = |kind: &DocumentKind| called(*kind).1;
            let bearers: Vec<&str> = bearers.iter().map(plural).collect();
            let message = format!(
                "`{key}` is for {}, and this is {}",
                bearers.join(" or "),
                called(kind).0
            );
            (message, instead(key, kind))
        });
    }
}

/// What a kind of document is called, one and several.
fn called(kind: DocumentKind) -> (&'static str, &'static str) {
    let found = KINDS.iter().find(|(_, known, ..)| *known == kind);
    found.map_or(("a page", "pages"), |(_, _, one, several)| (one, several))
}

/// What to do with a key that is for documents of another kind.
fn instead(key: &str, kind: DocumentKind) -> String {
    let advice = match (key, kind) {
        ("members", ROLE) => "list who keeps the role in `keepers`",
        ("keepers" | "members", DocumentKind::Person) => {
            "list the person in the role's `keepers` or the team's `members`"
        }
        ("name", _) => "write it as `title`",
        ("order", _) => "take it out: these are listed by their titles",
        _ => "take it out, or say what this is, as in `kind = \"role\"`",
    };
    advice.to_owned()
}

fn names(value: Value) -> Vec<Spot<String>> {
    value.list(name)
}

fn tags(value: Value) -> Vec<String> {
    value.texts().into_iter().map(|tag| tag.value).collect()
}

/// An address that the page had before: `roles/old.html`, also as the source's path or without its ending.
fn redirect(value: Value) -> Option<Spot<SitePath>> {
    let Spot { value: written, span } = value.text()?;
    let below = written.trim_start_matches('/').trim_start_matches("content/");
    let stem = below
        .strip_suffix(".html")
        .or_else(|| below.strip_suffix(".md"))
        .unwrap_or(below);
    let page = if stem.ends_with('/') {
        format!("./{stem}index.html")
    } else {
        format!("./{stem}.html")
    };
    let is_address = !stem.is_empty() && !stem.contains(['?', '#', ':', '\\']);
    let Some(value) = SitePath::new(&page).ok().filter(|_| is_address) else {
        let finding = value.finding(format!("`{written}` is no address within the handbook"));
        value.report(finding.help(
            "write the address that the page had, from the handbook's root on, such as `roles/old-name.html`",
        ));
        return None;
    };
    Some(Spot { value, span })
}

/// `true`, or the names of what is internal.
fn internal(value: Value) -> Internal {
    if value.is_list() || value.is_text() {
        return Internal::Parts(value.texts());
    }
    match value.flag() {
        Some(false) => Internal::Nothing,
        // What can't be understood was meant to hide something.
        Some(true) | None => Internal::Whole,
    }
}

/// `[fields]`, in the author's order.
fn fields(table: &Table) -> Vec<(String, String)> {
    let entries = table.entries().into_iter();
    entries
        .filter_map(|(key, value)| Some((key.value, value.words()?)))
        .collect()
}
