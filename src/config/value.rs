//! What stands at a key, read as the type it has to be.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeValue;

use super::reader::{Reader, Table, kind_of, suggest};
use crate::finding::{Certainty, Finding, Fix};
use crate::model::Spot;
use crate::text::{Place, Span, alternatives};

/// What stands at a key, or an entry of the list that stands there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'r> {
    reader: &'r Reader<'r>,
    key: &'r str,
    written: &'r DeValue<'r>,
    span: Span,
}

impl<'r> Value<'r> {
    pub(super) fn new(reader: &'r Reader<'r>, key: &'r str, value: &'r Spanned<DeValue<'r>>) -> Self {
        Self {
            reader,
            key,
            written: value.get_ref(),
            span: value.span().into(),
        }
    }

    /// Its bytes in the file.
    pub(crate) fn place(self) -> Place {
        self.reader.place(self.span)
    }

    /// A finding about it, not yet reported.
    pub(crate) fn finding(self, message: impl Into<String>) -> Finding {
        self.reader.finding(self.span, message).about(self.key)
    }

    /// The same with the fix that writes `text` instead of all of it.
    fn rewritten(self, finding: Finding, text: impl Into<String>) -> Finding {
        let text = text.into();
        let title = format!("write `{text}`");
        let certainty = if self.reader.is_sound() {
            Certainty::Certain
        } else {
            Certainty::Likely
        };
        finding.fix(Fix::new(title, self.place(), text, certainty))
    }

    /// Reports `finding`.
    pub(crate) fn report(self, finding: Finding) {
        self.reader.report(finding);
    }

    /// Reports that it is not what the key wants, such as "a text in quotes".
    pub(crate) fn report_wrong(self, wants: &str) {
        self.report(self.wrong(wants));
    }

    fn wrong(self, wants: &str) -> Finding {
        let (key, is) = (self.key, kind_of(self.written));
        let finding = self.finding(format!("`{key}` wants {wants}, but this is {is}"));
        finding.label(is)
    }

    /// Reports the same; where it is a text that says what is wanted, its quotes go.
    fn report_quoted(self, wants: &str, says: impl Fn(&str) -> bool) {
        let finding = self.wrong(wants);
        self.report(match self.written {
            DeValue::String(text) if says(text) => self.rewritten(finding, text.trim()),
            _ => finding,
        });
    }

    /// Whether it is a text.
    pub(crate) fn is_text(self) -> bool {
        matches!(self.written, DeValue::String(_))
    }

    /// Whether it is a table.
    pub(crate) fn is_table(self) -> bool {
        matches!(self.written, DeValue::Table(_))
    }

    /// Whether it is a list.
    pub(crate) fn is_list(self) -> bool {
        matches!(self.written, DeValue::Array(_))
    }

    /// Whether it is a list that nothing stands in.
    pub(crate) fn is_empty_list(self) -> bool {
        matches!(self.written, DeValue::Array(entries) if entries.is_empty())
    }

    /// A text, without the white space around it, and its bytes without the quotes; none where it is
    /// blank, as in a form not filled in.
    pub(crate) fn text(self) -> Option<Spot<String>> {
        let DeValue::String(text) = self.written else {
            self.report_no_text();
            return None;
        };
        let text = text.trim();
        (!text.is_empty()).then(|| self.spot(text))
    }

    fn report_no_text(self) {
        self.report(self.without_quotes(self.wrong("a text in quotes")));
    }

    /// Where it is a number or a date as it stands, and a text is wanted, quotes are all it lacks.
    fn without_quotes(self, finding: Finding) -> Finding {
        match self.written {
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => {
                let quoted = format!("\"{}\"", self.source());
                let finding = finding.help(format!("put it in quotes: `{quoted}`"));
                self.rewritten(finding, quoted)
            }
            _ => finding,
        }
    }

    /// `part` of this text, and where it stands: the bytes of just that part where they are written
    /// as they are meant, all of the text otherwise.
    pub(crate) fn spot(self, part: &str) -> Spot<String> {
        let span = match self.source().find(part) {
            Some(at) if !part.is_empty() => Span::new(at, at + part.len()).shifted(self.span.start),
            _ => self.span,
        };
        Spot {
            value: part.to_owned(),
            span: self.reader.place(span).span,
        }
    }

    /// Where `part` of this text stands, if it is written as it is meant.
    pub(crate) fn exactly(self, part: &Spot<String>) -> Option<Place> {
        let start = self.reader.place(Span::default()).span.start;
        let span = Span::new(
            part.span.start.checked_sub(start)?,
            part.span.end.checked_sub(start)?,
        );
        self.reader.exactly(span, &part.value)
    }

    /// As the author wrote it.
    fn source(self) -> &'r str {
        self.reader
            .text
            .get(self.span.start..self.span.end)
            .unwrap_or_default()
    }

    /// A text, or a number, a date, `true` or `false` as written, or a list of such, with commas.
    pub(crate) fn words(self) -> Option<String> {
        match self.written {
            DeValue::Table(_) => {
                self.report_wrong("a text in quotes");
                None
            }
            DeValue::Array(_) => Some(self.list(Self::words).join(", ")),
            DeValue::String(text) => Some(text.trim().to_owned()),
            _ => Some(self.source().to_owned()),
        }
        .filter(|words| !words.is_empty())
    }

    /// `true` or `false`.
    pub(crate) fn flag(self) -> Option<bool> {
        if let DeValue::Boolean(flag) = self.written {
            return Some(*flag);
        }
        self.report_quoted("`true` or `false` without quotes", |text| {
            matches!(text.trim(), "true" | "false")
        });
        None
    }

    /// A whole number within `range`.
    pub(crate) fn number(self, range: RangeInclusive<i64>) -> Option<i64> {
        let number = match self.written {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            DeValue::Float(_) => None,
            _ => {
                self.report_quoted("a whole number without quotes", |text| {
                    let text = text.trim();
                    let number = text.parse::<i64>().ok();
                    number.is_some_and(|number| range.contains(&number) && number.to_string() == text)
                });
                return None;
            }
        };
        let within = number.filter(|number| range.contains(number));
        if within.is_none() {
            let key = self.key;
            let wants = if *range.start() == i64::MIN {
                String::new()
            } else {
                format!(" from {} to {}", range.start(), range.end())
            };
            self.report(self.finding(format!("`{key}` wants a whole number{wants}")));
        }
        within
    }

    /// A date, without a time.
    pub(crate) fn date(self) -> Option<Date> {
        const EXAMPLE: &str = "write year, month and day without quotes, as in `2026-05-01`";
        let key = self.key;
        match self.written {
            DeValue::Datetime(moment) => {
                let date = moment.date.and_then(|date| {
                    let year = i16::try_from(date.year).ok()?;
                    let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
                    Date::new(year, month, day).ok()
                });
                if date.is_none() || moment.time.is_some() {
                    let finding = self.finding(format!("`{key}` wants a date without a time"));
                    self.report(finding.help(EXAMPLE));
                }
                date
            }
            DeValue::String(text) => {
                let date: Option<Date> = text.trim().parse().ok();
                // With a time it says more than a date.
                let is_date = date.is_some_and(|date| date.to_string() == text.trim());
                let finding = self.finding(format!("`{key}` wants a date, but this is a text"));
                self.report(match date {
                    Some(date) if is_date => {
                        let finding = finding.help(format!("take the quotes off: `{date}`"));
                        self.rewritten(finding, date.to_string())
                    }
                    _ => finding.help(EXAMPLE),
                });
                date
            }
            _ => {
                let finding = self.finding(format!(
                    "`{key}` wants a date, but this is {}",
                    kind_of(self.written)
                ));
                self.report(finding.help(EXAMPLE));
                None
            }
        }
    }

    /// One of `choices`, as they are written; a blank is a finding here.
    pub(crate) fn choice<T: Copy>(self, choices: &[(&str, T)]) -> Option<T> {
        if !self.is_text() {
            let names: Vec<String> = choices.iter().map(|(name, _)| format!("`\"{name}\"`")).collect();
            self.report_wrong(&alternatives(&names));
            return None;
        }
        let Some(text) = self.text() else {
            self.report_blank();
            return None;
        };
        let chosen = choices.iter().find(|(name, _)| *name == text.value);
        if chosen.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let finding = self.finding(format!("`{}` can't be `{}`", self.key, text.value));
            self.report(suggest(finding, &text.value, &names, self.exactly(&text)));
        }
        chosen.map(|(_, value)| *value)
    }

    /// The entries of a list, each read by `read`; what is no list is one entry.
    pub(crate) fn list<T>(self, read: impl FnMut(Value<'r>) -> Option<T>) -> Vec<T> {
        let DeValue::Array(entries) = self.written else {
            let mut read = read;
            return read(self).into_iter().collect();
        };
        let entry = |entry| Self::new(self.reader, self.key, entry);
        let (inner, entries): (Vec<_>, Vec<_>) = entries.iter().map(entry).partition(|entry| entry.is_list());
        for list in inner {
            let finding = list.finding(format!("a list stands within the list of `{}`", self.key));
            list.report(finding.help("take the inner brackets away"));
        }
        entries.into_iter().filter_map(read).collect()
    }

    /// Texts in a list, or one text; a blank one is a finding.
    pub(crate) fn texts(self) -> Vec<Spot<String>> {
        self.list(|entry| {
            if !entry.is_text() {
                let finding = entry.wrong("texts in quotes, such as `[\"one\", \"two\"]`");
                entry.report(entry.without_quotes(finding));
                return None;
            }
            let text = entry.text();
            if text.is_none() {
                entry.report_blank();
            }
            text
        })
    }

    /// Reports that there is nothing between the quotes.
    pub(crate) fn report_blank(self) {
        let finding = self.finding(format!("there is nothing between these quotes of `{}`", self.key));
        self.report(finding.help("write something there, or take it out"));
    }

    /// A table, read by `read`; `wants` says what it is for, where it is none.
    pub(crate) fn table<T>(self, wants: &str, read: impl FnOnce(&Table<'r>) -> T) -> Option<T> {
        let DeValue::Table(entries) = self.written else {
            self.report_wrong(wants);
            return None;
        };
        Some(Table::new(self.reader, entries, self.span).read(read))
    }
}
