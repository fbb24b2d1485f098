//! The command line: arguments, the terminal, exit codes.
//!
//! A command is one file here and one row in `arguments::Command`.

#![expect(
    clippy::disallowed_methods,
    reason = "this room talks to the terminal and reads the clock"
)]

mod arguments;
mod asking;
mod board;
mod build;
mod check;
mod completions;
mod contents;
mod diff;
mod explain;
mod export;
mod failure;
mod graph;
mod here;
mod init;
mod levels;
mod man;
mod mend;
#[cfg(test)]
mod mend_tests;
mod new;
mod opened;
mod output;
mod schema;
mod serve;
mod stages;
mod terminal;
mod version;
mod watched;
mod wrap;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use asking::{Asking, Judging};
use failure::Failure;
use here::Here;
use stages::Stages;
use terminal::{Stream, Terminal};

/// Runs the command that the arguments name.
///
/// The exit code is 0 where all is fine, 1 where findings stand against it, 2 where the usage is wrong
/// or something can't be read or written.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help for a reader who is gone is no failure.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let terminal = Terminal::new(&arguments);
    match run_command(&arguments, &terminal) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal.failure(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run_command(arguments: &Arguments, terminal: &Terminal) -> Result<(), Failure> {
    let here = Here::find(arguments.root.as_deref())?;
    match &arguments.command {
        Command::Build(options) => build::run(options, &here, terminal),
        Command::Check(options) => check::run(options, &here, terminal),
        Command::Completions(options) => completions::run(options, terminal),
        Command::Explain(options) => explain::run(options, terminal),
        Command::Diff(options) => diff::run(options, &here, terminal),
        Command::Export(options) => export::run(options, &here, terminal),
        Command::Graph(options) => graph::run(options, &here, terminal),
        Command::Init(options) => init::run(options, &here, terminal),
        Command::Man(options) => man::run(options, &here, terminal),
        Command::New(options) => new::run(options, &here, terminal),
        Command::Schema(options) => schema::run(options, &here, terminal),
        Command::Serve(options) => serve::run(options, &here, terminal),
    }
}
