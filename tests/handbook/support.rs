//! Handbooks in temporary folders, and the sites built from them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

/// A handbook on disk.
pub(crate) struct Handbook {
    folder: TempDir,
}

/// What a run of the command gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Stops the test where the run did not end well.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.stdout, self.stderr);
        self
    }
}

impl Handbook {
    /// A handbook of several files, each after a line `//- its/path`.
    ///
    /// A `book.toml` with a title is put in where there is none.
    pub(crate) fn new(files: &str) -> Self {
        let handbook = Self {
            folder: TempDir::new().unwrap(),
        };
        if !files.contains("//- book.toml") {
            handbook.write("book.toml", "[book]\ntitle = \"Test\"\n");
        }
        for file in files.split("//- ").skip(1) {
            let (path, text) = file.split_once('\n').unwrap();
            handbook.write(path.trim(), text);
        }
        fs::create_dir_all(handbook.path("content")).unwrap();
        handbook
    }

    /// The sample handbook of this repository, copied.
    pub(crate) fn sample() -> Self {
        Self::copy_of(Path::new(env!("CARGO_MANIFEST_DIR")))
    }

    /// The handbook in the folder `root`, copied.
    pub(crate) fn copy_of(root: &Path) -> Self {
        let handbook = Self {
            folder: TempDir::new().unwrap(),
        };
        fs::copy(root.join("book.toml"), handbook.path("book.toml")).unwrap();
        copy_folder(&root.join("content"), &handbook.path("content"));
        handbook
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// The files below `folder` with that extension, in order.
    pub(crate) fn files(&self, folder: &str, extension: &str) -> Vec<String> {
        let site = Site::read(&self.path(folder));
        let names = site
            .files
            .into_keys()
            .filter(|name| has_extension(name, extension));
        names.map(|name| format!("{folder}/{name}")).collect()
    }

    /// Runs the command in the handbook's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, &[])
    }

    /// The same with variables of the environment.
    pub(crate) fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
        command
            .current_dir(self.folder.path())
            .args(arguments)
            .env("NO_COLOR", "1")
            .env_remove("COLUMNS");
        command.envs(variables.iter().copied());
        let output = command.output().unwrap();
        Run {
            code: output.status.code().expect("the command ends by itself"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Builds the site, which must go well, and reads it.
    #[track_caller]
    pub(crate) fn site(&self) -> Site {
        self.run(&["build"]).ok();
        Site::read(&self.path("public"))
    }

    /// What `check` says of errors; warnings are tests of their own.
    pub(crate) fn findings(&self) -> String {
        self.findings_with(&["--allow", "warnings"])
    }

    /// What `check` says with those options.
    pub(crate) fn findings_with(&self, options: &[&str]) -> String {
        let run = self.run(&[&["check"], options].concat());
        assert!(run.code == 0 || run.code == 1, "{}{}", run.stdout, run.stderr);
        format!("{}{}", run.stdout, run.stderr)
    }

    /// `rolebook.json` of the built site.
    #[track_caller]
    pub(crate) fn data(&self) -> serde_json::Value {
        serde_json::from_slice(self.site().bytes("rolebook.json")).unwrap()
    }
}

/// A built site: every file by its path.
pub(crate) struct Site {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    pub(crate) fn read(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        read_folder(folder, folder, &mut files);
        Self { files }
    }

    #[track_caller]
    pub(crate) fn bytes(&self, path: &str) -> &[u8] {
        self.files
            .get(path)
            .unwrap_or_else(|| panic!("no {path} among {:?}", self.files.keys()))
    }

    #[track_caller]
    pub(crate) fn page(&self, path: &str) -> Page {
        Page(Html::parse_document(
            std::str::from_utf8(self.bytes(path)).unwrap(),
        ))
    }

    pub(crate) fn pages(&self) -> impl Iterator<Item = &str> {
        self.files
            .keys()
            .map(String::as_str)
            .filter(|path| has_extension(path, "html"))
    }

    /// Every link, image, style sheet and script of every page that leads to nothing within the site.
    pub(crate) fn dead_links(&self) -> Vec<String> {
        let pages: BTreeMap<&str, Page> = self.pages().map(|path| (path, self.page(path))).collect();
        let anchors: BTreeMap<&str, BTreeSet<String>> = pages
            .iter()
            .map(|(path, page)| (*path, page.attributes("[id]", "id").into_iter().collect()))
            .collect();
        let mut dead = Vec::new();
        for (path, page) in &pages {
            let mut links = page.attributes("[href]", "href");
            links.extend(page.attributes("[src]", "src"));
            for link in links {
                if link.contains("://") || link.starts_with("mailto:") || link.starts_with("tel:") {
                    continue;
                }
                let (file, anchor) = link
                    .split_once('#')
                    .map_or((&*link, None), |(file, a)| (file, Some(a)));
                let rooted = file.strip_prefix('/').map(|file| self.below_the_base(file));
                let Some(target) = rooted.or_else(|| resolve(path, file)) else {
                    dead.push(format!("{path}: {link} leads out of the site"));
                    continue;
                };
                if !self.files.contains_key(&target) {
                    dead.push(format!("{path}: {link} leads to no file"));
                } else if let Some(anchor) = anchor
                    && !anchors
                        .get(target.as_str())
                        .is_some_and(|known| known.contains(&decode(anchor)))
                {
                    dead.push(format!("{path}: {link} leads to no anchor"));
                }
            }
        }
        dead
    }
}

impl Site {
    /// The file that `path` names from the root of the domain: the site may be below a path of it.
    fn below_the_base(&self, path: &str) -> String {
        let below = path.match_indices('/').map(|(at, _)| &path[at + 1..]);
        let mut all = std::iter::once(path).chain(below);
        all.find(|below| self.files.contains_key(*below))
            .unwrap_or(path)
            .to_owned()
    }
}

/// A parsed page.
pub(crate) struct Page(pub(crate) Html);

impl Page {
    /// The elements that `selector` matches.
    pub(crate) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// The only element that `selector` matches.
    #[track_caller]
    pub(crate) fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} matches {} elements", found.len());
        found[0]
    }

    /// The text of each element that `selector` matches, white space folded.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }

    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector)
            .into_iter()
            .filter_map(|element| element.attr(name))
            .map(str::to_owned)
            .collect()
    }
}

/// An element's text, white space folded.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let all: String = element.text().collect();
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `path` has that extension.
pub(crate) fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|known| known == extension)
}

/// The file that `link` leads to from the page `from`; none where it leads out.
fn resolve(from: &str, link: &str) -> Option<String> {
    if link.is_empty() {
        return Some(from.to_owned());
    }
    let mut segments: Vec<String> = from.split('/').map(str::to_owned).collect();
    segments.pop();
    for segment in link.split('/') {
        match segment {
            "." => {}
            ".." => {
                segments.pop()?;
            }
            other => segments.push(decode(other)),
        }
    }
    Some(segments.join("/"))
}

/// Percent-decodes.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            out.push(byte);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap()
}

fn read_folder(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_folder(root, &path, files);
        } else {
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
