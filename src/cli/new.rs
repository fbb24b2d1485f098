//! `rolebook new`

use clap::{Args, ValueEnum};

use super::opened::{For, Opened};
use super::{Failure, Here, Stages, Terminal};
use crate::Asked;
use crate::author::{self, Subject};
use crate::model::PartyKind;

const EXAMPLES: &str = "\
Examples:
  rolebook new role \"Office Manager\"      content/roles/office-manager.md
  rolebook new team \"Platform\"            content/teams/platform.md
  rolebook new external \"Tax Authority\"   content/external/tax-authority.md
  rolebook new page \"How we decide\"       content/how-we-decide.md

The file has the sections that the handbook's schema asks for, each with its
question. Its path is printed.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// What to add
    kind: Kind,
    /// Its title, as people say it
    title: String,
}

/// What can be added.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// A role: a domain kept by people
    Role,
    /// A team: a domain accounted for by a group
    Team,
    /// Someone outside: a customer, a supplier
    External,
    /// An ordinary page
    Page,
}

impl Kind {
    const fn subject(self) -> Subject {
        match self {
            Self::Role => Subject::Party(PartyKind::Role),
            Self::Team => Subject::Party(PartyKind::Team),
            Self::External => Subject::Party(PartyKind::External),
            Self::Page => Subject::Page,
        }
    }
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let opened = Opened::read(here, &Asked::default(), &For::EVERYONE, &Stages::new(terminal))?;
    let path = author::create(
        &opened.root,
        &opened.compiled,
        options.kind.subject(),
        &options.title,
    )?;
    terminal.print(&here.show(&opened.root.join(path)))
}
