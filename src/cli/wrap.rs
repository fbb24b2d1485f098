//! Paragraphs of Markdown in lines of a terminal.

use crate::text::filled;

/// A piece of Markdown.
enum Block {
    /// A line of code, a fence, or an empty line.
    Line(String),
    /// A paragraph or a list item, in one line.
    Words(String),
}

/// The paragraphs and list items of `text`, their lines not longer than `width` where words allow; code blocks
/// stay as they are.
pub(super) fn wrapped(text: &str, width: usize) -> String {
    let lines = blocks(text.trim()).into_iter().flat_map(|block| match block {
        Block::Line(line) => vec![line],
        Block::Words(words) => fill(&words, width),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut is_code = false;
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        if is_fence || is_code {
            is_code ^= is_fence;
            blocks.push(Block::Line(line.to_owned()));
            continue;
        }
        match blocks.last_mut() {
            _ if line.trim().is_empty() => blocks.push(Block::Line(String::new())),
            Some(Block::Words(words)) if marker(line) == 0 => {
                words.push(' ');
                words.push_str(line.trim());
            }
            _ => blocks.push(Block::Words(line.trim().to_owned())),
        }
    }
    blocks
}

/// How long the mark of a list item is that a line begins with.
fn marker(line: &str) -> usize {
    let line = line.trim_start();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match line.as_bytes() {
        [b'-' | b'*', b' ', ..] => 2,
        _ if digits > 0 && line[digits..].starts_with(". ") => digits + 2,
        _ => 0,
    }
}

/// The words of one block in lines.
fn fill(block: &str, width: usize) -> Vec<String> {
    let indent = " ".repeat(marker(block));
    let rest = filled(&block[indent.len()..], width.saturating_sub(indent.len()));
    let lines = rest.into_iter().enumerate();
    lines
        .map(|(at, line)| format!("{}{line}", if at == 0 { &block[..indent.len()] } else { &indent }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn words_fill_lines_and_code_stays_whole() {
        let text = "One two three\nfour five `six seven` eight.\n\n- nine ten eleven twelve\n- thirteen\n\n\
                    ```text\nas long as it wants to be, and then some\n```\n10. fourteen fifteen sixteen";
        assert_eq!(
            wrapped(text, 20),
            "\
One two three four
five `six seven`
eight.

- nine ten eleven
  twelve
- thirteen

```text
as long as it wants to be, and then some
```
10. fourteen fifteen
    sixteen"
        );
        assert_eq!(wrapped("", 20), "");
        assert_eq!(wrapped("überlängenwort ü", 3), "überlängenwort\nü");
    }
}
