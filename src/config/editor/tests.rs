//! Links as editors get them.

#![allow(clippy::unwrap_used, reason = "a test stops where a pattern is none")]

use std::path::Path;

use super::known::EDITORS;
use super::{Unknown, encoded, guess, pattern};

fn link(written: &str, path: &str) -> String {
    pattern(written).unwrap().link(Path::new(path), 12, 3)
}

/// The link on Windows.
fn windows(written: &str, path: &str) -> String {
    pattern(written)
        .unwrap()
        .made(&encoded(path.as_bytes(), true), 12, 3)
}

#[test]
fn every_known_editor_opens_a_file_at_its_place() {
    for editor in EDITORS {
        let link = link(editor.name, "/home/ada/roles/a.md");
        let (scheme, rest) = link.split_once("://").unwrap();
        assert!(
            scheme.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{link}"
        );
        assert!(
            rest.contains("/home/ada/roles/a.md") && rest.contains("12") && rest.ends_with('3'),
            "{link}"
        );
        assert!(!rest.contains(['{', '}']), "{link}");
        assert_eq!(pattern(editor.name).unwrap().editor(), Some(editor.title));
        assert_eq!(
            pattern(&editor.title.to_uppercase()).unwrap(),
            pattern(editor.name).unwrap()
        );
        // As a pattern of its own it would mean the same.
        assert_eq!(
            windows(editor.pattern, "C:\\a.md"),
            windows(editor.name, "C:\\a.md")
        );
    }
}

#[test]
fn links_are_written_as_editors_read_them() {
    let path = "/home/ada/a.md";
    let cases = [
        ("vscode", "vscode://file/home/ada/a.md:12:3"),
        ("VSCode", "vscode://file/home/ada/a.md:12:3"),
        ("code", "vscode://file/home/ada/a.md:12:3"),
        ("zed", "zed://file/home/ada/a.md:12:3"),
        (
            "textmate",
            "txmt://open?url=file:///home/ada/a.md&line=12&column=3",
        ),
        ("idea", "idea://open?file=/home/ada/a.md&line=12&column=3"),
        ("x-mine://open?file={path}", "x-mine://open?file=/home/ada/a.md"),
        ("my-editor:{path}#{line}", "my-editor:/home/ada/a.md#12"),
        (
            "http://localhost:63342/api/file/{path}:{line}",
            "http://localhost:63342/api/file/home/ada/a.md:12",
        ),
        (
            "vscode://vscode-remote/wsl+Ubuntu{path}:{line}",
            "vscode://vscode-remote/wsl+Ubuntu/home/ada/a.md:12",
        ),
    ];
    for (written, expected) in cases {
        assert_eq!(link(written, path), expected);
    }
}

#[test]
fn paths_of_windows_are_written_with_slashes() {
    let cases = [
        (
            "vscode",
            "C:\\Users\\Ada L\\a.md",
            "vscode://file/C:/Users/Ada%20L/a.md:12:3",
        ),
        ("vscode", "\\\\?\\C:\\a.md", "vscode://file/C:/a.md:12:3"),
        (
            "vscode",
            "\\\\server\\share\\a.md",
            "vscode://file//server/share/a.md:12:3",
        ),
        (
            "vscode",
            "\\\\?\\UNC\\server\\share\\a.md",
            "vscode://file//server/share/a.md:12:3",
        ),
        ("zed", "C:/a.md", "zed://file/C:/a.md:12:3"),
        (
            "sublime",
            "C:\\a.md",
            "subl://open?url=file:///C:/a.md&line=12&column=3",
        ),
        ("idea", "C:\\a.md", "idea://open?file=C:/a.md&line=12&column=3"),
    ];
    for (written, path, expected) in cases {
        assert_eq!(windows(written, path), expected);
    }
}

#[test]
fn what_means_something_in_a_link_is_written_in_numbers() {
    let cases = [
        ("/a b", "/a%20b"),
        ("/a#b?c&d=e+f", "/a%23b%3Fc%26d%3De%2Bf"),
        ("/100%/%20", "/100%25/%2520"),
        ("/Zürich/役割", "/Z%C3%BCrich/%E5%BD%B9%E5%89%B2"),
        ("/a:12:3", "/a%3A12%3A3"),
        ("/a\\b\"c'd<e>`\n", "/a%5Cb%22c%27d%3Ce%3E%60%0A"),
        ("/a-b_c.d~e", "/a-b_c.d~e"),
    ];
    for (path, expected) in cases {
        assert_eq!(encoded(path.as_bytes(), false), expected);
    }
    assert_eq!(encoded(b"/\xff", false), "/%FF");
    assert_eq!(encoded(b"c:/x:y", true), "c:/x%3Ay");
}

#[test]
fn what_is_no_pattern_is_told() {
    let cases = [
        ("vscod", "no editor has this name; did you mean `vscode`"),
        ("Pycharms", "did you mean `pycharm`?"),
        ("kilo", "no editor has this name; known are vscode, "),
        ("", "no editor has this name; known are vscode, "),
        ("vscode://file/", "a pattern has `{path}` where"),
        ("{path}", "a pattern begins as a link does"),
        ("/usr/bin/code {path}", "' ' can't stand in a link"),
        ("code:{path}\u{7}", "can't stand in a link"),
        ("1x:{path}", "a pattern begins as a link does"),
        (
            "x://{file}:{path}",
            "`{file}` means nothing; there are `{path}`, `{line}`, `{column}`",
        ),
        ("x://{path", "`{path` means nothing"),
        (
            "javascript:alert('{path}')",
            "links that begin with `javascript:` open no editor",
        ),
        ("JavaScript:{path}", "`javascript:`"),
        ("data:text/html,{path}", "`data:`"),
        ("file://{path}", "`file:`"),
        ("ms-msdt:/id/{path}", "`ms-msdt:`"),
    ];
    for (written, expected) in cases {
        let told = pattern(written).unwrap_err().to_string();
        assert!(told.contains(expected), "{written}: {told}");
    }
    assert_eq!(pattern("webstrom"), Err(Unknown::Name(vec!["webstorm"])));
}

#[test]
fn the_environment_speaks_of_an_editor() {
    type Case<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);
    let cases: [Case; 15] = [
        (&[], None),
        (&[("TERM_PROGRAM", "vscode")], Some("VS Code")),
        (&[("TERM_PROGRAM", "zed")], Some("Zed")),
        (&[("TERM_PROGRAM", "Apple_Terminal")], None),
        (
            &[("TERM_PROGRAM", "Apple_Terminal"), ("EDITOR", "mate -w")],
            Some("TextMate"),
        ),
        (&[("EDITOR", "vim")], None),
        (&[("EDITOR", "subl")], None),
        (
            &[("VISUAL", "/usr/local/bin/code --wait"), ("EDITOR", "vim")],
            Some("VS Code"),
        ),
        (
            &[("VISUAL", "vim"), ("EDITOR", "C:\\bin\\Cursor.exe -w")],
            Some("Cursor"),
        ),
        (&[("VISUAL", ""), ("EDITOR", "zeditor")], Some("Zed")),
        (&[("EDITOR", "code"), ("TERM_PROGRAM", "zed")], Some("Zed")),
        (
            &[
                ("TERM_PROGRAM", "vscode"),
                ("VSCODE_GIT_ASKPASS_MAIN", "/Applications/Cursor.app/x.js"),
            ],
            Some("Cursor"),
        ),
        (
            &[
                ("TERM_PROGRAM", "vscode"),
                ("VSCODE_GIT_ASKPASS_MAIN", "/usr/share/codium/resources/x.js"),
            ],
            Some("VSCodium"),
        ),
        (
            &[
                ("TERM_PROGRAM", "vscode"),
                ("SSH_CONNECTION", "10.0.0.7 1 10.0.0.8 22"),
            ],
            None,
        ),
        (&[("EDITOR", "code"), ("WSL_DISTRO_NAME", "Ubuntu")], None),
    ];
    for (variables, expected) in cases {
        assert_eq!(
            guess(variables).and_then(|pattern| pattern.editor()),
            expected,
            "{variables:?}"
        );
    }
}
