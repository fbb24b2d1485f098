//! Finding a port to listen on.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr};

/// How many ports are tried.
const TRIED: u16 = 50;

/// Which port to listen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Port {
    /// This one; any free one if it is 0.
    Exactly(u16),
    /// This one, or the next one that is free.
    From(u16),
}

/// What keeps the server from listening.
#[derive(Debug)]
pub(crate) enum BindError {
    /// Another program listens on the port.
    Taken(SocketAddr),
    /// Other programs listen on all ports that were tried.
    AllTaken {
        /// The first one that was tried.
        first: u16,
        /// The last one.
        last: u16,
    },
    /// The address is not this machine's.
    Elsewhere(IpAddr),
    /// The system doesn't let this user listen there.
    Forbidden(SocketAddr),
    /// Something else.
    Io {
        /// The address.
        address: SocketAddr,
        /// The system's words.
        source: io::Error,
    },
}

/// What `open` makes of the first address of `host` that is free.
pub(super) fn first_free<T>(
    host: IpAddr,
    port: Port,
    open: impl Fn(SocketAddr) -> io::Result<T>,
) -> Result<T, BindError> {
    let (first, last) = match port {
        Port::Exactly(port) => (port, port),
        Port::From(port) => (port, port.saturating_add(TRIED - 1)),
    };
    for port in first..=last {
        let address = SocketAddr::new(host, port);
        match open(address) {
            Ok(opened) => return Ok(opened),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(BindError::new(address, error)),
        }
    }
    Err(match port {
        Port::Exactly(port) => BindError::Taken(SocketAddr::new(host, port)),
        Port::From(_) => BindError::AllTaken { first, last },
    })
}

impl BindError {
    fn new(address: SocketAddr, source: io::Error) -> Self {
        match source.kind() {
            ErrorKind::AddrNotAvailable => Self::Elsewhere(address.ip()),
            ErrorKind::PermissionDenied => Self::Forbidden(address),
            _ => Self::Io { address, source },
        }
    }

    /// What to do about it.
    pub(crate) fn help(&self) -> Option<&'static str> {
        match self {
            Self::Taken(_) => Some(
                "end the other program, name another port with `--port N`, or leave `--port` out: \
                 the next free one is then taken",
            ),
            Self::Elsewhere(_) => Some(
                "leave `--host` out to be seen on this computer only, or use `--host 0.0.0.0` \
                 to be seen from others",
            ),
            Self::Forbidden(address) if address.port() < 1024 => {
                Some("ports below 1024 are kept for the system's own; name a higher one with `--port N`")
            }
            Self::AllTaken { .. } | Self::Forbidden(_) => Some("name another port with `--port N`"),
            Self::Io { .. } => None,
        }
    }
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(address) => write!(f, "another program listens on port {} already", address.port()),
            Self::AllTaken { first, last } => {
                write!(f, "other programs listen on all ports from {first} to {last}")
            }
            Self::Elsewhere(host) => write!(f, "`{host}` is not an address of this computer"),
            Self::Forbidden(address) => write!(f, "the system does not let you listen on `{address}`"),
            Self::Io { address, source } => write!(f, "the preview can't listen on `{address}`: {source}"),
        }
    }
}

impl std::error::Error for BindError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
