//! What a document is called.

use pulldown_cmark::{HeadingLevel, Tag};

use super::body::Body;
use super::plain;
use crate::model::{FrontMatter, Spot};

/// The title, and the position of the heading that says it.
pub(super) struct Title {
    /// None where only the file's name is left.
    pub(super) text: Option<Spot<String>>,
    /// The heading that the page shows as its title already.
    pub(super) heading: Option<usize>,
}

/// The title: from the front matter, or else from the first heading, if it is one of the first level.
/// A heading that repeats the front matter's is not shown twice.
pub(super) fn title(body: &Body<'_>, front: &FrontMatter) -> Title {
    let written = front.title.clone().filter(|title| !title.value.trim().is_empty());
    let heading = first_heading(body);
    let Some((at, text)) = heading.map(|at| (at, plain::written(body, body.markdown.inside(at)))) else {
        return Title {
            text: written,
            heading: None,
        };
    };
    let repeats = written
        .as_ref()
        .is_none_or(|title| title.value.trim().to_lowercase() == text.to_lowercase());
    let from_heading = Some(Spot {
        value: text,
        span: body.markdown.span_within(body.markdown.inside(at), at),
    });
    Title {
        text: written.or(from_heading.filter(|title| !title.value.is_empty())),
        heading: repeats.then_some(at),
    }
}

fn first_heading(body: &Body<'_>) -> Option<usize> {
    let markdown = &body.markdown;
    let mut outermost = markdown.nodes(0..markdown.len());
    let at = outermost.find(|node| matches!(markdown.tag(*node), Some(Tag::Heading { .. })))?;
    let is_title = matches!(
        markdown.tag(at),
        Some(Tag::Heading {
            level: HeadingLevel::H1,
            ..
        })
    );
    is_title.then_some(at)
}
