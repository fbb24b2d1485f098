//! What can be written behind `rolebook`.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::{
    build, check, completions, diff, explain, export, graph, init, man, new, schema, serve, version,
};

const EXAMPLES: &str = "\
Examples:
  rolebook init my-handbook           start a new handbook
  rolebook new role \"Office Manager\"  add a role to it
  rolebook check                      see what is wrong or missing
  rolebook explain vacant-role        what a finding means and how to mend it
  rolebook serve --open               see it in a browser while you write
  rolebook build                      make the site

Exit codes: 0 fine; 1 findings that must be mended; 2 wrong usage, or something
that can't be read or written.";

/// What the options are called that every command takes.
const EVERYWHERE: &str = "Options of every command";

/// Role files in, a cross-linked handbook out.
#[derive(Debug, Parser)]
#[command(name = "rolebook", version, long_version = version::long(), after_help = EXAMPLES, propagate_version = true)]
pub(super) struct Arguments {
    /// The handbook's folder, which holds `book.toml` [default: this folder or the nearest above it]
    #[arg(long, global = true, value_name = "DIR", help_heading = EVERYWHERE)]
    pub(super) root: Option<PathBuf>,
    /// Print errors only
    #[arg(long, short, global = true, help_heading = EVERYWHERE)]
    pub(super) quiet: bool,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = EVERYWHERE)]
    pub(super) color: When,
    /// Draw and write with plain ASCII only
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub(super) ascii: bool,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands, in the order in which they are listed.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the site
    Build(build::Options),
    /// Say what is wrong or missing; writes nothing unless told to
    Check(check::Options),
    /// Make a shell complete commands and options
    Completions(completions::Options),
    /// Say what changed in the organisation between two states, and whom that concerns
    Diff(diff::Options),
    /// Say what a finding means, why it matters, how to mend it
    Explain(explain::Options),
    /// Write the organisation in a format of other programs
    Export(export::Options),
    /// Draw the organisation, or a part of it, as a picture
    Graph(graph::Options),
    /// Start a new handbook, small and complete
    Init(init::Options),
    /// Write the manual pages
    Man(man::Options),
    /// Add a role, a team, an external party or a page
    New(new::Options),
    /// Describe book.toml, front matter or people.toml as JSON Schema, for editors
    Schema(schema::Options),
    /// Show the handbook in a browser, and follow every edit
    Serve(serve::Options),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn the_arguments_fit_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_command_has_examples() {
        let mut commands = vec![Arguments::command()];
        while let Some(command) = commands.pop() {
            let help = command
                .get_after_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(help.contains("Examples:\n  rolebook "), "{}", command.get_name());
            commands.extend(command.get_subcommands().cloned());
        }
    }
}
