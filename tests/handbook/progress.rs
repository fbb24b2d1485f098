//! What somebody sees who waits at a terminal: a pseudo-terminal of 80 columns, as a person's is drawn.

#![cfg(target_os = "linux")]

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::num::NonZero;
use std::os::fd::OwnedFd;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use vt100::Parser;

use super::support::Handbook;

const ROWS: NonZero<u16> = NonZero::new(24).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(80).unwrap();

/// Enough for a build to last longer than anybody waits without a word.
const MANY: usize = 1_500;

fn handbook(roles: usize) -> Handbook {
    let files = (0..roles).fold(String::new(), |mut files, role| {
        let _ = write!(
            files,
            "//- content/roles/role-{role}.md\n# Role {role}\n\n## Purpose\n\nSo that it is seen to.\n\n## Key Responsibilities\n\n- See to it\n"
        );
        files
    });
    Handbook::new(&files)
}

/// A terminal, and the end at which a command writes to it.
fn terminal() -> (OwnedFd, OwnedFd) {
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let size = Winsize {
        ws_row: ROWS.get(),
        ws_col: COLUMNS.get(),
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&terminal, size).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap();
    let end = File::options()
        .read(true)
        .write(true)
        .open(name.to_str().unwrap());
    (terminal, end.unwrap().into())
}

/// What was on the screen each time that something was drawn, while a command ran that reports to it.
fn screens(handbook: &Handbook, arguments: &[&str]) -> Vec<String> {
    let (terminal, end) = terminal();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
    command
        .current_dir(handbook.path(""))
        .args(arguments)
        .env("TERM", "xterm-256color")
        .env_remove("NO_COLOR")
        .stdin(Stdio::null())
        .stdout(end.try_clone().unwrap())
        .stderr(end);
    let mut child = command.spawn().unwrap();
    drop(command); // The command's is the last other end, so that reading ends with it.
    let mut reader = File::from(terminal);
    let mut parser = Parser::new(ROWS, COLUMNS, 0);
    let mut screens = Vec::new();
    let mut bytes = [0; 4096];
    // At the end of a terminal reading fails.
    while let Ok(count @ 1..) = reader.read(&mut bytes) {
        parser.process(&bytes[..count]);
        screens.push(parser.screen().contents());
    }
    assert!(child.wait().unwrap().success(), "{:?}", screens.last());
    screens
}

/// How many files are made, and of how many, by the bar on a screen; none where it is not drawn, or not to its end.
fn told(screen: &str) -> Option<(usize, usize)> {
    let bar = screen.lines().find(|line| line.starts_with("render"))?;
    let (_, numbers) = bar.trim_end().split_once("] ")?;
    let (done, all) = numbers.strip_suffix(" files")?.split_once(" of ")?;
    let number = |text: &str| text.replace(',', "").parse().ok();
    Some((number(done)?, number(all)?))
}

#[test]
fn a_build_that_lasts_shows_how_far_it_is_and_takes_that_away() {
    let screens = screens(&handbook(MANY), &["build"]);
    let told: Vec<(usize, usize)> = screens.iter().filter_map(|screen| told(screen)).collect();
    let (_, all) = told
        .last()
        .unwrap_or_else(|| panic!("no bar before {:?}", screens.last()));
    assert!(*all > MANY, "{told:?}");
    assert!(
        told.is_sorted() && told.iter().all(|(done, of)| done <= of && of == all),
        "{told:?}"
    );
    let last = screens.last().unwrap();
    assert!(!last.contains("render"), "{last}");
    assert!(last.contains("Open public/index.html"), "{last}");
}

#[test]
fn nothing_is_drawn_for_what_is_done_at_once_or_wanted_quietly() {
    for (roles, arguments) in [(3, &["build"][..]), (MANY, &["build", "--quiet"])] {
        let screens = screens(&handbook(roles), arguments);
        let drawn = screens.iter().find(|screen| screen.contains("render"));
        assert_eq!(drawn, None, "{arguments:?}");
    }
}
