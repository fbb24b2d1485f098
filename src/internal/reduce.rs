//! A handbook without what is internal.

use std::sync::Arc;

use super::Internal;
use crate::text::{Profile, Snapshot, Source, SourceId, Span};

/// The sources that stay, with what is internal cut out of them.
pub(super) fn reduced(internal: &Internal, snapshot: &Snapshot) -> Snapshot {
    let stays = snapshot.iter().filter(|(id, _)| !internal.sources.contains(id));
    let sources: Vec<Source> = stays
        .map(|(id, source)| Source {
            text: internal
                .cuts
                .get(&id)
                .filter(|cuts| !cuts.is_empty())
                .map_or_else(|| Arc::clone(&source.text), |cuts| without(&source.text, cuts)),
            ..source.clone()
        })
        .collect();
    let at = |id: Option<SourceId>| {
        let path = &snapshot.source(id?).path;
        let at = sources.iter().position(|source| source.path == *path)?;
        u32::try_from(at).ok().map(SourceId)
    };
    Snapshot {
        config: at(snapshot.config),
        baseline: at(snapshot.baseline),
        profile: snapshot.profile.as_ref().map(|profile| Profile {
            is_reduced: true,
            ..profile.clone()
        }),
        sources,
        ..snapshot.clone()
    }
}

/// `text` without the bytes of `cuts`, which are in the order of writing and may overlap.
fn without(text: &str, cuts: &[Span]) -> Arc<str> {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for cut in cuts {
        out.push_str(text.get(at..cut.start.max(at)).unwrap_or_default());
        at = at.max(cut.end);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Arc::from(out)
}
