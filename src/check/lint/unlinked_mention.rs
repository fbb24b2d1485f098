//! `unlinked-mention`: a page that names a role, a team or an external party, and does not link to it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Evidence;
use super::entries::relations;
use super::unlinked::Unlinked;
use crate::config::Publish;
use crate::finding::{Certainty, Example, Explanation, Finding, Fix, Kind, Level};
use crate::model::{DocumentId, DocumentKind, Meaning, Meant, Node, Organisation, PartyId};
use crate::text::{Phrase, Place, Word};

/// A party that a page names without a link.
pub(super) static KIND: Kind = Kind {
    name: "unlinked-mention",
    level: Level::Allow,
    title: Phrase {
        en: "Names without a link",
        de: "Namen ohne Link",
        fr: "Noms sans lien",
        it: "Nomi senza link",
    },
    summary: "a page that names a role, a team or an external party without a link",
    explanation: Explanation {
        what: "The text of a page holds the title or an alias of a role, a team or an external party, in just \
               these letters and as whole words, and the page links to it nowhere. Only the first such place is \
               reported. Headings, code and links themselves are left alone, and so are short names of a single \
               word, which may mean anything. As many words mean other things as well, this is reported on \
               request only.",
        why: "Readers who meet the name want to know who that is, and have to search for it. A name without a link \
              also gets lost when the role is renamed, and the role's own page does not know that it is spoken \
              of.",
        mend: "Link the first mention: put double brackets around the name, such as `[[Product Owner]]`, or around \
               the id with the words to show, `[[product-owner|product owners]]`. Where something else is meant, \
               leave it as it is.",
        example: Some(Example {
            before: "\
//- book.toml
[book]
title = \"Riverside choir\"
[lints]
unlinked-mention = \"warn\"
//- content/index.md
# Riverside choir

Scores are with the Music Librarian.
//- content/roles/music-librarian.md
# Music Librarian

## Purpose

Everyone sings from the same score.

## Key Responsibilities

- Lends the scores
",
            after: "\
//- book.toml
[book]
title = \"Riverside choir\"
[lints]
unlinked-mention = \"warn\"
//- content/index.md
# Riverside choir

Scores are with the [[Music Librarian]].
//- content/roles/music-librarian.md
# Music Librarian

## Purpose

Everyone sings from the same score.

## Key Responsibilities

- Lends the scores
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const NAMED: Phrase = Phrase {
    en: "{page} names {party} without a link",
    de: "{page} nennt {party} ohne Link",
    fr: "{page} cite {party} sans lien",
    it: "{page} nomina {party} senza link",
};

/// A finding for each page and each party that it names without ever linking to it.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let organisation = evidence.organisation;
    let unlinked = Unlinked::of(evidence);
    let own: BTreeMap<DocumentId, PartyId> = (0..)
        .map(PartyId)
        .zip(organisation.parties.iter())
        .map(|(id, party)| (party.document, id))
        .collect();
    let documents = (0..organisation.documents.len()).into_par_iter();
    let found = documents.flat_map_iter(|number| {
        let id = DocumentId::at(number);
        if !evidence.is_asked(organisation.document(id).source) {
            return Vec::new();
        }
        findings(evidence, &unlinked, id, own.get(&id).copied())
    });
    found.collect()
}

fn findings(
    evidence: &Evidence,
    unlinked: &Unlinked,
    id: DocumentId,
    own: Option<PartyId>,
) -> Vec<Finding> {
    let organisation = evidence.organisation;
    let document = organisation.document(id);
    let is_withheld = document.kind == DocumentKind::Person && evidence.config.publish != Publish::Full;
    if is_withheld || evidence.faulty.contains(&document.source) {
        return Vec::new();
    }
    let mut settled = linked(organisation, id);
    if let Some(own) = own {
        settled.insert(own);
        // Those among relations are more than names.
        for section in relations(evidence, organisation.party(own)) {
            settled.extend(unlinked.within(own, &section).iter().map(|mention| mention.party));
        }
    }
    let names = unlinked.names();
    let text = &evidence.snapshot.source(document.source).text;
    let mut findings = Vec::new();
    for mention in names.mentions(text) {
        if !settled.insert(mention.party) {
            continue;
        }
        let party = organisation.party(mention.party);
        let words = [
            ("page", Word::plain(&document.title)),
            ("party", Word::plain(&party.title)),
        ];
        let place = Place::new(document.source, mention.span);
        let finding = Finding::said(&KIND, place, evidence.say(&NAMED, &words))
            .label("no link here")
            .about(&party.id);
        let link = names.link(organisation, &mention);
        let title = format!("write `{link}`");
        findings.push(finding.fix(Fix::new(title, place, link, Certainty::Likely)));
    }
    findings
}

/// The parties to which a document links somewhere, be it as a relation.
fn linked(organisation: &Organisation, id: DocumentId) -> BTreeSet<PartyId> {
    let links = organisation.links_of(id);
    let mut linked = BTreeSet::new();
    for target in &links.targets {
        if let Node::Party(party) = target.node {
            linked.insert(party);
        }
    }
    for meaning in &links.entries {
        let Meaning::Claims(meant) = meaning else {
            continue;
        };
        linked.extend(meant.iter().filter_map(|meant| match meant {
            Meant::Party(claim) => Some(organisation.claim(*claim).other),
            Meant::Group(..) => None,
        }));
    }
    linked
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    const PARTIES: &str = r#"
//- content/roles/product-owner.md
+++
title = "Product Owner"
aliases = ["Owner of the Product", "product owners", "PO"]
+++

The Product Owner.
//- content/teams/chair.md
# Chair of the Board
//- content/roles/board.md
+++
title = "Board"
aliases = ["R&D Lead"]
+++
//- content/external/city.md
# Café Größe
"#;

    #[test]
    fn fires_once_for_each_page_and_party() {
        let files = format!(
            r#"{PARTIES}
//- book.toml
book = {{ title = "Test", language = "de" }}
//- content/a.md
# The Board

The Product Owner’s way, the Product Owner.

> Ask the *product owners*, the R&D Lead and the Chair of
> the Board.

| a | b |
|---|---|
| c | Owner of the Product |
//- content/roles/b.md
+++
title = "B"
contact = "Product Owner"
+++

| Café Größe |
|---|
| product owners |

## Dependencies

- A plan of the Product Owner
"#
        );
        insta::assert_snapshot!(found(&KIND, &files), @r#"
        warn: The Board names Product Owner without a link
          The Board nennt Product Owner ohne Link
          content/a.md:3:5 "Product Owner": no link here
          about: product-owner
          fix (Likely): write `[[Product Owner]]`
            content/a.md:3:5 "Product Owner" -> "[[Product Owner]]"
        warn: The Board names Board without a link
          The Board nennt Board ohne Link
          content/a.md:5:33 "R&D Lead": no link here
          about: board
          fix (Likely): write `[[board|R&D Lead]]`
            content/a.md:5:33 "R&D Lead" -> "[[board|R&D Lead]]"
        warn: The Board names Chair of the Board without a link
          The Board nennt Chair of the Board ohne Link
          content/a.md:5:50 "Chair of\n> the Board": no link here
          about: chair
          fix (Likely): write `[[Chair of the Board]]`
            content/a.md:5:50 "Chair of\n> the Board" -> "[[Chair of the Board]]"
        warn: B names Café Größe without a link
          B nennt Café Größe ohne Link
          content/roles/b.md:6:3 "Café Größe": no link here
          about: city
          fix (Likely): write `[[Café Größe]]`
            content/roles/b.md:6:3 "Café Größe" -> "[[Café Größe]]"
        warn: B names Product Owner without a link
          B nennt Product Owner ohne Link
          content/roles/b.md:8:3 "product owners": no link here
          about: product-owner
          fix (Likely): write `[[product-owner\|product owners]]`
            content/roles/b.md:8:3 "product owners" -> "[[product-owner\\|product owners]]"
        "#);
    }

    #[test]
    fn stays_silent_where_there_is_a_link_or_something_else_is_meant() {
        let files = format!(
            r##"{PARTIES}
//- content/a.md
## Product Owner

The [[product-owner]] and the Product Owner. A board, a Boardroom, the Board-led `Board`, @Board, /Board, [Board](#b).

PO, product owner, PRODUCT OWNER.

    Board

<a href="#x">Board</a>

<p>Board</p>

Board
: The [board](roles/board.md).
//- content/roles/c.md
# C

Ask the Product Owner, *Product* Owner, Chair
of the Board.

## Dependencies

### Product Owner

- A plan

### [[chair]]

- A date
//- content/roles/d.md
# Twin Role
//- content/roles/e.md
+++
title = "E"
aliases = ["Twin Role"]
+++
//- content/f.md
A Twin Role.
//- content/roles/g.md
The Product Owner asks.

## Dependencies

- Product Owner: a plan
"##
        );
        assert_eq!(found(&KIND, &files), "");
    }
}
