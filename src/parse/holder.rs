//! Keepers, members, delegators as written in front matter.

use crate::config::{Table, Value};
use crate::model::{Spot, Tenure, WrittenHolder, WrittenWho};

/// A list of holders, or a single one.
pub(super) fn holders(value: Value) -> Vec<WrittenHolder> {
    value.list(holder)
}

/// A name, without the brackets around it and what they hold beside it.
pub(super) fn name(value: Value) -> Option<Spot<String>> {
    if !value.is_text() {
        value.report_wrong("names in quotes, such as `[\"product-owner\"]`");
        return None;
    }
    let text = value.text().map(|text| text.value).unwrap_or_default();
    let inner = text.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    let name = match inner {
        Some(inner) => inner.split(['|', '#']).next().unwrap_or_default().trim(),
        None => text.as_str(),
    };
    if name.is_empty() {
        value.report_blank();
        return None;
    }
    Some(value.spot(name))
}

/// Those that a list of holders states; none where it holds only what could not be read, which is not to say
/// that there is nobody.
pub(super) fn stated(value: Value) -> Option<Vec<WrittenHolder>> {
    let holders = holders(value);
    (!holders.is_empty() || value.is_empty_list()).then_some(holders)
}

fn holder(value: Value) -> Option<WrittenHolder> {
    if value.is_table() {
        return value.table("", |table| described(value, table))?;
    }
    let who = if value.is_text() {
        WrittenWho::Name(name(value)?)
    } else {
        value.report_wrong("a list such as `[\"ana-ruiz\"]`");
        return None;
    };
    Some(WrittenHolder {
        who,
        team: None,
        tenure: Tenure::default(),
        span: value.place().span,
    })
}

/// `{ person = "ana-ruiz", team = "vega" }`.
fn described(value: Value, table: &Table) -> Option<WrittenHolder> {
    let who = who(table);
    let team = table.get("team").and_then(name);
    let tenure = tenure(table);
    Some(WrittenHolder {
        who: who?,
        team,
        tenure,
        span: value.place().span,
    })
}

fn tenure(table: &Table) -> Tenure {
    let since = table.get("since").and_then(Value::date);
    let last = table.get("until");
    let until = last.and_then(Value::date);
    if let (Some(last), Some(since), Some(until)) = (last, since, until)
        && until < since
    {
        let finding = last
            .finding("`until` lies before `since`")
            .label(format!("the first day is {since}"));
        last.report(finding.help("write the first day as `since`, the last as `until`"));
    }
    let share = table.get("share").and_then(|value| value.number(1..=100));
    Tenure {
        since,
        until,
        until_span: last.map(|last| last.place().span).unwrap_or_default(),
        share: share.and_then(|share| u8::try_from(share).ok()),
        focus: table.string("focus"),
        note: table.string("note"),
        function: table.string("as"),
    }
}

/// Who an entry is about; a finding where it says nobody, or more than one.
fn who(table: &Table) -> Option<WrittenWho> {
    let named = |key| table.get(key).and_then(name);
    let person = named("person").map(WrittenWho::Person);
    let party = named("party").map(WrittenWho::Name);
    let role = named("role").map(WrittenWho::KeepersOf);
    let text = table.string("text").map(WrittenWho::Text);
    let is_vacant = table.get("vacant").and_then(Value::flag) == Some(true);
    let vacant = is_vacant.then_some(WrittenWho::Vacant);
    let mut said = [person, party, role, text, vacant].into_iter().flatten();
    let who = said.next();
    if said.next().is_some() {
        let finding = table.finding("this entry is about more than one");
        table.report(finding.help("make an entry of its own for each"));
    } else if who.is_none()
        && !["person", "party", "role", "text"]
            .iter()
            .any(|key| table.has(key))
    {
        let finding = table.finding("this entry does not say whom it is about");
        table.report(finding.help("add `person`, `party`, `role` or `text`, or `vacant = true`"));
    }
    who
}
