//! The items of lists, as plain text.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::body::Body;
use super::plain;
use super::slice::Slice;
use crate::model::{Item, Prose};

/// The items of every list in `slice`, nested ones below their parents.
pub(super) fn items(body: &Body<'_>, slice: &Slice) -> Vec<Item> {
    let mut items = Vec::new();
    let mut depth = 0usize;
    for part in &slice.parts {
        let mut at = part.events.start;
        while at < part.events.end {
            match body.markdown.event(at) {
                Some(Event::Start(Tag::FootnoteDefinition(_))) => {
                    at = body.markdown.end(at);
                    continue;
                }
                Some(Event::Start(Tag::Item)) => {
                    let text = plain::without_lists(body, &Slice::from(body.markdown.inside(at)));
                    if !text.text.is_empty() || !text.slots.is_empty() {
                        items.push(Item { depth, text });
                    }
                    depth += 1;
                }
                Some(Event::End(TagEnd::Item)) => depth = depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
        }
    }
    items
}

/// The items of the lists in `slice`; where it holds none, all of it as one.
pub(super) fn items_or_whole(body: &Body<'_>, slice: &Slice, prose: &Prose) -> Vec<Item> {
    let found = items(body, slice);
    let text = &prose.text;
    if !found.is_empty() || (text.text.is_empty() && text.slots.is_empty()) {
        return found;
    }
    vec![Item {
        depth: 0,
        text: text.clone(),
    }]
}

/// The items of a list item's `slice`: its own text, with the items of the lists in it below that.
pub(super) fn own_and_nested(body: &Body<'_>, slice: &Slice) -> Vec<Item> {
    let text = plain::without_lists(body, slice);
    let mut found = items(body, slice);
    if !text.text.is_empty() || !text.slots.is_empty() {
        for item in &mut found {
            item.depth += 1;
        }
        found.insert(0, Item { depth: 0, text });
    }
    found
}
