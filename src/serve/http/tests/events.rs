//! Streams of events.

use std::time::Duration;

use super::{PATIENCE, Scene, Streams, event, eventually};

#[test]
fn events_come_at_once_and_to_whom_they_are_for() {
    let scene = Scene::new();
    let mut one = scene.events("one");
    let mut other = scene.events("other");
    assert_eq!(Vec::from_iter(scene.streams.pages()), ["one", "other"]);
    scene.streams.send("one", &event("update", "1"));
    scene.streams.send_all(&event("style", "2"));
    let before = one.read_until("data: 2");
    assert!(before.ends_with(&[String::from("event: style")]));
    assert!(before.contains(&String::from("data: 1")));
    assert!(!other.read_until("data: 2").contains(&String::from("data: 1")));
}

#[test]
fn a_stream_says_what_it_is() {
    let scene = Scene::new();
    let mut client = scene.client();
    client.get("/events?page=a");
    let head = client.head();
    assert_eq!(head.header("content-type"), Some("text/event-stream"));
    assert_eq!(head.header("cache-control"), Some("no-store"));
    assert_eq!(head.header("content-length"), None);
    let mut client = scene.client();
    client.send("HEAD /events?page=b HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert_eq!(client.head().headers, head.headers);
    assert_eq!(client.rest(), "");
    eventually(|| Vec::from_iter(scene.streams.pages()) == ["a"]);
}

#[test]
fn nothing_falls_between_the_first_events_and_the_later_ones() {
    let scene = Scene::new();
    let mut client = scene.client();
    client.get("/events?page=a");
    eventually(|| !scene.streams.pages().is_empty());
    scene.streams.send("a", &event("update", "next"));
    assert!(client.read_until("data: next").contains(&String::from("data: a")));
}

#[test]
fn a_line_break_does_not_end_an_event() {
    let scene = Scene::new();
    let mut client = scene.events("a");
    scene.streams.send("a", &event("update", "b\n\nevent: c"));
    let lines = ["data: b", "data: ", "data: event: c"].map(str::trim_end);
    client.read_until("event: update");
    assert_eq!(lines.map(|_| client.line()), lines);
}

#[test]
fn a_silent_stream_shows_whether_anybody_is_there() {
    let scene = Scene::with(Streams::new(), 200, Duration::from_millis(20));
    let mut staying = scene.events("staying");
    let leaving = scene.events("leaving");
    staying.read_until(": still here");
    drop(leaving);
    eventually(|| Vec::from_iter(scene.streams.pages()) == ["staying"]);
}

#[test]
fn a_client_that_does_not_read_is_let_go_and_holds_up_nobody() {
    let scene = Scene::with(Streams::with_limits(10, 8), 200, PATIENCE);
    let mut asleep = scene.events("asleep");
    let mut awake = scene.events("awake");
    let large = event("update", &"x".repeat(1_000_000));
    for _ in 0..40 {
        scene.streams.send("asleep", &large);
    }
    assert_eq!(Vec::from_iter(scene.streams.pages()), ["awake"]);
    scene.streams.send_all(&event("update", "1"));
    awake.read_until("data: 1");
    // When it wakes up, it reads what it missed and sees the end: an empty chunk. Its browser comes back.
    asleep.read_until("0");
}

#[test]
fn too_many_streams_are_told_to_wait() {
    let scene = Scene::with(Streams::with_limits(2, 8), 200, PATIENCE);
    let one = scene.events("one");
    let _two = scene.events("two");
    let mut three = scene.client();
    three.get("/events?page=three");
    let reply = three.answer();
    assert_eq!((reply.status, reply.header("retry-after")), (503, Some("5")));
    drop(one);
    scene.streams.send_all(&event("update", "1"));
    eventually(|| {
        scene.streams.send_all(&event("update", "2"));
        scene.streams.pages().len() == 1
    });
    scene.events("three");
}

#[test]
fn streams_end_when_they_are_closed() {
    let scene = Scene::new();
    let mut client = scene.events("a");
    let mut old = scene.client();
    old.send("GET /events?page=b HTTP/1.0\r\nHost: localhost\r\n\r\n");
    old.read_until("data: b");
    scene.streams.close();
    client.read_until("0");
    assert_eq!(old.rest().trim(), "");
    let mut late = scene.client();
    late.get("/events?page=c");
    late.read_until("0");
}
