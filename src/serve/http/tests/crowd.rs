//! Many clients, and bad ones.

use std::time::Duration;

use super::{PATIENCE, Scene, Streams};

#[test]
fn everybody_is_answered_beside_open_streams() {
    for count in [6, 20] {
        for _ in 0..5 {
            let scene = Scene::new();
            let _stream = scene.events("a");
            let mut clients: Vec<_> = (0..count).map(|_| scene.client()).collect();
            for client in &mut clients {
                client.get("/");
            }
            // Nobody hangs up before all are answered.
            for client in &mut clients {
                assert_eq!(client.answer().status, 200);
            }
        }
    }
}

#[test]
fn slow_clients_hold_up_nobody() {
    let scene = Scene::new();
    let _streams: Vec<_> = (0..40).map(|_| scene.events("a")).collect();
    let half_open = (0..50).map(|nth| {
        let mut client = scene.client();
        client.send(["", "G", "GET / HTTP/1.1\r\nHos"][nth % 3]);
        client
    });
    let _half_open: Vec<_> = half_open.collect();
    let never_reading = (0..20).map(|_| {
        let mut client = scene.client();
        client.get("/large");
        client
    });
    let _never_reading: Vec<_> = never_reading.collect();
    for _ in 0..50 {
        scene.is_well();
    }
}

#[test]
fn when_all_are_busy_others_are_told_to_wait() {
    let scene = Scene::with(Streams::new(), 3, PATIENCE);
    let _streams: Vec<_> = (0..3).map(|_| scene.events("a")).collect();
    let mut client = scene.client();
    client.get("/");
    let reply = client.answer();
    assert_eq!((reply.status, reply.header("retry-after")), (503, Some("5")));
    scene.streams.close();
    super::eventually(|| {
        let mut client = scene.client();
        client.get("/");
        client.answer().status == 200
    });
}

#[test]
fn requests_that_do_not_wait_for_their_turn_are_dropped() {
    let scene = Scene::new();
    let mut client = scene.events("a");
    client.send(&"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(300));
    scene.is_well();
    scene.streams.close();
    client.read_until("0");
}

#[test]
fn stopping_waits_for_those_who_can_be_waited_for() {
    let scene = Scene::new();
    let mut stream = scene.events("a");
    let _half_open = scene.client();
    assert!(scene.running.stop(), "all threads have ended");
    stream.read_until("0");
}

#[test]
fn stopping_does_not_wait_for_clients_that_never_read() {
    let scene = Scene::with(Streams::new(), 200, Duration::from_millis(1));
    let mut client = scene.client();
    client.get("/large");
    client.head();
    assert!(!scene.running.stop(), "one thread is still writing");
}
