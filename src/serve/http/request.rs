//! Which requests are answered.

use std::collections::BTreeMap;

use super::answer::Answer;
use super::host::Hosts;
use super::target::Target;

/// Longer addresses are refused; in bytes.
const LONGEST_TARGET: usize = 8 * 1024;

/// What a client sent, as it was read.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) method: String,
    pub(super) target: String,
    pub(super) headers: Vec<(String, String)>,
    /// Whether it is told in chunks where an answer of unknown length ends (HTTP/1.1).
    pub(super) knows_chunks: bool,
}

/// A request that passed every check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// Whether only the head of the answer is wanted; it is the same head, and whoever answers need not care.
    pub(crate) is_head: bool,
    /// Begins with `/`, decoded. It holds no control characters and no backslash, and no segment of it is
    /// empty, `.` or `..`, but for an empty one at the end.
    pub(crate) path: String,
    /// The first value of each name, decoded, without control characters.
    pub(crate) query: BTreeMap<String, String>,
    /// The tags of what the client has already.
    pub(crate) if_none_match: Option<String>,
}

impl Request {
    /// The request in `head`, or the answer that refuses it.
    pub(super) fn check(head: &Head, hosts: &Hosts) -> Result<Self, Answer> {
        check_characters(head)?;
        check_method(head)?;
        check_body(head)?;
        check_host(head, hosts)?;
        if head.target.len() > LONGEST_TARGET {
            return Err(Answer::words(414, "The address is too long."));
        }
        let target = Target::read(&head.target)
            .map_err(|fault| Answer::words(400, &format!("No such page: the address {fault}.")))?;
        let tags: Vec<&str> = head.values("if-none-match").collect();
        Ok(Self {
            is_head: head.is_head(),
            path: target.path,
            query: target.query,
            if_none_match: (!tags.is_empty()).then(|| tags.join(", ")),
        })
    }
}

impl Head {
    /// Whether only the head of the answer may be sent.
    pub(super) fn is_head(&self) -> bool {
        self.method == "HEAD"
    }

    /// The values of the header of that name, which is in lower case.
    pub(super) fn values<'a>(&'a self, name: &'static str) -> impl Iterator<Item = &'a str> {
        let those = self
            .headers
            .iter()
            .filter(move |(given, _)| given.eq_ignore_ascii_case(name));
        those.map(|(_, value)| value.as_str())
    }

    fn has(&self, name: &'static str) -> bool {
        self.values(name).next().is_some()
    }
}

fn check_characters(head: &Head) -> Result<(), Answer> {
    let is_target = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
    let is_value = |text: &str| !text.chars().any(|c| c.is_control() && c != '\t');
    let is_plain = is_token(&head.method)
        && is_target(&head.target)
        && head
            .headers
            .iter()
            .all(|(name, value)| is_token(name) && is_value(value));
    if is_plain {
        return Ok(());
    }
    Err(Answer::words(
        400,
        "The request holds a character that none may hold.",
    ))
}

/// What names of methods and headers are made of.
fn is_token(text: &str) -> bool {
    let is_mark = |byte: u8| b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || is_mark(byte))
}

fn check_method(head: &Head) -> Result<(), Answer> {
    if head.method == "GET" || head.is_head() {
        return Ok(());
    }
    let refusal = Answer::words(
        405,
        "This is a preview: pages can be read here, and nothing else.",
    );
    Err(refusal.with_header("Allow", "GET, HEAD"))
}

/// Whatever tells where a body ends, or turns the connection into something else, is where servers and those
/// before them come to differ. A preview needs none of it.
fn check_body(head: &Head) -> Result<(), Answer> {
    if head.has("transfer-encoding") {
        return Err(Answer::words(
            501,
            "A request with a body is not understood here.",
        ));
    }
    let lengths: Vec<&str> = head.values("content-length").collect();
    if lengths.iter().any(|length| !is_number(length)) || lengths.len() > 1 {
        return Err(Answer::words(
            400,
            "The request does not say clearly how long it is.",
        ));
    }
    if lengths
        .iter()
        .any(|length| length.bytes().any(|digit| digit != b'0'))
    {
        return Err(Answer::words(413, "A request with a body is not read here."));
    }
    if head.has("expect") {
        return Err(Answer::words(
            417,
            "Nothing that a request may expect is done here.",
        ));
    }
    if head.has("upgrade") {
        return Err(Answer::words(501, "No other protocol is spoken here."));
    }
    Ok(())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn check_host(head: &Head, hosts: &Hosts) -> Result<(), Answer> {
    let mut named = head.values("host");
    let host = named.next();
    if named.next().is_some() {
        return Err(Answer::words(400, "The request names several hosts."));
    }
    // Whoever speaks HTTP/1.0 without a `Host` is refused as well: a rule without exceptions is safer, and
    // every client of the last decades names the host.
    if host.is_some_and(|host| hosts.know(host)) {
        return Ok(());
    }
    Err(Answer::words(
        403,
        "This preview is not shown under that name.\n\n\
         Any site could have a name of its own lead to this computer, and read along. The preview therefore \
         answers only to `localhost`, to the address that it printed when it was started, and to names that \
         it was told.",
    ))
}
