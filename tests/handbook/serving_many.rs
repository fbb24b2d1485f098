//! Many clients at once, good and bad: none holds up another.

use std::fmt::Write as _;
use std::io::Write as _;
use std::net::TcpStream;

use super::preview::{Preview, save};
use super::preview_events::Events;
use super::support::Handbook;

/// How many pages show the title of the hub.
const PAGES: usize = 60;

/// More than the system takes in on behalf of a client that doesn't read.
const LARGE: usize = 32 * 1024 * 1024;

fn handbook() -> Handbook {
    let handbook = Handbook::new("//- content/index.md\n# Home\n//- content/roles/hub.md\n# Hub\n");
    for at in 0..PAGES {
        handbook.write(
            &format!("content/roles/role-{at}.md"),
            format!("# Role {at}\n\nAsks the [[hub]].\n"),
        );
    }
    handbook.write("content/assets/large.bin", vec![b'.'; LARGE]);
    handbook
}

/// The page of one of those that show the title.
fn page(at: usize) -> String {
    format!("/roles/role-{at}.html")
}

/// A client that has sent `request`, and does nothing more.
fn idle(preview: &Preview, request: &str) -> TcpStream {
    let mut connection = preview.connect();
    connection.write_all(request.as_bytes()).unwrap();
    connection
}

#[cfg(unix)]
#[test]
fn many_clients_hold_up_nobody() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut streams: Vec<Events> = (0..PAGES).map(|at| preview.events(&page(at))).collect();
    let half_open: Vec<TcpStream> = (0..20)
        .map(|at| {
            idle(
                &preview,
                ["", "GET /roles/hu", "GET / HTTP/1.1\r\nHost: loc"][at % 3],
            )
        })
        .collect();
    let host = preview.address;
    let never_read: Vec<TcpStream> = (0..5)
        .map(|_| {
            idle(
                &preview,
                &format!("GET /assets/large.bin HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            )
        })
        .collect();
    assert!(preview.page("/roles/hub.html").contains("Hub"));
    save(&handbook, "content/roles/hub.md", "# Spoke\n");
    for (at, events) in streams.iter_mut().enumerate() {
        assert_eq!(events.news().name, "update", "{at}");
        assert!(preview.page(&page(at)).contains("Spoke"), "{at}");
    }
    // Whoever reads gets all of what others leave unread.
    assert_eq!(preview.get("/assets/large.bin").body.len(), LARGE);
    let ended = preview.end("INT");
    assert_eq!((ended.status.code(), ended.stderr.as_str()), (Some(0), ""));
    for events in &mut streams {
        while events.next_or_end().is_some() {}
    }
    drop((half_open, never_read));
}

#[test]
fn clients_that_vanish_leave_no_trace() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    for at in 0..100 {
        let events = Events::open(&preview, &page(at % PAGES), None);
        drop(events);
        drop(idle(&preview, "GET /roles/hub.html HTT"));
        let large = format!(
            "GET /assets/large.bin HTTP/1.1\r\nHost: {}\r\n\r\n",
            preview.address
        );
        if at % 20 == 0 {
            drop(idle(&preview, &large));
        }
    }
    let mut events = preview.events(&page(0));
    save(&handbook, "content/roles/hub.md", "# Spoke\n");
    assert_eq!(events.news().name, "update");
    assert!(preview.page(&page(0)).contains("Spoke"));
}

#[test]
fn requests_that_come_all_at_once_are_all_answered() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let _events = preview.events("/index.html");
    for _ in 0..5 {
        std::thread::scope(|scope| {
            let preview = &preview;
            let asked: Vec<_> = (0..40)
                .map(|at| scope.spawn(move || preview.page(&page(at)).contains("Hub")))
                .collect();
            for one in asked {
                assert!(one.join().unwrap());
            }
        });
    }
}

/// What no client that means well sends.
#[test]
fn rubbish_harms_nobody() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut long = String::from("GET /index.html HTTP/1.1\r\n");
    for at in 0..2_000 {
        write!(long, "X-{at}: {}\r\n", "x".repeat(100)).unwrap();
    }
    let rubbish = [
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "\u{0}\u{1}\u{2}\r\n\r\n",
        "GET / HTTP/1.1\r\nHost\r\n\r\n",
        "\u{16}\u{3}\u{1} a greeting in another language",
        &long,
    ];
    let connections = rubbish.map(|rubbish| {
        let mut connection = preview.connect();
        // It may be sent away before it has said all.
        let _ = connection.write_all(rubbish.as_bytes());
        connection
    });
    assert!(preview.page("/roles/hub.html").contains("Hub"));
    drop(connections);
    let target = format!(
        "GET /{} HTTP/1.1\r\nHost: {}\r\n\r\n",
        "a".repeat(10_000),
        preview.address
    );
    assert_eq!(preview.send(&target).status, 414);
    assert!(preview.page("/roles/hub.html").contains("Hub"));
}
