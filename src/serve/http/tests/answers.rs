//! What comes back.

use super::{LARGE, Scene, TOGETHER};

#[test]
fn an_answer_has_its_length_and_says_that_it_is_the_last() {
    let scene = Scene::new();
    let mut client = scene.client();
    client.get("/");
    let reply = client.answer();
    assert_eq!(reply.status, 200);
    assert_eq!(reply.body, "<p>Home</p>");
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("content-length", "11"),
        ("connection", "close"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(reply.header(name), Some(value), "{name}");
    }
    assert_eq!(client.rest(), "");
}

#[test]
fn an_answer_to_head_is_the_same_without_its_body() {
    let scene = Scene::new();
    for target in ["/", "/large", "/none", "/tagged", "/a//b"] {
        let mut client = scene.client();
        client.get(target);
        let full = client.answer();
        let mut client = scene.client();
        client.send(&format!("HEAD {target} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        let head = client.head();
        assert_eq!(
            (head.status, &head.headers),
            (full.status, &full.headers),
            "{target}"
        );
        assert_eq!(client.rest(), "");
    }
}

#[test]
fn what_the_client_has_is_not_sent_again() {
    let scene = Scene::new();
    let ask = |tags: &str| {
        let mut client = scene.client();
        client.send(&format!("GET /tagged HTTP/1.1\r\nHost: localhost\r\n{tags}\r\n"));
        let reply = client.answer();
        assert_eq!(reply.header("etag"), Some("\"1-2,3\""));
        assert_eq!(reply.header("cache-control"), Some("no-cache"));
        assert_eq!(client.rest(), "");
        (reply.status, reply.body)
    };
    let found = (200, String::from("p {}"));
    let known = (304, String::new());
    assert_eq!(ask(""), found);
    assert_eq!(ask("If-None-Match: \"1\", \"2\"\r\n"), found);
    assert_eq!(ask("If-None-Match: \"1-2,3\"\r\n"), known);
    assert_eq!(
        ask("If-None-Match: \"1\"\r\nif-none-match: W/\"1-2,3\"\r\n"),
        known
    );
    assert_eq!(ask("If-None-Match: *\r\n"), known);
}

#[test]
fn a_large_answer_is_whole() {
    let scene = Scene::new();
    let mut client = scene.client();
    client.get("/large");
    assert_eq!(client.answer().body.len(), LARGE);
}

#[test]
fn a_query_is_decoded() {
    let scene = Scene::new();
    let mut client = scene.client();
    client.get("/asked?page=%2Fa&q=b+c");
    assert_eq!(client.answer().body, "{\"page\": \"/a\", \"q\": \"b c\"}\n");
}

#[test]
fn no_line_break_gets_into_a_header() {
    let scene = Scene::new();
    let mut client = scene.client();
    client.get("/injected");
    let reply = client.answer();
    assert_eq!((reply.status, reply.header("set-cookie")), (500, None));
    let mut client = scene.client();
    client.get("/moved");
    assert_eq!(client.answer().header("location"), Some("/"));
}

#[test]
fn a_panic_is_answered_and_the_server_goes_on() {
    let scene = Scene::new();
    for _ in 0..3 {
        let mut client = scene.client();
        client.get("/panic");
        let reply = client.answer();
        assert_eq!(reply.status, 500);
        assert!(reply.body.contains("The preview goes on."));
    }
    scene.is_well();
}

#[test]
fn several_requests_are_answered_at_once() {
    let scene = Scene::new();
    let mut clients: Vec<_> = (0..TOGETHER).map(|_| scene.client()).collect();
    for client in &mut clients {
        client.get("/together");
    }
    for client in &mut clients {
        assert_eq!(client.answer().body, "Together.\n");
    }
}

#[test]
fn old_clients_are_answered_until_the_connection_ends() {
    let scene = Scene::new();
    let mut client = scene.client();
    client.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
    assert_eq!(client.answer().body, "<p>Home</p>");
    assert_eq!(client.line(), "", "the server closes the connection");
}
