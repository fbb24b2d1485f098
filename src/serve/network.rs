//! Under which addresses this machine is reached.

use std::net::{IpAddr, SocketAddr};

use if_addrs::Interface;

/// How the names of interfaces begin that lead to containers and virtual machines on this machine.
const VIRTUAL: [&str; 10] = [
    "br-",
    "bridge",
    "cni",
    "docker",
    "lxc",
    "vboxnet",
    "veth",
    "vethernet",
    "virbr",
    "vmnet",
];

/// The addresses under which others reach a server that listens on `bound`, the likeliest first: IPv4 before IPv6, and
/// before those that lead to containers and virtual machines only. None where only this machine does.
pub(crate) fn addresses(bound: IpAddr) -> Vec<IpAddr> {
    if !bound.is_unspecified() {
        return if bound.is_loopback() {
            Vec::new()
        } else {
            vec![bound]
        };
    }
    // Where the system does not tell, the preview still runs.
    let found = if_addrs::get_if_addrs().unwrap_or_default();
    let found = found.iter().filter(|interface| is_up(interface));
    let found = found.map(|interface| (interface.name.as_str(), interface.ip()));
    reachable(bound, found.collect())
}

/// The address of a page's server.
pub(crate) fn url(address: IpAddr, port: u16) -> String {
    format!("http://{}/", SocketAddr::new(address, port))
}

/// What is to be known when others reach the server.
pub(crate) const fn warning() -> &'static str {
    "warning: everyone in this network can read this handbook, drafts included"
}

/// Some systems do not know, so only what is known to be down is left out.
fn is_up(interface: &Interface) -> bool {
    use if_addrs::IfOperStatus::{Down, LowerLayerDown, NotPresent};
    !matches!(interface.oper_status, Down | LowerLayerDown | NotPresent)
}

/// What others reach of the interfaces `found`, by their names, when the server listens on all addresses of the kind of
/// `bound`; IPv6 listens to IPv4 as well.
fn reachable(bound: IpAddr, found: Vec<(&str, IpAddr)>) -> Vec<IpAddr> {
    let mut found: Vec<(&str, IpAddr)> = found
        .into_iter()
        .map(|(name, address)| (name, address.to_canonical()))
        .filter(|(_, address)| is_for_others(*address) && (bound.is_ipv6() || address.is_ipv4()))
        .collect();
    found.sort_by_key(|(name, address)| (address.is_ipv6(), is_virtual(name))); // Else in the system's order.
    let mut addresses = Vec::new();
    for (_, address) in found {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

fn is_for_others(address: IpAddr) -> bool {
    let is_link_local = match address {
        IpAddr::V4(address) => address.is_link_local(),
        IpAddr::V6(address) => address.is_unicast_link_local(),
    };
    !is_link_local && !address.is_loopback() && !address.is_unspecified() && !address.is_multicast()
}

fn is_virtual(name: &str) -> bool {
    let name = name.to_lowercase();
    VIRTUAL.iter().any(|begin| name.starts_with(begin))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its own addresses are none")]

    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

    use super::{addresses, reachable, url};

    fn ip(written: &str) -> IpAddr {
        written.parse().unwrap()
    }

    #[test]
    fn the_likeliest_address_comes_first() {
        let found = || {
            let found = [
                ("lo", "127.0.0.1"),
                ("docker0", "172.17.0.1"),
                ("eth0", "fe80::1"),
                ("eth0", "2001:db8::7"),
                ("eth0", "169.254.3.4"),
                ("eth0", "192.168.1.5"),
                ("vEthernet (WSL)", "172.30.0.1"),
                ("wlan0", "10.0.0.7"),
                ("wlan0", "::ffff:10.0.0.7"),
                ("lo", "::1"),
            ];
            found.map(|(name, address)| (name, ip(address))).to_vec()
        };
        let four = ["192.168.1.5", "10.0.0.7", "172.17.0.1", "172.30.0.1"];
        let all = [&four[..], &["2001:db8::7"]].concat();
        let [four, all] = [&four[..], &all].map(|them| them.iter().map(|one| ip(one)).collect::<Vec<_>>());
        assert_eq!(reachable(Ipv4Addr::UNSPECIFIED.into(), found()), four);
        assert_eq!(reachable(Ipv6Addr::UNSPECIFIED.into(), found()), all);
    }

    #[test]
    fn one_address_is_reached_under_itself() {
        assert!(addresses(ip("127.0.0.1")).is_empty());
        assert!(addresses(ip("::1")).is_empty());
        assert_eq!(addresses(ip("192.168.1.5")), [ip("192.168.1.5")]);
    }

    #[test]
    fn this_machine_has_no_address_for_others_that_only_it_reaches() {
        let found = addresses(ip("::"));
        assert!(
            found
                .iter()
                .all(|address| !address.is_loopback() && !address.is_unspecified())
        );
    }

    #[test]
    fn addresses_are_links() {
        assert_eq!(url(ip("10.0.0.7"), 4000), "http://10.0.0.7:4000/");
        assert_eq!(url(ip("2001:db8::7"), 80), "http://[2001:db8::7]:80/");
    }
}
