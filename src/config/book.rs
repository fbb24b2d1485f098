//! The tables of `book.toml`.

use super::period::{self, period};
use super::profiles;
use super::{
    Config, Encoding, GroupRule, Publish, Schema, Shown, Table, Value, address, lints, section, translations,
};
use crate::model::PartyKind;
use crate::text::Snapshot;

/// Everything that `book.toml` says.
pub(super) fn config(table: &Table, snapshot: &Snapshot) -> Config {
    let mut config = Config::default();
    let schema = table.inner("book", |book| about(book, &mut config)).flatten();
    refuse_above(table);
    if !table.has("book") && !table.has("title") {
        let finding = table.finding("the handbook has no title");
        table.report(finding.help("write `[book]`, and below it a line such as `title = \"Our handbook\"`"));
    }
    let schema = schema.unwrap_or(Schema::BUILT_IN[0]);
    let built_in = Schema::built_in(schema, &config.language).unwrap_or_default();
    config.schema = section::changed(built_in, table);
    table.inner("build", |build| {
        if let Some(output) = build.get("output").and_then(address::output) {
            config.output = output;
        }
        if let Some(compress) = build.get("compress") {
            config.compress = compress.list(|encoding| encoding.choice(&Encoding::ALL));
            config.compress.dedup();
        }
    });
    table.inner("theme", |theme| look(theme, snapshot, &mut config));
    table.inner("site", |site| {
        config.edit_url = site.get("edit_url").and_then(address::edit_url);
        config.findings = site.get("findings").and_then(Value::flag).unwrap_or(true);
        config.cards = cards(site, config.base_url.is_some());
        if let Some(history) = site.get("history") {
            config.history = history.choice(&Shown::ALL).unwrap_or(Shown::None);
        }
    });
    table.inner("people", |people| {
        if let Some(publish) = people.get("publish") {
            // What can't be understood may have been meant to hide something.
            config.publish = publish.choice(&Publish::ALL).unwrap_or(Publish::None);
        }
    });
    table.inner("groups", |groups| config.groups = sets(groups));
    if let Some(levels) = table.inner("lints", lints) {
        config.lints = levels;
    }
    table.inner("checks", |checks| config.notice = checks.period("notice"));
    table.inner("serve", |serve| {
        config.editor = serve.get("editor").and_then(address::editor);
    });
    table.inner("internal", |internal| config.internal = profiles::rules(internal));
    table.inner("profiles", |profiles| {
        profiles::read(profiles, snapshot.profile.as_ref(), &mut config);
    });
    config.profile = snapshot.profile.as_ref().map(|profile| profile.name.clone());
    table.inner("translations", |translations| {
        translations::read(translations, (table, schema), &mut config);
    });
    config
}

/// Says of the keys of `[book]`, where they stand above it, where they belong.
fn refuse_above(table: &Table) {
    for key in ["title", "description", "language", "base_url", "schema"] {
        table.refuse(key, || {
            let message = format!("`{key}` belongs below `[book]`");
            (
                message,
                "write `[book]` in a line of its own before it".to_owned(),
            )
        });
    }
}

/// `[book]`; gives the schema's name.
fn about(book: &Table, config: &mut Config) -> Option<&'static str> {
    match book.string("title") {
        Some(title) => config.title = title,
        None => book.report_missing("title", "title = \"Our handbook\""),
    }
    config.description = book.string("description");
    if let Some(language) = book.get("language").and_then(address::language) {
        config.language = language;
    }
    config.base_url = book.get("base_url").and_then(address::base_url);
    let schemas = Schema::BUILT_IN.map(|name| (name, name));
    book.get("schema").and_then(|value| value.choice(&schemas))
}

/// `[theme]`.
fn look(theme: &Table, snapshot: &Snapshot, config: &mut Config) {
    if let Some(name) = theme.get("name").and_then(address::theme) {
        config.theme = name;
    }
    config.accent = theme.get("accent").and_then(address::colour);
    config.logo = theme.get("logo").and_then(|value| address::logo(value, snapshot));
}

/// `[site] cards`, which need to say where they are in the world.
fn cards(site: &Table, has_address: bool) -> bool {
    let Some(value) = site.get("cards") else {
        return false;
    };
    let wanted = value.flag().unwrap_or(false);
    if wanted && !has_address {
        let finding =
            value.finding("cards are looked for by other sites, and the handbook's address is not said");
        value.report(finding.help("write `base_url = \"https://...\"` below `[book]`"));
    }
    wanted && has_address && cfg!(feature = "png")
}

/// `[groups]`, by id.
fn sets(groups: &Table) -> Vec<GroupRule> {
    let mut rules: Vec<GroupRule> = Vec::new();
    let kinds = PartyKind::ALL.map(|kind| (kind.name(), kind));
    for (id, value) in groups.entries() {
        let wants = "a table such as `{ title = \"All teams\", kind = \"team\" }`";
        let rule = value.table(wants, |table| {
            let rule = GroupRule {
                title: table.string("title").unwrap_or_else(|| id.value.clone()),
                kind: table.get("kind").and_then(|value| value.choice(&kinds)),
                tag: table.string("tag"),
                place: crate::text::Place::new(table.place().source, id.span),
                id: id.value.clone(),
            };
            table.report_missing("title", "title = \"All teams\"");
            if !table.has("kind") && !table.has("tag") {
                let finding = table.finding_at(id.span, format!("the group `{}` has nobody in it", id.value));
                table.report(
                    finding.help("say who is in it by `kind = \"team\"`, by `tag = \"...\"`, or by both"),
                );
            }
            rule
        });
        rules.extend(rule);
    }
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules
}

impl Table<'_> {
    /// The period at `key`.
    pub(crate) fn period(&self, key: &'static str) -> Option<crate::model::Period> {
        let value = self.get(key)?;
        if !value.is_text() {
            value.report_wrong("a stretch of time such as `\"12 months\"`");
            return None;
        }
        let text = value.text()?;
        let period = period(&text.value);
        if period.is_none() {
            let finding = value.finding(format!("`{}` is no stretch of time", text.value));
            value.report(finding.help(period::EXAMPLE));
        }
        period
    }
}
