//! Lints: what an organisation, each name of which is found, still says wrongly; and what `[lints]` makes of
//! all findings.

mod answer;
mod asked;
mod baseline;
#[cfg(test)]
mod baseline_tests;
mod calendar;
#[cfg(test)]
pub(crate) mod cases;
mod catalogue;
#[cfg(test)]
mod catalogue_tests;
mod circle_speech;
mod circles;
mod entries;
mod evidence;
#[cfg(test)]
mod fix_tests;
#[cfg(test)]
mod html_tests;
mod lint;
#[cfg(test)]
mod mended_tests;
mod mentions;
mod one_sided;
mod settings;
mod strays;
mod taken_out;
mod unclear;
mod unknown_lint;
mod unlinked;
mod unused_allow;
mod wording;

pub use asked::{Asked, Lints};
pub(crate) use baseline::Baseline;
pub use catalogue::catalogue;
pub(crate) use catalogue::named;
pub(crate) use evidence::{Evidence, Scope, faulty};
pub(crate) use lint::run;
pub(crate) use settings::Settings;
pub(crate) use unused_allow::{Traces, findings as idle_settings};
