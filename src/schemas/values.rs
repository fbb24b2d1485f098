//! Values that stand in several files.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// One value, or a list of such.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub(super) enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// A day: a TOML date such as `2026-05-01`.
pub(super) struct Day;

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// A stretch of time.
pub(super) struct Period;

impl JsonSchema for Period {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "examples": ["12 months", "30 days", "2 weeks", "1 year"],
        })
    }
}

/// How heavily a finding weighs.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(super) enum Level {
    /// It is not looked for.
    Allow,
    /// It is reported.
    Warn,
    /// It is reported, and nothing is published as long as it stands.
    Deny,
}

/// What kind of party.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(super) enum PartyKind {
    /// A domain kept by people.
    Role,
    /// A domain accounted for by a group.
    Team,
    /// Someone outside.
    External,
}
