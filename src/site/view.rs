//! What templates see: plain data, every link already relative to the page that shows it.
//!
//! This is the contract with themes, described for their authors in `themes/default/README.md`.
//! Fields that end in `_html` are clean HTML and are put into a page as they are; all others are plain text.
//! Nothing in a view is a position or number that shifts when an unrelated role is added.

use serde::Serialize;

/// The version of this contract; grows when a field is taken away or changes its meaning.
pub const CONTRACT: u32 = 1;

/// What every template sees as `page`, whatever it shows besides.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The page kind, which names its template: `role`, `team`, `external`, `person`, `page`, `home`,
    /// `glossary`, `roles`, `teams`, `externals`, `people`, `not-found`.
    pub kind: &'static str,
    /// The page's title.
    pub title: String,
    /// A sentence or two for search engines and previews; may be empty.
    pub description: String,
    /// Its address, relative to the site's root: `roles/engineer.html`.
    pub url: String,
    /// What leads from the page to the site's root: empty, or `../` once or more; for the 404 page
    /// the site's whole address where it is known.
    pub root: String,
    /// Its address in the world, where `base_url` is set.
    pub canonical: Option<String>,
    /// Where its source can be edited, where `edit_url` is set and there is a source.
    pub edit: Option<String>,
    /// The pages above it, from the top; itself not among them.
    pub breadcrumbs: Vec<Link>,
    /// The headings on it: level two and three.
    pub contents: Vec<Heading>,
    /// The handbook's own navigation.
    pub navigation: Vec<NavigationItem>,
    /// The page before it and the one after it, in its folder or team.
    pub previous: Option<Link>,
    /// See `previous`.
    pub next: Option<Link>,
}

/// What every template sees as `book`, the same on each page.
#[derive(Clone, Debug, Serialize)]
pub struct Book {
    /// The handbook's title.
    pub title: String,
    /// Its description.
    pub description: Option<String>,
    /// Its language tag.
    pub language: String,
    /// The logo's address, relative to the site's root; put `page.root` before it.
    pub logo: Option<String>,
    /// The style sheets' addresses, relative to the site's root, in their order.
    pub styles: Vec<String>,
    /// The scripts' addresses (plain ones, to be deferred), relative to the site's root, in their order.
    pub scripts: Vec<String>,
    /// The contract's version.
    pub contract: u32,
}

/// A link and its text.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Link {
    /// Its text.
    pub title: String,
    /// Where it leads; empty to the page itself, none where there is nothing to lead to.
    pub href: Option<String>,
}

/// A heading on the page.
#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    /// Its text.
    pub title: String,
    /// `#` and its anchor.
    pub href: String,
    /// 2 or 3.
    pub level: u8,
}

/// An entry of the navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavigationItem {
    /// Its text.
    pub title: String,
    /// Where it leads; none for a folder without a page of its own.
    pub href: Option<String>,
    /// Whether it is this page.
    pub current: bool,
    /// Whether this page is below it: its items are shown then.
    pub open: bool,
    /// What is below it; only filled where it is open.
    pub items: Vec<NavigationItem>,
}

/// What the templates of `role`, `team` and `external` see as `party`.
#[derive(Clone, Debug, Serialize)]
pub struct PartyView {
    /// Its id.
    pub id: String,
    /// `role`, `team` or `external`.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// The first sentence of its purpose, as plain text; may be empty.
    pub summary: String,
    /// The facts table.
    pub facts: Facts,
    /// What stands before its first section: notes.
    pub lead_html: String,
    /// What its neighbourhood looks like; none where it has no relations.
    pub neighbourhood: Option<Neighbourhood>,
    /// Its sections, in the author's order.
    pub sections: Vec<SectionView>,
    /// What others say they need of it that it does not mention itself.
    pub expected_of_it: Vec<OtherSide>,
    /// What others say they deliver to it that it does not mention itself.
    pub offered_to_it: Vec<OtherSide>,
    /// The roles that live in this team, with who keeps them in it; empty for others.
    pub roles: Vec<RoleInTeam>,
    /// How those roles rely on each other, by the names of who keeps them in this team.
    pub counterparts: Vec<Counterpart>,
    /// The domains it delegates.
    pub delegates: Vec<Delegated>,
    /// The pages that refer to it.
    pub mentioned_by: Vec<Link>,
    /// The footnotes.
    pub footnotes: Vec<FootnoteView>,
}

/// The facts table.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Facts {
    /// Who delegated the domain.
    pub delegators: Vec<HolderView>,
    /// The team it lives in.
    pub team: Option<Link>,
    /// Who keeps it; none where its source does not say, empty where nobody does.
    pub keepers: Option<Vec<HolderView>>,
    /// Who is in the team.
    pub members: Vec<HolderView>,
    /// How to reach it.
    pub contact: Option<Link>,
    /// When it was last reviewed: `2026-05-01`.
    pub reviewed: Option<String>,
    /// How often it is to be reviewed, in words.
    pub review_every: Option<String>,
    /// When it is to be reviewed next: `2027-05-01`.
    pub review_due: Option<String>,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its own further rows.
    pub fields: Vec<Field>,
}

/// A further row of the facts table.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// What it is called.
    pub name: String,
    /// What it says.
    pub value: String,
}

/// A keeper, a member, a delegator.
#[derive(Clone, Debug, Serialize)]
pub struct HolderView {
    /// `person`, `party`, `keepers-of`, `text`, `vacant`, `unknown`; `people` for a number of people whose
    /// names are not published.
    pub who: &'static str,
    /// The name or the words; empty for `vacant`; for `people` their number.
    pub name: String,
    /// Where to read more.
    pub href: Option<String>,
    /// For `keepers-of`: the people who keep that role.
    pub keepers: Vec<Link>,
    /// The address of the person's picture.
    pub picture: Option<String>,
    /// The person's initials, for where there is no picture; may be empty.
    pub initials: String,
    /// The team within which.
    pub team: Option<Link>,
    /// First day: `2025-03-01`.
    pub since: Option<String>,
    /// Last day.
    pub until: Option<String>,
    /// Share of a working week, in per cent.
    pub share: Option<u8>,
    /// What they attend to most.
    pub focus: Option<String>,
    /// In which function, such as "chair".
    pub function: Option<String>,
    /// What else is said.
    pub note: Option<String>,
}

/// The drawing of a party's neighbourhood.
#[derive(Clone, Debug, Serialize)]
pub struct Neighbourhood {
    /// The drawing: a `<div>` with one `<svg>` for wide places and one for narrow ones.
    pub svg_html: String,
    /// How many parties it depends on.
    pub dependencies: usize,
    /// How many parties it serves.
    pub stakeholders: usize,
}

/// A section.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// The schema's id for it; none where the schema does not know it.
    pub id: Option<String>,
    /// Its anchor.
    pub anchor: String,
    /// Its heading as written.
    pub title_html: String,
    /// The schema's question for it.
    pub prompt: Option<String>,
    /// `prose`, `list`, `deliverables` or `needs`.
    pub kind: &'static str,
    /// What it holds, in order.
    pub blocks: Vec<BlockView>,
}

/// A part of a section.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum BlockView {
    /// Text.
    Prose {
        /// What it says.
        html: String,
    },
    /// Relations, to be shown as one `<dl>`.
    Relations {
        /// The relations.
        entries: Vec<EntryView>,
    },
}

/// A relation as its author wrote it, with the other side beside it.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// `claims` for relations, `grouping` for a named group of them, `plain` for an item that is none,
    /// `unknown` for a name that nothing answers to.
    pub meaning: &'static str,
    /// The name as written, with its qualifier; empty for `plain`.
    pub lead_html: String,
    /// Its anchor.
    pub anchor: Option<String>,
    /// What is delivered or needed, as written; empty for `grouping`.
    pub body_html: String,
    /// The other sides; one for each party that the name means.
    pub others: Vec<OtherSide>,
    /// The relations of a `grouping`.
    pub entries: Vec<EntryView>,
}

/// What the other end of a relation says.
#[derive(Clone, Debug, Serialize)]
pub struct OtherSide {
    /// The other party.
    pub party: Link,
    /// The agreement's state: `mutual`, `expected`, `offered`, `external`.
    pub state: &'static str,
    /// Whether the other delivers to this party (else it needs of it): what its words are about.
    pub delivers: bool,
    /// What the other says, as it wrote it; empty where it says nothing.
    pub words: Vec<Words>,
    /// The title of the set through which the other is meant, if so.
    pub via: Option<String>,
}

/// A party's own words of a relation.
#[derive(Clone, Debug, Serialize)]
pub struct Words {
    /// How it names this party, with its qualifier, as plain text.
    pub lead: String,
    /// What it delivers or needs.
    pub body_html: String,
    /// Where it says so.
    pub href: String,
}

/// A role in a team, and who keeps it there.
#[derive(Clone, Debug, Serialize)]
pub struct RoleInTeam {
    /// The role.
    pub role: Link,
    /// The first sentence of its purpose.
    pub summary: String,
    /// Who keeps it in this team.
    pub keepers: Vec<HolderView>,
    /// Whether nobody does.
    pub vacant: bool,
}

/// Who stands at the other end of a relation of a role kept in a team.
#[derive(Clone, Debug, Serialize)]
pub struct Counterpart {
    /// The role on this side.
    pub role: Link,
    /// Who keeps it in this team; empty on a person's page.
    pub keepers: Vec<Link>,
    /// Whether this side relies on the other (else it serves it).
    pub needs: bool,
    /// The other party.
    pub other: Link,
    /// Who that is for this team: the keepers within it, or else all keepers.
    pub people: Vec<Link>,
    /// The agreement's state.
    pub state: &'static str,
}

/// A domain that a party delegates.
#[derive(Clone, Debug, Serialize)]
pub struct Delegated {
    /// The domain.
    pub party: Link,
    /// `role`, `team` or `external`.
    pub kind: &'static str,
    /// The first sentence of its purpose.
    pub summary: String,
}

/// A footnote.
#[derive(Clone, Debug, Serialize)]
pub struct FootnoteView {
    /// Its number on the page, from 1.
    pub number: usize,
    /// Its anchor; the first reference to it has `-ref` behind the same.
    pub anchor: String,
    /// What it says.
    pub html: String,
}

/// What the template of `person` sees as `person`.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The initials.
    pub initials: String,
    /// The address of the picture.
    pub picture: Option<String>,
    /// How to reach them.
    pub contact: Option<Link>,
    /// Links.
    pub links: Vec<Link>,
    /// Pronouns.
    pub pronouns: Option<String>,
    /// Where they work.
    pub location: Option<String>,
    /// Their own text.
    pub text_html: String,
    /// The roles they keep, each once for every team.
    pub roles: Vec<KeptRole>,
    /// The teams they are in, with their function there.
    pub teams: Vec<Membership>,
    /// The pages that refer to them.
    pub mentioned_by: Vec<Link>,
    /// The footnotes of their own text.
    pub footnotes: Vec<FootnoteView>,
}

/// A role that a person keeps.
#[derive(Clone, Debug, Serialize)]
pub struct KeptRole {
    /// The role.
    pub role: Link,
    /// The first sentence of its purpose.
    pub summary: String,
    /// How it is kept: team, days, share, focus.
    pub holder: HolderView,
    /// Whom the person relies on and serves in this role, by name.
    pub counterparts: Vec<Counterpart>,
}

/// A person's place in a team.
#[derive(Clone, Debug, Serialize)]
pub struct Membership {
    /// The team.
    pub team: Link,
    /// In which function.
    pub function: Option<String>,
}

/// What the templates of `page`, `home` and `glossary` see as `content`.
#[derive(Clone, Debug, Serialize)]
pub struct ContentView {
    /// What the source says, all sections.
    pub html: String,
    /// The pages in the same folder and the folders below it, for a folder's own page.
    pub children: Vec<Link>,
    /// The pages that refer to it.
    pub mentioned_by: Vec<Link>,
    /// The footnotes.
    pub footnotes: Vec<FootnoteView>,
    /// The terms, for `glossary`.
    pub terms: Vec<TermView>,
    /// The organisation at a glance, for `home`.
    pub overview: Option<Overview>,
}

/// A glossary term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// Its anchor.
    pub anchor: String,
    /// The term as written.
    pub title_html: String,
    /// What it means.
    pub definition_html: String,
    /// The pages that use it.
    pub used_by: Vec<Link>,
}

/// The organisation at a glance.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// How many roles, teams, external parties, people there are; and the lists' addresses.
    pub counts: Vec<Count>,
    /// The teams with what they are for; at most 60, by delegation from the top.
    pub teams: Vec<IndexRow>,
    /// The roles that nobody keeps; at most 20.
    pub vacant: Vec<Link>,
    /// How many roles nobody keeps.
    pub vacant_count: usize,
}

/// A number of things of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct Count {
    /// `role`, `team`, `external`, `person`, `agreement`, `term`.
    pub kind: &'static str,
    /// How many.
    pub number: usize,
    /// Their list; none where there is none.
    pub href: Option<String>,
}

/// What the templates of `roles`, `teams`, `externals` and `people` see as `index`.
#[derive(Clone, Debug, Serialize)]
pub struct IndexView {
    /// What the folder's own `index.md` says.
    pub intro_html: String,
    /// One row each, by title.
    pub rows: Vec<IndexRow>,
    /// The footnotes of the introduction.
    pub footnotes: Vec<FootnoteView>,
}

/// A row of an index page.
#[derive(Clone, Debug, Serialize)]
pub struct IndexRow {
    /// The party or person.
    pub party: Link,
    /// The first sentence of its purpose.
    pub summary: String,
    /// The team it lives in.
    pub team: Option<Link>,
    /// Who keeps it, or the members of a team.
    pub people: Vec<Link>,
    /// How many people whose names are not published, beside those.
    pub unnamed: usize,
    /// Whether it is a role that nobody keeps, in whole or in part.
    pub vacant: bool,
    /// The roles a person keeps, or that live in a team.
    pub roles: Vec<Link>,
    /// The teams a person is in.
    pub teams: Vec<Link>,
    /// How many relations it has as a provider.
    pub provides: usize,
    /// How many relations it has as a consumer.
    pub consumes: usize,
    /// Its tags.
    pub tags: Vec<String>,
}
