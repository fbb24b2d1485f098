//! People: their two sources, and what of them is published.

use super::{Handbook, assert_lines};

#[test]
fn a_table_and_a_page_make_one_person() {
    let handbook = Handbook::of(
        "\
=== people.toml
[ana]
name = \"Ana Ruiz\"
picture = \"faces/ana.jpg\"
[bo]
name = \"Bo Lind\"
picture = \"faces/bob.jpg\"
=== people/ana.md
+++
name = \"Ana\"
location = \"Chur\"
+++

What I do.
=== people/cy.md
# Cy Young
=== faces/ana.jpg
=== faces/bo.jpg
",
    );
    assert_lines(
        &handbook.findings(),
        "
broken-link: there is no image `content/faces/bob.jpg`
  people.toml:6 `faces/bob.jpg` this image is missing
  = did you mean `faces/bo.jpg`?
duplicate-id: the name of `ana` is written in two places
  people/ana.md:2 `Ana` written here too
  people.toml:2 `Ana Ruiz` written here first
  = take one of the two out
",
    );
    let people = &handbook.organisation.people;
    let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ana Ruiz", "Bo Lind", "Cy Young"]);
    assert_eq!(people[0].fields.location.as_deref(), Some("Chur"));
    assert_eq!(
        people[0].picture.as_ref().unwrap().as_str(),
        "content/faces/ana.jpg"
    );
    assert!(people[0].document.is_some() && people[1].document.is_none());
}

fn published(publish: &str) -> Handbook {
    Handbook::of(&format!(
        "\
=== book.toml
[book]
title = \"H\"
[people]
publish = \"{publish}\"
=== people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
contact = \"ana@example.org\"
=== people/ana-ruiz.md
I like [[po]].
=== roles/po.md
+++
title = \"Product Owner\"
delegator = \"ana-ruiz\"
keepers = [{{ person = \"ana-ruiz\", share = 60, since = 2025-03-01, note = \"soon away\" }}]
+++

Ask [[ana-ruiz]].
"
    ))
}

#[test]
fn what_is_not_to_be_published_is_not_in_the_organisation() {
    let full = format!("{:?}", published("full").organisation);
    let names = format!("{:?}", published("names").organisation);
    let secrets = [
        "ana@example.org",
        "soon away",
        "I like",
        "share: Some(60)",
        "since: Some(",
    ];
    for secret in secrets {
        assert!(full.contains(secret), "{secret}");
        let said_by_role = names.matches(secret).count();
        // The role's own source is kept as it was parsed.
        assert!(said_by_role < full.matches(secret).count(), "{secret}");
    }
    let handbook = published("none");
    let organisation = &handbook.organisation;
    assert!(
        !format!("{:?}", organisation.people)
            .to_lowercase()
            .contains("ana")
    );
    assert!(
        !format!("{:?}", organisation.parties)
            .to_lowercase()
            .contains("ana")
    );
    let role = organisation.party(handbook.party("po"));
    assert_eq!(
        role.keepers.as_ref().unwrap().len(),
        1,
        "they can still be counted"
    );
    assert!(role.mentioned_by.is_empty());
    assert_eq!(handbook.findings(), "");
}
