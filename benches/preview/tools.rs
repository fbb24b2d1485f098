//! The preview servers that are measured: how each is started, and where its pages are.

use std::path::Path;
use std::process::Command;

use super::channel::Kind;
use crate::peers::program::{HUGO, MDBOOK, Program, ROLEBOOK, ZOLA};

/// A preview server.
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    pub(crate) program: &'static Program,
    /// How to serve: `{folder}` and `{port}` are put in.
    arguments: &'static str,
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
        program: &ROLEBOOK,
        arguments: "--root {folder} serve --port {port}",
        source: "content/roles/role-{role}.md",
        address: "/roles/role-{role}.html",
        channel: Kind::Events,
    },
    Tool {
        name: "hugo",
        program: &HUGO,
        arguments: "server --source {folder} --bind 127.0.0.1 --port {port}",
        source: "content/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}/",
        channel: Kind::LiveReload,
    },
    Tool {
        name: "mdbook",
        program: &MDBOOK,
        arguments: "serve --hostname 127.0.0.1 --port {port} {folder}",
        source: "src/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}.html",
        channel: Kind::MdBook,
    },
    Tool {
        name: "mdbook-native",
        program: &MDBOOK,
        arguments: "serve --watcher native --hostname 127.0.0.1 --port {port} {folder}",
        source: "src/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}.html",
        channel: Kind::MdBook,
    },
    Tool {
        name: "zola",
        program: &ZOLA,
        arguments: "--root {folder} serve --interface 127.0.0.1 --port {port}",
        source: "content/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}/",
        channel: Kind::LiveReload,
    },
    Tool {
        name: "zola-fast",
        program: &ZOLA,
        arguments: "--root {folder} serve --fast --debounce 10 --interface 127.0.0.1 --port {port}",
        source: "content/team-{team}/role-{role}.md",
        address: "/team-{team}/role-{role}/",
        channel: Kind::LiveReload,
    },
];

impl Tool {
    /// Where a role is written, within the folder that is served.
    pub(crate) fn source(&self, role: Role) -> String {
        role.put_into(self.source)
    }

    /// The address of its page.
    pub(crate) fn address(&self, role: Role) -> String {
        role.put_into(self.address)
    }

    /// What serves `folder` on `port`.
    pub(crate) fn serve(&self, folder: &Path, port: u16) -> Command {
        let port = port.to_string();
        let values = [("{folder}", folder), ("{port}", Path::new(&port))];
        self.program.run(folder, self.arguments, &values)
    }
}
