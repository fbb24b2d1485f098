//! What stands around a drawing: the `svg` element, its title and description.

use super::layered::Layout;
use super::stroke::put;
use crate::text::escape;

/// A drawing's name, size and words.
pub(super) struct Frame<'a> {
    /// Its name in classes and ids.
    pub(super) kind: &'a str,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
}

impl Frame<'_> {
    /// The whole drawing, with what `draw` writes into it.
    pub(super) fn around(&self, draw: impl FnOnce(&mut String)) -> String {
        let Self {
            kind, width, height, ..
        } = self;
        let mut out = String::new();
        put(
            &mut out,
            format_args!(
                "<svg class=\"rb-graph rb-{kind}\" width=\"{width}\" height=\"{height}\" \
                 viewBox=\"0 0 {width} {height}\" role=\"group\" aria-labelledby=\"rb-{kind}-title\" \
                 aria-describedby=\"rb-{kind}-description\" fill=\"none\" stroke=\"currentColor\" \
                 font-size=\"13\"><title id=\"rb-{kind}-title\">"
            ),
        );
        escape::text(&mut out, self.title);
        put(
            &mut out,
            format_args!("</title><desc id=\"rb-{kind}-description\">"),
        );
        escape::text(&mut out, self.description);
        out.push_str("</desc>");
        draw(&mut out);
        out.push_str("</svg>");
        out
    }
}

/// The nodes column by column, each from above to below.
pub(super) fn reading_order(layout: &Layout) -> Vec<usize> {
    let mut order: Vec<usize> = (0..layout.areas.len()).collect();
    order.sort_by_key(|node| (layout.areas[*node].x, layout.areas[*node].y));
    order
}
