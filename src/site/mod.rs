//! Which pages exist, at which addresses, and what each of them shows.

pub mod view;

use crate::config::Config;
use crate::finding::Finding;
use crate::model::Organisation;
use crate::text::Snapshot;

/// The plan of a site: every file it has, by its address.
#[derive(Clone, Debug, Default)]
pub struct Site;

/// Plans the site: which pages and files there are, and at which addresses.
///
/// Two things at one address become `url-collision` findings; addresses that differ only in letter case
/// are one, because on many disks they are.
pub fn plan(snapshot: &Snapshot, config: &Config, organisation: &Organisation) -> (Site, Vec<Finding>) {
    let _ = (snapshot, config, organisation);
    (Site, Vec::new())
}
