//! What commands that report findings are asked of them.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::levels::LevelFlags;
use crate::Asked;
use crate::finding::format::{FORMATS, Format};

/// Options of every command that reports findings.
#[derive(Args, Debug)]
pub(super) struct Asking {
    #[command(flatten)]
    levels: LevelFlags,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = FORMATS[0].name, value_parser = formats())]
    pub(super) format: &'static Format,
    /// Report what `baseline.toml` knows like everything else
    #[arg(long)]
    no_baseline: bool,
    /// The day against which reviews and terms are held, such as 2026-05-01 [default: today]
    #[arg(long, value_name = "DAY")]
    date: Option<Date>,
}

impl Asking {
    /// What is asked for.
    pub(super) fn asked(&self) -> Asked {
        Asked {
            today: Some(self.date.unwrap_or_else(today)),
            levels: self.levels.0.clone(),
            ignores_baseline: self.no_baseline,
        }
    }
}

/// Reads the name of a format.
fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS
        .iter()
        .map(|format| PossibleValue::new(format.name).help(format.summary));
    PossibleValuesParser::new(names).map(|name| Format::named(&name).unwrap_or(&FORMATS[0]))
}

/// Today where the command runs.
fn today() -> Date {
    TimeZone::system().to_datetime(Timestamp::now()).date()
}
