//! What is to be mended, in the form of `rolebook.json`.

use super::document::{Finding, Level, Spot};
use super::each::Each;
use crate::finding::{self, SourceLines};
use crate::site::Views;
use crate::text::Place;

/// The findings that the handbook shows.
pub(super) fn data<'a>(views: &'a Views<'a>) -> Each<'a, Finding> {
    Each::of(move || {
        let spots = Spots {
            views,
            lines: SourceLines::of(views.snapshot),
        };
        let points = views.open_points.all().into_iter();
        points.map(move |point| finding(point.finding, &spots))
    })
}

fn finding(finding: &finding::Finding, spots: &Spots<'_>) -> Finding {
    let views = spots.views;
    let points = &views.open_points;
    let related = finding
        .related
        .iter()
        .filter(|label| points.may_tell(label.place));
    let Spot { path, line, column } = spots.spot(finding.place.place);
    Finding {
        name: finding.kind.name.to_owned(),
        level: match finding.level {
            finding::Level::Deny => Level::Deny,
            finding::Level::Warn => Level::Warn,
            finding::Level::Note | finding::Level::Allow => Level::Note,
        },
        message: finding.message.clone(),
        parties: points
            .parties(finding)
            .into_iter()
            .map(|id| views.organisation().party(id).id.clone())
            .collect(),
        path,
        line,
        column,
        url: views.address_of(finding.place.place),
        known: finding.is_known,
        related: related.map(|label| spots.spot(label.place)).collect(),
    }
}

/// From places to lines and columns.
struct Spots<'a> {
    views: &'a Views<'a>,
    lines: SourceLines<'a>,
}

impl Spots<'_> {
    fn spot(&self, place: Place) -> Spot {
        let (line, column) = self.lines.position(place);
        Spot {
            path: self.views.source(place.source).path.to_string(),
            line,
            column,
        }
    }
}
