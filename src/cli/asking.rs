//! What commands that report findings are asked of them.

use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::levels::LevelFlags;
use crate::Asked;

/// Options of every command that reports findings.
#[derive(Args, Debug)]
pub(super) struct Asking {
    #[command(flatten)]
    levels: LevelFlags,
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
        }
    }
}

/// Today where the command runs.
fn today() -> Date {
    TimeZone::system().to_datetime(Timestamp::now()).date()
}
