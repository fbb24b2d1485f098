//! Every file below a folder, with what is wrong with those that can't be used.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::inside::Inside;
use super::name::{is_dropping, name_fault};
use crate::text::Fault;

/// A file below a folder.
#[derive(Debug)]
pub(super) struct Found {
    /// Where it is.
    pub(super) path: PathBuf,
    /// Where it is below the folder, `/` between the segments; what is no UTF-8 is replaced.
    pub(super) below: String,
    /// What keeps it, or the folder of that name, from being read.
    pub(super) fault: Option<Fault>,
}

/// Every file below `folder` that isn't hidden or an editor's, links followed as far as `inside` allows.
pub(super) fn walk(folder: &Path, inside: &Inside) -> Vec<Found> {
    let mut found = Vec::new();
    let mut entries = WalkDir::new(folder).min_depth(1).follow_links(true).into_iter();
    // How deep the linked folder lies that we are in. Links to folders within linked folders are not
    // followed: a few of them can make more paths than there is memory.
    let mut linked: Option<usize> = None;
    while let Some(entry) = entries.next() {
        let (path, fault) = match entry {
            Ok(entry) => {
                linked = linked.filter(|depth| entry.depth() > *depth);
                let seen = look(&entry, inside, linked.is_some());
                let is_folder = entry.file_type().is_dir();
                if is_folder && !matches!(seen, Seen::Use) {
                    entries.skip_current_dir();
                }
                match seen {
                    Seen::Ignore => continue,
                    Seen::Use if is_folder => {
                        linked = linked.or(entry.path_is_symlink().then_some(entry.depth()));
                        continue;
                    }
                    Seen::Use => (entry.into_path(), None),
                    Seen::Fault(fault) => (entry.into_path(), Some(fault)),
                }
            }
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                if path
                    .file_name()
                    .and_then(|name| name.to_str())
                    .is_some_and(is_dropping)
                {
                    continue;
                }
                let fault = fault_of(&error, &path);
                (path, Some(fault))
            }
        };
        let below = below(folder, &path);
        found.push(Found { path, below, fault });
    }
    found
}

/// What to do with an entry.
enum Seen {
    Ignore,
    Use,
    Fault(Fault),
}

fn look(entry: &DirEntry, inside: &Inside, in_linked: bool) -> Seen {
    let Some(name) = entry.file_name().to_str() else {
        return Seen::Fault(Fault::Name("is not written in UTF-8"));
    };
    let kind = entry.file_type();
    if is_dropping(name) {
        Seen::Ignore
    } else if let Some(fault) = name_fault(name) {
        Seen::Fault(Fault::Name(fault))
    } else if entry.path_is_symlink() && !inside.holds(entry.path()) {
        Seen::Fault(Fault::Link("leads out of the handbook"))
    } else if entry.path_is_symlink() && in_linked && kind.is_dir() {
        Seen::Fault(Fault::Link("leads to a folder from within a linked folder"))
    } else if kind.is_dir() || kind.is_file() {
        Seen::Use
    } else {
        Seen::Fault(Fault::Unreadable(String::from("it is not an ordinary file")))
    }
}

fn fault_of(error: &walkdir::Error, path: &Path) -> Fault {
    let io = error.io_error();
    let is_link = path
        .symlink_metadata()
        .is_ok_and(|metadata| metadata.is_symlink());
    match io.map(std::io::Error::kind) {
        None => Fault::Link("leads round in a circle"),
        Some(ErrorKind::NotFound) if is_link => Fault::Link("leads nowhere"),
        Some(ErrorKind::PermissionDenied) => Fault::Unreadable(String::from("permission denied")),
        // What a system calls a link that leads to itself differs; every link that can be read leads somewhere.
        Some(_) if is_link => Fault::Link("leads round in a circle"),
        Some(_) => Fault::Unreadable(io.map(ToString::to_string).unwrap_or_default()),
    }
}

fn below(folder: &Path, path: &Path) -> String {
    let segments = path.strip_prefix(folder).unwrap_or(path).components();
    let names: Vec<String> = segments
        .map(|segment| {
            let name = segment.as_os_str().to_string_lossy();
            name.replace(|c: char| c.is_control() || c == '\\', "\u{fffd}")
        })
        .collect();
    names.join("/")
}
