//! Markdown, written.

use crate::text::SitePath;

/// A page's Markdown, as far as it is written.
pub(super) struct Markdown<'p> {
    path: &'p SitePath,
    text: String,
    is_in_list: bool,
}

impl<'p> Markdown<'p> {
    /// For the page at `path`.
    pub(super) const fn new(path: &'p SitePath) -> Self {
        Self {
            path,
            text: String::new(),
            is_in_list: false,
        }
    }

    /// A heading of that level.
    pub(super) fn heading(&mut self, level: usize, title: &str) {
        self.paragraph(&format!("{} {}", "#".repeat(level), one_line(title)));
    }

    /// A line of a list: a name and what belongs to it.
    pub(super) fn fact(&mut self, name: &str, value: &str) {
        self.item(0, &format!("{name}: {value}"));
    }

    /// An item of a list, nested so deep.
    pub(super) fn item(&mut self, depth: usize, text: &str) {
        if !self.is_in_list && !self.text.is_empty() {
            self.text.push('\n');
        }
        self.is_in_list = true;
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str("- ");
        self.text.push_str(&one_line(text));
        self.text.push('\n');
    }

    /// Plain text; its lines become paragraphs.
    pub(super) fn text(&mut self, text: &str) {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.paragraph(line);
        }
    }

    fn paragraph(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.is_in_list = false;
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A link to another page's Markdown.
    pub(super) fn link_to(&self, title: &str, page: &SitePath) -> String {
        let href = page.href_from(self.path);
        let stem = href.strip_suffix(".html").unwrap_or(&href);
        format!("[{}]({stem}.md)", one_line(title))
    }
}

impl From<Markdown<'_>> for String {
    fn from(markdown: Markdown<'_>) -> Self {
        markdown.text
    }
}

/// White space as single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
