//! Which of a handbook's files are published as they are.

use std::collections::BTreeSet;

use crate::config::{Config, Publish};
use crate::model::{Node, Organisation};
use crate::text::{Snapshot, SourcePath};

/// The files that are published: all, but for pictures of people who are not shown; in a profile those only that something
/// in it asks for.
pub(super) fn published<'a>(
    snapshot: &'a Snapshot,
    config: &'a Config,
    organisation: &'a Organisation,
) -> impl Iterator<Item = &'a SourcePath> {
    let is_reduced = snapshot
        .profile
        .as_ref()
        .is_some_and(|profile| profile.is_reduced);
    let linked = linked(organisation);
    let people = organisation.people.iter();
    let pictures: BTreeSet<&SourcePath> = people.filter_map(|person| person.picture.as_ref()).collect();
    let withheld = |path: &SourcePath| {
        path.as_str().starts_with("content/people/") || organisation.withheld.contains(path)
    };
    let is_published = move |path: &&SourcePath| {
        let is_linked = linked.contains(*path);
        if is_reduced && !is_linked && !pictures.contains(*path) && config.logo.as_ref() != Some(*path) {
            return false;
        }
        // Pictures of people are theirs; what other pages link to there is not.
        config.publish == Publish::Full || is_linked || !withheld(path)
    };
    snapshot
        .assets
        .iter()
        .map(|asset| &asset.path)
        .filter(is_published)
}

fn linked(organisation: &Organisation) -> BTreeSet<&SourcePath> {
    let targets = organisation.links.iter().flat_map(|links| &links.targets);
    targets
        .filter_map(|target| match &target.node {
            Node::Asset(path) => Some(path),
            _ => None,
        })
        .collect()
}
