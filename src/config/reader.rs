//! TOML read key by key: what is wrong with it is collected, each with its place, and reading goes on.
//!
//! One way for `book.toml`, front matter and `people.toml`, so that all three refuse unknown keys,
//! and say so in the same words.

use std::cell::{Cell, RefCell};

use toml::de::{DeTable, DeValue};

use super::syntax;
use super::value::Value;
use crate::finding::{Finding, Kind};
use crate::model::Spot;
use crate::text::{Place, SourceId, Span, alternatives, folded, nearest};

/// Of more unknown keys in one table none is mended: they were meant for something else.
const MOST_RENAMED: usize = 50;

/// Where a piece of TOML stands, and what findings about it are called.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    /// The findings' kind.
    pub(crate) kind: &'static Kind,
    /// The file.
    pub(crate) source: SourceId,
    /// Where the TOML begins in the file.
    pub(crate) offset: usize,
}

/// Reads `text` by `read`, which asks the table for all keys it knows; every other key is a finding.
pub(crate) fn read<T>(text: &str, origin: Origin, read: impl FnOnce(&Table) -> T) -> (T, Vec<Finding>) {
    let (root, errors) = DeTable::parse_recoverable(text);
    let (broken, findings) = syntax::findings(text, &origin, &errors);
    let reader = Reader {
        text,
        origin,
        broken,
        findings: RefCell::new(findings),
    };
    let value = Table::new(&reader, root.get_ref(), Span::new(0, 0)).read(read);
    (value, reader.findings.into_inner())
}

/// One piece of TOML that is being read.
#[derive(Debug)]
pub(crate) struct Reader<'t> {
    pub(super) text: &'t str,
    origin: Origin,
    /// The lines that are no TOML; nothing more is said of them.
    broken: Vec<Span>,
    findings: RefCell<Vec<Finding>>,
}

impl Reader<'_> {
    fn has_broken_heading(&self) -> bool {
        let line = |line: &Span| self.text.get(line.start..line.end).unwrap_or_default();
        self.broken
            .iter()
            .any(|broken| line(broken).trim_start().starts_with('['))
    }

    /// Whether all of it is TOML, so that everything stands where its author meant it to stand.
    pub(super) fn is_sound(&self) -> bool {
        self.broken.is_empty()
    }

    /// The place in the file of `span`, which is one of the TOML.
    pub(super) fn place(&self, span: Span) -> Place {
        Place::new(self.origin.source, span.shifted(self.origin.offset))
    }

    /// The place in the file of `span`, if just `written` stands there.
    pub(super) fn exactly(&self, span: Span, written: &str) -> Option<Place> {
        let found = self.text.get(span.start..span.end);
        (found == Some(written)).then(|| self.place(span))
    }

    /// A finding at `span` of the TOML, not yet reported.
    pub(super) fn finding(&self, span: Span, message: impl Into<String>) -> Finding {
        Finding::new(self.origin.kind, self.place(span), message)
    }

    /// Collects `finding`, unless it stands where the TOML itself is broken: it would follow from that.
    pub(super) fn report(&self, finding: Finding) {
        let at = finding.place.place.span;
        let follows = self.broken.iter().any(|line| {
            let line = line.shifted(self.origin.offset);
            at.start <= line.end && line.start <= at.end
        });
        if !follows {
            self.findings.borrow_mut().push(finding);
        }
    }
}

/// A table that is being read.
#[derive(Debug)]
pub(crate) struct Table<'r> {
    reader: &'r Reader<'r>,
    entries: &'r DeTable<'r>,
    span: Span,
    /// The keys that were asked for: those that may stand here.
    known: RefCell<Vec<&'static str>>,
    /// The keys of which it was said already that they may not stand here.
    misplaced: RefCell<Vec<&'static str>>,
    /// Whether its keys are the author's own.
    open: Cell<bool>,
}

impl<'r> Table<'r> {
    pub(super) fn new(reader: &'r Reader<'r>, entries: &'r DeTable<'r>, span: Span) -> Self {
        Self {
            reader,
            entries,
            span,
            known: RefCell::default(),
            misplaced: RefCell::default(),
            open: Cell::new(false),
        }
    }

    /// Reads it by `read`, then reports the keys that were not asked for.
    pub(super) fn read<T>(self, read: impl FnOnce(&Table<'r>) -> T) -> T {
        let value = read(&self);
        if !self.open.get() {
            self.report_unknown_keys();
        }
        value
    }

    /// What stands at `key`.
    pub(crate) fn get(&self, key: &'static str) -> Option<Value<'r>> {
        if self.misplaced.borrow().contains(&key) {
            return None;
        }
        self.known.borrow_mut().push(key);
        let (name, value) = self.entries.get_key_value(key)?;
        Some(Value::new(self.reader, name.get_ref(), value))
    }

    /// The bytes of `key` itself in the file, where it stands here.
    pub(crate) fn key(&self, key: &str) -> Option<Span> {
        let (name, _) = self.entries.get_key_value(key)?;
        Some(self.reader.place(name.span().into()).span)
    }

    /// Whether anything stands at `key`.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The text at `key`; none where it is blank.
    pub(crate) fn string(&self, key: &'static str) -> Option<String> {
        Some(self.get(key)?.text()?.value)
    }

    /// The table at `key`, read by `read`.
    pub(crate) fn inner<T>(&self, key: &'static str, read: impl FnOnce(&Table<'r>) -> T) -> Option<T> {
        let wants = format!("lines below `[{key}]`");
        self.get(key)?.table(&wants, read)
    }

    /// Everything that stands in it, in the author's order; its keys are the author's own.
    pub(crate) fn entries(&self) -> Vec<(Spot<String>, Value<'r>)> {
        self.open.set(true);
        let mut entries: Vec<_> = self
            .entries
            .iter()
            .map(|(key, value)| {
                let name = Spot {
                    value: key.get_ref().to_string(),
                    span: self.reader.place(Span::from(key.span())).span,
                };
                (name, Value::new(self.reader, key.get_ref(), value))
            })
            .collect();
        entries.sort_by_key(|(name, _)| name.span);
        entries
    }

    /// The place of its heading, or of all of it where it stands in a line.
    pub(crate) fn place(&self) -> Place {
        self.reader.place(self.span)
    }

    /// Reports `finding`.
    pub(crate) fn report(&self, finding: Finding) {
        self.reader.report(finding);
    }

    /// Reads what was read before: what is wrong with it is found already.
    pub(super) fn quietly<T>(&self, read: impl FnOnce() -> T) -> T {
        let found = self.reader.findings.borrow().len();
        let value = read();
        self.reader.findings.borrow_mut().truncate(found);
        value
    }

    /// A finding about all of it, not yet reported.
    pub(crate) fn finding(&self, message: impl Into<String>) -> Finding {
        self.reader.finding(self.span, message)
    }

    /// A finding at `span` of the file, such as that of one of its keys, not yet reported.
    pub(crate) fn finding_at(&self, span: Span, message: impl Into<String>) -> Finding {
        let Origin { kind, source, .. } = self.reader.origin;
        Finding::new(kind, Place::new(source, span), message)
    }

    /// Reports that it lacks `key`, of which `example` is a line, or that nothing is said there.
    pub(crate) fn report_missing(&self, key: &str, example: &str) {
        let help = |finding: Finding| finding.help(format!("add `{example}`"));
        match self.entries.get_key_value(key) {
            None if self.reader.broken.is_empty() && !self.has_near(key) => {
                self.report(help(
                    self.finding(format!("`{key}` is missing"))
                        .label("below this")
                        .about(key),
                ));
            }
            Some((_, value))
                if value
                    .get_ref()
                    .as_str()
                    .is_some_and(|text| text.trim().is_empty()) =>
            {
                let span = value.span().into();
                self.report(help(self.reader.finding(span, format!("`{key}` says nothing"))));
            }
            _ => {}
        }
    }

    /// Whether a key stands here that may be a misspelling of `key`: one finding is enough then.
    fn has_near(&self, key: &str) -> bool {
        let mut names = self.entries.keys();
        names.any(|name| !nearest(name.get_ref(), [key]).is_empty())
    }

    /// Says of `key`, where it stands here, that it may not, and why; it is not read.
    pub(crate) fn refuse(&self, key: &'static str, why: impl FnOnce() -> (String, String)) {
        if self.misplaced.borrow().contains(&key) {
            return;
        }
        self.misplaced.borrow_mut().push(key);
        if let Some((name, _)) = self.entries.get_key_value(key) {
            let (message, help) = why();
            let span = Span::from(name.span());
            self.report(self.reader.finding(span, message).help(help));
        }
    }

    fn report_unknown_keys(&self) {
        if self.reader.has_broken_heading() && self.span == Span::default() {
            return; // They may stand below that heading.
        }
        let known = self.known.borrow();
        let misplaced = self.misplaced.borrow();
        let is_settled = |key: &str| known.contains(&key) || misplaced.contains(&key);
        let unknown: Vec<_> = self
            .entries
            .keys()
            .filter(|name| !is_settled(name.get_ref()))
            .collect();
        let are_few = unknown.len() <= MOST_RENAMED;
        for name in unknown {
            let key: &str = name.get_ref();
            let span = Span::from(name.span());
            let message = format!("`{key}` is no key that rolebook knows here");
            let finding = self
                .reader
                .finding(span, message)
                .label("not known here")
                .about(key);
            let exact = self.reader.exactly(span, key);
            let exact = exact.filter(|_| are_few && self.can_be_renamed(key, &known));
            self.report(suggest(finding, key, &known, exact));
        }
    }

    /// Whether `key` can become the one of `known` that is meant: it stands once, and no key stands twice then.
    fn can_be_renamed(&self, key: &str, known: &[&str]) -> bool {
        let stands = |written: String| self.reader.text.matches(&written).count();
        if !self.reader.is_sound() || stands(format!("[{key}")) + stands(format!("{key}.")) > 1 {
            return false;
        }
        let is_taken = |near: &&str| self.entries.contains_key(*near);
        let is_same = |other: &str| other != key && folded(other) == folded(key);
        !nearest(key, known.iter().copied()).iter().any(is_taken)
            && !self.entries.keys().any(|other| is_same(other.get_ref()))
    }
}

/// Adds the names near `wrong`, or all that there are where none is; `exact`: where just that is written.
pub(super) fn suggest(finding: Finding, wrong: &str, known: &[&str], exact: Option<Place>) -> Finding {
    let near = nearest(wrong, known.iter().copied());
    if !near.is_empty() {
        return finding.meant(wrong, &near, exact);
    }
    let all: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    if all.is_empty() {
        return finding;
    }
    finding.help(format!("what may stand here is {}", alternatives(&all)))
}

/// What a value is, for people.
pub(super) fn kind_of(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or a time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
