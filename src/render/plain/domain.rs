//! A role, a team or an external party as Markdown.

use super::markdown::Markdown;
use crate::model::{
    Agreement, Block, Direction, DocumentId, Holder, Party, PartyId, Section, SectionKind, Who,
};
use crate::site::Views;

pub(super) fn write(views: &Views<'_>, id: PartyId, out: &mut Markdown<'_>) {
    let organisation = views.organisation();
    let party = organisation.party(id);
    out.heading(1, &party.title);
    facts(views, party, out);
    let document = organisation.document(party.document);
    out.text(&views.text(party.document, &document.lead.text));
    let about_relations =
        |section: &&Section| matches!(section.kind, SectionKind::Deliverables | SectionKind::Needs);
    for section in document
        .sections
        .iter()
        .filter(|section| !about_relations(section))
    {
        self::section(views, party.document, section, out);
    }
    for end in [Direction::Delivers, Direction::Needs] {
        relations(views, party, end, out);
    }
}

fn facts(views: &Views<'_>, party: &Party, out: &mut Markdown<'_>) {
    let organisation = views.organisation();
    out.item(0, &views.word(&format!("kind.{}", party.kind.name())));
    let lists = [
        ("facts.keepers", party.keepers.as_deref().unwrap_or_default()),
        ("facts.members", &party.members),
        ("facts.delegator", &party.delegators),
    ];
    for (name, holders) in lists {
        let names: Vec<String> = holders
            .iter()
            .filter_map(|holder| holder_name(views, holder))
            .collect();
        if !names.is_empty() {
            out.fact(&views.word(name), &names.join(", "));
        }
    }
    if let Some(team) = party.team {
        let link = out.link_to(
            &organisation.party(team).title,
            views.addresses().party(organisation, team),
        );
        out.fact(&views.word("facts.team"), &link);
    }
    if let Some(contact) = &party.contact {
        out.fact(&views.word("facts.contact"), contact);
    }
    for (name, value) in &party.fields {
        out.fact(name, value);
    }
}

/// Who it is; none for people who may not be named.
fn holder_name(views: &Views<'_>, holder: &Holder) -> Option<String> {
    let organisation = views.organisation();
    let name = match &holder.who {
        Who::Person(id) if views.names_people() => organisation.person(*id).name.clone(),
        Who::Person(_) => return None,
        Who::Party(id) | Who::KeepersOf(id) => organisation.party(*id).title.clone(),
        Who::Text(text) | Who::Unknown(text) => text.clone(),
        Who::Vacant => views.word("holder.open"),
    };
    let team = holder.team.map(|team| organisation.party(team).title.as_str());
    Some(team.map_or_else(|| name.clone(), |team| format!("{name} ({team})")))
}

pub(super) fn section(views: &Views<'_>, id: DocumentId, section: &Section, out: &mut Markdown<'_>) {
    out.heading(2, &views.text(id, &section.title.text));
    for block in &section.blocks {
        let Block::Prose { prose, items } = block else {
            continue;
        };
        if items.is_empty() {
            out.text(&views.text(id, &prose.text));
        }
        for item in items {
            out.item(item.depth, &views.text(id, &item.text));
        }
    }
}

/// What a party delivers or needs, with both sides' words.
fn relations(views: &Views<'_>, party: &Party, end: Direction, out: &mut Markdown<'_>) {
    let organisation = views.organisation();
    if party.agreements(end).is_empty() {
        return;
    }
    out.heading(
        2,
        &views.word(match end {
            Direction::Delivers => "plain.delivers",
            Direction::Needs => "plain.needs",
        }),
    );
    for id in party.agreements(end) {
        let agreement = organisation.agreement(*id);
        let other = agreement.party(end.opposite());
        let link = out.link_to(
            &organisation.party(other).title,
            views.addresses().party(organisation, other),
        );
        let state = views.word(&format!("state.{}", agreement.state.name()));
        out.heading(3, &format!("{link} ({state})"));
        items(views, agreement, end, out);
        let said_by_other = !agreement.claims(end.opposite()).is_empty();
        if said_by_other {
            let title = &organisation.party(other).title;
            out.text(&views.word_of(
                match end {
                    Direction::Delivers => "plain.other-needs",
                    Direction::Needs => "plain.other-delivers",
                },
                title,
            ));
            items(views, agreement, end.opposite(), out);
        }
    }
}

fn items(views: &Views<'_>, agreement: &Agreement, end: Direction, out: &mut Markdown<'_>) {
    let organisation = views.organisation();
    for claim in agreement.claims(end).iter().map(|id| organisation.claim(*id)) {
        let entry = organisation.entry_of(claim);
        for item in &entry.items {
            out.item(item.depth, &views.text(claim.document, &item.text));
        }
        if entry.items.is_empty() {
            out.text(&views.text(claim.document, &entry.body.text));
        }
    }
}
