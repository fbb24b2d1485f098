//! What is said of parties that lead to each other in a circle.

use super::Evidence;
use super::circles::Step;
use crate::finding::{Finding, Kind};
use crate::model::Party;
use crate::text::{Phrase, Place, Word};

/// Of a longer circle the rest is only counted.
const MOST: usize = 8;

/// How circles of one sort are spoken of.
pub(super) struct Speech {
    pub(super) kind: &'static Kind,
    /// Of `{parties}`, who is one that leads to itself.
    pub(super) alone: Phrase,
    /// Of two.
    pub(super) two: Phrase,
    /// Of more.
    pub(super) more: Phrase,
    /// Beside the place where one party names the next.
    pub(super) label: fn(&str, &str) -> String,
    pub(super) help: &'static str,
    pub(super) help_alone: &'static str,
}

impl Speech {
    /// What is said of a circle: the last of its steps leads back to where the first begins, and each has the
    /// place where the party before it names it.
    pub(super) fn finding(&self, evidence: &Evidence, circle: &[Step<Place>]) -> Option<Finding> {
        let party = |step: &Step<Place>| &evidence.organisation.parties[step.0]; // a party's number
        let around: Vec<&Party> = circle.last().into_iter().chain(circle).map(party).collect();
        let parties = || around.iter().take(circle.len());
        let titles = parties().map(|party| Word::plain(&party.title)).collect();
        let phrase = match circle {
            [_] => &self.alone,
            [_, _] => &self.two,
            _ => &self.more,
        };
        let said = evidence.say(phrase, &[("parties", Word::list(titles, MOST))]);
        let finding = Finding::said(self.kind, circle.first()?.1, said);
        let finding = parties().fold(finding, |finding, party| finding.about(&party.id));
        if circle.len() == 1 {
            return Some(finding.label("names itself here").help(self.help_alone));
        }
        let mut labels = around
            .windows(2)
            .map(|pair| (self.label)(&pair[0].title, &pair[1].title));
        let finding = finding.label(labels.next().unwrap_or_default()).help(self.help);
        let further = circle.iter().skip(1).zip(labels).take(MOST - 1);
        Some(further.fold(finding, |finding, ((_, place), label)| {
            finding.related(*place, label)
        }))
    }
}
