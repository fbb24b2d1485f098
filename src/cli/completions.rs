//! `rolebook completions`

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::arguments::Arguments;
use super::{Failure, Terminal};

const EXAMPLES: &str = "\
Examples:
  rolebook completions bash > ~/.local/share/bash-completion/completions/rolebook
  rolebook completions zsh > ~/.zfunc/_rolebook
  rolebook completions fish > ~/.config/fish/completions/rolebook.fish
  rolebook completions powershell >> $PROFILE

Commands, options and their values are completed from then on.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The shell
    shell: Shell,
}

pub(super) fn run(options: &Options, terminal: &Terminal) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), "rolebook", &mut script);
    terminal.pass_on(&script)
}
