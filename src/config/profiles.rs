//! `[internal]` and `[profiles]`: what is left out for whom.

use super::{Config, InternalRules, Publish, Shown, Table, Value, address};
use crate::text::Profile;

/// `[internal]`.
pub(super) fn rules(internal: &Table) -> InternalRules {
    let texts = |key| internal.get(key).map(Value::texts).unwrap_or_default();
    InternalRules {
        paths: texts("paths"),
        sections: texts("sections"),
        fields: texts("fields"),
    }
}

/// `[profiles.NAME]`: the names of all, and what the one called `wanted` sets otherwise in `config`.
pub(super) fn read(profiles: &Table, wanted: Option<&Profile>, config: &mut Config) {
    for (name, value) in profiles.entries() {
        let wants = format!(
            "lines below `[profiles.{}]`, such as `people = \"names\"`",
            name.value
        );
        let mut other = config.clone();
        let read = value.table(&wants, |table| overlay(table, &mut other));
        if read.is_some() && wanted.is_some_and(|wanted| wanted.name == name.value) {
            *config = other;
        }
        config.profiles.push(name.value);
    }
}

/// What a profile sets, and what it leaves out where it does not say so: what is there for those whose handbook it is.
fn overlay(table: &Table, config: &mut Config) {
    if let Some(output) = table.get("output").and_then(address::output) {
        config.output = output;
    }
    if let Some(base) = table.get("base_url") {
        config.base_url = address::base_url(base);
    }
    if let Some(publish) = table.get("people") {
        // What can't be understood may have been meant to hide something.
        config.publish = publish.choice(&Publish::ALL).unwrap_or(Publish::None);
    }
    config.findings = table.get("findings").and_then(Value::flag).unwrap_or(false);
    config.history = match table.get("history") {
        Some(history) => history.choice(&Shown::ALL).unwrap_or(Shown::None),
        None => Shown::None,
    };
    config.edit_url = table.get("edit_url").and_then(address::edit_url);
}
