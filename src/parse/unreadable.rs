//! Sources that are no text, in words for who put them there.

use crate::finding::{Finding, kind};
use crate::text::{Fault, Place, Source, SourceId, Span};

/// What is wrong with a source as a whole.
pub(super) fn finding(source: &Source, id: SourceId) -> Option<Finding> {
    match &source.fault {
        Some(fault) => Some(of_fault(fault, source, id)),
        None => nul(&source.text, id),
    }
}

/// Whether a document is made of the source all the same, so that what refers to it is not said to be
/// broken: not where it can't have an address.
pub(super) fn stands(source: &Source) -> bool {
    !matches!(source.fault, Some(Fault::Name(_) | Fault::Link(_)))
}

fn of_fault(fault: &Fault, source: &Source, id: SourceId) -> Finding {
    let name = source.path.file_name();
    let (message, help) = match fault {
        Fault::NotUtf8(at) => (
            format!(
                "`{name}` is no text in UTF-8: byte {} begins no character",
                at + 1
            ),
            "save it as UTF-8 text; if it is no text, give it another extension than `.md` or `.toml`",
        ),
        Fault::TooLarge { len, limit } => (
            format!(
                "`{name}` is too large: {}, where {} is the most",
                size(*len),
                size(*limit)
            ),
            "split it into several files",
        ),
        Fault::Link(words) => (
            format!("`{name}` is a link that {words}"),
            "put the file itself here, or take the link away",
        ),
        Fault::Name(words) => (
            format!("`{name}` can't be an address: its name {words}"),
            "give it another name",
        ),
        Fault::Unreadable(words) => (
            format!("`{name}` can't be read: {words}"),
            "see that whoever builds the handbook may read it",
        ),
    };
    Finding::new(&kind::UNREADABLE_SOURCE, Place::top(id), message)
        .help(help)
        .about(name)
}

fn nul(text: &str, id: SourceId) -> Option<Finding> {
    let at = text.find('\0')?;
    let place = Place::new(id, Span::new(at, at + 1));
    let finding = Finding::new(
        &kind::UNREADABLE_SOURCE,
        place,
        "there is a NUL character in the text",
    );
    Some(
        finding
            .label("here")
            .help("take it out; if the file is no text, give it another extension"),
    )
}

/// A size as people say it.
fn size(bytes: u64) -> String {
    const MIB: u64 = 1024 * 1024;
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..MIB => format!("{} KiB", bytes / 1024),
        _ => format!("{}.{} MiB", bytes / MIB, bytes % MIB * 10 / MIB),
    }
}
