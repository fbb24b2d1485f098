//! What authors wrote, in the sentences of findings.

use super::Evidence;
use crate::model::{DocumentId, Entry, Fill, Node, ReferenceId, Template};
use crate::text::Word;

/// The longest quotation, in characters.
const LONGEST: usize = 60;

/// What stands for the names of people who are not to be named.
const UNNAMED: &str = "…";

impl Evidence<'_> {
    /// The plain text of what is written in `document`, as readers see it.
    pub(super) fn plain(&self, document: DocumentId, template: &Template) -> String {
        let mut said = String::with_capacity(template.text.len());
        let mut from = 0;
        for slot in &template.slots {
            said.push_str(template.text.get(from..slot.at).unwrap_or_default());
            from = slot.at.max(from);
            if let Fill::Name(reference) = slot.fill {
                said.push_str(self.name(document, reference));
            }
        }
        said.push_str(template.text.get(from..).unwrap_or_default());
        said
    }

    /// What a wikilink without a text of its own shows: the title where it names an id.
    fn name(&self, document: DocumentId, reference: ReferenceId) -> &str {
        let organisation = self.organisation;
        let written = organisation.document(document).reference(reference).name.as_str();
        let Some(target) = organisation.links_of(document).targets.get(reference.index()) else {
            return written;
        };
        let (id, title) = match target.node {
            Node::Party(id) => {
                let party = organisation.party(id);
                (&party.id, &party.title)
            }
            Node::Group(id) => {
                let group = organisation.group(id);
                (&group.id, &group.title)
            }
            Node::Person(id) => {
                let person = organisation.person(id);
                if person.name.is_empty() {
                    return UNNAMED;
                }
                (&person.id, &person.name)
            }
            _ => return written,
        };
        if written == id { title } else { written }
    }

    /// What `entries` say is delivered or needed: the first of it in quotes, and how much more there is. None
    /// where they say nothing.
    pub(super) fn things<'a>(
        &self,
        document: DocumentId,
        entries: impl IntoIterator<Item = &'a Entry>,
    ) -> Option<Word> {
        let items = entries.into_iter().flat_map(|entry| &entry.items);
        let mut outermost = items.filter(|item| item.depth == 0);
        let first = quoted(&self.plain(document, &outermost.next()?.text));
        Some(Word::List(vec![first], outermost.count()))
    }
}

/// A text in quotes: on one line, without its full stop, cut at the end of a word where it is long.
pub(super) fn quoted(text: &str) -> Word {
    let mut short = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let longer = length + usize::from(length > 0) + word.chars().count();
        if longer > LONGEST {
            if short.is_empty() {
                short.extend(word.chars().take(LONGEST));
            }
            let kept = short
                .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')')
                .len();
            short.truncate(kept);
            short.push_str(" …");
            return Word::Quoted(short);
        }
        if length > 0 {
            short.push(' ');
        }
        short.push_str(word);
        length = longer;
    }
    let kept = short.trim_end_matches(['.', ';', ',', ':']).len();
    short.truncate(kept);
    Word::Quoted(short)
}

/// Whose something is, in English: "Engineer's", "Sales'".
pub(super) fn possessive(title: &str) -> String {
    if title.ends_with(['s', 'S']) {
        format!("{title}'")
    } else {
        format!("{title}'s")
    }
}

#[cfg(test)]
mod tests {
    use super::{possessive, quoted};
    use crate::text::Word;

    #[test]
    fn quotations_end_with_a_word() {
        let long = "An honest size for each item before it is planned: hours, days, or \"we have to try it\"";
        let cases = [
            ("  A share of\nthe work. ", "A share of the work".to_owned()),
            (
                long,
                String::from("An honest size for each item before it is planned: hours …"),
            ),
            (&"é".repeat(70), format!("{} …", "é".repeat(60))),
            ("", String::new()),
        ];
        for (text, expected) in cases {
            assert_eq!(quoted(text), Word::Quoted(expected));
        }
    }

    #[test]
    fn possessives_end_as_they_are_spoken() {
        assert_eq!(possessive("Engineer"), "Engineer's");
        assert_eq!(possessive("Sales"), "Sales'");
    }
}
