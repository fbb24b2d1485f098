//! What every generator does at least: read, turn Markdown into HTML, write.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;

/// What files are filled with.
const LINE: &str = "<li><a href=\"/teams/team-1/\">Team 1</a></li>\n";

/// What is written.
#[derive(Clone, Copy)]
pub(crate) enum Floor {
    /// A page for each source, as large as rolebook's files are in the mean.
    Pages,
    /// As many files as rolebook writes, each as large.
    Files,
}

impl Floor {
    /// The files to be written, a line each: how many bytes, and where.
    pub(crate) fn list(self, sources: &Path, site: &Path) -> String {
        let mut of_site = Vec::new();
        walk(site, &mut of_site);
        let sizes: Vec<u64> = of_site.iter().map(|file| size(file)).collect();
        let mut list = String::new();
        let mut put = |bytes: u64, path: &Path| {
            let _ = writeln!(list, "{bytes} {}", path.display()); // Writing to a string can't fail.
        };
        match self {
            Self::Pages => {
                let mean = sizes.iter().sum::<u64>() / u64::try_from(sizes.len().max(1)).unwrap_or(1);
                for source in markdown(sources) {
                    put(mean, &below(&source, sources).with_extension("html"));
                }
            }
            Self::Files => {
                for (bytes, file) in sizes.into_iter().zip(&of_site) {
                    put(bytes, below(file, site));
                }
            }
        }
        list
    }
}

/// Makes each file of the list below `to`: of one of the Markdown files below `from`, as far as there are any, and filling.
pub(crate) fn build(from: &Path, to: &Path, list: &Path) {
    let sources = markdown(from);
    let list = fs::read_to_string(list).expect("a list");
    let mut files: Vec<(usize, PathBuf)> = list.lines().filter_map(|line| file(line, to)).collect();
    files.sort_by(|one, other| other.cmp(one));
    let mut folders: Vec<&Path> = files.iter().filter_map(|(_, path)| path.parent()).collect();
    folders.sort_unstable();
    folders.dedup();
    for folder in folders {
        fs::create_dir_all(folder).expect("a folder can be made");
    }
    files.par_iter().enumerate().for_each(|(at, (bytes, path))| {
        let mut page = String::with_capacity(bytes + LINE.len());
        if let Some(source) = sources.get(at) {
            let text = fs::read_to_string(source).expect("a source");
            html::push_html(&mut page, Parser::new_ext(&text, Options::empty()));
        }
        while page.len() + LINE.len() <= *bytes {
            page.push_str(LINE);
        }
        page.push_str(&LINE[..bytes.saturating_sub(page.len())]);
        fs::write(path, page).expect("a page can be written");
    });
}

/// A line of the list.
fn file(line: &str, to: &Path) -> Option<(usize, PathBuf)> {
    let (bytes, path) = line.split_once(' ')?;
    Some((bytes.parse().ok()?, to.join(path)))
}

fn markdown(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    walk(folder, &mut files);
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    files
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn below<'f>(file: &'f Path, folder: &Path) -> &'f Path {
    file.strip_prefix(folder).expect("a file below the folder")
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |metadata| metadata.len())
}
