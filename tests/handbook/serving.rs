//! What the preview answers: the site as it is built, and nothing else.

use super::preview::{Preview, Reply};
use super::support::{Handbook, has_extension};

/// What `build` writes for itself; no part of the site.
const RECORD: &str = ".rolebook-manifest.json";

/// A picture of one point.
const PICTURE: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1\"/></svg>\n";

fn small() -> Handbook {
    let handbook = Handbook::new(
        "//- content/index.md\n# Home\n//- content/roles/engineer.md\n# Engineer\n//- content/notes.md\n# Notes\n",
    );
    handbook.write("content/assets/dot.svg", PICTURE);
    handbook
}

/// `path` as it is written in an address.
fn address(path: &str) -> String {
    let written = path.bytes().map(|byte| {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            String::from(char::from(byte))
        } else {
            format!("%{byte:02X}")
        }
    });
    std::iter::once(String::from("/")).chain(written).collect()
}

/// The content type of a file of the sample handbook's site.
fn kind(path: &str) -> &'static str {
    let kinds = [
        ("html", "text/html; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("json", "application/json"),
        ("svg", "image/svg+xml"),
        ("csv", "text/csv; charset=utf-8"),
        ("dot", "text/vnd.graphviz; charset=utf-8"),
        ("graphml", "application/xml"),
        ("mmd", "text/plain; charset=utf-8"),
        ("md", "text/markdown; charset=utf-8"),
        ("txt", "text/plain; charset=utf-8"),
        ("ics", "text/calendar; charset=utf-8"),
        ("atom", "application/atom+xml"),
    ];
    // For hosts, and no file that a page asks for.
    if ["_headers", ".nojekyll"].contains(&path) {
        return "application/octet-stream";
    }
    let known = kinds.iter().find(|(ending, _)| has_extension(path, ending));
    known.unwrap_or_else(|| panic!("what is {path}?")).1
}

/// The address of the style sheet of a site.
fn style_sheet(preview: &Preview) -> String {
    let page = preview.page("/index.html");
    let (_, rest) = page.split_once("href=\"theme/style").unwrap();
    format!("/theme/style{}", rest.split_once('"').unwrap().0)
}

/// Asserts that an answer is the 404 page of the site, for the page at `path`.
#[track_caller]
fn is_missing(reply: &Reply, path: &str) {
    assert_eq!(reply.status, 404, "{path}: {}", reply.text());
    assert!(reply.text().contains("/__rolebook/preview.js"), "{path}");
    assert!(reply.text().contains("<title>"), "{path}: {}", reply.text());
}

#[test]
fn what_is_served_is_what_is_built_but_for_one_element() {
    let handbook = Handbook::sample();
    let mut site = handbook.site();
    assert!(site.files.remove(RECORD).is_some());
    assert!(site.files.len() > 80);
    let preview = Preview::start(&handbook);
    for (path, bytes) in &site.files {
        let reply = preview.get(&address(path));
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("Content-Type"), Some(kind(path)), "{path}");
        assert_eq!(reply.header("X-Content-Type-Options"), Some("nosniff"), "{path}");
        if has_extension(path, "html") {
            let (page, script) = reply.without_script();
            assert!(page.as_bytes() == bytes, "{path} is not the page that is built");
            assert_eq!(
                script,
                format!(" data-page=\"{}\" data-revision=\"1\">", address(path))
            );
            assert_eq!(reply.header("Cache-Control"), Some("no-store"), "{path}");
        } else {
            assert!(reply.body == *bytes, "{path} is not the file that is built");
            assert_eq!(reply.header("Cache-Control"), Some("no-cache"), "{path}");
        }
    }
}

#[test]
fn what_is_served_after_edits_is_what_is_built_then() {
    let handbook = Handbook::sample();
    handbook.write("content/joining/old.md", "# Old\n");
    let preview = Preview::start(&handbook);
    assert_eq!(preview.get("/joining/old.html").status, 200);
    let role = handbook.read("content/roles/engineer.md");
    handbook.write(
        "content/roles/engineer.md",
        role.replace("\"Engineer\"", "\"Plumber\""),
    );
    preview.until_page("/roles/engineer.html", |page| page.contains("<title>Plumber"));
    handbook.write("content/roles/new.md", "# Newcomer\n\n[[engineer]]\n");
    preview.until_status("/roles/new.html", 200);
    std::fs::remove_file(handbook.path("content/joining/old.md")).unwrap();
    preview.until_status("/joining/old.html", 404);
    let site = handbook.site();
    assert!(!site.files.contains_key("joining/old.html"));
    for path in site.pages() {
        let page = preview.page(&address(path));
        assert!(
            page.as_bytes() == site.bytes(path),
            "{path} is not the page that is built"
        );
    }
}

#[test]
fn nothing_but_the_site_is_served() {
    let handbook = small();
    handbook.site();
    handbook.write("secret.txt", "nobody's business");
    handbook.write("content/.draft.md", "# Draft\n");
    let preview = Preview::start(&handbook);
    let others = [
        "/content/roles/engineer.md",
        "/content/roles/engineer.md",
        "/roles/engineer",
        "/book.toml",
        "/secret.txt",
        "/content/",
        "/public/index.html",
        "/.rolebook-manifest.json",
        "/.draft.html",
        "/.git/config",
        "/themes/default/css/base.css",
        "/assets",
        "/assets/",
        "/assets/dot.svg/",
        "/index.html/",
        "/INDEX.HTML",
        "/roles/engineer.html/index.html",
        "/nothing.html",
    ];
    for path in others {
        is_missing(&preview.get(path), path);
    }
    let outside = [
        "/../book.toml",
        "/%2e%2e/book.toml",
        "/..%2fbook.toml",
        "/roles/../../book.toml",
        "/roles/..%5c..%5cbook.toml",
        "//etc/passwd",
        "/%00",
        "/assets/dot.svg%00.html",
        "/./index.html",
    ];
    for path in outside {
        let reply = preview.get(path);
        assert_eq!(reply.status, 400, "{path}: {}", reply.text());
        assert!(!reply.text().contains("title ="), "{path}");
    }
    for path in [
        "/__rolebook/",
        "/__rolebook/none.js",
        "/__rolebook/mod.rs",
        "/__rolebook",
    ] {
        assert_eq!(preview.get(path).status, 404, "{path}");
    }
}

#[test]
fn a_folder_is_its_page() {
    let handbook = Handbook::sample();
    let preview = Preview::start(&handbook);
    assert_eq!(preview.page("/"), preview.page("/index.html"));
    assert_eq!(preview.page("/roles/"), preview.page("/roles/index.html"));
    for (path, to) in [("/roles", "/roles/"), ("/teams", "/teams/")] {
        let reply = preview.get(path);
        assert_eq!((reply.status, reply.header("Location")), (302, Some(to)));
    }
    let script = preview.get("/roles/").without_script().1;
    assert!(script.contains("data-page=\"/roles/index.html\""), "{script}");
}

#[test]
fn a_page_that_is_not_there_is_said_in_the_handbooks_own_page() {
    let handbook = small();
    let preview = Preview::start(&handbook);
    let built = handbook.site();
    for path in ["/nothing.html", "/deep/below/nothing.html"] {
        let reply = preview.get(path);
        is_missing(&reply, path);
        assert_eq!(reply.header("Content-Type"), Some("text/html; charset=utf-8"));
        let title = |page: &str| {
            page.split_once("<title>")
                .unwrap()
                .1
                .split_once('<')
                .unwrap()
                .0
                .to_owned()
        };
        assert_eq!(
            title(&reply.text()),
            title(std::str::from_utf8(built.bytes("404.html")).unwrap())
        );
        // Its links lead somewhere from here too.
        let up = "../".repeat(path.matches('/').count() - 1);
        assert!(
            reply.text().contains(&format!("{up}theme/style.")) || reply.text().contains("\"/theme/style."),
            "{}",
            reply.text()
        );
    }
}

#[test]
fn only_get_and_head_are_answered() {
    let handbook = small();
    let preview = Preview::start(&handbook);
    for method in [
        "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "get",
    ] {
        let reply = preview.ask(method, "/index.html", &[]);
        assert_eq!(reply.status, 405, "{method}: {}", reply.text());
        assert_eq!(reply.header("Allow"), Some("GET, HEAD"), "{method}");
    }
    assert!(handbook.path("content/index.md").exists());
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let handbook = small();
    let preview = Preview::start(&handbook);
    let sheet = style_sheet(&preview);
    let paths = [
        "/",
        "/roles/engineer.html",
        "/roles",
        "/nothing.html",
        "/../x",
        "/rolebook.json",
        "/__rolebook/preview.js",
        "/__rolebook/findings?page=/index.html",
        &sheet,
    ];
    for path in paths {
        let (get, head) = (preview.get(path), preview.ask("HEAD", path, &[]));
        assert_eq!((head.status, &head.headers), (get.status, &get.headers), "{path}");
        assert!(!get.body.is_empty(), "{path}");
    }
    // The stream of events is asked for and not begun.
    let events = preview.ask("HEAD", "/__rolebook/events?page=/index.html", &[]);
    assert_eq!(events.header("Content-Type"), Some("text/event-stream"));
}

#[test]
fn a_browser_need_not_load_again_what_it_has() {
    let handbook = small();
    let preview = Preview::start(&handbook);
    let sheet = style_sheet(&preview);
    for path in [&*sheet, "/assets/dot.svg", "/__rolebook/preview.js"] {
        let first = preview.get(path);
        let tag = first.header("ETag").unwrap_or_else(|| panic!("{path}"));
        let again = preview.ask("GET", path, &[("If-None-Match", tag)]);
        assert_eq!(again.status, 304, "{path}");
        assert_eq!(again.header("ETag"), Some(tag), "{path}");
        assert!(again.body.is_empty(), "{path}");
        let other = preview.ask("GET", path, &[("If-None-Match", "\"0\"")]);
        assert_eq!((other.status, other.body), (200, first.body), "{path}");
    }
    assert_eq!(preview.get("/index.html").header("ETag"), None);
}

#[test]
fn a_picture_that_was_drawn_anew_has_another_tag() {
    let handbook = small();
    let preview = Preview::start(&handbook);
    let old = preview.get("/assets/dot.svg");
    let drawn = PICTURE.replace("h1", "v1");
    handbook.write("content/assets/dot.svg", &drawn);
    let tag = old.header("ETag").unwrap();
    let new = preview.ask("GET", "/assets/dot.svg", &[("If-None-Match", tag)]);
    assert_eq!((new.status, new.text()), (200, drawn));
}

#[test]
fn only_names_of_this_machine_are_answered() {
    let handbook = small();
    let preview = Preview::start(&handbook);
    let port = preview.address.port();
    let ask = |host: &str| preview.send(&format!("GET /index.html HTTP/1.1\r\n{host}\r\n"));
    for host in ["localhost", "127.0.0.1", "[::1]", "handbook.localhost"] {
        let reply = ask(&format!("Host: {host}:{port}\r\n"));
        assert_eq!(reply.status, 200, "{host}: {}", reply.text());
    }
    let other_port = port.wrapping_add(1);
    for host in [
        String::from("Host: evil.example\r\n"),
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1.evil.example:{port}\r\n"),
        format!("Host: localhost:{other_port}\r\n"),
        String::from("Host: \r\n"),
        String::new(),
    ] {
        let reply = ask(&host);
        assert_eq!(reply.status, 403, "{host}: {}", reply.text());
        assert!(!reply.text().contains("Home"), "{host}");
    }
    let twice = format!("Host: localhost:{port}\r\nHost: evil.example\r\n");
    assert_eq!(ask(&twice).status, 400);
    // Nor may another site listen to what happens.
    let listen = "GET /__rolebook/events?page=/index.html HTTP/1.1\r\nHost: evil.example\r\n\r\n";
    assert_eq!(preview.send(listen).status, 403);
}

#[test]
fn requests_with_a_body_are_refused_and_nobody_waits_for_them() {
    let handbook = small();
    let preview = Preview::start(&handbook);
    let head = format!("GET /index.html HTTP/1.1\r\nHost: {}\r\n", preview.address);
    let refused = [
        ("Content-Length: 5\r\n\r\nhello", 413),
        ("Content-Length: 5000000000\r\n\r\n", 413),
        ("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501),
        ("Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n", 501),
    ];
    for (rest, status) in refused {
        let reply = preview.send(&format!("{head}{rest}"));
        assert_eq!(reply.status, status, "{rest}: {}", reply.text());
    }
    assert_eq!(preview.get("/index.html").status, 200);
}

#[test]
fn where_a_page_is_written_is_told() {
    let handbook = small();
    handbook.write(
        "book.toml",
        "[book]\ntitle = \"Test\"\n[serve]\neditor = \"vscode\"\n",
    );
    let preview = Preview::start(&handbook);
    let told = |page: &str| {
        let reply = preview.get(&format!("/__rolebook/edit?page={page}"));
        serde_json::from_slice::<serde_json::Value>(&reply.body).unwrap()
    };
    let source = told("/roles/engineer.html");
    assert_eq!(source["path"], "content/roles/engineer.md");
    let edit = source["edit"].as_str().unwrap();
    assert!(edit.starts_with("vscode://file/"), "{edit}");
    assert!(edit.ends_with("content/roles/engineer.md:1:1"), "{edit}");
    assert!(told("/nothing.html")["edit"].is_null());
    assert!(told("/../../etc/passwd")["path"].is_null());
}
