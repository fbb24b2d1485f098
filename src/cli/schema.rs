//! `rolebook schema`

use std::fs;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::{Failure, Here, Stream, Terminal};
use crate::schemas::{Described, SCHEMAS};

const EXAMPLES: &str = "\
Examples:
  rolebook schema book > book.schema.json    what book.toml may say
  rolebook schema --output .schemas          all of them, a file each

Editors that know JSON Schema complete and explain keys by them, and mark what is
wrong. Those that use Taplo (VS Code's Even Better TOML, Helix, Zed) find them by
a file `.taplo.toml` beside book.toml:

  [[rule]]
  include = [\"book.toml\"]
  schema = { path = \".schemas/book.schema.json\" }

  [[rule]]
  include = [\"content/people.toml\"]
  schema = { path = \".schemas/people.schema.json\" }";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// What it describes
    #[arg(value_parser = schemas(), required_unless_present = "output")]
    name: Option<&'static Described>,
    /// The folder to write all of them to
    #[arg(long, short, value_name = "DIR", conflicts_with = "name")]
    output: Option<PathBuf>,
}

/// Reads the name of a schema.
fn schemas() -> impl TypedValueParser<Value = &'static Described> {
    let names = SCHEMAS
        .iter()
        .map(|schema| PossibleValue::new(schema.name).help(schema.summary));
    PossibleValuesParser::new(names).map(|name| {
        let schema = SCHEMAS.iter().find(|schema| schema.name == name);
        schema.unwrap_or(&SCHEMAS[0])
    })
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let Some(folder) = &options.output else {
        let json = options.name.map(Described::json).unwrap_or_default();
        return terminal.pass_on(json.as_bytes());
    };
    let folder = here.folder(Some(folder));
    let failed = |error: std::io::Error| Failure::Error {
        message: format!("`{}` can't be written: {error}", here.show(&folder)),
        help: None,
    };
    fs::create_dir_all(&folder).map_err(failed)?;
    for schema in SCHEMAS {
        fs::write(folder.join(schema.file), schema.json()).map_err(failed)?;
    }
    let files: Vec<&str> = SCHEMAS.iter().map(|schema| schema.file).collect();
    terminal.done(
        Stream::Talk,
        "Wrote",
        &format!("{} to {}", files.join(", "), here.show(&folder)),
    )
}
