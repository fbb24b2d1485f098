//! `rolebook serve`

use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clap::Args;

use super::watched::Watched;
use super::{Failure, Here, Judging, Terminal};
use crate::config::editor::{self, Pattern};
use crate::serve::{self, Happening, Plan, Port, Stop, Way};

const EXAMPLES: &str = "\
Examples:
  rolebook serve                     show the handbook, and follow every edit
  rolebook serve --open              the same, and open it in a browser
  rolebook serve --port 8080         on that port, or not at all
  rolebook serve --host 0.0.0.0      for a telephone in the same network too
  rolebook serve --date 2027-01-01   as on that day
  rolebook --root docs serve         the handbook in the folder docs

Nothing is written: pages are made from memory when a browser asks for them. In
the browser, `!` shows what there is to mend. Ctrl-C ends it.";

/// The port that is tried first.
pub(super) const USUAL_PORT: u16 = 4000;

/// How often files are looked at where the system's watcher is not to be used.
const POLL: Duration = Duration::from_millis(500);

/// What tells which editor somebody works in.
const EDITOR_VARIABLES: [&str; 8] = [
    "TERM_PROGRAM",
    "VSCODE_GIT_ASKPASS_MAIN",
    "VISUAL",
    "EDITOR",
    "SSH_CONNECTION",
    "WSL_DISTRO_NAME",
    "CODESPACES",
    "REMOTE_CONTAINERS",
];

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// Open the handbook in a browser
    #[arg(long)]
    open: bool,
    /// The port to listen on; 0 for any [default: 4000, or the next free one]
    #[arg(long, short, value_name = "N")]
    port: Option<u16>,
    /// The address to listen on: 0.0.0.0 lets everyone in the network read along
    #[arg(long, value_name = "ADDR", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_parser = host)]
    host: IpAddr,
    /// Look at the files twice a second instead of being told by the system, as for folders on a network
    #[arg(long)]
    poll: bool,
    #[command(flatten)]
    judging: Judging,
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let root = here.root()?;
    raise_limit();
    let (stop, inbox) = serve::inbox();
    end_when_told(stop)?;
    let mut watched = Watched::new(options.open, options.host, options.port, &root, here, terminal);
    let plan = Plan {
        root: root.clone(),
        asked: &|| options.judging.asked(),
        host: options.host,
        port: options.port.map_or(Port::From(USUAL_PORT), Port::Exactly),
        names: own_names(),
        editor: own_editor(),
        way: if options.poll {
            Way::Polling(POLL)
        } else {
            Way::System
        },
    };
    let ended = serve::run(&plan, &inbox, &mut |happening: Happening| watched.tell(happening));
    watched.end();
    Ok(ended?)
}

/// Every open page takes two of the files that a process may have open, and some systems allow a few hundred only where
/// nobody asks for more.
#[cfg(unix)]
fn raise_limit() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    const WANTED: u64 = 8192;
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let wanted = maximum.map_or(WANTED, |maximum| maximum.min(WANTED));
    if current.is_some_and(|current| current < wanted) {
        let raised = Rlimit {
            current: Some(wanted),
            maximum,
        };
        // With fewer, fewer pages can be open.
        let _ = setrlimit(Resource::Nofile, raised);
    }
}

#[cfg(not(unix))]
fn raise_limit() {}

/// The first Ctrl-C, or whatever else asks a program to end, ends the preview in order; a second one at once.
fn end_when_told(stop: Stop) -> Result<(), Failure> {
    let is_told = AtomicBool::new(false);
    let handler = move || {
        if is_told.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
        stop.now();
    };
    ctrlc::set_handler(handler).map_err(|error| Failure::Error {
        message: format!("the preview could not be ended by Ctrl-C: {error}"),
        help: None,
    })
}

/// Reads an address, or a name of this machine's own.
fn host(written: &str) -> Result<IpAddr, &'static str> {
    if written == "localhost" {
        return Ok(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    let plain = written.trim_start_matches('[').trim_end_matches(']');
    plain
        .parse()
        .map_err(|_| "write an address such as 127.0.0.1, 0.0.0.0 or ::1")
}

/// The names under which this machine may be asked.
fn own_names() -> Vec<String> {
    let name = std::env::var("HOSTNAME").ok().filter(|name| !name.is_empty());
    name.into_iter().collect()
}

/// What opens files in the editor that this terminal belongs to.
fn own_editor() -> Option<Pattern> {
    let variables: Vec<(&str, String)> = EDITOR_VARIABLES
        .iter()
        .filter_map(|name| Some((*name, std::env::var(name).ok()?)))
        .collect();
    let variables: Vec<(&str, &str)> = variables
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    editor::guess(&variables)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn addresses_are_read_as_people_write_them() {
        for written in ["127.0.0.1", "localhost", "0.0.0.0", "::1", "[::]"] {
            assert!(host(written).is_ok(), "{written}");
        }
        for written in ["", "example.org", "127.0.0.1:80", "1.2.3"] {
            assert!(host(written).is_err(), "{written}");
        }
    }
}
