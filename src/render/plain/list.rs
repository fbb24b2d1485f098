//! `llms.txt`: what the handbook is, and the Markdown of its pages.

use super::markdown::{Markdown, one_line};
use crate::config::Config;
use crate::model::{PartyId, PartyKind};
use crate::site::{Views, address};
use crate::text::SitePath;

/// Every page that has Markdown, by what it is; with what it is for in one line.
pub(in crate::render) fn list(views: &Views<'_>, config: &Config) -> String {
    let organisation = views.organisation();
    let here = address::site(address::LLMS);
    let mut out = Markdown::new(&here);
    out.heading(1, &config.title);
    if let Some(description) = &config.description {
        out.text(&format!("> {}", one_line(description)));
    }
    let up = "../".repeat(config.folder.matches('/').count());
    out.text(&views.word_of("plain.data", &(up + address::DATA)));
    for kind in PartyKind::ALL {
        let parties = (0..organisation.parties.len()).map(PartyId::at);
        let parties = parties.filter(|id| organisation.party(*id).kind == kind);
        let entries = parties.map(|id| {
            let path = views.addresses().party(organisation, id);
            (
                organisation.party(id).title.as_str(),
                path,
                views.summary(id).to_owned(),
            )
        });
        section(&mut out, &views.word(&format!("nav.{}", kind.folder())), entries);
    }
    if views.names_people() {
        let people = (0..)
            .map(crate::model::PersonId::at)
            .zip(organisation.people.iter());
        let entries =
            people.map(|(id, person)| (person.name.as_str(), views.addresses().person(id), String::new()));
        section(&mut out, &views.word("nav.people"), entries);
    }
    let pages = organisation.pages.iter().map(|page| page.document);
    let pages = pages.filter(|id| !address::is_introduction(views.addresses().document(*id)));
    let entries = pages.map(|id| {
        let title = organisation.document(id).title.as_str();
        (title, views.addresses().document(id), views.summary_of(id))
    });
    section(&mut out, &views.word("plain.pages"), entries);
    out.into()
}

fn section<'e>(
    out: &mut Markdown<'_>,
    title: &str,
    entries: impl Iterator<Item = (&'e str, &'e SitePath, String)>,
) {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return;
    }
    out.heading(2, title);
    for (name, path, summary) in entries {
        let link = out.link_to(name, path);
        if summary.is_empty() {
            out.item(0, &link);
        } else {
            out.item(0, &format!("{link}: {summary}"));
        }
    }
}
