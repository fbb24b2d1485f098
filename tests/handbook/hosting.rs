//! What a site brings for those who host it, and a host: nginx, configured as the README says.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::support::{Handbook, Site, has_extension};

fn choir() -> Handbook {
    Handbook::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/handbook/choir"))
}

fn text(site: &Site, path: &str) -> String {
    String::from_utf8(site.bytes(path).to_vec()).unwrap()
}

#[test]
fn search_engines_are_told_every_page_that_says_something_of_its_own() {
    let site = choir().site();
    let xml = text(&site, "sitemap.xml");
    let document = roxmltree::Document::parse(&xml).unwrap();
    let named = |name: &'static str| {
        document
            .descendants()
            .filter(move |node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", name)))
    };
    let told: Vec<&str> = named("loc").filter_map(|node| node.text()).collect();
    let base = "https://choir.example.org/handbook/";
    let canonical = |path: &str| site.page(path).attributes("link[rel=canonical]", "href");
    let mut expected: Vec<String> = site
        .pages()
        .filter(|path| *path != "404.html")
        .filter_map(|path| canonical(path).pop())
        .collect();
    expected.sort();
    expected.dedup();
    let mut sorted = told.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
    assert!(told.contains(&base) && told.contains(&&*format!("{base}de/")));
    let home = named("url")
        .find(|url| url.children().any(|child| child.text() == Some(base)))
        .unwrap();
    let languages = home.children().filter_map(|child| child.attribute("hreflang"));
    assert_eq!(
        languages.collect::<Vec<_>>(),
        ["en", "de"],
        "in French it is not written yet"
    );
    assert!(
        !Handbook::new("").site().files.contains_key("sitemap.xml"),
        "without an address there is none"
    );
}

#[test]
fn old_addresses_lead_on_in_every_language() {
    let handbook = choir();
    let role = handbook.read("content/roles/conductor.md");
    let redirects = "redirects = [\"roles/director.html\", \"/leading/\", \"content/roles/maestro.md\"]";
    handbook.write(
        "content/roles/conductor.md",
        role.replacen("+++", &format!("+++\n{redirects}"), 1),
    );
    let site = handbook.site();
    for (from, to) in [
        ("roles/director.html", "conductor.html"),
        ("roles/maestro.html", "conductor.html"),
        ("leading/index.html", "../roles/conductor.html"),
        ("de/roles/director.html", "conductor.html"),
    ] {
        let page = site.page(from);
        let refresh = page.one("meta[http-equiv=refresh]").attr("content").unwrap();
        assert_eq!(refresh, format!("0; url={to}"), "{from}");
        assert_eq!(page.attributes("a", "href"), [to]);
        assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
    }
    assert_eq!(site.dead_links(), Vec::<String>::new());
    assert!(!text(&site, "sitemap.xml").contains("director"));
    let lines = text(&site, "_redirects");
    assert!(
        lines
            .lines()
            .any(|line| line == "/de/roles/director.html /de/roles/conductor.html 301"),
        "{lines}"
    );
    assert_eq!(lines.lines().count(), 9);
}

#[test]
fn an_old_address_that_is_none_or_is_taken_is_found() {
    let handbook = Handbook::new(
        "//- content/roles/a.md\n+++\nredirects = [\"roles/b.html\", \"https://example.org/x\", \"../out\", \"\"]\n+++\n# A\n//- content/roles/b.md\n# B\n",
    );
    insta::assert_snapshot!(handbook.findings());
}

#[test]
fn files_for_hosts_are_there_unless_the_handbook_has_its_own() {
    let handbook = choir();
    let headers = text(&handbook.site(), "_headers");
    assert!(
        headers.starts_with("/*\n  Content-Security-Policy: default-src 'none';"),
        "{headers}"
    );
    let site = handbook.site();
    let lasting: Vec<&str> = headers
        .lines()
        .filter_map(|line| line.strip_prefix("/theme/"))
        .collect();
    assert!(lasting.len() > 5);
    for file in lasting {
        assert!(site.files.contains_key(&format!("theme/{file}")), "{file}");
        assert!(
            file.split('.')
                .any(|part| part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_hexdigit())),
            "{file}"
        );
    }
    assert_eq!(site.bytes(".nojekyll"), b"");
    assert!(!site.files.contains_key("_redirects"), "nothing moved");
    handbook.write("content/_headers", "/*\n  X-Own: yes\n");
    assert_eq!(text(&handbook.site(), "_headers"), "/*\n  X-Own: yes\n");
}

#[test]
fn a_page_for_nothing_begins_its_links_with_the_path_of_the_address() {
    let page = choir().site().page("404.html");
    assert_eq!(page.attributes(".site-title", "href"), ["/handbook/index.html"]);
    assert!(
        page.attributes("script[src]", "src")
            .iter()
            .all(|src| src.starts_with("/handbook/theme/"))
    );
}

#[test]
fn compressed_files_follow_those_that_they_are_made_of() {
    let handbook = choir();
    let with = |encodings: &str| {
        let book = handbook.read("book.toml");
        let begin = book.split("\n[build]").next().unwrap();
        handbook.write("book.toml", format!("{begin}\n[build]\ncompress = {encodings}\n"));
        handbook.site()
    };
    let site = with("[\"gzip\", \"brotli\"]");
    let plain = |path: &&str| site.pages().any(|page| page == *path);
    let pages: Vec<&str> = site.pages().filter(plain).collect();
    let compressed = pages
        .iter()
        .filter(|path| site.files.contains_key(&format!("{path}.br")))
        .count();
    assert!(
        compressed > pages.len() * 9 / 10,
        "{compressed} of {}",
        pages.len()
    );
    // The data are made in pieces.
    let data = "rolebook.json";
    assert!(site.files.contains_key(&format!("{data}.gz")));
    for path in pages.iter().chain([&data]) {
        if let Some(gzip) = site.files.get(&format!("{path}.gz")) {
            let mut read = Vec::new();
            flate2::read::GzDecoder::new(&**gzip)
                .read_to_end(&mut read)
                .unwrap();
            assert!(read == site.bytes(path), "{path}");
        }
    }
    // A page that changes, and one that does not.
    let page = handbook.read("content/guides/rehearsing.md");
    handbook.write(
        "content/guides/rehearsing.md",
        page.replace("two hours", "three hours"),
    );
    let next = handbook.site();
    let both = |path: &str| {
        (
            site.bytes(path) != next.bytes(path),
            site.bytes(&format!("{path}.br")) != next.bytes(&format!("{path}.br")),
        )
    };
    assert_eq!(both("guides/rehearsing.html"), (true, true));
    assert_eq!(both("roles/librarian.html"), (false, false));
    // A translation is outdated now, which is an open point.
    assert_eq!(both(data), (true, true));
    assert!(
        with("[]")
            .files
            .keys()
            .all(|path| !path.ends_with("html.gz") && !path.ends_with("html.br"))
    );
}

/// nginx with the README's configuration, for as long as it is held.
struct Nginx {
    process: Child,
    port: u16,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Nginx {
    /// Serves `public` of the handbook.
    fn of(handbook: &Handbook) -> Self {
        let readme =
            std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
        let documented = readme
            .split("```nginx\n")
            .nth(1)
            .unwrap()
            .split("```")
            .next()
            .unwrap();
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let folder = handbook.path(".").canonicalize().unwrap();
        let root = folder.join("public");
        let mut configured = documented.to_owned();
        for (written, here) in [
            ("listen      80;", format!("listen 127.0.0.1:{port};")),
            ("/srv/www/handbook;", format!("{};", root.display())),
        ] {
            assert!(configured.contains(written), "{written}");
            configured = configured.replace(written, &here);
        }
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let temporary = temporary.map(|what| format!("{what}_temp_path {}/{what};\n", folder.display()));
        handbook.write(
            "nginx.conf",
            format!(
                "daemon off;\nmaster_process off;\npid {0}/nginx.pid;\nerror_log stderr;\nevents {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{1}{configured}}}\n",
                folder.display(),
                temporary.concat(),
            ),
        );
        let mut command = Command::new("nginx");
        command
            .args(["-p"])
            .arg(&folder)
            .arg("-c")
            .arg(folder.join("nginx.conf"));
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn().expect("nginx is installed: tests/run does that");
        let server = Self { process, port };
        let until = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < until, "nginx answers");
            thread::sleep(Duration::from_millis(20));
        }
        server
    }

    /// The status, the head and the body of what it answers.
    fn get(&self, path: &str, encoding: &str) -> (u16, String, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: handbook.example.org\r\nConnection: close\r\nAccept-Encoding: {encoding}\r\n\r\n"
        )
        .unwrap();
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        let end = all.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(all[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head, all[end + 4..].to_vec())
    }
}

#[test]
fn nginx_as_the_readme_configures_it_serves_the_site() {
    let handbook = choir();
    let book = handbook.read("book.toml").replace(
        "https://choir.example.org/handbook/",
        "https://handbook.example.org/",
    );
    handbook.write("book.toml", book + "\n[build]\ncompress = [\"gzip\"]\n");
    let site = handbook.site();
    let nginx = Nginx::of(&handbook);
    let (status, head, body) = nginx.get("/roles/conductor.html", "identity");
    assert_eq!(
        (status, body.as_slice()),
        (200, site.bytes("roles/conductor.html"))
    );
    for line in [
        "Content-Type: text/html; charset=utf-8",
        "Cache-Control: no-cache",
        "X-Content-Type-Options: nosniff",
    ] {
        assert!(head.contains(line), "{line}: {head}");
    }
    let policy = text(&site, "_headers");
    let policy = policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "))
        .unwrap();
    assert!(
        head.contains(&format!("Content-Security-Policy: {policy}\r\n")),
        "{head}"
    );
    // Compressed, from the file beside it.
    let (_, head, body) = nginx.get("/roles/conductor.html", "gzip");
    assert!(head.contains("Content-Encoding: gzip"), "{head}");
    assert_eq!(body, site.bytes("roles/conductor.html.gz"));
    // Folders have their page, in every language.
    assert_eq!(nginx.get("/", "identity").2, site.bytes("index.html"));
    assert_eq!(nginx.get("/de/", "identity").2, site.bytes("de/index.html"));
    // What never changes under its name.
    let style = site.files.keys().find(|path| has_extension(path, "css")).unwrap();
    let (_, head, _) = nginx.get(&format!("/{style}"), "identity");
    assert!(
        head.contains("Cache-Control: public, max-age=31536000, immutable"),
        "{head}"
    );
    // Nothing there, at any depth.
    for path in [
        "/nowhere.html",
        "/a/b/c/nowhere.html",
        "/.rolebook-manifest.json",
        "/_headers",
        "/.nojekyll",
    ] {
        let (status, head, body) = nginx.get(path, "identity");
        assert_eq!((status, body.as_slice()), (404, site.bytes("404.html")), "{path}");
        assert!(head.contains("Content-Security-Policy"), "{path}: {head}");
    }
}
