//! Handbooks in git repositories of their own.

use std::path::Path;
use std::process::Command;

use super::support::Handbook;

/// A handbook in a repository of its own; nothing of the machine's own settings of git holds in it.
pub(crate) struct Repository(pub(crate) Handbook);

impl Repository {
    /// The choir's handbook, committed.
    pub(crate) fn choir() -> Self {
        let choir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/handbook/choir");
        let repository = Self::of(Handbook::copy_of(&choir));
        repository.commit("first");
        repository
    }

    /// A handbook in an empty repository.
    pub(crate) fn of(handbook: Handbook) -> Self {
        let repository = Self(handbook);
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        repository
    }

    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        self.git_as("A", "2026-03-01T12:00:00+00:00", arguments)
    }

    /// Runs git as `author` at that time.
    pub(crate) fn git_as(&self, author: &str, time: &str, arguments: &[&str]) -> String {
        let mail = format!("{}@example.org", author.to_lowercase().replace(' ', "."));
        let mut command = Command::new("git");
        command.args(["-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"]);
        let who = ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"].map(|key| (key, author));
        let mails = ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"].map(|key| (key, mail.as_str()));
        let times = ["GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"].map(|key| (key, time));
        command
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .envs(who.into_iter().chain(mails).chain(times));
        let output = command
            .current_dir(self.0.path("."))
            .args(arguments)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn commit(&self, message: &str) {
        self.commit_as("A", "2026-03-01T12:00:00+00:00", message);
    }

    /// Commits all that there is, as `author` at that time.
    pub(crate) fn commit_as(&self, author: &str, time: &str, message: &str) {
        self.git(&["add", "--all"]);
        self.git_as(
            author,
            time,
            &["commit", "--quiet", "--allow-empty", "-m", message],
        );
    }

    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.0.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.0.write(path, text.replace(from, to));
    }
}
