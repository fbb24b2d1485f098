//! What is refused.

use super::Scene;
use super::client::Reply;

fn refused(scene: &Scene, request: &str) -> Reply {
    let mut client = scene.client();
    client.send(request);
    let reply = client.answer();
    assert!(!client.rest().contains(" 200 OK"), "one answer to {request:?}");
    reply
}

fn get(target: &str, headers: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n")
}

#[test]
fn only_reading_is_allowed() {
    let scene = Scene::new();
    for method in [
        "POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get", "BREW",
    ] {
        let reply = refused(&scene, &format!("{method} / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        assert_eq!(
            (reply.status, reply.header("allow")),
            (405, Some("GET, HEAD")),
            "{method}"
        );
        assert!(reply.body.contains("preview"), "it is said in words");
    }
    scene.is_well();
}

#[test]
fn bodies_and_what_leads_to_them_are_refused() {
    let scene = Scene::new();
    for (headers, status) in [
        ("Content-Length: 5\r\n", 413),
        ("Content-Length: 4000\r\n", 413),
        ("Content-Length: 0x5\r\n", 400),
        ("Content-Length: +5\r\n", 400),
        ("Content-Length: -1\r\n", 400),
        ("Content-Length: 99999999999999999999999\r\n", 413),
        ("Content-Length: 0\r\nContent-Length: 5\r\n", 400),
        ("Transfer-Encoding: chunked\r\n", 501),
        ("Transfer-Encoding: identity\r\n", 501),
        ("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 501),
        ("Expect: 100-continue\r\n", 417),
        ("Connection: Upgrade\r\nUpgrade: websocket\r\n", 501),
        ("Upgrade: h2c\r\n", 501),
        ("Host: localhost\r\n", 400),
    ] {
        let body = "hello".repeat(800);
        let reply = refused(&scene, &(get("/", headers) + &body));
        assert_eq!(reply.status, status, "{headers}");
    }
    for headers in ["Content-Length: 0\r\n", "Content-Length: 000\r\n"] {
        assert_eq!(refused(&scene, &get("/", headers)).status, 200);
    }
}

#[test]
fn what_follows_an_unclear_request_is_no_request() {
    let scene = Scene::new();
    let second = get("/asked", "");
    for (headers, status) in [
        ("Transfer-Encoding: chunked\r\n", 501),
        ("Content-Length: 0x5\r\n", 400),
        ("Content-Length: 0\r\nContent-Length: 70\r\n", 400),
    ] {
        let reply = refused(&scene, &(get("/", headers) + &second));
        assert_eq!(reply.status, status);
    }
}

#[test]
fn a_body_that_claims_to_be_huge_takes_no_memory() {
    const CLAIMED: u64 = 10_000_000_000;
    let scene = Scene::new();
    let before = peak();
    for claim in [CLAIMED, u64::MAX / 2] {
        let mut client = scene.client();
        client.send(&get("/", &format!("Content-Length: {claim}\r\n")));
        assert_eq!(client.answer().status, 413);
    }
    let mut client = scene.client();
    client.send(&get("/", "Expect: 100-continue\r\nContent-Length: 10\r\n"));
    assert_eq!(client.answer().status, 413);
    drop(client);
    scene.is_well();
    assert!(peak() - before < CLAIMED / 2);
}

/// How much memory this process has asked for at most, on systems that tell; in bytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmPeak:"));
    let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    peak.unwrap_or_default() * 1024
}

#[test]
fn addresses_that_are_no_plain_paths_are_refused() {
    let scene = Scene::new();
    for target in [
        "*",
        "http://localhost/",
        "//localhost/a",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2fetc/passwd",
        r"/..\a",
        "/a%00.html",
        "/a%0d%0aSet-Cookie:%20a=b",
        "/asked?q=%0d%0aSet-Cookie:%20a=b",
        "/a\nb",
        "/a\rb",
        "/a\tb",
        "/a\u{7f}b",
    ] {
        assert_eq!(refused(&scene, &get(target, "")).status, 400, "{target:?}");
    }
    assert_eq!(
        refused(&scene, &get(&format!("/{}", "a".repeat(9000)), "")).status,
        414
    );
    assert_eq!(
        refused(&scene, &get(&format!("/{}", "a".repeat(8000)), "")).status,
        404
    );
}

#[test]
fn control_characters_in_headers_are_refused() {
    let scene = Scene::new();
    for headers in [
        "A: b\nSet-Cookie: c=d\r\n",
        "A: b\rC: d\r\n",
        "A: \u{0}\r\n",
        "A(: b\r\n",
        ": b\r\n",
    ] {
        assert_eq!(refused(&scene, &get("/", headers)).status, 400, "{headers:?}");
    }
}

#[test]
fn other_names_are_refused_in_plain_words() {
    let scene = Scene::new();
    let port = scene.address.port();
    for host in ["localhost", "127.0.0.1", "[::1]", "a.localhost"] {
        for host in [format!("Host: {host}\r\n"), format!("host: {host}:{port}\r\n")] {
            let request = format!("GET / HTTP/1.1\r\n{host}\r\n");
            assert_eq!(refused(&scene, &request).status, 200, "{host}");
        }
    }
    for host in [
        "",
        "Host:\r\n",
        "Host: example.com\r\n",
        "Host: localhost:1\r\n",
        "Host: 10.0.0.1\r\n",
    ] {
        for version in ["1.0", "1.1"] {
            let reply = refused(&scene, &format!("GET / HTTP/{version}\r\n{host}\r\n"));
            assert_eq!(reply.status, 403, "{host}");
            assert!(reply.body.contains("not shown under that name"));
        }
    }
}
