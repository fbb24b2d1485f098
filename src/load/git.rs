//! What git says when it is asked: one way to run it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// What git answers in the folder `root` when it is given `input`; else what it says, if anything.
pub(super) fn ask(root: &Path, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, Option<String>> {
    let mut command = Command::new("git");
    command
        .args(["--no-optional-locks", "-c", "core.quotePath=false"])
        // What a user is shown of a log is not for us.
        .args(["-c", "log.showSignature=false", "-C"])
        .arg(root)
        .args(arguments)
        // Nothing is fetched where a clone has left something out.
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("LC_ALL", "C");
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut process = command
        .spawn()
        .map_err(|error| Some(format!("git can't be run: {error}")))?;
    let stdin = process.stdin.take();
    let output = std::thread::scope(|scope| {
        scope.spawn(move || {
            // Git may end before it has read all; then it says why.
            stdin.map(|mut stdin| stdin.write_all(input))
        });
        process.wait_with_output()
    });
    let output = output.map_err(|error| Some(error.to_string()))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said
        .lines()
        .next()
        .map(|line| line.trim_start_matches("fatal: ").to_owned());
    Err(said.filter(|said| !said.is_empty()))
}

/// What the objects hold, in their order, by one run of git; none of those that are not there.
pub(super) fn objects<'o>(
    root: &Path,
    objects: impl Iterator<Item = &'o str>,
) -> Result<Vec<Option<Vec<u8>>>, Option<String>> {
    let mut asked = String::new();
    for object in objects {
        asked.push_str(object);
        asked.push('\n');
    }
    let answered = ask(root, &["cat-file", "--batch"], asked.as_bytes())?;
    let mut texts = Vec::new();
    let mut rest = answered.as_slice();
    // `object type size`, a line's end, so many bytes, a line's end; or `object missing` and a line's end.
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let head = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + 1..];
        if head.ends_with(" missing") {
            texts.push(None);
            continue;
        }
        let len = head.rsplit(' ').next().and_then(|len| len.parse().ok());
        let Some((text, behind)) = len.and_then(|len: usize| rest.split_at_checked(len)) else {
            return Err(Some(format!("git answers `{head}`")));
        };
        texts.push(Some(text.to_vec()));
        rest = behind.get(1..).unwrap_or_default();
    }
    Ok(texts)
}
