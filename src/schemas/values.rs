//! Values that stand in several files.

use schemars::JsonSchema;

/// One value, or a list of such.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub(super) enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// A day: a TOML date such as `2026-05-01`.
#[derive(JsonSchema)]
#[schemars(inline, transparent, extend("format" = "date"))]
pub(super) struct Day(String);

/// A stretch of time.
#[derive(JsonSchema)]
#[schemars(inline, transparent, extend("examples" = ["12 months", "30 days", "2 weeks", "1 year"]))]
pub(super) struct Period(String);

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
