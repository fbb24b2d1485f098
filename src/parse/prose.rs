//! Slices of a document as prose.

use super::body::Body;
use super::slice::Slice;
use super::{html, plain};
use crate::model::Prose;

/// `slice` as blocks.
pub(super) fn flow(body: &Body<'_>, slice: &Slice) -> Prose {
    Prose {
        html: html::flow(body, slice),
        text: plain::template(body, slice),
    }
}

/// `slice` as it can stand in a heading.
pub(super) fn phrase(body: &Body<'_>, slice: &Slice) -> Prose {
    Prose {
        html: html::phrase(body, slice),
        text: plain::phrase(body, slice),
    }
}
