//! `rolebook diff`

use std::path::Path;
use std::sync::Arc;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::output::Output;
use super::{Failure, Here, Stages, Terminal};
use crate::compare::format::{End, Ends, FORMATS, Format};
use crate::compare::{Comparison, Data};
use crate::compile::unchecked;
use crate::graph::Scheme;
use crate::render::Handbook;
use crate::site::DRAWINGS;
use crate::text::Snapshot;
use crate::{Asked, Compiled, Stage, Watch, load};

const EXAMPLES: &str = "\
Examples:
  rolebook diff                                  the last commit, and the folder as it is
  rolebook diff main                             a branch, and the folder as it is
  rolebook diff v1.0 v2.0                        two commits, branches or tags
  rolebook diff main...HEAD --format markdown    what a branch changes, for a merge request
  rolebook diff main --output diff.html          a page, with drawings before and after
  rolebook diff main --format json | jq .affected

Two states of the organisation are compared, and not of the files: roles, teams
and external parties that came, went, or are called otherwise; who keeps them;
what they are responsible for; agreements gained, lost, or said by both sides
now; and whom that concerns. Files that only moved, and lists that are only
written otherwise, are no change. Names of people are there as far as the
handbook publishes them.";

/// What the folder is called, as it is now.
const FOLDER: &str = "the working folder";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The earlier state: a commit, a branch, a tag; `A..B` and `A...B` as in git [default: HEAD]
    #[arg(value_name = "FROM", default_value = "HEAD", hide_default_value = true)]
    from: String,
    /// The later state [default: the folder as it is]
    #[arg(value_name = "TO")]
    to: Option<String>,
    /// How the comparison is printed [default: by the ending of the file, or text]
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    format: Option<&'static Format>,
    #[command(flatten)]
    output: Output,
}

/// Reads the name of a format.
fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS
        .iter()
        .map(|format| PossibleValue::new(format.name).help(format.summary));
    PossibleValuesParser::new(names).map(|name| {
        FORMATS
            .iter()
            .find(|format| format.name == name)
            .unwrap_or(&FORMATS[0])
    })
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let root = here.root()?;
    let (from, to) = ends(options, &root)?;
    let stages = Stages::new(terminal);
    let read = |to: Option<&str>| {
        stages.begins(Stage::Load);
        State::of(
            match to {
                Some(to) => load::revision(&root, to)?,
                None => load::snapshot(&root)?,
            },
            &stages,
        )
    };
    let (before, after) = (read(Some(&from))?, read(to.as_deref())?);
    stages.rest();
    let ends = Ends {
        from: &from,
        to: to.as_deref().unwrap_or(FOLDER),
    };
    let comparison = Comparison::of(&before.data, &after.data);
    let drawn = |end, party: &str| match end {
        End::From => before.drawn(party),
        End::To => after.drawn(party),
    };
    let written = format(options).write(&comparison, &ends, &drawn);
    options.output.write(written.as_bytes(), here, terminal)
}

/// The two states that are asked for; of the later one nothing where it is the folder as it is.
fn ends(options: &Options, root: &Path) -> Result<(String, Option<String>), Failure> {
    // As in git, an end that is left out is HEAD.
    let end = |written: &str| {
        if written.is_empty() {
            "HEAD".to_owned()
        } else {
            written.to_owned()
        }
    };
    let from = &options.from;
    if options.to.is_some() {
        return Ok((from.clone(), options.to.clone()));
    }
    if let Some((from, to)) = from.split_once("...") {
        let (from, to) = (end(from), end(to));
        return Ok((load::merge_base(root, &from, &to)?, Some(to)));
    }
    Ok(match from.split_once("..") {
        Some((from, to)) => (end(from), Some(end(to))),
        None => (from.clone(), None),
    })
}

/// The format that is asked for, or that the file's name ends with.
fn format(options: &Options) -> &'static Format {
    let name = match options.output.ending().as_str() {
        "html" | "htm" => "html",
        "md" => "markdown",
        "json" => "json",
        _ => "text",
    };
    let by_name = || FORMATS.iter().find(|format| format.name == name);
    options.format.or_else(by_name).unwrap_or(&FORMATS[0])
}

/// The handbook in one state, as far as it can be understood.
struct State {
    compiled: Arc<Compiled>,
    handbook: Handbook,
    data: Data,
}

impl State {
    fn of(snapshot: Snapshot, stages: &Stages) -> Result<Self, Failure> {
        let snapshot = Arc::new(snapshot);
        // What is found makes no difference to what changed.
        let compiled = Arc::new(unchecked(&snapshot, &Asked::default(), stages));
        stages.begins(Stage::Prepare);
        let handbook = Handbook::new(&snapshot, &compiled)?;
        let data = serde_json::from_slice(&handbook.data().whole()?).map_err(|error| Failure::Error {
            message: format!("the data of the handbook can't be read: {error}"),
            help: None,
        })?;
        Ok(Self {
            compiled,
            handbook,
            data,
        })
    }

    /// The relations of the party of that id, in light colours and in dark ones.
    fn drawn(&self, id: &str) -> Option<(String, String)> {
        let party = self.compiled.organisation.party_by_id(id)?;
        // The first drawing is that of a party's neighbourhood.
        let drawing = |scheme| self.handbook.drawing(&DRAWINGS[0], Some(party), scheme);
        Some((drawing(Scheme::Light)?, drawing(Scheme::Dark)?))
    }
}
