//! The server as a client sees it: through bare connections on loopback.
#![allow(clippy::unwrap_used, reason = "a test that can't be set up has failed")]

mod answers;
mod client;
mod crowd;
mod events;
mod ports;
mod refusals;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Barrier};
use std::time::Duration;

use super::server::Running;
use super::{Answer, Event, Notice, Port, Request, Respond, Server, Streams};
use client::Client;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// How large the large answer is.
const LARGE: usize = 5_000_000;

/// How many must ask for `/together` at once to be answered.
const TOGETHER: usize = 4;

/// A site made of what the tests ask for.
struct Site {
    streams: Streams,
    large: Arc<[u8]>,
    together: Barrier,
}

impl Respond for Site {
    fn respond(&self, request: &Request) -> Answer {
        match request.path.as_str() {
            "/" => Answer::bytes("text/html; charset=utf-8", *b"<p>Home</p>"),
            "/asked" => Answer::words(200, &format!("{:?}", request.query)),
            "/tagged" => Answer::bytes("text/css", *b"p {}")
                .with_header("Cache-Control", "no-cache")
                .with_etag("1-2,3", request),
            "/large" => Answer::bytes("image/png", Arc::clone(&self.large)),
            "/moved" => Answer::words(302, "Over there.").with_header("Location", "/"),
            "/injected" => Answer::words(302, "There.").with_header("Location", "/\r\nSet-Cookie: a=b"),
            "/together" => {
                self.together.wait();
                Answer::words(200, "Together.")
            }
            "/panic" => panic!("a page that can't be made"),
            "/events" => {
                let page = request.query.get("page").map_or("", String::as_str);
                let hello = || vec![event("hello", page)];
                Answer::events(self.streams.subscribe(page, hello))
            }
            _ => Answer::words(404, "There is no such page."),
        }
    }
}

fn event(name: &'static str, data: &str) -> Event {
    Event {
        name,
        data: data.to_owned(),
    }
}

/// A server that runs.
struct Scene {
    address: SocketAddr,
    streams: Streams,
    running: Running,
    notices: Receiver<Notice>,
}

impl Scene {
    fn new() -> Self {
        Self::with(Streams::new(), 200, Duration::from_secs(15))
    }

    fn with(streams: Streams, most: usize, silence: Duration) -> Self {
        let server = Server::bind(LOOPBACK, Port::Exactly(0), &[]).unwrap();
        let server = server.with_limits(most, silence);
        let site = Site {
            streams: streams.clone(),
            large: vec![b'x'; LARGE].into(),
            together: Barrier::new(TOGETHER),
        };
        let address = server.address();
        let (sender, notices) = channel();
        let tell = move |notice| drop(sender.send(notice));
        Self {
            address,
            running: server.start(Arc::new(site), streams.clone(), tell),
            streams,
            notices,
        }
    }

    fn client(&self) -> Client {
        Client::new(self.address)
    }

    /// A client that has been sent the head of its stream and its first event.
    fn events(&self, page: &str) -> Client {
        let mut client = self.client();
        client.get(&format!("/events?page={page}"));
        assert_eq!(client.head().status, 200);
        client.read_until(&format!("data: {page}"));
        client
    }

    fn is_well(&self) {
        let mut client = self.client();
        client.get("/");
        assert_eq!(client.answer().body, "<p>Home</p>");
    }
}

/// Waits until `holds`, though not for ever.
fn eventually(holds: impl Fn() -> bool) {
    let pause = Duration::from_millis(5);
    let tries = PATIENCE.as_millis() / pause.as_millis();
    assert!((0..tries).any(|_| {
        let held = holds();
        if !held {
            std::thread::sleep(pause);
        }
        held
    }));
}
