//! Pages as plain Markdown, and the list of them, for programs that read: <https://llmstxt.org>.

mod domain;
mod list;
mod markdown;

use crate::model::{DocumentId, PersonId};
use crate::site::{Page, Views};
use crate::text::SitePath;

use markdown::Markdown;

pub(super) use list::list;

/// A page as Markdown; its links lead to other pages' Markdown. None for pages that only list or draw what others say.
pub(super) fn page(views: &Views<'_>, path: &SitePath, page: Page) -> Option<String> {
    let mut out = Markdown::new(path);
    match page {
        Page::Party(_, id) => domain::write(views, id, &mut out),
        Page::Person(id) => person(views, id, &mut out),
        Page::Content(id) | Page::Glossary(id) => {
            let document = views.organisation().page(id).document;
            out.heading(1, &views.organisation().document(document).title);
            said(views, document, &mut out);
        }
        _ => return None,
    }
    Some(out.into())
}

fn person(views: &Views<'_>, id: PersonId, out: &mut Markdown<'_>) {
    let organisation = views.organisation();
    let person = organisation.person(id);
    out.heading(1, &person.name);
    if let Some(contact) = &person.fields.contact {
        out.fact(&views.word("facts.contact"), contact);
    }
    for (role, holder) in &person.keeps {
        let team = holder.team.map(|team| organisation.party(team).title.as_str());
        let link = out.link_to(
            &organisation.party(*role).title,
            views.addresses().party(organisation, *role),
        );
        let place = team.map_or_else(String::new, |team| format!(" ({team})"));
        out.fact(&views.word("kind.role"), &format!("{link}{place}"));
    }
    for team in &person.teams {
        let link = out.link_to(
            &organisation.party(*team).title,
            views.addresses().party(organisation, *team),
        );
        out.fact(&views.word("kind.team"), &link);
    }
    if let Some(document) = person.document {
        said(views, document, out);
    }
}

/// What a document says, section by section.
fn said(views: &Views<'_>, id: DocumentId, out: &mut Markdown<'_>) {
    let document = views.organisation().document(id);
    out.text(&views.text(id, &document.lead.text));
    for section in &document.sections {
        domain::section(views, id, section, out);
    }
    for entry in &document.terms {
        out.heading(2, &views.text(id, &entry.title.text));
        out.text(&views.text(id, &entry.definition.text));
    }
}
