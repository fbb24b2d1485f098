//! A comparison as headings, lines and lines below them: what all formats for people have in common.

use crate::compare::{AgreementChange, Comparison, Fact, Fate, Items, PartyChange, State};

/// How something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Gained,
    Lost,
    Changed,
    /// It is told, and did not change itself.
    Told,
}

/// A line, with those below it.
pub(super) struct Line {
    pub(super) sign: Sign,
    pub(super) text: String,
    pub(super) below: Vec<Line>,
}

/// A heading, with its lines.
pub(super) struct Part {
    pub(super) title: &'static str,
    pub(super) lines: Vec<Line>,
}

/// The parts that have something in them.
pub(super) fn outline(comparison: &Comparison) -> Vec<Part> {
    let affected = comparison.affected.iter().map(|affected| {
        let people = affected.people.join(", ");
        let people = if people.is_empty() {
            people
        } else {
            format!(" ({people})")
        };
        let reasons = affected.reasons.iter().map(|reason| line(Sign::Told, reason));
        Line {
            below: reasons.collect(),
            ..line(Sign::Told, format!("{}{people}", affected.who.title))
        }
    });
    let parts = [
        Part {
            title: "Roles, teams and external parties",
            lines: comparison.parties.iter().map(party).collect(),
        },
        Part {
            title: "Agreements",
            lines: comparison.agreements.iter().map(agreement).collect(),
        },
        Part {
            title: "Who is affected",
            lines: affected.collect(),
        },
    ];
    parts.into_iter().filter(|part| !part.lines.is_empty()).collect()
}

fn line(sign: Sign, text: impl Into<String>) -> Line {
    Line {
        sign,
        text: text.into(),
        below: Vec::new(),
    }
}

fn party(change: &PartyChange) -> Line {
    let kind = match change.kind.as_str() {
        "external" => "external party",
        other => other,
    };
    let title = &change.party.title;
    let (sign, text) = match &change.fate {
        Fate::Added => (Sign::Gained, format!("new {kind} {title}")),
        Fate::Removed => (Sign::Lost, format!("{kind} {title}")),
        Fate::Renamed(old) if old.title == *title => {
            (Sign::Changed, format!("{kind} {title} (its id was {})", old.id))
        }
        Fate::Renamed(old) => (Sign::Changed, format!("{kind} {title} (was {})", old.title)),
        Fate::Kept => (Sign::Changed, format!("{kind} {title}")),
    };
    let facts = change.facts.iter().flat_map(fact);
    let sections = change
        .sections
        .iter()
        .flat_map(|section| items(&section.title, &section.items));
    Line {
        below: facts.chain(sections).collect(),
        ..line(sign, text)
    }
}

fn fact(fact: &Fact) -> impl Iterator<Item = Line> {
    let name = match fact.name {
        "keepers" => "role keeper",
        "members" => "member",
        "delegators" => "delegator",
        other => other,
    };
    let gained = fact
        .gained
        .iter()
        .map(move |who| line(Sign::Gained, format!("{name}: {who}")));
    let lost = fact
        .lost
        .iter()
        .map(move |who| line(Sign::Lost, format!("{name}: {who}")));
    gained.chain(lost)
}

fn agreement(change: &AgreementChange) -> Line {
    let ends = format!("{} -> {}", change.provider.title, change.consumer.title);
    let (sign, text) = match (change.before, change.after) {
        (None, Some(after)) => (Sign::Gained, format!("{ends}: {}", state(after))),
        (Some(_), None) => (Sign::Lost, ends),
        (Some(before), Some(after)) if before != after => (
            Sign::Changed,
            format!("{ends}: {} (before: {})", state(after), state(before)),
        ),
        _ => (Sign::Changed, ends),
    };
    let delivers = items("delivers", &change.deliverables);
    Line {
        below: delivers.chain(items("needs", &change.needs)).collect(),
        ..line(sign, text)
    }
}

fn items<'i>(name: &'i str, items: &'i Items) -> impl Iterator<Item = Line> + use<'i> {
    let one = move |sign, item: &str| line(sign, format!("{name}: {}", item.replace('\n', " ")));
    let gained = items.gained.iter().map(move |item| one(Sign::Gained, item));
    let lost = items.lost.iter().map(move |item| one(Sign::Lost, item));
    let reworded = items.reworded.iter();
    let reworded =
        reworded.map(move |(before, after)| one(Sign::Changed, &format!("{after} (before: {before})")));
    gained.chain(lost).chain(reworded)
}

fn state(state: State) -> &'static str {
    match state {
        State::Mutual => "both sides say so",
        State::Expected => "expected, not promised",
        State::Offered => "offered, not asked for",
        State::External => "with the outside",
    }
}
