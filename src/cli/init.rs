//! `rolebook init`

use std::path::PathBuf;

use clap::Args;

use super::{Failure, Here, Terminal};
use crate::author;

const EXAMPLES: &str = "\
Examples:
  rolebook init my-handbook   in a new folder
  rolebook init               in this folder, which must be empty";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The folder for the new handbook [default: this folder]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let folder = here.folder(options.folder.as_deref());
    for file in author::init(&folder)? {
        terminal.print(&here.show(&file))?;
    }
    terminal.say("Made a small handbook: three roles, a team, a customer, and how they fit together");
    let go = match here.prefix(&folder) {
        here if here.is_empty() => String::new(),
        _ => format!("cd {} && ", quoted(&here.show(&folder))),
    };
    terminal.say(&format!("Next: {go}rolebook build"));
    Ok(())
}

/// A path as it is typed: in quotes where it holds spaces.
fn quoted(path: &str) -> String {
    if path.contains(char::is_whitespace) {
        format!("\"{path}\"")
    } else {
        path.to_owned()
    }
}
