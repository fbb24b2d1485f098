//! Delegators, keepers, members.

use super::{Handbook, assert_lines};
use crate::model::{PartyId, Who};
use crate::resolve::counterparts::{counterparts, people_for};

const HANDBOOK: &str = "\
=== teams/vega.md
+++
title = \"Vega\"
members = [{ person = \"cy\", as = \"chair\" }, \"ciso\"]
+++
=== teams/lyra.md
# Lyra
=== roles/po.md
+++
title = \"Product Owner\"
delegator = [\"Vega\", \"Ana Ruiz\", { text = \"the founders\" }]
keepers = [{ person = \"ana\", team = \"vega\" }, { person = \"bo\", team = \"lyra\" }, \"cy\"]
+++
=== roles/ciso.md
+++
title = \"CISO\"
keepers = [\"Ana Ruiz\"]
+++
=== roles/risk.md
+++
title = \"Risk Officer\"
delegator = { role = \"ciso\" }
team = \"lyra\"
keepers = [{ role = \"ciso\" }, { vacant = true }]
+++
=== people.toml
[ana]
name = \"Ana Ruiz\"
[bo]
name = \"Bo Lind\"
[cy]
name = \"Cy Young\"
";

#[test]
fn holders_are_looked_up_and_told_to_both_sides() {
    let handbook = Handbook::of(HANDBOOK);
    let organisation = &handbook.organisation;
    let party = |id: &str| organisation.party(handbook.party(id));
    let who = |holders: &[crate::model::Holder]| {
        let named: Vec<String> = holders.iter().map(|holder| handbook.who(holder)).collect();
        named.join(", ")
    };
    assert_eq!(handbook.findings(), "");
    assert_eq!(
        who(&party("po").delegators),
        "party vega, person ana, words the founders"
    );
    assert_eq!(
        who(party("po").keepers.as_deref().unwrap()),
        "person ana in vega, person bo in lyra, person cy"
    );
    assert_eq!(
        who(party("risk").keepers.as_deref().unwrap()),
        "keepers of ciso, vacant"
    );
    assert_eq!(party("vega").keepers, None);
    assert_eq!(handbook.ids(&party("vega").delegates), "po");
    assert_eq!(
        handbook.ids(&party("vega").roles),
        "po",
        "it lives in its first delegating team"
    );
    assert_eq!(handbook.ids(&party("ciso").delegates), "risk");
    assert_eq!(handbook.ids(&party("lyra").roles), "risk");
    let people: Vec<(String, String)> = organisation
        .people
        .iter()
        .map(|person| {
            let keeps: Vec<PartyId> = person.keeps.iter().map(|(role, _)| *role).collect();
            (handbook.ids(&keeps), handbook.ids(&person.teams))
        })
        .collect();
    let expected = [("ciso po risk", "lyra vega"), ("po", "lyra"), ("po", "vega")];
    assert_eq!(
        people,
        expected.map(|(keeps, teams)| (keeps.to_owned(), teams.to_owned()))
    );
}

#[test]
fn a_role_is_seen_from_a_team() {
    let handbook = Handbook::of(HANDBOOK);
    let organisation = &handbook.organisation;
    let cases = [
        ("po", "vega", "person ana in vega, person cy"),
        ("po", "lyra", "person bo in lyra"),
        ("ciso", "lyra", "person ana"),
        ("risk", "vega", "keepers of ciso"),
    ];
    for (role, team, expected) in cases {
        let found = counterparts(organisation, handbook.party(role), handbook.party(team));
        let found: Vec<String> = found.iter().map(|holder| handbook.who(holder)).collect();
        assert_eq!(found.join(", "), expected, "{role} seen from {team}");
    }
    let risk = organisation.party(handbook.party("risk"));
    let people = people_for(organisation, &risk.keepers.as_ref().unwrap()[0]);
    assert_eq!(people.len(), 1);
    assert_eq!(organisation.person(people[0]).id, "ana");
}

#[test]
fn a_role_that_is_a_member_stands_for_its_keepers_in_that_team() {
    let handbook = Handbook::of(
        "\
=== teams/vega.md
+++
title = \"Vega\"
members = [\"scrum-master\"]
+++
=== roles/scrum-master.md
+++
title = \"Scrum Master\"
keepers = [{ person = \"ana\", team = \"vega\" }, { person = \"bo\", team = \"lyra\" }]
+++
=== teams/lyra.md
# Lyra
=== people.toml
[ana]
name = \"Ana\"
[bo]
name = \"Bo\"
",
    );
    let people = &handbook.organisation.people;
    assert_eq!(handbook.ids(&people[0].teams), "vega");
    assert_eq!(handbook.ids(&people[1].teams), "lyra");
}

#[test]
fn roles_that_keep_each_other_have_no_keepers() {
    let handbook = Handbook::of(
        "\
=== roles/a.md
+++
keepers = [{ role = \"b\" }]
+++
# A
=== roles/b.md
+++
keepers = [{ role = \"a\" }]
+++
# B
",
    );
    let a = handbook.organisation.party(handbook.party("a"));
    assert!(people_for(&handbook.organisation, &a.keepers.as_ref().unwrap()[0]).is_empty());
}

#[test]
fn names_that_nobody_answers_to_are_reported() {
    let handbook = Handbook::of(
        "\
=== roles/po.md
+++
title = \"Product Owner\"
aliases = [\"Owner\"]
delegator = [\"prodct-owner\", \"the board\"]
team = \"owner\"
keepers = [\"Ana Ruis\", { person = \"po\" }, { role = \"vega\" }, { person = \"ana\", team = \"vga\" }]
+++
=== teams/vega.md
+++
title = \"Vega\"
members = [\"Max Muster\"]
+++
=== people.toml
[ana]
name = \"Ana Ruiz\"
",
    );
    assert_lines(
        &handbook.findings(),
        "
unknown-party: no role, team, external party or person is called `prodct-owner`
  roles/po.md:4 `prodct-owner` nobody has this name, so nobody is this delegator
  = did you mean `Product Owner`?
unknown-party: no role, team, external party or person is called `the board`
  roles/po.md:4 `the board` nobody has this name, so nobody is this delegator
  = add a file or a person of that name, or write `{ text = \"the board\" }` for plain words
unknown-party: `owner` is a role, not a team
  roles/po.md:5 `owner` a team belongs here
  = name the team, or leave it out
unknown-person: no person is called `Ana Ruis`
  roles/po.md:6 `Ana Ruis` nobody has this name, so nobody is this role keeper
  = did you mean `Ana Ruiz`?
unknown-person: no person is called `po`
  roles/po.md:6 `po` nobody has this name, so nobody is this role keeper
  = `po` is a role: write its name alone, without `person =`
unknown-party: `vega` is a team, not a role
  roles/po.md:6 `vega` a role belongs here
  = write its name alone, without `{ role = ... }`
unknown-party: no team is called `vga`
  roles/po.md:6 `vga` nothing answers to this name
  = did you mean `vega`?
unknown-person: no person is called `Max Muster`
  teams/vega.md:3 `Max Muster` nobody has this name, so nobody is this member
  = add the person to `content/people.toml`, or write `{ text = \"Max Muster\" }` for plain words
",
    );
    let keepers = handbook
        .organisation
        .party(handbook.party("po"))
        .keepers
        .as_ref()
        .unwrap();
    assert_eq!(
        keepers[0].who,
        Who::Unknown("Ana Ruis".to_owned()),
        "still shown as written"
    );
}

#[test]
fn without_a_list_of_people_keepers_may_be_words() {
    let handbook = Handbook::of("=== roles/a.md\n+++\nkeepers = [\"Ana Ruiz\"]\n+++\n# A\n");
    assert_lines(
        &handbook.findings(),
        "
unknown-person: no person is called `Ana Ruiz`
  roles/a.md:2 `Ana Ruiz` nobody has this name, so nobody is this role keeper
  = list the people of the handbook in `content/people.toml`, or write `{ text = \"Ana Ruiz\" }` for plain words
",
    );
}

#[test]
fn delegation_in_a_circle_is_told_once() {
    let handbook = Handbook::of(
        "\
=== roles/a.md
+++
title = \"Alpha\"
delegator = [\"c\", \"top\"]
+++
=== roles/b.md
+++
title = \"Beta\"
delegator = \"a\"
+++
=== roles/c.md
+++
title = \"Gamma\"
delegator = { role = \"b\" }
+++
=== roles/own.md
+++
title = \"Own\"
delegator = \"own\"
+++
=== roles/top.md
# Top
",
    );
    assert_lines(
        &handbook.findings(),
        "
delegation-cycle: Alpha, Gamma and Beta delegate to each other in a circle
  roles/a.md:3 `\"c\"` Alpha names Gamma as its delegator
  roles/c.md:3 `{ role = \"b\" }` Gamma names Beta as its delegator
  roles/b.md:3 `\"a\"` Beta names Alpha as its delegator
  = take one of these delegators away: whoever is at the top has none within the circle
delegation-cycle: Own delegates to itself
  roles/own.md:3 `\"own\"` names itself here
  = name who is above it, or take its own name out
",
    );
}
