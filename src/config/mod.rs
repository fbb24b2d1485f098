//! `book.toml`: read with places and faults, given on as valid. Only the valid form travels.
//!
//! The reader of TOML in here also reads front matter and `people.toml`, for the rooms behind this one.

mod address;
mod autonym;
mod book;
mod built_in;
pub(crate) mod editor;
mod language;
mod lints;
pub(crate) mod period;
mod profiles;
mod reader;
#[cfg(test)]
mod reported;
mod schema;
mod section;
mod settings;
mod syntax;
#[cfg(test)]
mod tests;
mod translations;
mod value;

pub use language::Language;
pub(crate) use lints::lints;
pub(crate) use reader::{Origin, Table, read as read_toml};
#[cfg(test)]
pub(crate) use reported::{reported, told};
pub(crate) use schema::name_key;
pub use schema::{Schema, SectionRule};
pub use settings::{Config, Encoding, GroupRule, InternalRules, Offered, Publish, Shown};
pub(crate) use value::Value;

use crate::finding::{Finding, kind};
use crate::text::Snapshot;

/// Reads `book.toml`.
///
/// What is wrong with it becomes `invalid-config` findings, all in one run; what can't be used has its
/// default, so that the rest can still be read and shown. Of a file that is not there, or could not be
/// read, nothing is said here: that is the loader's and the parser's.
pub(crate) fn read(snapshot: &Snapshot) -> (Config, Vec<Finding>) {
    let Some(id) = snapshot.config else {
        return (Config::default(), Vec::new());
    };
    let source = snapshot.source(id);
    if source.fault.is_some() {
        return (Config::default(), Vec::new());
    }
    let origin = Origin {
        kind: &kind::INVALID_CONFIG,
        source: id,
        offset: 0,
    };
    read_toml(&source.text, origin, |table| book::config(table, snapshot))
}
