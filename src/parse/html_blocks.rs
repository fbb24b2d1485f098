//! The blocks of prose as HTML.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

use super::html::Html;
use super::html_raw;
use crate::model::Fill;
use crate::text::escape;

/// The table that is open: they don't nest.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl Html<'_, '_> {
    /// Opens the block at `at`; gives the position to go on at.
    pub(super) fn start_block(&mut self, tag: &Tag<'_>, at: usize) -> usize {
        let body = self.body;
        self.unwrap();
        if matches!(tag, Tag::FootnoteDefinition(_)) {
            return body.markdown.end(at);
        }
        if !matches!(tag, Tag::TableCell) {
            self.line();
        }
        if matches!(tag, Tag::HtmlBlock) {
            html_raw::write(self, body.raw.at(at));
            self.line();
            return body.markdown.end(at);
        }
        self.depth += 1;
        match tag {
            Tag::Paragraph => self.put("<p>"),
            Tag::Heading { level, .. } => self.heading((*level as u8).max(2), at),
            Tag::BlockQuote(None) => self.put("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.alert(*kind),
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::List(None) => self.put("<ul>\n"),
            Tag::List(Some(1)) => self.put("<ol>\n"),
            Tag::List(Some(first)) => self.put(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.item(at),
            Tag::DefinitionList => self.put("<dl>\n"),
            Tag::DefinitionListTitle => self.term(at),
            Tag::DefinitionListDefinition => self.put("<dd>"),
            _ => self.start_table(tag),
        }
        at + 1
    }

    fn start_table(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Table(alignments) => {
                self.table.alignments.clone_from(alignments);
                self.put("<div class=\"table\"><table>\n");
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.put("<thead><tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.put("<tr>");
            }
            Tag::TableCell => {
                let class = match self.table.alignments.get(self.table.column) {
                    Some(Alignment::Left) => " class=\"align-left\"",
                    Some(Alignment::Center) => " class=\"align-center\"",
                    Some(Alignment::Right) => " class=\"align-right\"",
                    _ => "",
                };
                self.table.column += 1;
                let tag = if self.table.in_head {
                    "<th scope=\"col\""
                } else {
                    "<td"
                };
                self.put(tag);
                self.put(class);
                self.put(">");
            }
            _ => {}
        }
    }

    /// Closes a block or a piece of markup.
    pub(super) fn end(&mut self, tag: TagEnd) {
        let text = match tag {
            TagEnd::Emphasis => return self.put("</em>"),
            TagEnd::Strong => return self.put("</strong>"),
            TagEnd::Strikethrough => return self.put("</del>"),
            TagEnd::Link => {
                if let Some(id) = self.links.pop().flatten() {
                    self.slot(Fill::Close(id));
                }
                return;
            }
            TagEnd::Paragraph => "</p>\n",
            TagEnd::Heading(level) => match (level as u8).max(2) {
                2 => "</h2>\n",
                3 => "</h3>\n",
                4 => "</h4>\n",
                5 => "</h5>\n",
                _ => "</h6>\n",
            },
            TagEnd::BlockQuote(None) => "</blockquote>\n",
            TagEnd::BlockQuote(Some(_)) => "</div>\n",
            TagEnd::CodeBlock => "</code></pre>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::DefinitionList => "</dl>\n",
            TagEnd::DefinitionListTitle => "</dt>\n",
            TagEnd::DefinitionListDefinition => "</dd>\n",
            TagEnd::Table => "</tbody></table></div>\n",
            TagEnd::TableHead => {
                self.table.in_head = false;
                "</tr></thead><tbody>\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell if self.table.in_head => "</th>",
            TagEnd::TableCell => "</td>",
            _ => return,
        };
        self.unwrap();
        self.depth = self.depth.saturating_sub(1);
        self.put(text);
    }

    fn heading(&mut self, level: u8, at: usize) {
        self.put(&format!("<h{level}"));
        self.anchor(at);
        self.put(">");
    }

    fn term(&mut self, at: usize) {
        self.put("<dt");
        self.anchor(at);
        self.put(">");
    }

    fn anchor(&mut self, at: usize) {
        if let Some(anchor) = self.body.anchors.at(at) {
            self.slot(Fill::Anchor(anchor.to_owned()));
        }
    }

    fn item(&mut self, at: usize) {
        let mut first = at + 1;
        if let Some(Tag::Paragraph) = self.body.markdown.tag(first) {
            first += 1;
        }
        let is_task = matches!(self.body.markdown.event(first), Some(Event::TaskListMarker(_)));
        self.put(if is_task { "<li class=\"task\">" } else { "<li>" });
    }

    fn alert(&mut self, kind: BlockQuoteKind) {
        let (name, word) = match kind {
            BlockQuoteKind::Note => ("note", "alert.note"),
            BlockQuoteKind::Tip => ("tip", "alert.tip"),
            BlockQuoteKind::Important => ("important", "alert.important"),
            BlockQuoteKind::Warning => ("warning", "alert.warning"),
            BlockQuoteKind::Caution => ("caution", "alert.caution"),
        };
        self.put(&format!("<div class=\"alert alert-{name}\" role=\"note\">\n"));
        self.put("<p class=\"alert-title\">");
        self.slot(Fill::Word(word));
        self.put("</p>\n");
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        self.put("<pre><code");
        if !language.is_empty() {
            self.put(" class=\"language-");
            escape::attribute(&mut self.out.text, language);
            self.put("\"");
        }
        self.put(">");
    }
}
