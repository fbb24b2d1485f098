//! The same organisation, word for word, for other tools: translated from the handbook that rolebook reads.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::formats::Format;

/// Words for what stands in front matter.
const FACTS: [(&str, &str); 4] = [
    ("delegator", "Delegated by"),
    ("keepers", "Role keepers"),
    ("reviewed", "Last reviewed"),
    ("review", "Reviewed every"),
];

/// Writes the organisation of the handbook in `from` into `to`, as `format` wants it.
///
/// # Panics
/// Where `from` holds anything else than a measured organisation, or `to` can't be written to.
pub(crate) fn translate(from: &Path, to: &Path, format: Format) {
    let organisation = Organisation::read(&from.join("content"), format);
    let put = |path: &str, text: &str| {
        let path = to.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    };
    for (path, text) in format.files() {
        put(path, text);
    }
    for (path, text) in organisation.sources() {
        let path = format!("{}/{path}.{}", format.folder(), format.ending());
        put(&path, &format.written(text));
    }
    if format == Format::Antora {
        commit(&to.join("content"));
    }
}

/// Makes a repository of what is in `folder`.
fn commit(folder: &Path) {
    let commands: [&[&str]; 3] = [
        &["init", "--quiet", "--initial-branch", "main"],
        &["add", "--all"],
        &["commit", "--message", "All"],
    ];
    for arguments in commands {
        let who = [
            "user.name=Measured",
            "user.email=measured@example.org",
            "gc.auto=0",
        ];
        let mut git = Command::new("git");
        git.args(who.iter().flat_map(|setting| ["-c", setting]));
        let done = git
            .args(arguments)
            .current_dir(folder)
            .stdout(Stdio::null())
            .status();
        assert!(done.is_ok_and(|status| status.success()), "git {arguments:?}");
    }
}

/// A page of the handbook.
struct Page {
    id: String,
    title: String,
    /// What stands in its front matter beside the title.
    facts: Vec<(String, String)>,
    body: String,
}

/// All pages, in the order of their numbers.
struct Organisation {
    format: Format,
    roles: Vec<Page>,
    teams: Vec<Page>,
    external: Vec<Page>,
    /// The titles of pages and the names of people, by their ids.
    titles: BTreeMap<String, String>,
    /// Where each page is written, within the sources and without its ending.
    paths: BTreeMap<String, String>,
}

impl Organisation {
    fn read(content: &Path, format: Format) -> Self {
        let [roles, teams, external] = ["roles", "teams", "external"].map(|kind| pages(&content.join(kind)));
        let mut titles = people(&fs::read_to_string(content.join("people.toml")).expect("the people"));
        let all = roles.iter().chain(&teams).chain(&external);
        titles.extend(all.map(|page| (page.id.clone(), page.title.clone())));
        let role_path = |page: &Page| (page.id.clone(), format!("{}/{}", page.fact("delegator"), page.id));
        let team_path = |page: &Page| (page.id.clone(), format!("{}/{}", page.id, format.index()));
        let external_path = |page: &Page| (page.id.clone(), format!("external/{}", page.id));
        let paths = roles.iter().map(role_path);
        let paths = paths.chain(teams.iter().map(team_path));
        let paths = paths.chain(external.iter().map(external_path)).collect();
        Self {
            format,
            roles,
            teams,
            external,
            titles,
            paths,
        }
    }

    /// All sources, with their paths.
    fn sources(&self) -> Vec<(String, String)> {
        let (format, index) = (self.format, self.format.index());
        let mut home = format.head("Measured", 1, true);
        self.list(&mut home, &self.teams, 0);
        let external = format.head("External parties", 1, true) + "Whom the organisation works for.\n";
        let mut sources = vec![(index.to_owned(), home), (format!("external/{index}"), external)];
        let mut members = self
            .roles
            .chunk_by(|one, next| one.fact("delegator") == next.fact("delegator"));
        for team in &self.teams {
            let members = members.next().expect("the roles of a team");
            let mut text = self.text(team, true);
            text.push_str("\n## Roles\n\n");
            self.list(&mut text, members, 1);
            sources.push((self.paths[&team.id].clone(), text));
        }
        for page in self.roles.iter().chain(&self.external) {
            sources.push((self.paths[&page.id].clone(), self.text(page, false)));
        }
        if format == Format::MdBook {
            sources.push(("SUMMARY".to_owned(), self.summary()));
        }
        sources
    }

    /// mdBook's list of all pages, which is its navigation.
    fn summary(&self) -> String {
        let mut summary =
            "# Summary\n\n[Measured](index.md)\n\n- [External parties](external/index.md)\n".to_owned();
        for page in &self.external {
            let _ = writeln!(summary, "  - {}", self.link(&page.id, 0));
        }
        let mut team = "";
        for role in &self.roles {
            if role.fact("delegator") != team {
                team = role.fact("delegator");
                let _ = writeln!(summary, "- {}", self.link(team, 0));
            }
            let _ = writeln!(summary, "  - {}", self.link(&role.id, 0));
        }
        summary
    }

    /// A page, with what its front matter says as words.
    fn text(&self, page: &Page, is_folder: bool) -> String {
        let mut text = self.format.head(&page.title, number(&page.id) + 1, is_folder);
        for (name, label) in FACTS {
            match page.fact(name) {
                "" => {}
                value => drop(writeln!(text, "- **{label}:** {}", self.link(value, 1))),
            }
        }
        text.push('\n');
        let mut parts = page.body.trim_start().split("[[");
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (id, rest) = part.split_once("]]").expect("the end of a reference");
            text.push_str(&self.link(id, 1));
            text.push_str(rest);
        }
        text
    }

    fn list(&self, text: &mut String, pages: &[Page], depth: usize) {
        for page in pages {
            let _ = writeln!(text, "- {}", self.link(&page.id, depth));
        }
    }

    /// A link to a page; the name of a person, who has none; anything else as it is.
    fn link(&self, id: &str, depth: usize) -> String {
        let title = self.titles.get(id).map_or(id, String::as_str);
        let path = self.paths.get(id);
        path.map_or_else(|| title.to_owned(), |path| self.format.link(path, title, depth))
    }
}

impl Page {
    fn read(id: &str, text: &str) -> Self {
        let parts = text
            .strip_prefix("+++\n")
            .and_then(|text| text.split_once("+++\n"));
        let Some((head, body)) = parts else {
            let (title, body) = text.split_once('\n').unwrap_or((text, ""));
            return Self {
                id: id.to_owned(),
                title: title.trim_start_matches("# ").to_owned(),
                facts: Vec::new(),
                body: body.to_owned(),
            };
        };
        let facts = head.lines().filter_map(|line| line.split_once(" = "));
        let plain = |value: &str| value.trim_matches(['[', ']', '"']).to_owned();
        let mut facts: Vec<(String, String)> =
            facts.map(|(key, value)| (key.to_owned(), plain(value))).collect();
        let title = facts.iter().position(|(key, _)| key == "title");
        Self {
            id: id.to_owned(),
            title: facts.remove(title.expect("a title")).1,
            facts,
            body: body.to_owned(),
        }
    }

    /// What its front matter says; nothing where it says nothing.
    fn fact(&self, name: &str) -> &str {
        let found = self.facts.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }
}

/// The pages in a folder.
fn pages(folder: &Path) -> Vec<Page> {
    let files = fs::read_dir(folder).expect("a folder of the handbook");
    let read = |file: std::io::Result<fs::DirEntry>| {
        let path = file.expect("a file of the handbook").path();
        let id = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("a plain name");
        Page::read(id, &fs::read_to_string(&path).expect("a readable file"))
    };
    let mut pages: Vec<Page> = files.map(read).collect();
    pages.sort_by_key(|page| number(&page.id));
    pages
}

/// The names of people, by their ids.
fn people(text: &str) -> BTreeMap<String, String> {
    let entries = text
        .split("\n\n")
        .filter_map(|entry| entry.split_once("]\nname = "));
    let plain = |(id, name): (&str, &str)| {
        (
            id.trim_start_matches('[').to_owned(),
            name.trim_matches('"').to_owned(),
        )
    };
    entries.map(plain).collect()
}

/// The number in an id such as `role-7`.
fn number(id: &str) -> usize {
    id.rsplit_once('-')
        .and_then(|(_, number)| number.parse().ok())
        .unwrap_or_default()
}
