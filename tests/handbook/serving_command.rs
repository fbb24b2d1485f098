//! The command itself: what it prints, what it leaves, how it begins and how it ends.

use std::collections::BTreeMap;
use std::fs;
use std::net::{TcpListener, UdpSocket};
use std::path::Path;
use std::time::SystemTime;

use tempfile::TempDir;

use super::preview::{Preview, save};
use super::support::Handbook;

const FINE: &str = "//- book.toml\n[book]\ntitle = \"Test\"\n[lints]\nwarnings = \"allow\"\n\
                    //- content/index.md\n# Home\n//- content/notes.md\n# Notes\n";

/// A role that was looked at on 1 May 2026 and is looked at every year.
const REVIEWED: &str = "//- content/index.md\n# Home\n\
                        //- content/roles/engineer.md\n+++\nreviewed = 2026-05-01\nreview = \"12 months\"\n+++\n# Engineer\n";

/// Every file and folder below `folder`, and when it was last written.
fn listing(folder: &Path) -> BTreeMap<String, SystemTime> {
    fn list(folder: &Path, found: &mut BTreeMap<String, SystemTime>) {
        let written = fs::metadata(folder).unwrap().modified().unwrap();
        found.insert(folder.display().to_string(), written);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                list(&path, found);
            } else {
                let written = fs::metadata(&path).unwrap().modified().unwrap();
                found.insert(path.display().to_string(), written);
            }
        }
    }
    let mut found = BTreeMap::new();
    list(folder, &mut found);
    found
}

/// How many times it was read again, as printed.
fn readings(out: &str) -> usize {
    out.lines().filter(|line| line.contains("read again in ")).count()
}

#[test]
fn nothing_is_written() {
    let handbook = Handbook::sample();
    let before = listing(&handbook.path(""));
    let preview = Preview::start(&handbook);
    for path in [
        "/",
        "/roles/",
        "/roles/engineer.html",
        "/assets/logo.svg",
        "/rolebook.json",
        "/none",
    ] {
        preview.get(path);
    }
    preview.findings("/roles/engineer.html");
    preview.events("/roles/engineer.html");
    assert_eq!(listing(&handbook.path("")), before);
    drop(preview);
    assert_eq!(listing(&handbook.path("")), before);
}

#[test]
fn a_handbook_that_cant_be_written_to_is_served() {
    let handbook = Handbook::new(FINE);
    let set_writable = |writable: bool| {
        for path in ["content/notes.md", "content", ""] {
            let path = handbook.path(path);
            let mut permissions = fs::metadata(&path).unwrap().permissions();
            permissions.set_readonly(!writable);
            #[cfg(unix)]
            if writable {
                use std::os::unix::fs::PermissionsExt as _;
                permissions.set_mode(0o755);
            }
            fs::set_permissions(path, permissions).unwrap();
        }
    };
    set_writable(false);
    let preview = Preview::start(&handbook);
    assert!(preview.page("/notes.html").contains("Notes"));
    drop(preview);
    set_writable(true);
}

#[test]
fn a_port_that_is_named_and_taken_is_an_error() {
    let handbook = Handbook::new(FINE);
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = other.local_addr().unwrap().port().to_string();
    let run = handbook.run(&["serve", "--port", &port]);
    assert_eq!(run.code, 2, "{}{}", run.stdout, run.stderr);
    assert_eq!(run.stdout, "");
    assert!(
        run.stderr
            .contains(&format!("error: another program listens on port {port} already")),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("help: ") && run.stderr.contains("--port N"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_usual_port_when_taken_gives_way_to_the_next_aloud() {
    let handbook = Handbook::new(FINE);
    // Where it can't be had, another program has it, which is as good.
    let _other = TcpListener::bind("127.0.0.1:4000");
    let taken = "Port 4000 is taken by another program";
    let previews = [(); 2].map(|()| {
        let preview = Preview::start_with(&handbook, &[]);
        preview.until_out("words on the port", |out| out.contains(taken));
        preview
    });
    let ports = previews.each_ref().map(|preview| preview.address.port());
    assert!(
        4000 < ports[0] && ports[0] < ports[1] && ports[1] < 4050,
        "{ports:?}"
    );
    for preview in &previews {
        assert!(preview.page("/notes.html").contains("Notes"));
    }
}

#[test]
fn who_opens_the_handbook_to_the_network_is_warned() {
    let handbook = Handbook::new(FINE);
    let preview = Preview::start_with(&handbook, &["--host", "0.0.0.0", "--port", "0"]);
    preview.until_out("a reading", |out| out.contains("read in "));
    let out = preview.out();
    drop(preview);
    assert!(out.contains("http://127.0.0.1:"), "{out}");
    // No packet is sent: the system is asked from where one would go. A machine without a network has nobody to warn of.
    let socket = UdpSocket::bind("0.0.0.0:0").unwrap();
    if socket.connect("192.0.2.1:9").is_ok() {
        let warning = "warning: everyone in this network can read this handbook";
        assert!(out.contains(warning), "{out}");
        assert!(
            out.lines().any(|line| line.starts_with("Network http://")),
            "{out}"
        );
    }
}

#[test]
fn who_does_not_is_not() {
    let handbook = Handbook::new(FINE);
    let preview = Preview::start(&handbook);
    preview.until_out("a reading", |out| out.contains("read in "));
    let out = preview.out();
    assert!(!out.contains("warning") && !out.contains("Network"), "{out}");
    assert!(
        out.starts_with(&format!("Open http://127.0.0.1:{}/\n", preview.address.port())),
        "{out}"
    );
}

#[test]
fn where_there_is_no_handbook_it_says_what_to_do() {
    let folder = TempDir::new().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_rolebook"))
        .current_dir(folder.path())
        .args(["serve", "--port", "0"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("there is no `book.toml`"), "{said}");
    assert!(
        said.contains("help: ") && said.contains("rolebook init"),
        "{said}"
    );
    let handbook = Handbook::new(FINE);
    fs::remove_dir_all(handbook.path("content")).unwrap();
    let run = handbook.run(&["serve", "--port", "0"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("there is no folder `"), "{}", run.stderr);
    assert!(run.stderr.contains("help: make the folder"), "{}", run.stderr);
}

#[test]
fn a_theme_that_cant_be_used_is_an_error_at_first() {
    let handbook = Handbook::new(FINE);
    handbook.write("themes/default/templates/page.html", "{% if %}");
    let run = handbook.run(&["serve", "--port", "0"]);
    assert_eq!(run.code, 2, "{}", run.stdout);
    assert!(run.stderr.contains("page.html"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn it_ends_when_told_whoever_is_connected() {
    use std::io::Write as _;
    for signal in ["INT", "TERM"] {
        let handbook = Handbook::new(FINE);
        let preview = Preview::start(&handbook);
        let mut events = preview.events("/notes.html");
        let silent = preview.connect();
        let mut begun = preview.connect();
        begun.write_all(b"GET /notes.ht").unwrap();
        let ended = preview.end(signal);
        assert_eq!(ended.status.code(), Some(0), "{signal}: {}", ended.stderr);
        assert_eq!(ended.stderr, "", "{signal}");
        assert!(events.next_or_end().is_none(), "{signal}: the stream ends");
        drop((silent, begun));
    }
}

#[cfg(unix)]
#[test]
fn its_port_is_free_when_it_has_ended() {
    let handbook = Handbook::new(FINE);
    let preview = Preview::start(&handbook);
    let port = preview.address.port().to_string();
    let events = preview.events("/notes.html");
    assert_eq!(preview.end("INT").status.code(), Some(0));
    let again = Preview::start_with(&handbook, &["--port", &port]);
    assert!(again.page("/notes.html").contains("Notes"));
    drop(events);
}

#[test]
fn the_day_is_as_it_is_asked_for() {
    let handbook = Handbook::new(REVIEWED);
    for (date, is_overdue) in [("2026-12-31", false), ("2030-01-01", true)] {
        let preview = Preview::start_with(&handbook, &["--port", "0", "--date", date]);
        preview.until_out("a reading", |out| out.contains("read in "));
        assert_eq!(
            preview.out().contains("[review-overdue]"),
            is_overdue,
            "{date}: {}",
            preview.out()
        );
        let listed = preview.findings("/roles/engineer.html").to_string();
        assert_eq!(listed.contains("review-overdue"), is_overdue, "{date}: {listed}");
        // After an edit it is still that day.
        let text = handbook.read("content/roles/engineer.md");
        save(&handbook, "content/roles/engineer.md", text + "\nMore.\n");
        preview.until_out("another reading", |out| readings(out) == 1);
        let listed = preview.findings("/roles/engineer.html").to_string();
        assert_eq!(listed.contains("review-overdue"), is_overdue, "{date}: {listed}");
    }
}

#[test]
fn in_a_pipe_it_prints_plain_lines_one_for_each_reading() {
    let handbook = Handbook::new(FINE);
    let preview = Preview::start(&handbook);
    for edit in 1..=3 {
        save(
            &handbook,
            "content/notes.md",
            format!("# Notes\n\nEdit {edit}.\n"),
        );
        preview.until_out("another reading", |out| readings(out) == edit);
    }
    let out = preview.out();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 5, "{out}");
    assert_eq!(lines[0], format!("Open http://{}/", preview.address));
    assert!(lines[1].starts_with("Test: "), "{out}");
    assert!(
        lines[1].contains("no findings") && lines[1].contains("read in "),
        "{out}"
    );
    for line in &lines[2..] {
        assert!(line.ends_with("changed: content/notes.md"), "{out}");
    }
    assert!(!out.chars().any(|c| c.is_control() && c != '\n'), "{out:?}");
    // An error is printed as `check` prints it.
    save(&handbook, "content/notes.md", "# Notes\n\n[[nobody]]\n");
    preview.until_out("an error", |out| readings(out) == 4);
    let out = preview.out();
    assert!(
        out.contains("error[broken-link]") && out.contains("--> content/notes.md:3:3"),
        "{out}"
    );
    assert!(out.contains("1 error"), "{out}");
    assert!(!out.contains('\u{1b}'), "{out:?}");
}

#[test]
fn what_can_not_be_read_is_printed_as_well() {
    let handbook = Handbook::new(FINE);
    let preview = Preview::start(&handbook);
    preview.until_out("a reading", |out| out.contains("read in "));
    fs::rename(handbook.path("content"), handbook.path("away")).unwrap();
    preview.until_out("an error", |out| out.contains("there is no folder `"));
    preview.until_out("another reading", |out| readings(out) == 1);
    assert!(
        preview.out().contains("help: make the folder"),
        "{}",
        preview.out()
    );
    fs::rename(handbook.path("away"), handbook.path("content")).unwrap();
    preview.until_out("one more reading", |out| readings(out) == 2);
}

#[cfg(unix)]
#[test]
fn who_wants_it_quiet_hears_of_errors_only() {
    let handbook = Handbook::new(FINE);
    let preview = Preview::start_quietly(&handbook);
    save(&handbook, "content/notes.md", "# Notes\n\nMore.\n");
    preview.until_page("/notes.html", |page| page.contains("More."));
    assert_eq!(preview.out(), "");
    save(&handbook, "content/notes.md", "# Notes\n\n[[nobody]]\n");
    preview.until_out("an error", |out| out.contains("error[broken-link]"));
    save(&handbook, "content/notes.md", "# Notes\n\nMended.\n");
    preview.until_page("/notes.html", |page| page.contains("Mended."));
    let ended = preview.end("INT");
    assert!(ended.stdout.starts_with("error[broken-link]"), "{}", ended.stdout);
    assert!(
        !ended.stdout.contains("http://") && !ended.stdout.contains("read "),
        "{}",
        ended.stdout
    );
    assert_eq!((ended.status.code(), ended.stderr.as_str()), (Some(0), ""));
}
