//! `book.toml`

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};
use serde_json::json;

use super::values::{Level, OneOrMany, PartyKind, Period};
use crate::check::catalogue;

/// The configuration of a rolebook handbook: everything is optional but the title.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "book.toml")]
pub(super) struct Configuration {
    book: About,
    build: Option<Build>,
    theme: Option<Theme>,
    site: Option<Site>,
    people: Option<People>,
    /// Sets of parties by kind and tag, by id: a relation to a set holds for each of its members.
    groups: Option<BTreeMap<String, Group>>,
    /// Sections that are added to the schema, or changed in it.
    section: Option<Vec<Section>>,
    /// The handbook in further languages, by language tag: `[translations.de]`.
    translations: Option<BTreeMap<String, Translation>>,
    internal: Option<Internal>,
    /// For whom the handbook is made without what is internal, by name: `rolebook build --profile public`.
    profiles: Option<BTreeMap<String, Profile>>,
    /// The levels of findings, by name.
    lints: Option<BTreeMap<String, Level>>,
    checks: Option<Checks>,
    serve: Option<Serve>,
}

/// What the handbook is.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct About {
    /// Its title.
    title: String,
    /// What it is about, in a sentence.
    description: Option<String>,
    /// The language that it is written in: a tag such as `en`, `de-CH`.
    language: Option<String>,
    /// Its address in the world, for canonical links, the sitemap and feeds; pages link relatively anyway.
    #[schemars(url)]
    base_url: Option<String>,
    /// The sections that domains are asked for.
    schema: Option<SchemaName>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum SchemaName {
    /// The domain description of Sociocracy 3.0.
    S3,
    /// Purpose, domains, accountabilities, policies.
    Holacracy,
}

/// How the site is written.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Build {
    /// The folder that the site is published to: `public`, where nothing else is said.
    output: Option<String>,
    /// The encodings in which texts lie beside themselves, for hosts that send them as they are.
    compress: Option<OneOrMany<Encoding>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Encoding {
    /// A `.gz` beside each text.
    Gzip,
    /// A `.br` beside each text.
    Brotli,
}

/// What the site looks like.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Theme {
    /// The folder below `themes/` whose files take the place of the built-in ones.
    name: Option<String>,
    /// The accent colour.
    #[schemars(regex(pattern = r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"))]
    accent: Option<String>,
    /// A picture below `content/`.
    logo: Option<String>,
}

/// What pages show.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Site {
    /// Where a source can be edited, with `{path}` in it and perhaps `{line}`.
    edit_url: Option<String>,
    /// Whether the handbook shows what is to be mended.
    findings: Option<bool>,
    /// Whether each role, team and external party has a picture to be shown where it is linked from.
    cards: Option<bool>,
    /// What of the sources' history is shown.
    history: Option<Shown>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Shown {
    /// What changed when, and who changed it.
    Full,
    /// What changed when.
    Dates,
    /// Nothing.
    None,
}

/// What of people is published, on pages, in the search and in data.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct People {
    /// How much.
    publish: Option<Publish>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Publish {
    /// All that is written.
    Full,
    /// Names, roles and teams.
    Names,
    /// Nothing but how many there are.
    None,
}

/// A set of parties: of that kind, with that tag.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Group {
    /// What it is called.
    title: String,
    /// The kind of its members.
    kind: Option<PartyKind>,
    /// The tag that its members carry.
    tag: Option<String>,
}

/// A section of domain descriptions.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Section {
    /// Its id: that of a section of the schema, to change it, or a new one.
    #[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))]
    id: String,
    /// Its heading.
    title: Option<String>,
    /// Other headings that it goes by.
    also: Option<OneOrMany<String>>,
    /// What it holds.
    kind: Option<SectionKind>,
    /// The question below its heading; empty for none.
    prompt: Option<String>,
    /// Whether it is asked for; or of which kinds of domains.
    required: Option<Required>,
    /// The kinds of domains that it is for.
    domains: Option<OneOrMany<PartyKind>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum SectionKind {
    /// Text.
    Prose,
    /// Items.
    List,
    /// What is delivered, and to whom.
    Deliverables,
    /// What is needed, and from whom.
    Needs,
}

#[derive(JsonSchema)]
#[schemars(untagged, inline)]
enum Required {
    OfAll(bool),
    Of(OneOrMany<PartyKind>),
}

/// The handbook in another language.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Translation {
    /// Its title in that language.
    title: Option<String>,
    /// Its description.
    description: Option<String>,
}

/// What profiles leave out, beside what sources mark themselves.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Internal {
    /// Files and folders below `content/`.
    paths: Option<OneOrMany<String>>,
    /// Sections, by id or heading.
    sections: Option<OneOrMany<String>>,
    /// Own fields and keys of the front matter.
    fields: Option<OneOrMany<String>>,
}

/// The handbook for others: without what is internal, and with what is set here.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Profile {
    /// The folder that it is published to.
    output: Option<String>,
    /// Its address in the world.
    #[schemars(url)]
    base_url: Option<String>,
    /// What of people is published.
    people: Option<Publish>,
    /// Whether it shows what is to be mended; not, where nothing is said.
    findings: Option<bool>,
    /// What of the history it shows; nothing, where nothing is said.
    history: Option<Shown>,
    /// Where a source can be edited; nowhere, where nothing is said.
    edit_url: Option<String>,
}

/// How findings are looked for.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Checks {
    /// How long before a review or the end of a term it is reported.
    notice: Option<Period>,
}

/// The preview.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Serve {
    /// The editor that links open: its name, such as `vscode`, or what its links look like.
    editor: Option<String>,
}

/// Names the findings in the schema, so that editors complete them.
pub(super) fn complete(schema: &mut Schema) {
    let named = catalogue().map(|kind| {
        let level = json!({ "allOf": [{ "$ref": "#/definitions/Level" }], "description": kind.sentence() });
        (kind.name.to_owned(), level)
    });
    let all = (
        "warnings".to_owned(),
        json!({ "allOf": [{ "$ref": "#/definitions/Level" }], "description": "All warnings at once." }),
    );
    let lints = json!({
        "description": "The levels of findings, by name.",
        "type": "object",
        "properties": named.chain([all]).collect::<serde_json::Map<_, _>>(),
        "additionalProperties": false,
    });
    if let Some(properties) = schema.get_mut("properties") {
        properties["lints"] = lints;
    }
}
