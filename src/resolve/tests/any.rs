//! Whatever the sources hold, an organisation comes out, and all numbers in it lead somewhere.

use proptest::prelude::*;

use super::Handbook;
use crate::model::{Meaning, Meant};

/// Pieces that handbooks are made of, well-formed or not.
const PIECES: [&str; 26] = [
    "=== roles/a.md\n",
    "=== roles/b.md\n",
    "=== teams/A.md\n",
    "=== external/c.md\n",
    "=== people/p.md\n",
    "=== glossary.md\n",
    "=== guides/index.md\n",
    "=== people.toml\n[p]\nname = \"Pia\"\n[P]\n",
    "+++\ntitle = \"A\"\ndelegator = [\"b\", \"a\"]\nteam = \"A\"\n",
    "+++\naliases = [\"A\", \"x y\"]\nkeepers = [{ role = \"b\", team = \"a\" }, \"p\", \"\"]\n",
    "+++\n",
    "# A\n\n",
    "## Deliverables\n\n",
    "## Dependencies\n\n",
    "### [[a]] and [[b]]\n\n",
    "### Group\n\n",
    "### B of the x\n\n",
    "- [[c]] gets\n",
    "- [[nobody#x]]\n",
    "  - [[b]] nested\n",
    "term\n: [[p]]\n\n",
    "[x](../people/p.md#y) [x](//h) [x](\\\\)\n",
    "![x](..%2f..%2f..) [x](%00) []()\n",
    "[[#]] [[|]] [[a|]] [[ü#Ü]]\n",
    "text\n\n",
    "x\n: - [[a]]\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn an_organisation_comes_out(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        // Each file may begin but once; what would begin it again is text.
        let mut text = String::from("=== index.md\n");
        for piece in pieces {
            let again = piece.starts_with("===") && text.contains(piece.lines().next().unwrap_or_default());
            text.push_str(if again { "again\n\n" } else { piece });
        }
        let handbook = Handbook::of(&text);
        let organisation = &handbook.organisation;
        prop_assert_eq!(organisation.links.len(), organisation.documents.len());
        let mut claimed = 0;
        for (document, links) in organisation.documents.iter().zip(organisation.links.iter()) {
            prop_assert_eq!(links.targets.len(), document.references.len());
            prop_assert_eq!(links.entries.len(), document.entries.len());
            for meaning in &links.entries {
                let Meaning::Claims(all) = meaning else { continue };
                claimed += all.iter().map(|meant| match meant {
                    Meant::Party(_) => 1,
                    Meant::Group(_, claims) => claims.len(),
                }).sum::<usize>();
            }
        }
        prop_assert_eq!(claimed, organisation.claims.len());
        let ends = organisation.agreements.iter().map(|agreement| agreement.delivers.len() + agreement.needs.len());
        prop_assert_eq!(ends.sum::<usize>(), claimed);
        for party in organisation.parties.iter() {
            prop_assert_eq!(organisation.party(handbook.party(&party.id)), party);
        }
        handbook.findings();
    }
}
