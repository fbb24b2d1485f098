//! What every generator does at least: read, turn Markdown into HTML, write.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;

/// Makes a page of about `bytes` of each Markdown file below `from`, at the same place below `to`.
pub(crate) fn build(from: &Path, to: &Path, bytes: usize) {
    let mut files = Vec::new();
    walk(from, &mut files);
    let around = "<li><a href=\"/teams/team-1/\">Team 1</a></li>\n".repeat(bytes / 40 + 1);
    let place = |file: &Path| {
        let below = file.strip_prefix(from).expect("a file below the folder");
        to.join(below).with_extension("html")
    };
    let mut folders: Vec<PathBuf> = files
        .iter()
        .filter_map(|file| place(file).parent().map(Path::to_owned))
        .collect();
    folders.sort();
    folders.dedup();
    for folder in folders {
        fs::create_dir_all(folder).expect("a folder can be made");
    }
    files.par_iter().for_each(|file| {
        let text = fs::read_to_string(file).expect("a source");
        let mut page = String::with_capacity(bytes.max(2 * text.len()));
        html::push_html(&mut page, Parser::new_ext(&text, Options::empty()));
        page.push_str(&around[..bytes.saturating_sub(page.len()).min(around.len())]);
        fs::write(place(file), page).expect("a page can be written");
    });
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
}
