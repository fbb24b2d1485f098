//! Fixes made: which go together, and what a text is like afterwards.

use std::collections::BTreeMap;

use super::fix::has_returns;
use super::{Certainty, Edit, Finding, Fix};
use crate::text::{Place, Snapshot, SourceId, Span};

/// `snapshot` once those fixes of `findings` are made that may be made unasked and go together; none where there
/// is none.
pub fn mended<'f>(snapshot: &Snapshot, findings: impl IntoIterator<Item = &'f Finding>) -> Option<Snapshot> {
    let mut edits = Edits::default();
    for fix in certain(findings) {
        edits.add(fix);
    }
    let changed = edits.sources();
    let mut mended = snapshot.clone();
    for (id, source) in (0..).map(SourceId).zip(&mut mended.sources) {
        if changed.contains(&id) {
            source.text = edits.made(id, &source.text).into();
        }
    }
    (!changed.is_empty()).then_some(mended)
}

/// The fixes that may be made unasked and that change anything, by the places of their findings. Those of findings
/// that are known from before are left for when they are asked about.
pub(crate) fn certain<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<&'f Fix> {
    let new = findings.into_iter().filter(|finding| !finding.is_known);
    new.filter_map(|finding| finding.fix.as_ref())
        .filter(|fix| fix.certainty == Certainty::Certain && !fix.edits.is_empty())
        .collect()
}

/// Edits of several sources, none of which touches another.
#[derive(Debug, Default)]
pub(crate) struct Edits<'a>(BTreeMap<Place, &'a Edit>);

impl<'a> Edits<'a> {
    /// Adds all edits of `fix`, or none where one of them touches one that is here already: it may not mean
    /// the same any more once that is made. The very same edit is made once.
    pub(crate) fn add(&mut self, fix: &'a Fix) -> bool {
        let is_here = |edit: &&Edit| self.0.get(&edit.place).is_some_and(|known| known == edit);
        let wanted: Vec<&Edit> = fix.edits.iter().filter(|edit| !is_here(edit)).collect();
        let mut alone = Self::default();
        let fits = wanted.iter().all(|edit| {
            let fits = self.is_free(edit.place) && alone.is_free(edit.place);
            alone.0.insert(edit.place, edit);
            fits
        });
        if fits {
            self.0.append(&mut alone.0);
        }
        fits
    }

    /// Whether no edit touches `place`. As none touches another, only its neighbours can.
    fn is_free(&self, place: Place) -> bool {
        let touches = |(other, _): (&Place, &&Edit)| {
            other.source == place.source
                && other.span.start <= place.span.end
                && place.span.start <= other.span.end
        };
        let before = self.0.range(..=place).next_back();
        let after = self.0.range(place..).next();
        !before.is_some_and(touches) && !after.is_some_and(touches)
    }

    /// The sources that are changed.
    pub(crate) fn sources(&self) -> Vec<SourceId> {
        let mut sources: Vec<SourceId> = self.0.keys().map(|place| place.source).collect();
        sources.dedup();
        sources
    }

    /// `text`, that of `source`, after its edits.
    pub(crate) fn made(&self, source: SourceId, text: &str) -> String {
        let from = Place::top(source);
        let own = self.0.range(from..).map(|(_, edit)| *edit);
        made(text, own.take_while(|edit| edit.place.source == source))
    }
}

/// `text` after `edits`, which are in order; what comes has the text's own ends of lines.
pub(crate) fn made<'a>(text: &str, edits: impl Iterator<Item = &'a Edit>) -> String {
    let has_returns = has_returns(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = 0;
    for edit in edits {
        let Span { start, end } = edit.place.span.clamped(text);
        out.push_str(text.get(rest..start).unwrap_or_default());
        out.push_str(&edit.text_in(has_returns));
        rest = end.max(rest);
    }
    out.push_str(text.get(rest..).unwrap_or_default());
    out
}

/// The lines that a fix takes and those that it puts there, by their first line's place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Change<'a> {
    /// Where its lines begin.
    pub(crate) place: Place,
    /// The lines that go.
    pub(crate) old: Vec<&'a str>,
    /// The lines that come.
    pub(crate) new: Vec<String>,
}

/// What `fix` changes, line by line; `text` gives the text of each source.
pub(crate) fn changes<'a>(fix: &Fix, text: impl Fn(SourceId) -> &'a str) -> Vec<Change<'a>> {
    let mut edits: Vec<&Edit> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.place);
    let mut stretches: Vec<(Place, Vec<&Edit>)> = Vec::new();
    for edit in edits {
        let place = Place::new(
            edit.place.source,
            lines_around(text(edit.place.source), edit.place.span),
        );
        match stretches.last_mut() {
            Some((last, together)) if last.source == place.source && place.span.start <= last.span.end => {
                last.span.end = last.span.end.max(place.span.end);
                together.push(edit);
            }
            _ => stretches.push((place, vec![edit])),
        }
    }
    let change = |(place, edits): (Place, Vec<&Edit>)| change(place, &edits, text(place.source));
    stretches.into_iter().map(change).collect()
}

/// The whole lines in which `span` lies, without the end of the last.
fn lines_around(text: &str, span: Span) -> Span {
    let Span { start, end } = span.clamped(text);
    let start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let has_return = text[end..line_end].ends_with('\r');
    Span::new(start, line_end - usize::from(has_return))
}

fn change<'a>(place: Place, edits: &[&Edit], text: &'a str) -> Change<'a> {
    let old = place.span.of(text);
    let within: Vec<Edit> = edits
        .iter()
        .map(|edit| Edit {
            place: Place::new(
                place.source,
                Span::new(
                    edit.place.span.start - place.span.start,
                    edit.place.span.end - place.span.start,
                ),
            ),
            text: edit.text.clone(),
        })
        .collect();
    let new = made(old, within.iter());
    let mut old: Vec<&str> = old.lines().collect();
    let mut new: Vec<String> = new.lines().map(str::to_owned).collect();
    let mut start = place.span.start;
    while let (Some(was), Some(is)) = (old.last(), new.last())
        && was == is
    {
        old.pop();
        new.pop();
    }
    let same = old.iter().zip(&new).take_while(|(was, is)| was == is).count();
    for line in old.drain(..same) {
        start += text[start..].find('\n').map_or(line.len(), |at| at + 1);
    }
    new.drain(..same);
    Change {
        place: Place::new(place.source, Span::new(start, place.span.end)),
        old,
        new,
    }
}

#[cfg(test)]
mod tests {
    use super::{Edits, changes};
    use crate::finding::{Certainty, Edit, Fix};
    use crate::text::{Place, SourceId, Span};

    fn at(start: usize, end: usize) -> Place {
        Place::new(SourceId(0), Span::new(start, end))
    }

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        let edit = |(start, end, text): &(usize, usize, &str)| Edit {
            place: at(*start, *end),
            text: (*text).to_owned(),
        };
        Fix {
            title: String::new(),
            edits: edits.iter().map(edit).collect(),
            certainty: Certainty::Certain,
        }
    }

    #[test]
    fn what_touches_waits() {
        let fixes = [
            (fix(&[(0, 3, "ONE"), (8, 8, "2.5\n")]), true),
            (fix(&[(3, 4, "-")]), false),
            (fix(&[(4, 7, "TWO"), (8, 8, "2.6\n")]), false),
            (fix(&[(8, 8, "2.5\n")]), true),
            (fix(&[(4, 7, "TWO")]), true),
            (fix(&[(10, 12, "x"), (11, 11, "y")]), false),
        ];
        let mut edits = Edits::default();
        for (fix, fits) in &fixes {
            assert_eq!(edits.add(fix), *fits, "{fix:?}");
        }
        assert_eq!(edits.sources(), [SourceId(0)]);
        assert_eq!(edits.made(SourceId(0), "one two three"), "ONE TWO 2.5\nthree");
        assert_eq!(edits.made(SourceId(1), "one two three"), "one two three");
        assert_eq!(
            edits.made(SourceId(0), "one two three\r\n"),
            "ONE TWO 2.5\r\nthree\r\n"
        );
    }

    #[test]
    fn changes_are_told_by_lines() {
        let text = "one\ntwo\r\nthree\nfour";
        let told = |edits: &[(usize, usize, &str)]| {
            let fix = fix(edits);
            let changes = changes(&fix, |_| text);
            let told = changes.iter().map(|change| {
                let start = change.place.span.start;
                format!("{start}: -{} +{}", change.old.join("|"), change.new.join("|"))
            });
            told.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(told(&[(4, 7, "TWO")]), "4: -two +TWO");
        assert_eq!(told(&[(4, 4, "new\n")]), "4: - +new");
        assert_eq!(told(&[(7, 7, "\nnew")]), "9: - +new");
        assert_eq!(told(&[(4, 9, "")]), "4: -two +");
        assert_eq!(
            told(&[(15, 15, "a"), (19, 19, "b"), (0, 1, "O")]),
            "0: -one +One, 15: -four +afourb"
        );
        assert_eq!(told(&[(19, 19, "\nfive\n")]), "19: - +five");
    }
}
