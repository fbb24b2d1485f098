//! How soon the preview shows an edit: from just before a role's file is written until its page is served with the new
//! text, and until an open page is told, in handbooks of several sizes; other preview servers beside it.
//!
//!     cargo bench --bench preview
//!     cargo bench --bench preview -- --sizes 1000 --edits 30 --peers none
//!     HUGO=/opt/hugo cargo bench --bench preview -- --peers hugo,mdbook-native
//!
//! An edit is to be seen within 10 ms at 1,000 roles and within 30 ms at 10,000 (medians, on two cores). Nothing fails
//! where it is not: times depend on the machine, and ratios between tools of one run say more than times do.
//!
//! The same organisation, word for word, is written in each tool's own format. A file is written in place (truncated,
//! written, closed); its page is asked for every millisecond (where that takes long, after every hundredth of the
//! time passed), over a new connection; what the tool tells open pages is heard at the same time on its own channel.
//! Only one server runs at a time, so that none is disturbed by another; tools take turns in rounds, so that whatever
//! else the machine does meets them all. Each round starts a server anew, on a warm file cache: its first edit counts.
//! rolebook's titles are edited too: names are resolved again, and the page of the role's team shows the new one.
//! Where pages are written one after another, as by mdBook, a page may be served long before open pages are told.
//!
//! Peers are looked for on the PATH, or are named by `HUGO`, `MDBOOK` and `ZOLA`; `ROLEBOOK` names another rolebook.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement talks, and stops where it can't measure"
)]
#![allow(clippy::disallowed_methods, reason = "it writes handbooks and runs commands")]

mod organisation;
#[allow(dead_code, reason = "not all of them have a preview that is measured")]
mod peers;
mod preview {
    pub(crate) mod channel;
    pub(crate) mod http;
    pub(crate) mod server;
    pub(crate) mod session;
    pub(crate) mod table;
    pub(crate) mod tools;
    pub(crate) mod websocket;
}

use std::fs;
use std::path::Path;

use clap::Parser;

use peers::translation::translate;
use preview::session::{Measured, Session};
use preview::table;
use preview::tools::{Role, TOOLS, Tool};

/// How soon the preview shows an edit, other preview servers beside it
#[derive(Parser)]
struct Options {
    /// How many roles the handbooks have
    #[arg(long, value_delimiter = ',', default_values_t = [100, 1_000, 10_000])]
    sizes: Vec<usize>,
    /// How many edits of each kind are measured per tool and size
    #[arg(long, default_value_t = 12)]
    edits: usize,
    /// In how many rounds; each starts every tool once
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// The tools to compare with, or `none`
    #[arg(long, value_delimiter = ',', default_values_t = ["mdbook", "hugo", "zola"].map(String::from))]
    #[arg(value_parser = ["none", "mdbook", "mdbook-native", "hugo", "zola", "zola-fast"])]
    peers: Vec<String>,
    /// Said by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() {
    let options = Options::parse();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "{cores} cores; median of {} edits in {} rounds; smallest and largest in brackets; times rolebook's",
        options.edits, options.rounds
    );
    let tools: Vec<&Tool> = TOOLS.iter().filter(|tool| is_wanted(tool, &options)).collect();
    assert!(
        tools.first().is_some_and(|tool| tool.program.format.is_none()),
        "rolebook itself is to be measured"
    );
    for size in &options.sizes {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let before = load();
        let measured = measure(folder.path(), (*size).max(10), &tools, &options);
        println!("\n{size} roles; load {before} before, {} after", load());
        table::print(&measured);
    }
}

/// Whether `tool` is to be measured and can be; says what it is, or that it is missing.
fn is_wanted(tool: &Tool, options: &Options) -> bool {
    if tool.program.format.is_some() && !options.peers.iter().any(|name| name == tool.name) {
        return false;
    }
    let version = tool.program.version();
    println!(
        "{} {}",
        tool.name,
        version.clone().unwrap_or_else(|| tool.program.missing())
    );
    version.is_some()
}

/// Measures all `tools` with handbooks of `size` roles, which are written below `folder`.
fn measure<'t>(
    folder: &Path,
    size: usize,
    tools: &[&'t Tool],
    options: &Options,
) -> Vec<(&'t str, Measured)> {
    let handbook = folder.join("handbook");
    organisation::write(&handbook, size);
    // An odd number, for a role that has a purpose and a keeper: those of some even ones are missing.
    let number = (size / 2) | 1;
    let role = Role {
        role: number,
        team: number / organisation::TEAM,
    };
    let mut measured = Vec::new();
    let mut sessions = Vec::new();
    for tool in tools {
        let own = tool.program.format.map(|format| {
            let own = folder.join(tool.name);
            translate(&handbook, &own, format);
            own
        });
        let titles = own.is_none().then(|| format!("/teams/team-{}.html", role.team));
        sessions.push((tool, own.unwrap_or_else(|| handbook.clone()), titles));
        measured.push((tool.name, Measured::default()));
    }
    for round in 0..options.rounds {
        // The rest falls to the first rounds.
        let edits = (options.edits + options.rounds - 1 - round) / options.rounds;
        for ((tool, folder, titles), (_, measured)) in sessions.iter().zip(&mut measured) {
            let session = Session {
                tool,
                folder: folder.clone(),
                role,
                edits,
                titles: titles.clone().map(|page| (edits, page)),
            };
            if measured.failure.is_none() {
                session.run(measured);
            }
        }
    }
    measured
}

/// The load of the machine over the last minute.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}
