//! What relations mean, and what is said where they mean nobody.

use super::{Handbook, assert_lines};
use crate::model::Meaning;

const OTHERS: &str = "
=== roles/product-owner.md
# Product Owner
=== roles/b.md
# Builder
=== external/customer.md
# Customer
=== people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
=== glossary.md
# Glossary

SLA
: an agreement on service levels
";

fn with_needs(needs: &str) -> Handbook {
    Handbook::of(&format!(
        "=== roles/a.md\n# A\n\n## Dependencies\n\n{needs}\n{OTHERS}"
    ))
}

fn meanings(handbook: &Handbook) -> Vec<&'static str> {
    let entries = handbook
        .organisation
        .links
        .iter()
        .flat_map(|links| &links.entries);
    let names = entries.map(|meaning| match meaning {
        Meaning::Claims(_) => "claims",
        Meaning::Grouping => "grouping",
        Meaning::Plain => "plain",
        Meaning::Unknown => "unknown",
    });
    names.collect()
}

#[test]
fn entries_mean_what_their_leads_name() {
    let cases: [(&str, &[&str]); 10] = [
        ("### [[product-owner]]\n\n- x", &["claims"]),
        ("### PRODUCT owner\n\n- x", &["claims"]),
        (
            "[[product-owner]] of it\n: - x\n\nCustomer\n: - y",
            &["claims", "claims"],
        ),
        (
            "### Outside\n\n- [[customer]] - x\n- [[b]] - y",
            &["grouping", "claims", "claims"],
        ),
        (
            "### Outside\n\nTwo of them:\n\n- [[customer]] - x\n- [[b]] - y\n\nThat is all.",
            &["grouping", "plain", "claims", "claims", "plain"],
        ),
        (
            "### Customer\n\n- [[product-owner]] - x\n- [[b]] - y",
            &["claims", "plain", "plain"],
        ),
        ("- [[customer]] - x\n- all sorts of things", &["claims", "plain"]),
        ("- [[customer]] - x\n- [[sla]] as agreed", &["claims", "plain"]),
        ("- [b](b.md) - x", &["claims"]),
        ("### [[customer]], by [[sla]]\n\n- x", &["claims"]),
    ];
    for (needs, expected) in cases {
        let handbook = with_needs(needs);
        assert_eq!(handbook.findings(), "", "{needs}");
        assert_eq!(meanings(&handbook), expected, "{needs}");
    }
}

#[test]
fn a_lead_that_means_nobody_is_reported_where_it_stands() {
    let handbook = with_needs(
        "\
### Product Owner of the A’s team

- x

### Custmer

- x

### The moon

- x

### Ana Ruiz

- x

### Service under [[SLA]]

- x

### [[prodct-owner#top|the owner]]

- x

### Inside

- [[bilder]] - x
- [[b]] - y",
    );
    assert_lines(
        &handbook.findings(),
        "
unknown-party: no role, team or external party is called `Product Owner of the A’s team`
  roles/a.md:5 `Product Owner of the A’s team` begins with the name of the role `Product Owner`
  = write `[[product-owner]] of the A’s team`
unknown-party: no role, team or external party is called `Custmer`
  roles/a.md:9 `Custmer` nothing answers to this name
  = did you mean `customer`?
unknown-party: no role, team or external party is called `The moon`
  roles/a.md:13 `The moon` nothing answers to this name
  = check the spelling, or add a file for it below `content/roles`, `content/teams` or `content/external`
  = if it is the name of a group, begin each item below it with a link to a party
unknown-party: `Ana Ruiz` can't stand in a relation
  roles/a.md:17 `Ana Ruiz` a person
  = link the role that the person keeps: only roles, teams and external parties stand in relations
unknown-party: `SLA` can't stand in a relation
  roles/a.md:21 `SLA` a term of the glossary
  = link a role, a team or an external party: only they stand in relations
unknown-party: no role, team or external party is called `prodct-owner`
  roles/a.md:25 `prodct-owner` nothing answers to this name
  = did you mean `product-owner`?
unknown-party: no role, team or external party is called `bilder`
  roles/a.md:31 `bilder` nothing answers to this name
  = did you mean `Builder`?
",
    );
    let all = meanings(&handbook);
    assert_eq!(all[..6], ["unknown"; 6]);
    assert_eq!(all[6..], ["grouping", "unknown", "claims"]);
}
