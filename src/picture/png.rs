//! A drawing as PNG.

use std::sync::{Arc, LazyLock};

use fontdb::{Database, Family, Query};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::{Extent, PictureError};

/// What letters are drawn with, the first of them that the system has: those for which drawings are measured come first.
const FAMILIES: [&str; 7] = [
    "Noto Sans",
    "Liberation Sans",
    "Arial",
    "Helvetica",
    "Segoe UI",
    "Roboto",
    "DejaVu Sans",
];

/// So many pixels at the most, each of which takes four bytes.
const MOST_PIXELS: f32 = 200_000_000.0;

/// The system's fonts, read once, and the family that letters are drawn with; none where there are no fonts.
static FONTS: LazyLock<Option<(Arc<Database>, String)>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let family = family(&fonts)?;
    fonts.set_sans_serif_family(&family);
    Some((Arc::new(fonts), family))
});

/// Draws an SVG document with the system's fonts.
///
/// # Errors
/// Where the system has no fonts, or the picture would be too large.
pub(super) fn png(svg: &str, extent: Extent) -> Result<Vec<u8>, PictureError> {
    let Some((fonts, family)) = &*FONTS else {
        return Err(PictureError {
            message: String::from("a PNG needs a font for its letters, and this system has none"),
            help: Some(String::from(
                "install one, such as Debian's `fonts-noto-core` or `fonts-liberation`, or write SVG",
            )),
        });
    };
    let options = Options {
        font_family: family.clone(),
        fontdb: Arc::clone(fonts),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| wrong(&error.to_string()))?;
    let scale = match extent {
        Extent::Scale(scale) => scale,
        #[expect(clippy::cast_precision_loss, reason = "no picture is that wide")]
        Extent::Width(width) => width as f32 / tree.size().width(),
    };
    let size = tree.size().to_int_size().scale_by(scale);
    let is_small = tree.size().width() * tree.size().height() * scale * scale <= MOST_PIXELS;
    let pixmap = size
        .filter(|_| is_small)
        .and_then(|size| Pixmap::new(size.width(), size.height()));
    let Some(mut pixmap) = pixmap else {
        return Err(wrong(
            "it would be too large; ask for less with `--scale` or `--width`",
        ));
    };
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| wrong(&error.to_string()))
}

/// The family that letters are drawn with; none where there are no fonts.
fn family(fonts: &Database) -> Option<String> {
    let has = |name: &str| {
        let families = [Family::Name(name)];
        let query = Query {
            families: &families,
            ..Query::default()
        };
        fonts.query(&query).is_some()
    };
    let known = FAMILIES.into_iter().find(|name| has(name)).map(str::to_owned);
    known.or_else(|| {
        let mut faces = fonts.faces();
        let (name, _) = faces.find_map(|face| face.families.first())?;
        Some(name.clone())
    })
}

fn wrong(reason: &str) -> PictureError {
    PictureError {
        message: format!("the picture can't be made: {reason}"),
        help: None,
    }
}
