//! The tools that are measured: how each is found and started, and where its pages are.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::channel::Kind;
use super::formats::Format;

/// A preview server.
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    /// The command, where no environment variable names another.
    program: &'static str,
    /// The variable: the command itself is to be named, not a script that starts it.
    variable: &'static str,
    /// What makes it say its version.
    version: &'static str,
    /// How to serve: `{folder}` and `{port}` are put in.
    arguments: &'static str,
    /// The form of its sources, if that is another than a handbook's.
    pub(crate) format: Option<Format>,
    /// Where a role is written; `{role}` and `{team}` are their numbers.
    source: &'static str,
    /// The address of its page.
    address: &'static str,
    pub(crate) channel: Kind,
}

/// A role, and the team it belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Role {
    pub(crate) role: usize,
    pub(crate) team: usize,
}

impl Role {
    fn put_into(self, pattern: &str) -> String {
        let pattern = pattern.replace("{role}", &self.role.to_string());
        pattern.replace("{team}", &self.team.to_string())
    }
}

/// The tools, as their users start them, rolebook first. `mdbook-native` and `zola-fast` are measured when asked for: the
/// same tools, with options that their users are told may make them faster.
pub(crate) static TOOLS: [Tool; 6] = [
    Tool {
        name: "rolebook",
        program: env!("CARGO_BIN_EXE_rolebook"),
        variable: "ROLEBOOK",
        version: "--version",
        arguments: "--root {folder} serve --port {port}",
        format: None,
        source: "content/roles/role-{role}.md",
        address: "/roles/role-{role}.html",
        channel: Kind::Events,
    },
    Tool {
        name: "hugo",
        program: "hugo",
        variable: "HUGO",
        version: "version",
        arguments: "server --source {folder} --bind 127.0.0.1 --port {port}",
        format: Some(Format::Hugo),
        source: "content/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}/",
        channel: Kind::LiveReload,
    },
    Tool {
        name: "mdbook",
        program: "mdbook",
        variable: "MDBOOK",
        version: "--version",
        arguments: "serve --hostname 127.0.0.1 --port {port} {folder}",
        format: Some(Format::MdBook),
        source: "src/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}.html",
        channel: Kind::MdBook,
    },
    Tool {
        name: "mdbook-native",
        program: "mdbook",
        variable: "MDBOOK",
        version: "--version",
        arguments: "serve --watcher native --hostname 127.0.0.1 --port {port} {folder}",
        format: Some(Format::MdBook),
        source: "src/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}.html",
        channel: Kind::MdBook,
    },
    Tool {
        name: "zola",
        program: "zola",
        variable: "ZOLA",
        version: "--version",
        arguments: "--root {folder} serve --interface 127.0.0.1 --port {port}",
        format: Some(Format::Zola),
        source: "content/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}/",
        channel: Kind::LiveReload,
    },
    Tool {
        name: "zola-fast",
        program: "zola",
        variable: "ZOLA",
        version: "--version",
        arguments: "--root {folder} serve --fast --debounce 10 --interface 127.0.0.1 --port {port}",
        format: Some(Format::Zola),
        source: "content/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}/",
        channel: Kind::LiveReload,
    },
];

impl Tool {
    /// The version it says it is, if it is there.
    pub(crate) fn version(&self) -> Option<String> {
        let output = Command::new(self.command()).arg(self.version).output().ok()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let number = said.split_whitespace().nth(1)?.split(['-', '+']).next()?;
        Some(number.trim_start_matches('v').to_owned())
    }

    /// Where a role is written, within the folder that is served.
    pub(crate) fn source(&self, role: Role) -> String {
        role.put_into(self.source)
    }

    /// The address of its page.
    pub(crate) fn address(&self, role: Role) -> String {
        role.put_into(self.address)
    }

    /// What to say where the command is not to be found.
    pub(crate) fn missing(&self) -> String {
        format!(
            "is missing: `{}` can't be run; {}=PATH names another",
            self.command().display(),
            self.variable
        )
    }

    /// What serves `folder` on `port`.
    pub(crate) fn serve(&self, folder: &Path, port: u16) -> Command {
        let mut command = Command::new(self.command());
        for argument in self.arguments.split_whitespace() {
            match argument {
                "{folder}" => command.arg(folder),
                "{port}" => command.arg(port.to_string()),
                argument => command.arg(argument),
            };
        }
        command.current_dir(folder);
        command
    }

    fn command(&self) -> PathBuf {
        env::var_os(self.variable).map_or_else(|| self.program.into(), PathBuf::from)
    }
}
