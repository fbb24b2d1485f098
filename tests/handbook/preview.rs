//! The real preview: `rolebook serve` on a handbook in a temporary folder, asked over plain connections.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::preview_events::Events;
use super::support::Handbook;

/// Whatever has not happened by then never will; nothing is measured by it.
pub(crate) const LIMIT: Duration = Duration::from_mins(1);

/// How the one element begins that a served page has more than a built one.
const SCRIPT: &str = r#"<script type="module" src="/__rolebook/preview.js""#;

/// A preview that runs; it ends with the test, however that ends.
pub(crate) struct Preview {
    child: Child,
    pub(crate) address: SocketAddr,
    out: Told,
    err: Told,
}

/// What a preview left when it had ended.
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Preview {
    /// A preview of `handbook` on any free port.
    pub(crate) fn start(handbook: &Handbook) -> Self {
        Self::start_with(handbook, &["--port", "0"])
    }

    /// A preview with those options, which prints where it is.
    #[track_caller]
    pub(crate) fn start_with(handbook: &Handbook, options: &[&str]) -> Self {
        Self::start_in(handbook, "", options)
    }

    /// The same, begun in a folder of `handbook`.
    #[track_caller]
    pub(crate) fn start_in(handbook: &Handbook, folder: &str, options: &[&str]) -> Self {
        let mut preview = Self::spawn(handbook, folder, options);
        preview.until_out("an address", |out| address_in(out).is_some());
        preview.address = address_in(&preview.out()).unwrap();
        preview
    }

    /// A preview that prints no address, on a port that was free a moment ago.
    #[track_caller]
    pub(crate) fn start_quietly(handbook: &Handbook) -> Self {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        let port = address.port().to_string();
        let mut preview = Self::spawn(handbook, "", &["--quiet", "--port", &port]);
        preview.address = address;
        until("somebody listens", || TcpStream::connect(address).is_ok());
        preview
    }

    fn spawn(handbook: &Handbook, folder: &str, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rolebook"))
            .current_dir(handbook.path(folder))
            .arg("serve")
            .args(options)
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            out: Told::by(child.stdout.take().unwrap()),
            err: Told::by(child.stderr.take().unwrap()),
            child,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
        }
    }

    /// What it has printed by now.
    pub(crate) fn out(&self) -> String {
        self.out.text()
    }

    /// Waits until what it has printed is so.
    #[track_caller]
    pub(crate) fn until_out(&self, what: &str, is_so: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !is_so(&self.out()) {
            let (out, err) = (self.out(), self.err.text());
            assert!(start.elapsed() < LIMIT, "there never is {what}: {out}{err}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Ends it by a signal, such as `INT`, and waits until it has ended.
    #[cfg(unix)]
    #[track_caller]
    pub(crate) fn end(mut self, signal: &str) -> Ended {
        let kill = format!("kill -{signal} {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        let mut status = None;
        until("the end", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        self.out.end();
        self.err.end();
        Ended {
            status: status.unwrap(),
            stdout: self.out(),
            stderr: self.err.text(),
        }
    }

    /// A connection on which nothing has been said.
    pub(crate) fn connect(&self) -> TcpStream {
        let connection = TcpStream::connect(self.address).unwrap();
        connection.set_read_timeout(Some(LIMIT)).unwrap();
        connection.set_write_timeout(Some(LIMIT)).unwrap();
        connection
    }

    /// Asks for `path` as a browser does.
    #[track_caller]
    pub(crate) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[])
    }

    /// Sends a request without a body; nothing may follow the answer.
    #[track_caller]
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n", self.address);
        for (name, value) in headers {
            request.extend([name, ": ", value, "\r\n"]);
        }
        let (mut from, reply) = self.exchange(&(request + "\r\n"), method == "HEAD");
        from.get_ref().shutdown(Shutdown::Write).unwrap();
        let mut rest = Vec::new();
        from.read_to_end(&mut rest).unwrap();
        assert_eq!(String::from_utf8_lossy(&rest), "", "behind the answer to {path}");
        reply
    }

    /// Sends a request as it is written.
    #[track_caller]
    pub(crate) fn send(&self, request: &str) -> Reply {
        self.exchange(request, false).1
    }

    /// Sends a request; gives the answer, and where more of it comes from.
    #[track_caller]
    pub(crate) fn exchange(&self, request: &str, is_head: bool) -> (BufReader<TcpStream>, Reply) {
        let mut connection = self.connect();
        connection.write_all(request.as_bytes()).unwrap();
        let mut from = BufReader::new(connection);
        let (status, headers) = head(&mut from);
        let mut reply = Reply {
            status,
            headers,
            body: Vec::new(),
        };
        if !is_head && let Some(length) = reply.header("Content-Length") {
            reply.body = vec![0; length.parse().unwrap()];
            from.read_exact(&mut reply.body).unwrap();
        }
        (from, reply)
    }

    /// The page at `path`, which is there, without the preview's script.
    #[track_caller]
    pub(crate) fn page(&self, path: &str) -> String {
        let reply = self.get(path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        reply.without_script().0
    }

    /// Waits until the page at `path` is so, and gives it.
    #[track_caller]
    pub(crate) fn until_page(&self, path: &str, is_so: impl Fn(&str) -> bool) -> String {
        let mut page = String::new();
        until(path, || {
            page = self.get(path).text();
            is_so(&page)
        });
        page
    }

    /// Waits until there is a page, or none, at `path`.
    #[track_caller]
    pub(crate) fn until_status(&self, path: &str, status: u16) {
        until(path, || self.get(path).status == status);
    }

    /// What the preview says of findings to the page at `path`.
    #[track_caller]
    pub(crate) fn findings(&self, path: &str) -> Value {
        let reply = self.get(&format!("/__rolebook/findings?page={path}"));
        assert_eq!(reply.header("Content-Type"), Some("application/json"));
        serde_json::from_slice(&reply.body).unwrap()
    }

    /// The events of the page at `path` from now on; it was greeted.
    #[track_caller]
    pub(crate) fn events(&self, path: &str) -> Events {
        let mut events = Events::open(self, path, None);
        assert_eq!(events.next().name, "hello");
        assert_eq!(events.next().name, "findings");
        events
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// The header of that name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut those = self.headers.iter().filter(|(given, _)| given == name);
        those.next().map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The page without the preview's script, and the script.
    #[track_caller]
    pub(crate) fn without_script(&self) -> (String, String) {
        let page = self.text();
        let parts: Vec<&str> = page.split(SCRIPT).collect();
        assert_eq!(parts.len(), 2, "one script in {page}");
        let (script, behind) = parts[1].split_once("</script>").unwrap();
        (format!("{}{behind}", parts[0]), script.to_owned())
    }
}

/// The status and the headers of an answer.
fn head(from: &mut impl BufRead) -> (u16, Vec<(String, String)>) {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        assert!(from.read_line(&mut line).unwrap() > 0, "an answer, not {lines:?}");
        if line == "\r\n" {
            break;
        }
        lines.push(line.strip_suffix("\r\n").unwrap().to_owned());
    }
    let status = lines[0].split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines[1..].iter().map(|line| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_owned(), value.to_owned())
    });
    (status, headers.collect())
}

/// What a program prints, as it comes.
struct Told {
    text: Arc<Mutex<Vec<u8>>>,
    thread: Option<JoinHandle<()>>,
}

impl Told {
    fn by(mut pipe: impl Read + Send + 'static) -> Self {
        let text = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&text);
        let thread = std::thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(read @ 1..) = pipe.read(&mut piece) {
                told.lock().unwrap().extend_from_slice(&piece[..read]);
            }
        });
        Self {
            text,
            thread: Some(thread),
        }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.text.lock().unwrap()).into_owned()
    }

    /// Waits for the last word.
    fn end(&mut self) {
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// The first address that was printed as a whole line.
fn address_in(out: &str) -> Option<SocketAddr> {
    let (_, rest) = out.split_once("http://")?;
    rest.split_once("/\n")?.0.parse().ok()
}

/// Waits until it is so.
#[track_caller]
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < LIMIT, "still waiting for: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Writes a file of a handbook in one step, as careful editors do.
pub(crate) fn save(handbook: &Handbook, path: &str, bytes: impl AsRef<[u8]>) {
    handbook.write(".saved", bytes);
    let path = handbook.path(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::rename(handbook.path(".saved"), path).unwrap();
}
