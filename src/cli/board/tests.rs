//! Boards as a terminal shows them: an emulator reads what was written.

#![allow(clippy::unwrap_used, reason = "a test stops where its terminal fails")]

use std::cell::Cell;
use std::num::NonZeroU16;
use std::sync::{Arc, Mutex};

use vt100::Parser;

use super::{Board, Findings, Look, Mood, Qr, Shown, Size, Status};

const LOOK: Look = Look {
    color: true,
    unicode: true,
};
const ASCII: Look = Look {
    color: false,
    unicode: false,
};

/// A terminal with a board, above which a shell has written two lines.
struct Terminal {
    board: Board<Vec<u8>>,
    parser: Parser,
    size: Arc<Mutex<Cell<Size>>>,
}

fn number(number: usize) -> NonZeroU16 {
    NonZeroU16::new(u16::try_from(number).unwrap()).unwrap()
}

impl Terminal {
    fn new(columns: usize, rows: usize, look: Look) -> Self {
        let size = Arc::new(Mutex::new(Cell::new(Size { columns, rows })));
        let measured = Arc::clone(&size);
        let board = Board::new(Vec::new(), move || Some(measured.lock().unwrap().get()), look);
        let mut parser = Parser::new(number(rows), number(columns), 1000);
        parser.process(b"$ ls\r\nbook.toml\r\n");
        Self { board, parser, size }
    }

    fn show(&mut self, shown: &Shown) {
        self.board.show(shown).unwrap();
        self.parser.process(&self.board.out);
        self.board.out.clear();
    }

    fn resize(&mut self, columns: usize, rows: usize) {
        self.size.lock().unwrap().set(Size { columns, rows });
        self.parser.screen_mut().set_size(number(rows), number(columns));
    }

    /// What is seen now.
    fn seen(&self) -> String {
        let rows = self.parser.screen().rows(0, u16::MAX);
        let rows: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n").trim_end().to_owned()
    }

    /// What has scrolled away.
    fn history(&mut self) -> String {
        let screen = self.parser.screen_mut();
        screen.set_scrollback(usize::MAX);
        let length = screen.scrollback();
        let mut lines = Vec::new();
        for above in (1..=length).rev() {
            screen.set_scrollback(above);
            lines.extend(screen.rows(0, u16::MAX).take(1));
        }
        screen.set_scrollback(0);
        lines.join("\n")
    }
}

fn finding(name: &str) -> String {
    format!(
        "\x1b[1m\x1b[91merror[unknown-party]\x1b[0m\x1b[1m: nothing is called `{name}`\x1b[0m\n  \
         \x1b[1m\x1b[94m╭▸ \x1b[0mcontent/roles/{name}.md:65:3\n   \x1b[1m\x1b[94m│\x1b[0m\n\
         \x1b[1m\x1b[94m65 │\x1b[0m [[{name}]] of the 役割の手引き team\n   \
         \x1b[1m\x1b[94m╰\x1b[0m   \x1b[1m\x1b[91m━━━━━━━\x1b[0m nothing answers to this name\n"
    )
}

fn shown(names: &[&str], at: &str) -> Shown {
    let blocks: Vec<String> = names.iter().map(|name| finding(name)).collect();
    let mut text = blocks.join("\n");
    if !names.is_empty() {
        text.push_str("\n`rolebook explain unknown-party` says more\n");
    }
    Shown {
        addresses: vec![
            (String::from("Open"), String::from("http://127.0.0.1:4000/")),
            (
                String::from("Network"),
                String::from("http://192.168.178.123:4000/"),
            ),
        ],
        qr: Qr::of("http://192.168.178.123:4000/"),
        notices: vec![String::from(
            "warning: whoever is in this network can read the handbook",
        )],
        findings: Findings {
            more: 0,
            text,
            number: names.len(),
        },
        status: Some(Status {
            title: String::from("Acme"),
            contents: String::from("31 roles, 8 teams"),
            findings: (!names.is_empty()).then(|| format!("{} errors", names.len())),
            mood: if names.is_empty() { Mood::Good } else { Mood::Bad },
            took: String::from("4 ms"),
            at: at.to_owned(),
            changed: Some(String::from("content/roles/a.md")),
            earlier: 1,
        }),
    }
}

const NAMES: [&str; 9] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
];

#[test]
fn a_drawing_takes_the_place_of_the_one_before() {
    let mut terminal = Terminal::new(80, 40, LOOK);
    terminal.show(&shown(&NAMES[..3], "14:00:01"));
    let seen = terminal.seen();
    assert!(
        seen.starts_with("$ ls\nbook.toml\nOpen    http://127.0.0.1:4000/\nNetwork http"),
        "{seen}"
    );
    assert!(
        seen.contains("`three`") && seen.contains("65 │ [[two]] of the 役割の手引き team"),
        "{seen}"
    );
    assert!(
        seen.contains("`rolebook explain unknown-party` says more"),
        "{seen}"
    );
    assert!(
        seen.ends_with("31 roles, 8 teams · 3 errors · read again in 4 ms at 14:00:01"),
        "{seen}"
    );
    terminal.show(&shown(&NAMES[..1], "14:00:02"));
    let seen = terminal.seen();
    assert!(
        seen.contains("`one`") && !seen.contains("`two`") && !seen.contains("14:00:01"),
        "{seen}"
    );
    let mut calm = shown(&[], "14:00:03");
    calm.qr = None;
    terminal.show(&calm);
    assert_eq!(
        terminal.seen(),
        "$ ls\nbook.toml\nOpen    http://127.0.0.1:4000/\nNetwork http://192.168.178.123:4000/\n\
         warning: whoever is in this network can read the handbook\n\n\
         Acme: 31 roles, 8 teams · no findings · read again in 4 ms at 14:00:03"
    );
    assert_eq!(terminal.history(), "");
    assert!(!terminal.parser.screen().hide_cursor());
    assert_eq!(terminal.parser.screen().cursor_position(), (7, 0));
    terminal.board.end();
    terminal.show(&calm);
    assert_eq!(
        terminal.seen().matches("no findings").count(),
        2,
        "the last one stays"
    );
}

#[test]
fn nothing_of_the_board_scrolls_away() {
    for (columns, rows) in [
        (40, 10),
        (80, 24),
        (120, 40),
        (20, 5),
        (12, 3),
        (5, 2),
        (200, 60),
        (1, 1),
    ] {
        for look in [LOOK, ASCII] {
            let mut terminal = Terminal::new(columns, rows, look);
            let counts = [0, 1, 2, 3, 5, 9, 0, 9, 1];
            for (at, count) in counts.into_iter().enumerate() {
                terminal.show(&shown(&NAMES[..count], &format!("14:00:0{at}")));
                let history = terminal.history().replace('\n', "");
                assert!(
                    "$ lsbook.toml".starts_with(&history),
                    "{columns}x{rows}: {history}"
                );
            }
        }
    }
}

#[test]
fn status_and_address_are_the_last_to_be_left_out() {
    let seen = |rows| {
        let mut terminal = Terminal::new(40, rows, LOOK);
        terminal.show(&shown(&NAMES, "14:00:01"));
        terminal.seen()
    };
    assert_eq!(
        seen(10),
        "book.toml\nOpen    http://127.0.0.1:4000/\nNetwork http://192.168.178.123:4000/\n\n\
         error[unknown-party]: nothing is called…\n  ╭▸ content/roles/one.md:65:3\n\
         and 8 more findings in the browser\n\n9 errors · 4 ms at 14:00:01"
    );
    let few = "Open    http://127.0.0.1:4000/\n9 findings in the browser\n9 errors · 4 ms at 14:00:01";
    assert_eq!(seen(4), few);
    assert_eq!(
        seen(3),
        "Open    http://127.0.0.1:4000/\n9 errors · 4 ms at 14:00:01"
    );
    assert_eq!(seen(2), "9 errors · 4 ms at 14:00:01");
}

#[test]
fn findings_are_left_out_whole() {
    let mut terminal = Terminal::new(80, 24, LOOK);
    terminal.show(&shown(&NAMES, "14:00:01"));
    let seen = terminal.seen();
    assert_eq!(seen.matches("nothing answers to this name").count(), 2, "{seen}");
    assert!(
        seen.contains("\n\nand 7 more findings; the page in the browser lists all\n\nAcme: 31 roles"),
        "{seen}"
    );
    assert!(seen.contains("whoever is in this network"), "{seen}");
    assert!(!seen.contains('█'), "{seen}");
    terminal.show(&shown(&[], "14:00:02"));
    assert!(
        terminal.seen().contains('█'),
        "there is room for the code again: {}",
        terminal.seen()
    );
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let mut terminal = Terminal::new(80, 30, LOOK);
    terminal.show(&shown(&NAMES[..3], "14:00:01"));
    for (columns, rows) in [(120, 40), (60, 40), (40, 20), (100, 12)] {
        terminal.resize(columns, rows);
        terminal.show(&shown(&NAMES[..3], "14:00:02"));
        let seen = terminal.seen();
        assert_eq!(seen.matches("127.0.0.1").count(), 1, "{columns}x{rows}: {seen}");
        assert_eq!(seen.matches("14:00:02").count(), 1, "{columns}x{rows}: {seen}");
        assert!(!seen.contains("14:00:01"), "{columns}x{rows}: {seen}");
    }
}

#[test]
fn colours_end_where_lines_are_cut() {
    let mut terminal = Terminal::new(16, 20, LOOK);
    terminal.show(&shown(&NAMES[..1], "14:00:01"));
    let screen = terminal.parser.screen();
    let rows: Vec<String> = screen.rows(0, 16).collect();
    let row = rows.iter().position(|row| row.starts_with("error[")).unwrap();
    let cell = |column| screen.cell(u16::try_from(row).unwrap(), column).unwrap();
    assert_eq!(rows[row], "error[unknown-p…");
    assert_eq!(cell(14).fgcolor(), vt100::Color::Idx(9));
    assert_eq!(cell(15).fgcolor(), vt100::Color::Default);
}

#[test]
fn a_log_has_lines_that_stay() {
    let mut board = Board::new(Vec::new(), || None, ASCII);
    let mut told = |shown: &Shown| {
        board.show(shown).unwrap();
        String::from_utf8(std::mem::take(&mut board.out)).unwrap()
    };
    let first = told(&shown(&NAMES[..1], "14:00:01"));
    let status =
        "Acme: 31 roles, 8 teams | 1 errors | read again in 4 ms at 14:00:01 | changed: content/roles/a.md\n";
    assert!(
        first.starts_with(
            "Open    http://127.0.0.1:4000/\nNetwork http://192.168.178.123:4000/\nwarning: whoever"
        ),
        "{first}"
    );
    assert!(
        first.contains("error[unknown-party]: nothing is called `one`\n"),
        "{first}"
    );
    assert!(first.ends_with(&format!("says more\n\n{status}")), "{first}");
    assert!(!first.contains('\x1b') && !first.contains('█'), "{first}");
    assert_eq!(told(&shown(&NAMES[..1], "14:00:01")), "", "nothing new");
    let mut again = shown(&NAMES[..1], "14:00:01");
    again.status.iter_mut().for_each(|status| status.earlier += 1);
    assert_eq!(
        told(&again),
        status,
        "read once more, as fast and within the second"
    );
    assert_eq!(
        told(&shown(&NAMES[..1], "14:00:02")),
        status.replace(":01", ":02"),
        "the same findings"
    );
    let two = told(&shown(&NAMES[..2], "14:00:03"));
    assert!(
        two.starts_with("error[unknown-party]: nothing is called `one`\n"),
        "{two}"
    );
    assert_eq!(
        told(&shown(&[], "14:00:04")),
        status.replace("1 errors", "no findings").replace(":01", ":04")
    );
    board.end();
    assert!(board.out.is_empty());
}

#[test]
fn who_wants_errors_only_sees_errors_only() {
    let quiet = |names| Shown {
        findings: shown(names, "").findings,
        ..Shown::default()
    };
    let mut terminal = Terminal::new(80, 24, LOOK);
    terminal.show(&quiet(&[]));
    assert_eq!(terminal.seen(), "$ ls\nbook.toml");
    terminal.show(&quiet(&NAMES[..1]));
    assert!(
        terminal
            .seen()
            .starts_with("$ ls\nbook.toml\nerror[unknown-party]")
    );
    terminal.show(&quiet(&[]));
    assert_eq!(terminal.seen(), "$ ls\nbook.toml");
}
