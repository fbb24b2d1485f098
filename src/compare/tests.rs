#![allow(clippy::unwrap_used, reason = "the data are written here")]

use serde_json::json;

use super::format::{Ends, FORMATS};
use super::{Comparison, Data, Fate};

fn data(value: serde_json::Value) -> Data {
    serde_json::from_value(value).unwrap()
}

fn party(id: &str, title: &str, responsibilities: &[&str]) -> serde_json::Value {
    json!({
        "id": id, "kind": "role", "title": title,
        "sections": [{ "id": "key-responsibilities", "title": "Key Responsibilities", "kind": "list", "text": "", "items": responsibilities }],
    })
}

#[test]
fn a_party_that_says_the_same_under_another_name_was_renamed() {
    let said = ["keeps the keys", "opens the hall", "closes it"];
    let before = data(
        json!({ "parties": [party("warden", "Warden", &said), party("clerk", "Clerk", &["writes"])], "agreements": [
        { "provider": "warden", "consumer": "clerk", "state": "offered", "deliverables": ["a key"], "needs": [] },
    ] }),
    );
    let after = data(
        json!({ "parties": [party("caretaker", "Caretaker", &said), party("clerk", "Clerk", &["writes"])], "agreements": [
        { "provider": "caretaker", "consumer": "clerk", "state": "offered", "deliverables": ["a key"], "needs": [] },
    ] }),
    );
    let comparison = Comparison::of(&before, &after);
    let fates: Vec<(&str, &Fate)> = comparison
        .parties
        .iter()
        .map(|change| (change.party.id.as_str(), &change.fate))
        .collect();
    assert!(
        matches!(fates.as_slice(), [("caretaker", Fate::Renamed(old))] if old.id == "warden"),
        "{fates:?}"
    );
    assert!(
        comparison.agreements.is_empty(),
        "its agreements are what they were"
    );
    // Whoever says little of what was said before is someone else.
    let other = data(json!({ "parties": [party("caretaker", "Caretaker", &["sings"])], "agreements": [] }));
    let fates = Comparison::of(&before, &other).parties;
    assert_eq!(
        fates.iter().filter(|change| change.fate == Fate::Removed).count(),
        2
    );
}

#[test]
fn what_was_written_stays_what_it_is_in_a_comment() {
    let before = data(json!({ "parties": [party("a", "A", &[])], "agreements": [] }));
    let after = data(
        json!({ "parties": [party("a", "A", &["asks @everyone about #1, [x](y) and <b> **loudly**"])], "agreements": [] }),
    );
    let ends = Ends {
        from: "main",
        to: "a_branch",
    };
    let markdown = FORMATS.iter().find(|format| format.name == "markdown").unwrap();
    let text = markdown.write(&Comparison::of(&before, &after), &ends, &|_, _| None);
    assert!(text.contains("From main to a\\_branch."), "{text}");
    assert!(
        text.contains("asks @\u{2060}everyone about #\u{2060}1, \\[x\\](y) and \\<b\\> \\*\\*loudly\\*\\*"),
        "{text}"
    );
}

#[test]
fn a_long_comparison_fits_a_comment() {
    let many: Vec<String> = (0..4000)
        .map(|at| format!("a responsibility with the number {at}"))
        .collect();
    let parties: Vec<_> = (0..400)
        .map(|at| party(&format!("r{at}"), &format!("Role with a longer name {at}"), &[]))
        .collect();
    let mut grown = parties.clone();
    grown[0] = party("r0", "Role", &many.iter().map(String::as_str).collect::<Vec<_>>());
    let before = data(json!({ "parties": [], "agreements": [] }));
    let after = data(
        json!({ "parties": (0..3000).map(|at| party(&format!("r{at}"), &format!("Role {at}"), &[])).collect::<Vec<_>>(), "agreements": [] }),
    );
    let ends = Ends { from: "a", to: "b" };
    let markdown = FORMATS.iter().find(|format| format.name == "markdown").unwrap();
    let text = markdown.write(&Comparison::of(&before, &after), &ends, &|_, _| None);
    assert!(
        text.len() < 65_536 && text.contains("more: `rolebook diff` shows all"),
        "{}",
        text.len()
    );
    let one = markdown.write(
        &Comparison::of(
            &data(json!({ "parties": parties, "agreements": [] })),
            &data(json!({ "parties": grown, "agreements": [] })),
        ),
        &ends,
        &|_, _| None,
    );
    assert!(one.len() < 65_536, "{}", one.len());
}
