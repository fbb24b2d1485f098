//! Drawings as pictures of pixels, with the letters that the system has.

#[cfg(feature = "png")]
mod png;

use std::fmt;

/// How large a picture is to be.
#[cfg_attr(not(feature = "png"), allow(dead_code, reason = "there are no pictures"))]
#[derive(Clone, Copy, Debug)]
pub(crate) enum Extent {
    /// So many pixels a unit of the drawing.
    Scale(f32),
    /// So many pixels wide.
    Width(u32),
}

/// Why there is no picture, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureError {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for PictureError {}

/// Draws an SVG document as PNG.
///
/// # Errors
/// Where the system has no fonts, the picture would be too large, or this rolebook was built without pictures.
#[cfg(feature = "png")]
pub(crate) fn png(svg: &str, extent: Extent) -> Result<Vec<u8>, PictureError> {
    png::png(svg, extent)
}

#[cfg(not(feature = "png"))]
pub(crate) fn png(_: &str, _: Extent) -> Result<Vec<u8>, PictureError> {
    Err(PictureError {
        message: String::from("this rolebook was built without PNG"),
        help: Some(String::from("write SVG, or build it with the feature `png`")),
    })
}
