//! Graphs for the tests of all formats.

use super::{Network, NetworkAgreement, NetworkParty};
use crate::model::{PartyKind, State};

/// Titles that break what is put together carelessly.
pub(super) const HOSTILE: [&str; 16] = [
    "say \"hello\" and 'hi'",
    "two\nlines\r\nand\ttabs",
    "a ]]> in CDATA, <b>bold</b> & &amp;",
    "%% comment %%{init: {}}%%",
    "ends in a backslash \\",
    "\\\" quote, \\N \\n \\G",
    "🙂 👩‍🚀 ligature ﬁ",
    "دليل الأدوار \u{202e}x\u{202c}",
    "end",
    "=1+1",
    "-- > --> ==> -.->",
    "style a:b#c; classDef x:y#z;",
    "[a](b) `c` **d** {{e}} |f| #35; 1. g",
    "\u{0}\u{1}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}",
    "a,b;c",
    "",
];

pub(super) fn member<'n>(id: &'n str, kind: PartyKind, team: Option<&'n str>) -> NetworkParty<'n> {
    NetworkParty {
        id,
        kind,
        title: id,
        url: format!("{}/x.html", kind.folder()),
        team,
        tags: &[],
        vacant: false,
    }
}

pub(super) fn tie<'n>(provider: &'n str, consumer: &'n str, state: State) -> NetworkAgreement<'n> {
    NetworkAgreement {
        provider,
        consumer,
        state,
        deliverables: 2,
        needs: 1,
        provider_qualifiers: Vec::new(),
        consumer_qualifiers: Vec::new(),
    }
}

pub(super) fn network<'n>(
    parties: Vec<NetworkParty<'n>>,
    agreements: Vec<NetworkAgreement<'n>>,
) -> Network<'n> {
    Network {
        title: "Test",
        parties,
        agreements,
    }
}

/// A graph in which `text` is everything that an author can write: ids, titles, tags, qualifiers, within nested teams.
pub(super) fn hostile(text: &str) -> Network<'_> {
    // What the organisation holds elsewhere, a test may hold for ever.
    let tags: &[String] = vec![text.to_owned(), String::from("plain")].leak();
    let role: &str = format!("role{text}").leak();
    let inner: &str = format!("team{text}").leak();
    let titled = |party| NetworkParty {
        title: text,
        tags,
        ..party
    };
    let parties = vec![
        titled(member("outer", PartyKind::Team, None)),
        titled(member(inner, PartyKind::Team, Some("outer"))),
        NetworkParty {
            vacant: true,
            ..titled(member(role, PartyKind::Role, Some(inner)))
        },
        titled(member("end", PartyKind::External, None)),
    ];
    let states = [("outer", role), ("end", role), (role, inner), (inner, role)];
    let agreements = states.iter().zip(State::ALL).map(|((from, to), state)| {
        let mut tie = tie(from, to, state);
        tie.provider_qualifiers = vec![text.to_owned(), text.to_owned()];
        tie
    });
    let agreements = agreements.collect();
    Network {
        title: text,
        parties,
        agreements,
    }
}
