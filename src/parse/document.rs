//! One Markdown source to one document.

use super::body::Body;
use super::sections::contents;
use super::slice::Slice;
use super::source_kind::{self, by_folder};
use super::split::split;
use super::title::title;
use super::{alt_text, front_matter, prose};
use crate::config::Config;
use crate::finding::Finding;
use crate::model::{Document, DocumentKind, Footnote};
use crate::text::{Source, SourceId, SourcePath, Span};

/// Parses one Markdown source below `content/`.
///
/// Whatever it holds, a document comes out; what is wrong with it comes beside.
pub(crate) fn document(source: &Source, id: SourceId, config: &Config) -> (Document, Vec<Finding>) {
    written(source, id, config, &source.path)
}

/// Parses one Markdown source that says in other words what the one at `original` says.
pub(super) fn translation(
    source: &Source,
    id: SourceId,
    config: &Config,
    original: &SourcePath,
) -> (Document, Vec<Finding>) {
    written(source, id, config, original)
}

/// `path`: that of the original, where it is a translation.
fn written(source: &Source, id: SourceId, config: &Config, path: &SourcePath) -> (Document, Vec<Finding>) {
    let text: &str = &source.text;
    let split = split(text, id);
    let front = text.get(split.front.clone()).unwrap_or_default();
    let folder = by_folder(path);
    let is_translation = *path != source.path;
    let (front, mut findings) = front_matter::read(front, split.front.start, id, (folder, is_translation));
    if let Some(finding) = split.finding {
        // What else is wrong with it may come from where it was cut.
        findings = vec![finding];
    }
    let below = text.get(split.body..).unwrap_or_default();
    let (body, found) = Body::read(below, split.body, id);
    findings.extend(found);
    let language = &config.language;
    let removed = body.raw.removed.iter();
    findings.extend(removed.map(|removed| removed.finding(id, language)));
    findings.extend(alt_text::findings(&body, id, language));

    let kind = front.kind.unwrap_or(folder);
    let title = title(&body, &front);
    let body = body.with_anchors(title.heading, kind == DocumentKind::Glossary);
    let contents = contents(&body, title.heading, kind, &config.schema);
    let footnotes = footnotes(&body);
    let (title, title_span) = match title.text {
        Some(title) => (title.value, title.span),
        None => (source_kind::title(path, &config.title), Span::default()),
    };
    let document = Document {
        source: id,
        path: path.clone(),
        kind,
        id: path.stem().to_owned(),
        front,
        title,
        title_span,
        lead: contents.lead,
        sections: contents.sections,
        entries: contents.entries,
        footnotes,
        references: body.references.list,
        anchors: body.anchors.list,
        terms: contents.terms,
    };
    (document, findings)
}

fn footnotes(body: &Body<'_>) -> Vec<Footnote> {
    let anchors = body.anchors.footnotes.iter();
    anchors
        .zip(&body.footnotes.list)
        .map(|(anchor, (_, events))| Footnote {
            anchor: anchor.clone(),
            prose: prose::flow(body, &Slice::from(events.clone())),
        })
        .collect()
}
