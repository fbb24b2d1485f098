//! Items among relations that begin with the name of a party, without a link.

use std::sync::OnceLock;

use super::Evidence;
use super::answer::next_section;
use super::entries::{Relations, Standing};
use super::mentions::{Mention, Names};
use super::unclear::is_claimed;
use crate::model::{Block, EntryForm, Meaning, PartyId};

/// Looks for such items.
pub(super) struct Unlinked<'e, 'a> {
    evidence: &'e Evidence<'a>,
    /// The names of all parties, once there is an item that may begin with one.
    names: OnceLock<Names<'a>>,
}

impl<'e, 'a> Unlinked<'e, 'a> {
    pub(super) fn of(evidence: &'e Evidence<'a>) -> Self {
        Self {
            evidence,
            names: OnceLock::new(),
        }
    }

    /// The names of all parties.
    pub(super) fn names(&self) -> &Names<'a> {
        self.names.get_or_init(|| Names::of(self.evidence.organisation))
    }

    /// The names with which items of a section of `owner`'s page begin, of parties with which no relation is
    /// claimed there.
    pub(super) fn within(&self, owner: PartyId, section: &Relations) -> Vec<Mention> {
        let evidence = self.evidence;
        let begins = |text: &str| {
            let named = self.names().first(text);
            named.is_some_and(|party| party != owner && !is_claimed(evidence, owner, party, section))
        };
        if !texts(section).any(begins) {
            return Vec::new();
        }
        let document = evidence.organisation.document(section.document);
        let source = &evidence.snapshot.source(section.source).text;
        // What stands below the heading of a relation is what is delivered or needed.
        let headings = section.entries.iter().map(|standing| standing.entry);
        let headings = headings.filter(|entry| entry.form == EntryForm::Heading);
        let first_heading = headings.map(|entry| entry.span.start).min();
        let start = section.section.span.end;
        let end = first_heading.or_else(|| next_section(document, start));
        let mut mentions = self.names().mentions(source);
        mentions.retain(|mention| {
            let at = mention.span.start;
            start <= at
                && end.is_none_or(|end| at < end)
                && mention.party != owner
                && is_lead(source, mention)
                && !is_claimed(evidence, owner, mention.party, section)
        });
        mentions
    }
}

/// What the items of a section say that claim nothing, and begin with no link.
fn texts<'s>(section: &'s Relations) -> impl Iterator<Item = &'s str> {
    let prose = section.section.blocks.iter().flat_map(|block| match block {
        Block::Prose { items, .. } => items.as_slice(),
        Block::Relations(_) => &[],
    });
    let is_plain = |standing: &&Standing| {
        *standing.meaning == Meaning::Plain
            && standing.group.is_none()
            && standing.entry.form == EntryForm::Item
            && standing.entry.references.is_empty()
    };
    let plain = section.entries.iter().filter(is_plain);
    let items = prose.chain(plain.flat_map(|standing| &standing.entry.items));
    items
        .filter(|item| item.depth == 0)
        .map(|item| item.text.text.as_str())
}

/// Whether a name begins an item, in bold or italics too, and stands there by itself: before a colon, a dash, a
/// bracket, or the end of the line.
fn is_lead(source: &str, mention: &Mention) -> bool {
    const EMPHASIS: [char; 2] = ['*', '_'];
    let before = &source[..mention.span.start];
    let before = before.rsplit_once('\n').map_or(before, |(_, line)| line);
    let before = before.trim_end_matches(EMPHASIS);
    let marker = before.trim_end();
    let is_item = matches!(marker.trim_start(), "-" | "*" | "+")
        || marker
            .strip_suffix(['.', ')'])
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    let indent = marker.len() - marker.trim_start().len();
    let behind = source[mention.span.end..].trim_start_matches(EMPHASIS);
    let behind = behind.lines().next().unwrap_or_default();
    let ends = behind.trim_end().is_empty()
        || behind.starts_with(':')
        || [" - ", " – ", " — ", " ("]
            .iter()
            .any(|mark| behind.starts_with(mark));
    // What is indented further is an item of a list within a list.
    is_item && indent < 2 && before.len() > marker.len() && ends
}
