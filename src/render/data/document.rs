//! The form of `rolebook.json`: a contract with other programs, apart from the model on purpose.

use schemars::JsonSchema;
use serde::Serialize;

use super::each::Each;

/// The version of this contract; grows when a field is taken away or changes its meaning.
pub(crate) const VERSION: u32 = 1;

/// An organisation: who is in it, what each takes care of, and what they owe each other.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "rolebook.json")]
pub(crate) struct Document<'a> {
    /// The address of this document's JSON Schema, relative to it.
    #[serde(rename = "$schema")]
    pub(crate) schema: String,
    /// The version of this form; grows when a field is taken away or changes its meaning.
    pub(crate) version: u32,
    /// What made it.
    pub(crate) generator: Generator,
    /// The handbook.
    pub(crate) book: Book,
    /// Roles, teams and external parties, by id.
    #[schemars(with = "Vec<Party>")]
    pub(crate) parties: Each<'a, Party>,
    /// People, by id; as many as the handbook publishes.
    #[schemars(with = "Vec<Person>")]
    pub(crate) people: Each<'a, Person>,
    /// What parties provide to each other, by provider and consumer.
    #[schemars(with = "Vec<Agreement>")]
    pub(crate) agreements: Each<'a, Agreement>,
    /// What is to be mended, by place; empty where the handbook shows no findings.
    #[schemars(with = "Vec<Finding>")]
    pub(crate) findings: Each<'a, Finding>,
}

/// What made the document.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Generator {
    /// The program's name.
    pub(crate) name: &'static str,
    /// The program's version.
    pub(crate) version: &'static str,
}

/// The handbook.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Book {
    /// Its title.
    pub(crate) title: String,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// Its language tag.
    pub(crate) language: String,
    /// Its address in the world.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) base_url: Option<String>,
}

/// What a party is.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PartyKind {
    /// A domain kept by people.
    Role,
    /// A domain accounted for by a group.
    Team,
    /// Someone outside.
    External,
}

/// A role, a team or an external party.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Party {
    /// Its id.
    pub(crate) id: String,
    /// What it is.
    pub(crate) kind: PartyKind,
    /// Its title.
    pub(crate) title: String,
    /// Further names.
    pub(crate) aliases: Vec<String>,
    /// Its page, relative to this document.
    pub(crate) url: String,
    /// Its source, relative to the handbook's folder.
    pub(crate) source: String,
    /// The first sentence of its purpose; may be empty.
    pub(crate) summary: String,
    /// Who delegated it.
    pub(crate) delegators: Vec<Holder>,
    /// The id of the team it lives in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) team: Option<String>,
    /// Who keeps it.
    pub(crate) keepers: Vec<Holder>,
    /// Whether it is a role that nobody keeps, in whole or in part.
    pub(crate) vacant: bool,
    /// Who is in this team.
    pub(crate) members: Vec<Holder>,
    /// How to reach it; null where its source does not say.
    pub(crate) contact: Option<String>,
    /// When it was last reviewed: `2026-05-01`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reviewed: Option<String>,
    /// When it is to be reviewed next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) review_due: Option<String>,
    /// When its source was last committed; left out where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) changed: Option<String>,
    /// Its tags.
    pub(crate) tags: Vec<String>,
    /// Further facts, in the author's order.
    pub(crate) fields: Vec<Field>,
    /// Its sections, in the author's order.
    pub(crate) sections: Vec<Section>,
}

/// A keeper, a member, a delegator.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(crate) struct Holder {
    /// Who it is.
    pub(crate) who: Who,
    /// The id of the person or party; none for others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The name, the title or the words; none for `vacant` and `people`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// How many, for `people`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<usize>,
    /// The id of the team within which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) team: Option<String>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<String>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<String>,
    /// Share of a working week, in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) share: Option<u8>,
    /// What they attend to most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) focus: Option<String>,
    /// In which function, such as "chair".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) function: Option<String>,
    /// What else is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

/// Who holds a domain.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Who {
    /// A person.
    Person,
    /// A party.
    Party,
    /// Whoever keeps the role of that id.
    KeepersOf,
    /// Plain words.
    Text,
    /// Nobody, for now.
    #[default]
    Vacant,
    /// A name that nothing answers to.
    Unknown,
    /// A number of people who are not named.
    People,
}

/// A further fact.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Field {
    /// What it is called.
    pub(crate) name: String,
    /// What it says.
    pub(crate) value: String,
}

/// A section of a party's description.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Section {
    /// The schema's id for it, or else its anchor.
    pub(crate) id: String,
    /// Its heading as written.
    pub(crate) title: String,
    /// What it holds.
    pub(crate) kind: SectionKind,
    /// Its address, relative to this document.
    pub(crate) url: String,
    /// All it says, as plain text.
    pub(crate) text: String,
    /// The items of its lists, nested ones directly after their parents.
    pub(crate) items: Vec<String>,
}

/// What a section holds.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SectionKind {
    /// Text.
    Prose,
    /// Items.
    List,
    /// What the party delivers, and to whom.
    Deliverables,
    /// What the party needs, and from whom.
    Needs,
}

/// A person.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Person {
    /// The id.
    pub(crate) id: String,
    /// The name.
    pub(crate) name: String,
    /// The person's page, relative to this document.
    pub(crate) url: String,
    /// How to reach them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) contact: Option<String>,
    /// The ids of the roles they keep.
    pub(crate) roles: Vec<String>,
    /// The ids of the teams they are in.
    pub(crate) teams: Vec<String>,
}

/// Whether both ends say the same of a relation.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum State {
    /// Both ends claim it.
    Mutual,
    /// Only the consumer claims it.
    Expected,
    /// Only the provider claims it.
    Offered,
    /// One end is an external party, which makes no claims.
    External,
}

/// What one party provides to another, with what both ends say of it.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Agreement {
    /// The id of the party that provides.
    pub(crate) provider: String,
    /// The id of the party that consumes.
    pub(crate) consumer: String,
    /// Whether both say so.
    pub(crate) state: State,
    /// What the provider says it delivers: an entry an item, nested items directly after their parents.
    pub(crate) deliverables: Vec<String>,
    /// What the consumer says it needs: an entry an item, nested items directly after their parents.
    pub(crate) needs: Vec<String>,
    /// What stands around the other's name.
    pub(crate) qualifiers: Qualifiers,
}

/// What stands around the other party's name in each end's claims.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Qualifiers {
    /// In the provider's claims, around the consumer's name.
    pub(crate) provider: Vec<String>,
    /// In the consumer's claims, around the provider's name.
    pub(crate) consumer: Vec<String>,
}

/// How much a finding weighs.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Level {
    /// Said by the way.
    Note,
    /// The handbook is published all the same.
    Warn,
    /// Nothing is published.
    Deny,
}

/// Something to be mended.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Finding {
    /// What kind of finding it is, such as `unknown-party`.
    pub(crate) name: String,
    /// How much it weighs.
    pub(crate) level: Level,
    /// What is wrong, in one sentence.
    pub(crate) message: String,
    /// The ids of the parties that it concerns; the one whose source is to be mended first.
    pub(crate) parties: Vec<String>,
    /// The source, relative to the handbook's folder.
    pub(crate) path: String,
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column in characters, from 1.
    pub(crate) column: usize,
    /// Where the handbook shows what stands there, relative to this document; none where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    /// Whether the baseline has it: it was there before, and is put off.
    pub(crate) known: bool,
    /// Other places that belong to it.
    pub(crate) related: Vec<Spot>,
}

/// A place in a source.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Spot {
    /// The source, relative to the handbook's folder.
    pub(crate) path: String,
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column in characters, from 1.
    pub(crate) column: usize,
}
