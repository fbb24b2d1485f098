//! Which names the server answers to.
//!
//! A page of some other site can have its own name lead to this machine, and would then read the preview as
//! if it were part of that site ("DNS rebinding"). A browser tells the name in the `Host` header: only names
//! that lead here by themselves are answered.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// The names that the server answers to.
#[derive(Clone, Debug)]
pub(super) struct Hosts {
    address: SocketAddr,
    names: Vec<String>,
}

impl Hosts {
    /// Names that lead to `address`, and `names`, which the owner knows to lead there.
    pub(super) fn new(address: SocketAddr, names: &[String]) -> Self {
        Self {
            address,
            names: names.iter().map(|name| name.to_ascii_lowercase()).collect(),
        }
    }

    /// Whether a request with that `Host` header means this server.
    pub(super) fn know(&self, host: &str) -> bool {
        let Some((name, port)) = split(host) else {
            return false;
        };
        let has_right_port = port.is_none_or(|port| port.parse() == Ok(self.address.port()));
        has_right_port && self.know_name(&name.to_ascii_lowercase())
    }

    fn know_name(&self, name: &str) -> bool {
        if let Some(address) = ip(name) {
            let own = self.address.ip();
            // Who is asked by a number is asked directly: no name was in between.
            return own.is_unspecified()
                || address == own.to_canonical()
                || [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)].contains(&address);
        }
        // The ending `.localhost` is kept for one's own machine (RFC 6761).
        name == "localhost" || is_below_localhost(name) || self.names.iter().any(|known| known == name)
    }
}

/// The name or number, still in brackets, and the port after it.
fn split(host: &str) -> Option<(&str, Option<&str>)> {
    let name_len = match host.strip_prefix('[') {
        Some(rest) => rest.find(']')? + 2,
        None => host.find(':').unwrap_or(host.len()),
    };
    let (name, rest) = host.split_at(name_len);
    match rest.strip_prefix(':') {
        Some(port) => Some((name, Some(port))),
        None => rest.is_empty().then_some((name, None)),
    }
}

fn ip(name: &str) -> Option<IpAddr> {
    let address = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        Some(name) => name.parse().map(IpAddr::V6),
        None => name.parse().map(IpAddr::V4),
    };
    address.ok().map(|address| address.to_canonical())
}

fn is_below_localhost(name: &str) -> bool {
    let is_label = |c: char| c.is_ascii_alphanumeric() || c == '-';
    name.strip_suffix(".localhost").is_some_and(|name| {
        name.split('.')
            .all(|label| !label.is_empty() && label.chars().all(is_label))
    })
}

#[cfg(test)]
mod tests {
    use super::Hosts;

    fn knows(address: &str, host: &str) -> bool {
        let names = [String::from("Workshop")];
        address
            .parse()
            .is_ok_and(|address| Hosts::new(address, &names).know(host))
    }

    #[test]
    fn names_of_this_machine_are_known() {
        for host in [
            "localhost",
            "LocalHost:3000",
            "127.0.0.1",
            "127.0.0.1:3000",
            "[::1]",
            "[::1]:3000",
            "[::ffff:127.0.0.1]:3000",
            "handbook.localhost:3000",
            "a.b-c.localhost",
            "workshop:3000",
        ] {
            assert!(knows("127.0.0.1:3000", host), "{host}");
        }
        assert!(knows("192.168.1.7:3000", "192.168.1.7:3000"));
        assert!(knows("[fd00::1]:3000", "[fd00:0::1]:3000"));
    }

    #[test]
    fn other_names_are_not() {
        for host in [
            "",
            ":3000",
            "localhost:",
            "localhost:3001",
            "localhost:03000x",
            "localhost:3000:3000",
            "127.0.0.1:80",
            "127.0.0.2",
            "192.168.1.7",
            "[::1",
            "[::1]3000",
            "::1",
            "example.com",
            "localhost.example.com",
            "examplelocalhost",
            ".localhost",
            "a..localhost",
            "a b.localhost",
            "127.0.0.1.nip.io:3000",
            "user@localhost:3000",
            "2130706433",
            "127.1",
            "0.0.0.0",
        ] {
            assert!(!knows("127.0.0.1:3000", host), "{host}");
        }
    }

    #[test]
    fn who_listens_everywhere_answers_to_every_number() {
        for address in ["0.0.0.0:3000", "[::]:3000"] {
            assert!(knows(address, "192.168.1.7:3000"));
            assert!(knows(address, "[fd00::1]"));
            assert!(knows(address, "workshop:3000"));
            assert!(!knows(address, "192.168.1.7:3001"));
            assert!(!knows(address, "example.com:3000"));
        }
    }
}
