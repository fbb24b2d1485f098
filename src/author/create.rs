//! A new source, with the sections and prompts of the handbook's schema.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::AuthorError;
use super::file_name::stem;
use super::init::write_new;
use crate::compile::Compiled;
use crate::config::SectionRule;
use crate::load;
use crate::model::{Organisation, PartyKind};
use crate::text::{CONTENT, slug};

/// How a section of relations is filled.
const RELATIONS: &str = "For each of them a heading with the name in brackets, such as `### [[name-of-a-role]]`, and a list below it.";

/// What a new source is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A role, a team or an external party.
    Party(PartyKind),
    /// An ordinary page.
    Page,
}

/// Writes a source of that title into the handbook in `root`; gives its path relative to `root`.
///
/// # Errors
/// Where the title is none, the name or the file is taken, or the file can't be written.
pub(crate) fn create(
    root: &Path,
    handbook: &Compiled,
    subject: Subject,
    title: &str,
) -> Result<PathBuf, AuthorError> {
    let title = title.trim();
    let stem = checked_stem(title)?;
    let (folder, text) = match subject {
        Subject::Party(kind) => {
            refuse_taken(&handbook.organisation, title, &stem)?;
            (
                format!("{}/{}", CONTENT, kind.folder()),
                party(kind, title, handbook),
            )
        }
        Subject::Page => (CONTENT.to_owned(), format!("{}\n", front_matter(title, &[]))),
    };
    let path = Path::new(&folder).join(format!("{stem}.md"));
    write_new(&root.join(&path), &text).map_err(|error| match error {
        AuthorError::Exists(_) => AuthorError::Exists(path.clone()),
        other => other,
    })?;
    Ok(path)
}

fn checked_stem(title: &str) -> Result<String, AuthorError> {
    let refuse = |reason| AuthorError::Title {
        title: title.to_owned(),
        reason,
    };
    if title.chars().any(char::is_control) {
        return Err(refuse("it holds a character that can't be seen"));
    }
    let stem = stem(title);
    if stem.is_empty() {
        return Err(refuse("it needs a letter or a digit"));
    }
    match load::name_fault(&format!("{stem}.md")) {
        Some(_) => Err(refuse("not every computer allows a file of this name")),
        None => Ok(stem),
    }
}

/// Refuses a name that something goes by which references can lead to.
fn refuse_taken(organisation: &Organisation, title: &str, stem: &str) -> Result<(), AuthorError> {
    let parties = organisation.parties.iter().flat_map(|party| {
        let names = [&party.id, &party.title].into_iter().chain(&party.aliases);
        names.map(move |name| (name, kind_name(party.kind), &party.title))
    });
    let people = organisation
        .people
        .iter()
        .flat_map(|person| [&person.id, &person.name].map(|name| (name, "the person", &person.name)));
    let groups = organisation
        .groups
        .iter()
        .flat_map(|group| [&group.id, &group.title].map(|name| (name, "the group", &group.title)));
    let wanted = [slug(title), stem.to_owned()];
    let taken = parties
        .chain(people)
        .chain(groups)
        .find(|(name, ..)| wanted.contains(&slug(name)));
    taken.map_or(Ok(()), |(name, what, called)| {
        Err(AuthorError::Taken {
            name: name.clone(),
            by: format!("{what} `{called}`"),
        })
    })
}

const fn kind_name(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Role => "the role",
        PartyKind::Team => "the team",
        PartyKind::External => "the external party",
    }
}

/// The source of a new party.
fn party(kind: PartyKind, title: &str, handbook: &Compiled) -> String {
    let hints: &[&str] = match kind {
        PartyKind::Role => &[
            r#"delegator = ["[[name-of-a-team]]"]     # who delegated this role"#,
            r#"keepers = ["name-of-a-person"]         # who keeps it, by the names in people.toml"#,
            r#"contact = "how to reach them""#,
        ],
        PartyKind::Team => &[
            r#"delegator = ["[[name-of-a-team]]"]     # who delegated this team's domain"#,
            r#"members = ["name-of-a-person"]         # who is in it, by the names in people.toml"#,
            r#"contact = "how to reach them""#,
        ],
        PartyKind::External => &[],
    };
    let mut text = front_matter(title, hints);
    for rule in handbook
        .config
        .schema
        .sections
        .iter()
        .filter(|rule| rule.domains.contains(&kind))
    {
        section(&mut text, rule);
    }
    text
}

/// Front matter with that title and, as comments, what else may stand there.
fn front_matter(title: &str, hints: &[&str]) -> String {
    let escaped = title.replace('\\', r"\\").replace('"', r#"\""#);
    let mut text = format!("+++\ntitle = \"{escaped}\"\n");
    for hint in hints {
        let _ = writeln!(text, "# {hint}");
    }
    text.push_str("+++\n");
    text
}

fn section(text: &mut String, rule: &SectionRule) {
    let _ = write!(text, "\n## {}\n", rule.title);
    if let Some(prompt) = &rule.prompt {
        comment(text, prompt);
    }
    if rule.kind.direction().is_some() {
        comment(text, RELATIONS);
    }
}

/// A remark to the author, which readers of the handbook don't see.
fn comment(text: &mut String, words: &str) {
    // Two hyphens could end the comment.
    let _ = write!(text, "\n<!-- {} -->\n", words.trim().replace("--", "\u{2013}"));
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where its own folder fails")]
mod tests {
    use std::fs;

    use super::{AuthorError, Subject, create};
    use crate::author::init;
    use crate::model::PartyKind;
    use crate::{Compiled, compile, load};

    const ROLE: Subject = Subject::Party(PartyKind::Role);

    fn read(folder: &tempfile::TempDir) -> Compiled {
        compile(&load::snapshot(folder.path()).unwrap(), &crate::Asked::default())
    }

    #[test]
    fn new_sources_leave_the_handbook_publishable() {
        let folder = tempfile::tempdir().unwrap();
        init(folder.path()).unwrap();
        let cases = [
            (ROLE, r#"Büro "Nord" \ Süd"#, "content/roles/buero-nord-sued.md"),
            (
                Subject::Party(PartyKind::Team),
                "Night Shift",
                "content/teams/night-shift.md",
            ),
            (
                Subject::Party(PartyKind::External),
                "City Council",
                "content/external/city-council.md",
            ),
            (Subject::Page, "How we decide", "content/how-we-decide.md"),
        ];
        for (subject, title, path) in cases {
            let made = create(folder.path(), &read(&folder), subject, title).unwrap();
            assert_eq!(made.to_str(), Some(path));
        }
        let compiled = read(&folder);
        assert!(compiled.is_publishable(), "{:?}", compiled.findings);
        let office = compiled
            .organisation
            .parties
            .iter()
            .find(|party| party.id == "buero-nord-sued");
        assert_eq!(
            office.map(|party| party.title.as_str()),
            Some(r#"Büro "Nord" \ Süd"#)
        );
    }

    #[test]
    fn a_new_role_is_asked_what_the_schema_asks() {
        let folder = tempfile::tempdir().unwrap();
        init(folder.path()).unwrap();
        let path = create(folder.path(), &read(&folder), ROLE, "Office Manager").unwrap();
        let text = fs::read_to_string(folder.path().join(path)).unwrap();
        let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(
            headings[..3],
            ["Purpose", "Key Responsibilities", "Customers and Deliverables"]
        );
        assert!(
            text.starts_with("+++\ntitle = \"Office Manager\"\n# delegator = "),
            "{text}"
        );
        assert!(
            text.contains("<!-- ") && text.contains("### [[name-of-a-role]]"),
            "{text}"
        );
    }

    #[test]
    fn names_and_files_are_never_taken_twice() {
        let folder = tempfile::tempdir().unwrap();
        init(folder.path()).unwrap();
        let compiled = read(&folder);
        for title in [
            "Mechanic",
            "mechanics",
            "COUNTER",
            "front desk",
            "Mara Lind",
            "Workshop",
        ] {
            let error = create(folder.path(), &compiled, ROLE, title).unwrap_err();
            assert!(matches!(error, AuthorError::Taken { .. }), "{title}: {error}");
        }
        for title in ["", " ", "?!", "a\nb", "CON"] {
            let error = create(folder.path(), &compiled, ROLE, title).unwrap_err();
            assert!(matches!(error, AuthorError::Title { .. }), "{title:?}: {error}");
        }
        create(folder.path(), &compiled, Subject::Page, "News").unwrap();
        let error = create(folder.path(), &compiled, Subject::Page, "news").unwrap_err();
        assert_eq!(error.to_string(), "there is a file `content/news.md` already");
    }
}
