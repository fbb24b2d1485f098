//! What front matter and `people.toml` may say, and what is said of them where they say it wrongly.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use insta::assert_snapshot;
use jiff::civil::date;

use super::front_matter;
use super::people::people;
use crate::config::{reported, told};
use crate::finding::Level;
use crate::model::{DocumentKind, FrontMatter, PartyKind, Period, WrittenHolder, WrittenPerson, WrittenWho};
use crate::text::{Source, SourceId, SourcePath};

const OPENING: &str = "+++\n";

fn read(toml: &str, kind: DocumentKind) -> (FrontMatter, Vec<String>) {
    let (front, findings) = front_matter::read(toml, OPENING.len(), SourceId(3), (kind, false));
    (front, reported(&format!("{OPENING}{toml}"), findings))
}

fn of_role(toml: &str) -> (FrontMatter, Vec<String>) {
    read(toml, DocumentKind::Party(PartyKind::Role))
}

fn read_people(toml: &str) -> (Vec<WrittenPerson>, Vec<String>) {
    let source = Source {
        path: SourcePath::new("content/people.toml").unwrap(),
        text: Arc::from(toml),
        fault: None,
    };
    let (people, findings) = people(&source, SourceId(0));
    (people, reported(toml, findings))
}

fn who(holder: &WrittenHolder) -> String {
    match &holder.who {
        WrittenWho::Name(name) => format!("name {}", name.value),
        WrittenWho::Person(name) => format!("person {}", name.value),
        WrittenWho::KeepersOf(name) => format!("keepers of {}", name.value),
        WrittenWho::Text(text) => format!("text {text}"),
        WrittenWho::Vacant => "vacant".to_owned(),
    }
}

#[test]
fn a_role_says_all_it_may() {
    let toml = r#"
        title = "Engineer"
        aliases = ["Engineers", "DevOps Engineer"]
        delegator = ["[[team]]", "[[product-owner#purpose|the PO]]", { text = "whoever asks" }, { role = "ciso" }]
        team = "platform"
        keepers = ["ana-ruiz", { person = "leo-brandt", team = "[[vega]]", since = 2025-03-01, until = 2027-03-01, share = 60, focus = "storage" }, { vacant = true, note = "hiring" }]
        contact = "\#engineering"
        reviewed = 2026-05-01
        review = "12 months"
        tags = ["engineering"]
        [fields]
        "On call" = "yes, one week in six"
        FTE = 2.5
        Languages = ["en", "de"]
        [lints]
        broken-link = "warn"
    "#;
    let toml = &toml.replace("\\#", "#");
    let (front, findings) = of_role(toml);
    assert_eq!(findings, [""; 0]);
    assert_eq!(front.title.unwrap().value, "Engineer");
    assert_eq!(front.aliases.len(), 2);
    let delegators: Vec<String> = front.delegators.iter().map(who).collect();
    let expected = [
        "name team",
        "name product-owner",
        "text whoever asks",
        "keepers of ciso",
    ];
    assert_eq!(delegators, expected);
    let WrittenWho::Name(team) = &front.delegators[0].who else {
        panic!("{:?}", front.delegators);
    };
    let file = format!("{OPENING}{toml}");
    assert_eq!(&file[team.span.start..team.span.end], "team");
    let keepers = front.keepers.unwrap();
    let kept: Vec<String> = keepers.iter().map(who).collect();
    assert_eq!(kept, ["name ana-ruiz", "person leo-brandt", "vacant"]);
    assert_eq!(keepers[1].team.as_ref().unwrap().value, "vega");
    assert_eq!(
        (keepers[1].tenure.since, keepers[1].tenure.until),
        (Some(date(2025, 3, 1)), Some(date(2027, 3, 1)))
    );
    assert_eq!(
        (keepers[1].tenure.share, keepers[1].tenure.focus.as_deref()),
        (Some(60), Some("storage"))
    );
    assert_eq!(keepers[2].tenure.note.as_deref(), Some("hiring"));
    assert_eq!(front.reviewed, Some(date(2026, 5, 1)));
    assert_eq!(front.review, Some(Period { months: 12, days: 0 }));
    let fields: Vec<(&str, &str)> = front
        .fields
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        fields,
        [
            ("On call", "yes, one week in six"),
            ("FTE", "2.5"),
            ("Languages", "en, de")
        ]
    );
    let lints: Vec<_> = front
        .lints
        .iter()
        .map(|set| (set.name.value.as_str(), set.level))
        .collect();
    assert_eq!(lints, [("broken-link", Level::Warn)]);
}

#[test]
fn one_may_stand_for_a_list_and_none_is_not_nobody() {
    let (front, findings) =
        of_role("delegator = \"product-owner\"\nkeepers = []\naliases = \"Eng\"\ntags = \"a\"");
    assert_eq!(findings, [""; 0]);
    assert_eq!(front.delegators.len(), 1);
    assert_eq!(front.keepers, Some(Vec::new()));
    assert_eq!(front.members, None);
    assert_eq!(front.aliases[0].value, "Eng");
    assert_eq!(front.tags, ["a"]);
    let (front, _) = of_role("keepers = 3\nmembers = [\"\"]");
    assert_eq!((front.keepers, front.members), (None, None));
    // A form that is not filled in says nothing.
    let (front, findings) = of_role("title = \"\"\ncontact = \" \"\nreview = \"\"\nteam = \"x\"");
    assert_eq!(findings, [""; 0]);
    assert_eq!((front.title, front.contact, front.review), (None, None, None));
}

#[test]
fn kind_decides_over_the_folder() {
    let (front, findings) =
        of_role("kind = \"team\"\nmembers = [\"ana\", { person = \"leo\", as = \"chair\" }]");
    assert_eq!(findings, [""; 0]);
    assert_eq!(front.kind, Some(DocumentKind::Party(PartyKind::Team)));
    assert_eq!(
        front.members.unwrap()[1].tenure.function.as_deref(),
        Some("chair")
    );
    let (front, findings) =
        of_role("kind = \"person\"\nname = \"Ana\"\nlinks = \"https://a.example/\"\ncontact = \"@ana\"");
    assert_eq!(findings, [""; 0]);
    assert_eq!(front.person.contact.as_deref(), Some("@ana"));
    assert_eq!(
        front.person.links,
        [("a.example".to_owned(), "https://a.example/".to_owned())]
    );
    let (front, findings) = read("order = -2", DocumentKind::Page);
    assert_eq!((front.order, findings.len()), (Some(-2), 0));
}

#[test]
fn what_is_wrong_is_said_where_it_stands() {
    let told = told(
        |toml| of_role(toml).1,
        &[
            "titel = \"Engineer\"\nkeeper = \"ana\"\nwhatever = 1",
            "keepers = 3",
            "keepers = [3, \"\", [\"ana\"], { }, { vacant = false }]",
            "keepers = { person = \"ana\", role = \"ciso\", from = 2025-01-01 }",
            "keepers = [{ person = \"ana\", since = 2027-01-01, until = 2026-12-31 }]",
            "keepers = [{ person = \"ana\", share = 0 }, { person = \"leo\", share = \"60%\" }, { person = \"mia\", share = 12.5 }]",
            "delegator = \"[[]]\"\naliases = [\"a\", 2]\ntags = [true]",
            "members = [\"ana\"]\nname = \"Ana\"\norder = 3\npicture = \"ana.jpg\"",
            "kind = \"person\"\nkeepers = [\"ana\"]",
            "kind = \"rôle\"",
            "reviewed = \"2026-05-01\"",
            "reviewed = \"1 May 2026\"",
            "reviewed = 2026-05-01T10:00:00",
            "reviewed = 2026-02-30",
            "reviewed = 01.05.2026",
            "reviewed = 20260501",
            "review = \"yearly\"\ntitle = 2026-05-01",
            "review = 12",
            "contact = [\"a\"]",
            "[fields]\n\"On call\" = { a = 1 }\nb = [[1]]",
            "[lints]\nbroken-link = 1",
            "fields = \"x\"",
        ],
    );
    assert_snapshot!(told);
}

#[test]
fn what_is_no_toml_is_said_in_plain_words() {
    let told = told(
        |toml| of_role(toml).1,
        &[
            "title = Engineer\nkeepers = [ana-ruiz, leo]\nreviewd = 2026-05-01",
            "title: Engineer\ntags = 3",
            "title = \"Engineer\"\n\nThe Engineer builds.\n",
            "delegator = [[product-owner]]",
            "keepers = [\"ana\" \"leo\"]\ntag = 1",
            "keepers = [\"ana\"\ntags = [\"x\"]\n",
            "title = \"a\"\ntitle = \"b\"\n[fields]\n[fields]",
            "title = \"a\u{7}b\"",
        ],
    );
    assert_snapshot!(told);
}

#[test]
fn people_are_read_by_id() {
    let (people, findings) = read_people(
        r#"
        [leo-brandt]
        name = "Leo Brandt"
        [ana-ruiz]
        name = "Ana Ruiz"
        contact = "@ana"
        pronouns = "she/her"
        location = "Zürich"
        picture = "people/ana.jpg"
        links = { "Her site" = "https://ana.example/", Mail = "mailto:ana@example.org" }
        "#,
    );
    assert_eq!(findings, [""; 0]);
    let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(ids, ["ana-ruiz", "leo-brandt"]);
    let links: Vec<&str> = people[0]
        .fields
        .links
        .iter()
        .map(|(text, _)| text.as_str())
        .collect();
    assert_eq!(links, ["Her site", "Mail"]);
}

#[test]
fn what_is_wrong_with_people_is_said_where_it_stands() {
    let told = told(
        |toml| read_people(toml).1,
        &[
            "[ana]\ncontact = \"@ana\"\n[leo]\nnam = \"Leo\"",
            "[\"Ana Ruiz\"]\nname = \"Ana Ruiz\"\n[\"../x\"]\nname = \"x\"\n[\"..\"]\nname = \"y\"",
            "ana = \"Ana Ruiz\"",
            "[ana]\nname = \"Ana\"\nlinks = [\"example.org\", \"ana@example.org\", \"javascript:alert(1)\", 3]",
            "[ana]\nname = \"Ana\"\n[ana]\nname = \"Anna\"",
            "[people.ana]\nname = \"Ana\"",
        ],
    );
    assert_snapshot!(told);
}

proptest::proptest! {
    #[test]
    fn nothing_makes_it_panic(toml in "([a-e{}\\[\\]\"'=.,# \n“é0-9-]|keepers|title|links|\\[\\[|\"\"\"|person|2026-05-01|\r\n|:){0,40}") {
        for kind in [DocumentKind::Page, DocumentKind::Person, DocumentKind::Party(PartyKind::Team)] {
            let (_, findings) = read(&toml, kind);
            proptest::prop_assert!(findings.iter().all(|finding| !finding.contains("no span")), "{findings:?}");
        }
        let (_, findings) = read_people(&toml);
        proptest::prop_assert!(findings.iter().all(|finding| !finding.contains("no span")), "{findings:?}");
    }
}
