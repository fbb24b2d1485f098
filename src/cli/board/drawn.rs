//! Findings as they are drawn, as many as there is room for.

use super::Findings;
use super::width::width;

/// What stands before the place of a finding.
const ARROWS: [&str; 2] = ["╭▸ ", "--> "];
/// So many lines of a finding are shown at least.
const FEWEST: usize = 2;

/// Findings, line by line.
pub(super) struct Drawn<'a> {
    findings: Vec<Vec<&'a str>>,
    /// What is said of all of them.
    after: Vec<Vec<&'a str>>,
    /// How many findings there are besides.
    more: usize,
}

impl<'a> Drawn<'a> {
    pub(super) fn of(findings: &'a Findings) -> Self {
        let mut blocks: Vec<Vec<&str>> = Vec::new();
        let mut is_new = true;
        for line in findings.text.lines() {
            match blocks.last_mut() {
                _ if line.trim().is_empty() => is_new = true,
                Some(block) if !is_new => block.push(line),
                _ => {
                    blocks.push(vec![line]);
                    is_new = false;
                }
            }
        }
        let after = blocks.split_off(findings.number.min(blocks.len()));
        Self {
            findings: blocks,
            after,
            more: findings.more,
        }
    }

    /// How many lines the findings take, with `between` empty ones after each.
    pub(super) fn height(&self, between: usize) -> usize {
        self.findings.iter().map(|finding| finding.len() + between).sum()
    }

    /// As many findings as fit into `room` lines, and how many do not: whole ones, or where there is no room even for
    /// the first, what is wrong and where.
    pub(super) fn within(&self, room: usize, columns: usize, between: usize) -> Vec<String> {
        let whole: Vec<&[&str]> = self.findings.iter().map(Vec::as_slice).collect();
        let after: Vec<&[&str]> = self.after.iter().map(Vec::as_slice).collect();
        let brief: Vec<&[&str]> = whole.iter().map(|finding| essence(finding)).collect();
        let all = joined(&[&whole[..], &after].concat(), between);
        if self.more == 0 && all.len() <= room {
            return all;
        }
        let fitting = first(&whole, room.saturating_sub(1 + between), between);
        let (blocks, between) = if fitting > 0 || self.more == 0 && self.height(between) <= room + between {
            (whole, between)
        } else {
            (brief, 0)
        };
        let all = joined(&blocks, between);
        if self.more == 0 && all.len() <= room {
            return all;
        }
        let shown = first(&blocks, room.saturating_sub(1 + between), between);
        let rest = left_out(shown, blocks.len() - shown + self.more, columns);
        let some = joined(&[&blocks[..shown], &[&[&rest]]].concat(), between);
        if some.len() <= room { some } else { Vec::new() }
    }
}

/// What is wrong and where.
fn essence<'f, 'a>(finding: &'f [&'a str]) -> &'f [&'a str] {
    let has_place = |line: &&str| ARROWS.iter().any(|arrow| line.contains(arrow));
    let place = finding.iter().position(has_place).map_or(0, |at| at + 1);
    &finding[..place.max(FEWEST).min(finding.len())]
}

/// How many of the blocks fit into `room` lines.
fn first(blocks: &[&[&str]], room: usize, between: usize) -> usize {
    let ends = blocks.iter().scan(0, |end, block| {
        let begin = if *end == 0 { 0 } else { *end + between };
        *end = begin + block.len();
        Some(*end)
    });
    ends.take_while(|end| *end <= room).count()
}

/// Blocks of lines below each other.
fn joined(blocks: &[&[&str]], between: usize) -> Vec<String> {
    let empty = vec![""; between];
    let lines: Vec<&str> = blocks.join(&empty[..]);
    lines.into_iter().map(String::from).collect()
}

/// Says that findings are left out, and where they are.
fn left_out(shown: usize, number: usize, columns: usize) -> String {
    let noun = if number == 1 { "finding" } else { "findings" };
    let more = if shown == 0 {
        format!("{number} {noun}")
    } else {
        format!("and {number} more {noun}")
    };
    let told = format!("{more}; the page in the browser lists all");
    if width(&told) <= columns {
        told
    } else {
        format!("{more} in the browser")
    }
}

#[cfg(test)]
mod tests {
    use super::{Drawn, Findings};

    /// What is shown of three findings in so many lines.
    fn within(room: usize) -> String {
        let text = "error: one\n  --> a.md:1:1\n\nerror: two, which is\n       long\n  --> b.md:1:1\n  |\n  | x\n\n\
                    error: three\n  --> c.md:1:1\n  | x\n\nthere is help\n";
        let findings = Findings {
            text: text.to_owned(),
            number: 3,
            more: 0,
        };
        Drawn::of(&findings).within(room, 80, 1).join("\n")
    }

    #[test]
    fn findings_are_shown_whole_where_the_first_fits() {
        let whole = "error: one\n  --> a.md:1:1\n\nerror: two, which is\n       long\n  --> b.md:1:1\n  |\n  | x\n\n\
                     error: three\n  --> c.md:1:1\n  | x";
        assert_eq!(within(14), format!("{whole}\n\nthere is help"));
        assert_eq!(within(13), whole);
        assert_eq!(within(12), whole);
        let two = whole.split("\n\nerror: three").next().unwrap_or_default();
        assert_eq!(
            within(11),
            format!("{two}\n\nand 1 more finding; the page in the browser lists all")
        );
        let one = "error: one\n  --> a.md:1:1\n\nand 2 more findings; the page in the browser lists all";
        assert_eq!(within(9), one);
        assert_eq!(within(4), one);
    }

    #[test]
    fn what_is_wrong_and_where_is_shown_else() {
        assert_eq!(
            within(3),
            "error: one\n  --> a.md:1:1\nand 2 more findings; the page in the browser lists all"
        );
        assert_eq!(within(2), "3 findings; the page in the browser lists all");
        assert_eq!(within(1), "3 findings; the page in the browser lists all");
        assert_eq!(within(0), "");
        let tall = Findings {
            text: String::from("error: one,\n       long\n  --> a.md:1:1\n  |\n  |\n\nerror: two"),
            number: 2,
            more: 0,
        };
        let shown = Drawn::of(&tall).within(4, 20, 1).join("\n");
        assert_eq!(shown, "error: one,\n       long\n  --> a.md:1:1\nerror: two");
    }
}
