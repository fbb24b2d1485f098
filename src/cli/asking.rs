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
    judging: Judging,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = FORMATS[0].name, value_parser = formats())]
    pub(super) format: &'static Format,
}

/// Options of every command that looks for findings.
#[derive(Args, Debug)]
pub(super) struct Judging {
    #[command(flatten)]
    levels: LevelFlags,
    /// Report what `baseline.toml` knows like everything else
    #[arg(long)]
    no_baseline: bool,
    /// The day against which reviews and terms are held, such as 2026-05-01 [default: that of `SOURCE_DATE_EPOCH`, or today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<Date>,
}

impl Asking {
    /// What is asked for.
    pub(super) fn asked(&self) -> Asked {
        self.judging.asked()
    }
}

impl Judging {
    /// What is asked for, today.
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

/// Reads a day.
fn day(written: &str) -> Result<Date, &'static str> {
    const EXAMPLE: &str = "write year, month and day of a day that there is, such as 2026-05-01";
    // No time beside it, which would go by without a word.
    let is_plain = written.chars().all(|c| c.is_ascii_digit() || c == '-');
    written.parse().ok().filter(|_| is_plain).ok_or(EXAMPLE)
}

/// Today where the command runs; where `SOURCE_DATE_EPOCH` is set, the day that it names, so that a run can be
/// repeated: seconds since 1970 in UTC (<https://reproducible-builds.org/specs/source-date-epoch/>).
fn today() -> Date {
    let given = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|epoch| epoch.trim().parse().ok());
    let given = given.and_then(|epoch| Timestamp::from_second(epoch).ok());
    match given {
        Some(given) => TimeZone::UTC.to_datetime(given).date(),
        None => TimeZone::system().to_datetime(Timestamp::now()).date(),
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_read_as_they_are_written_in_front_matter() {
        assert!(day("2026-05-01").is_ok());
        assert!(day("2028-02-29").is_ok());
        let others = [
            "",
            "today",
            "2026-13-01",
            "2026-02-29",
            "2026-05-01T10:00",
            "1.5.2026",
        ];
        for other in others {
            assert!(day(other).is_err(), "{other}");
        }
    }
}
