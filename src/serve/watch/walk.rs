//! The walk through a handbook that finds what is to be watched.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use super::dropping::is_dropping;
use super::survey::{CONTENT, FILES, Root, Survey, THEMES};

/// How much of a folder matters.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Extent {
    /// What lies in it.
    Alone,
    /// All that lies below it.
    Tree,
    /// What lies in it; it lies itself within a tree.
    Within,
}

/// What is done on the way.
pub(super) trait Visit {
    /// The real folder `folder` matters. It is read only afterwards, so that nothing comes between.
    fn folder(&mut self, folder: &Path, extent: Extent);

    /// Whether files matter one by one.
    fn wants_files(&self) -> bool;

    /// There is a file that goes by the name `shown`.
    fn file(&mut self, shown: PathBuf, metadata: &Metadata);
}

/// Walks through the handbook. Links are followed as far as they are when it is loaded.
pub(super) fn survey(root: &Root, visit: &mut dyn Visit) -> Survey {
    let mut walk = Walk {
        survey: Survey::default(),
        visit,
    };
    walk.root(root);
    walk.survey
}

/// The folder `folder` and those below it.
pub(super) fn folders(folder: &Path, visit: &mut dyn Visit) {
    visit.folder(folder, Extent::Within);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| !is_dropping(&entry.file_name())) {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            folders(&entry.path(), visit);
        }
    }
}

struct Walk<'a> {
    survey: Survey,
    visit: &'a mut dyn Visit,
}

/// A folder that is walked through.
struct Here<'a> {
    /// The real folders that links may lead into.
    inside: &'a [&'a Path],
    /// Whether it lies below a linked folder. Links to folders are not followed from there: a few of them
    /// can make more paths than there is memory.
    linked: bool,
    real: &'a Path,
    shown: &'a Path,
}

impl Walk<'_> {
    fn root(&mut self, root: &Root) {
        let absolute = &root.absolute;
        if let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name())
            && let Some(parent) = self.lead(parent)
        {
            self.survey.gates.insert(parent.join(name));
            self.visit.folder(&parent, Extent::Alone);
        }
        let Some(real) = self.lead(absolute) else {
            return;
        };
        if let Some(parent) = real.parent() {
            self.visit.folder(parent, Extent::Alone);
        }
        self.visit.folder(&real, Extent::Alone);
        for name in FILES {
            self.beside(&real, name, &root.shown);
        }
        self.survey.gates.extend([real.join(CONTENT), real.join(THEMES)]);
        self.survey.gates.insert(real.clone());
        self.survey.complete = self.tree(&real, &real.join(CONTENT), &root.shown.join(CONTENT));
        self.themes(&real, &root.shown.join(THEMES));
    }

    /// A file beside the content.
    fn beside(&mut self, root: &Path, name: &str, shown: &Path) {
        let (at, shown) = (root.join(name), shown.join(name));
        self.name(&at, &shown);
        if at.is_symlink() {
            let here = Here {
                inside: &[root],
                linked: true,
                real: root,
                shown: root,
            };
            self.link(&here, &at, &shown);
        } else if at.is_file() {
            self.file(&at, shown);
        }
    }

    /// The themes: each may be a link to anywhere.
    fn themes(&mut self, root: &Path, shown: &Path) {
        let Some(real) = self.lead(&root.join(THEMES)) else {
            return;
        };
        self.name(&real, shown);
        self.visit.folder(&real, Extent::Tree);
        let entries = fs::read_dir(&real).into_iter().flatten().flatten();
        for entry in entries.filter(|entry| !is_dropping(&entry.file_name())) {
            let kind = entry.file_type();
            if kind.is_ok_and(|kind| kind.is_dir() || kind.is_symlink()) {
                self.tree(root, &entry.path(), &shown.join(entry.file_name()));
            }
        }
    }

    /// A folder that may be a link to anywhere, and what is below it; whether there is one.
    fn tree(&mut self, root: &Path, at: &Path, shown: &Path) -> bool {
        let Some(real) = self.lead(at).filter(|real| real.is_dir()) else {
            return false;
        };
        self.name(&real, shown);
        let here = Here {
            inside: &[root, &real],
            linked: false,
            real: &real,
            shown,
        };
        self.below(&here, Extent::Tree);
        true
    }

    fn below(&mut self, here: &Here, extent: Extent) {
        self.visit.folder(here.real, extent);
        let entries = fs::read_dir(here.real).into_iter().flatten().flatten();
        for entry in entries {
            let (name, Ok(kind)) = (entry.file_name(), entry.file_type()) else {
                continue;
            };
            if is_dropping(&name) || (kind.is_file() && !self.visit.wants_files()) {
                continue;
            }
            let (at, shown) = (entry.path(), here.shown.join(name));
            if kind.is_dir() {
                let below = Here {
                    real: &at,
                    shown: &shown,
                    ..*here
                };
                self.below(&below, Extent::Within);
            } else if kind.is_symlink() {
                self.link(here, &at, &shown);
            } else if let Ok(metadata) = entry.metadata() {
                self.visit.file(shown, &metadata);
            }
        }
    }

    fn link(&mut self, here: &Here, at: &Path, shown: &Path) {
        let led = self.lead(at);
        let Some(target) = led.clone().or_else(|| target_to_come(at)) else {
            return;
        };
        if !here.inside.iter().any(|folder| target.starts_with(folder)) {
            return;
        }
        if !target.is_dir() {
            self.name(&target, shown);
            if let Some(folder) = target.parent() {
                self.visit.folder(folder, Extent::Alone);
            }
            if led.is_some() {
                self.file(&target, shown.to_owned());
            }
        } else if !here.linked && !here.real.starts_with(&target) {
            self.name(&target, shown);
            let below = Here {
                linked: true,
                real: &target,
                shown,
                ..*here
            };
            self.below(&below, Extent::Tree);
        }
    }

    fn file(&mut self, real: &Path, shown: PathBuf) {
        if self.visit.wants_files()
            && let Ok(metadata) = fs::metadata(real)
        {
            self.visit.file(shown, &metadata);
        }
    }

    /// Where `path` leads; to be asked again later.
    fn lead(&mut self, path: &Path) -> Option<PathBuf> {
        let real = path.canonicalize().ok();
        self.survey.leads.insert(path.to_owned(), real.clone());
        real
    }

    fn name(&mut self, real: &Path, shown: &Path) {
        let names = self.survey.names.entry(real.to_owned()).or_default();
        if !names.iter().any(|name| name == shown) {
            names.push(shown.to_owned());
        }
    }
}

/// Where the file would be that the link `at` leads to, which isn't there.
fn target_to_come(at: &Path) -> Option<PathBuf> {
    let target = at.parent()?.join(fs::read_link(at).ok()?);
    let folder = target.parent()?.canonicalize().ok()?;
    Some(folder.join(target.file_name()?))
}
