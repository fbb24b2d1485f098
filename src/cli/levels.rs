//! `--deny`, `--warn`, `--allow`: levels on the command line, each over those before it.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

use crate::check::{Lints, catalogue};
use crate::finding::Level;
use crate::text::{alternatives, nearest};

/// The flags, and what each says of itself.
const FLAGS: [(&str, Level, &str); 3] = [
    (
        "deny",
        Level::Deny,
        "Fail where such a finding stands; `warnings` for all warnings",
    ),
    (
        "warn",
        Level::Warn,
        "Report such findings, and do not fail for them",
    ),
    ("allow", Level::Allow, "Do not report such findings"),
];

/// The levels that were asked for, in the order in which they were written.
#[derive(Clone, Debug, Default)]
pub(super) struct LevelFlags(pub(super) Vec<(Lints, Level)>);

impl Args for LevelFlags {
    fn augment_args(command: Command) -> Command {
        let flag = |(name, _, help): (&'static str, Level, &'static str)| {
            Arg::new(name)
                .long(name)
                .value_name("NAME")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .value_parser(lints)
                .help(help)
        };
        command.args(FLAGS.map(flag))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for LevelFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut asked = Vec::new();
        for (name, level, _) in FLAGS {
            let places = matches.indices_of(name).into_iter().flatten();
            let lints = matches.get_many::<Lints>(name).into_iter().flatten();
            asked.extend(places.zip(lints).map(|(place, lints)| (place, *lints, level)));
        }
        asked.sort_by_key(|(place, ..)| *place);
        Ok(Self(
            asked
                .into_iter()
                .map(|(_, lints, level)| (lints, level))
                .collect(),
        ))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// What `name` means.
fn lints(name: &str) -> Result<Lints, String> {
    Lints::named(name).ok_or_else(|| unknown(name, &[Lints::WARNINGS]))
}

/// Says that no finding has that name, and which of them, or of the `others` that may stand there, has one like it.
pub(super) fn unknown(name: &str, others: &[&'static str]) -> String {
    let known = catalogue().map(|kind| kind.name).chain(others.iter().copied());
    let near: Vec<String> = nearest(name, known)
        .iter()
        .map(|name| format!("`{name}`"))
        .collect();
    if near.is_empty() {
        String::from("no finding has this name; `rolebook explain` lists all of them")
    } else {
        format!("no finding has this name; did you mean {}?", alternatives(&near))
    }
}
