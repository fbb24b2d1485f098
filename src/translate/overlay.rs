//! A translation laid over its original: the original's facts in the translation's words.

use super::Original;
use super::graft::{Graft, take_anchor};
use super::names::Names;
use super::pairs::pairs;
use super::tell::Teller;
use super::terms;
use crate::model::{Document, DocumentId, Fill, FrontMatter, Prose, Slot, Spot, Template};

/// The original's facts in the words of its translation; sections that it lacks come from the original.
pub(super) fn overlaid(
    (id, original, translation): (DocumentId, &Document, &Document),
    names: &Names<'_>,
    from: Original<'_>,
    teller: &mut Teller<'_>,
) -> Document {
    if translation.kind != original.kind {
        teller.other_kind(original, translation);
    }
    // Where nothing is said, the title is made of the file's name.
    let has_title = translation.title_span.end > 0;
    let is_taken = has_title && names.is_taken(&translation.title, id);
    if is_taken {
        teller.taken_title(translation);
    }
    let title = if has_title && !is_taken {
        &translation.title
    } else {
        &original.title
    };
    let mut laid = Document {
        kind: original.kind,
        front: front(
            original,
            translation,
            names.aliases(id, title, &translation.front.aliases),
        ),
        title: title.clone(),
        ..translation.clone()
    };
    let tag = from.config.language.tag.as_str();
    let mut graft = Graft::of(original, tag);
    if laid.lead.is_empty() && !original.lead.is_empty() {
        laid.lead = graft.prose(&original.lead, &mut laid);
        teller.missing_lead(translation);
    }
    let end = from.snapshot.source(translation.source).text.len();
    complete_sections((original, translation, end), &mut graft, &mut laid, teller);
    terms::complete((id, original), names, &mut graft, &mut laid, teller);
    laid.anchors.sort_by_key(|anchor| anchor.span.start);
    laid
}

/// The original's facts, and what a translation may say in its own words.
fn front(original: &Document, translation: &Document, aliases: Vec<Spot<String>>) -> FrontMatter {
    let own = &translation.front;
    FrontMatter {
        title: own.title.clone().or_else(|| original.front.title.clone()),
        aliases,
        fields: if own.fields.is_empty() {
            original.front.fields.clone()
        } else {
            own.fields.clone()
        },
        lints: own.lints.clone(),
        original: own.original.clone(),
        ..original.front.clone()
    }
}

/// Gives each section the anchor of the original's beside its own, and puts those in that are missing.
///
/// `end`: the length of the translation's source.
fn complete_sections(
    (original, translation, end): (&Document, &Document, usize),
    graft: &mut Graft<'_>,
    laid: &mut Document,
    teller: &mut Teller<'_>,
) {
    let found = pairs(&original.sections, &translation.sections);
    let single = original.sections.iter().zip(&found.partners);
    let mut missing = single
        .filter(|(_, partner)| partner.is_none())
        .map(|(section, _)| section);
    for stray in found.strays {
        teller.stray_section(translation, &translation.sections[stray], missing.next());
    }
    // Where those that are missing go: behind the partner of the section before.
    let mut next = 0;
    for (section, partner) in original.sections.iter().zip(found.partners) {
        let own = partner.map(|at| translation.sections[at].span);
        let place = own.and_then(|own| laid.sections.iter().position(|section| section.span == own));
        if let Some(at) = place {
            add_anchor(laid, at, &section.anchor);
            next = at + 1;
            continue;
        }
        let grafted = graft.section(section, end_of_section(laid, next, end), laid);
        laid.sections.insert(next, grafted);
        next += 1;
        if !section.blocks.is_empty() {
            teller.missing_section(translation, section);
        }
    }
}

/// The last byte of the section before that at `next`: what is put in there stands behind all that the section holds.
pub(super) fn end_of_section(document: &Document, next: usize, end: usize) -> usize {
    let section = document.sections.get(next);
    section.map_or(end, |section| section.span.start.saturating_sub(1))
}

fn add_anchor(laid: &mut Document, at: usize, anchor: &str) {
    if laid.anchors.iter().any(|known| known.id == anchor) {
        return;
    }
    let start = laid.sections[at].span.start;
    take_anchor(laid, anchor, Template::default(), 0, start);
    anchored(&mut laid.sections[at].title, anchor);
}

/// Puts an anchor before `prose`.
pub(super) fn anchored(prose: &mut Prose, anchor: &str) {
    let (before, behind) = ("<span", "></span>");
    let html = &mut prose.html;
    html.text.insert_str(0, &format!("{before}{behind}"));
    for slot in &mut html.slots {
        slot.at += before.len() + behind.len();
    }
    html.slots.insert(
        0,
        Slot {
            at: before.len(),
            fill: Fill::Anchor(anchor.to_owned()),
        },
    );
}
