//! Programs that are measured: where they are, and which version.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::formats::Format;

/// A program.
pub(crate) struct Program {
    /// The command, where no environment variable names another.
    command: &'static str,
    /// The variable: the command itself is to be named, not a script that starts it.
    variable: &'static str,
    /// What makes it say its version.
    version: &'static str,
    /// The form of its sources, if that is another than a handbook's.
    pub(crate) format: Option<Format>,
}

pub(crate) static ROLEBOOK: Program = Program {
    command: env!("CARGO_BIN_EXE_rolebook"),
    variable: "ROLEBOOK",
    version: "--version",
    format: None,
};
pub(crate) static HUGO: Program = Program {
    command: "hugo",
    variable: "HUGO",
    version: "version",
    format: Some(Format::Hugo),
};
pub(crate) static MDBOOK: Program = Program {
    command: "mdbook",
    variable: "MDBOOK",
    version: "--version",
    format: Some(Format::MdBook),
};
pub(crate) static ZOLA: Program = Program {
    command: "zola",
    variable: "ZOLA",
    version: "--version",
    format: Some(Format::Zola),
};
pub(crate) static MKDOCS: Program = Program {
    command: "mkdocs",
    variable: "MKDOCS",
    version: "--version",
    format: Some(Format::MkDocs),
};
pub(crate) static ZENSICAL: Program = Program {
    command: "zensical",
    variable: "ZENSICAL",
    version: "--version",
    format: Some(Format::MkDocs),
};
pub(crate) static ANTORA: Program = Program {
    command: "antora",
    variable: "ANTORA",
    version: "--version",
    format: Some(Format::Antora),
};

impl Program {
    /// The version it says it is, if it is there.
    pub(crate) fn version(&self) -> Option<String> {
        let output = Command::new(self.command()).arg(self.version).output().ok()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let numbers = said.split_whitespace().map(|word| word.trim_start_matches('v'));
        let mut numbers = numbers.filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        Some(numbers.next()?.split(['-', '+']).next()?.to_owned())
    }

    /// What to say where the command is not to be found.
    pub(crate) fn missing(&self) -> String {
        format!(
            "is missing: `{}` can't be run; {}=PATH names another",
            self.command().display(),
            self.variable
        )
    }

    /// The command with those arguments, in `folder`; each `{name}` among them is replaced by its value.
    pub(crate) fn run(&self, folder: &Path, arguments: &str, values: &[(&str, &Path)]) -> Command {
        let mut command = Command::new(self.command());
        for argument in arguments.split_whitespace() {
            let value = values.iter().find(|(name, _)| *name == argument);
            match value {
                Some((_, value)) => command.arg(value),
                None => command.arg(argument),
            };
        }
        command.current_dir(folder);
        command
    }

    fn command(&self) -> PathBuf {
        env::var_os(self.variable).map_or_else(|| self.command.into(), PathBuf::from)
    }
}
