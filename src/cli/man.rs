//! `rolebook man`

use std::fs;
use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use super::arguments::Arguments;
use super::{Failure, Here, Stream, Terminal};
use crate::text::count;

const EXAMPLES: &str = "\
Examples:
  rolebook man ~/.local/share/man/man1   a page for each command
  rolebook man | man -l -                the first of them, read at once";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The folder to write the pages to [default: the first page to standard output]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let pages = pages(Arguments::command())?;
    let Some(folder) = &options.folder else {
        return terminal.pass_on(pages.first().map_or(&[], |(_, page)| page));
    };
    let folder = here.folder(Some(folder));
    for (name, page) in &pages {
        let path = folder.join(name);
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, page));
        written.map_err(|error| Failure::Error {
            message: format!("`{}` can't be written: {error}", here.show(&path)),
            help: None,
        })?;
    }
    let told = format!(
        "{} to {}",
        count(pages.len(), "page", "pages"),
        here.show(&folder)
    );
    terminal.done(Stream::Talk, "Wrote", &told)
}

/// The page of each command by its file's name, that of all of them first.
fn pages(mut command: Command) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    command.build();
    let mut pages = Vec::new();
    let mut open = vec![command];
    while let Some(command) = open.pop() {
        let shown = command.get_subcommands().filter(|command| !command.is_hide_set());
        open.extend(shown.filter(|command| command.get_name() != "help").cloned());
        let name = command
            .get_display_name()
            .unwrap_or(command.get_name())
            .to_owned();
        let mut page = Vec::new();
        let made = Man::new(command).title(&name).render(&mut page);
        made.map_err(|error| Failure::Error {
            message: format!("the page of `{name}` can't be made: {error}"),
            help: None,
        })?;
        pages.push((format!("{name}.1"), page));
    }
    Ok(pages)
}
