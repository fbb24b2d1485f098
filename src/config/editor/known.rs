//! The editors that are known by name.

/// An editor that opens files by links.
pub(super) struct Editor {
    /// What it is called in `book.toml`.
    pub(super) name: &'static str,
    /// What it is called by people.
    pub(super) title: &'static str,
    /// The commands that start it; known names as well.
    commands: &'static [&'static str],
    /// Its links.
    pub(super) pattern: &'static str,
}

const fn editor(
    name: &'static str,
    title: &'static str,
    commands: &'static [&'static str],
    pattern: &'static str,
) -> Editor {
    Editor {
        name,
        title,
        commands,
        pattern,
    }
}

/// Above each is where its links are described.
#[rustfmt::skip]
pub(super) static EDITORS: &[Editor] = &[
    // code.visualstudio.com/docs/configure/command-line: "Opening VS Code with URLs"
    editor("vscode", "VS Code", &["code"], "vscode://file/{path}:{line}:{column}"),
    editor("vscode-insiders", "VS Code Insiders", &["code-insiders"], "vscode-insiders://file/{path}:{line}:{column}"),
    // VSCodium, prepare_vscode.sh: `urlProtocol`; the links are those of VS Code
    editor("vscodium", "VSCodium", &["codium"], "vscodium://file/{path}:{line}:{column}"),
    // ripgrep, --hyperlink-format: `cursor`
    editor("cursor", "Cursor", &[], "cursor://file/{path}:{line}:{column}"),
    // protocol-launcher, documentation: Windsurf, "Open File"; the links are those of VS Code
    editor("windsurf", "Windsurf", &[], "windsurf://file/{path}:{line}:{column}"),
    // Zed, crates/zed/src/zed/open_listener.rs: `zed://file`
    editor("zed", "Zed", &["zeditor", "zedit"], "zed://file/{path}:{line}:{column}"),
    // macromates.com/blog/2007/the-textmate-url-scheme
    editor("textmate", "TextMate", &["mate"], "txmt://open?url=file://{path}&line={line}&column={column}"),
    // macvim.org/docs/gui_mac.txt.html: `mvim://`
    editor("macvim", "MacVim", &["mvim"], "mvim://open?url=file://{path}&line={line}&column={column}"),
    // github.com/inopinatus/sublime_url, which has to be installed beside it: so it is not guessed from a command
    editor("sublime", "Sublime Text", &[], "subl://open?url=file://{path}&line={line}&column={column}"),
    // youtrack.jetbrains.com/issue/IDEA-65879; github.com/ericclemmons/click-to-component/pull/35 has the names
    editor("idea", "IntelliJ IDEA", &[], "idea://open?file={path}&line={line}&column={column}"),
    editor("goland", "GoLand", &[], "goland://open?file={path}&line={line}&column={column}"),
    editor("phpstorm", "PhpStorm", &[], "phpstorm://open?file={path}&line={line}&column={column}"),
    editor("pycharm", "PyCharm", &["charm"], "pycharm://open?file={path}&line={line}&column={column}"),
    editor("rubymine", "RubyMine", &["mine"], "x-mine://open?file={path}&line={line}&column={column}"),
    editor("webstorm", "WebStorm", &[], "webstorm://open?file={path}&line={line}&column={column}"),
];

/// What is set where commands run on another machine than the editor.
const ELSEWHERE: [&str; 4] = [
    "SSH_CONNECTION",
    "WSL_DISTRO_NAME",
    "CODESPACES",
    "REMOTE_CONTAINERS",
];

/// The editor that a terminal's variables speak of, such as `TERM_PROGRAM`, `VISUAL` and `EDITOR`; none where it runs on
/// another machine than the files, which its links would not find.
pub(super) fn guess(variables: &[(&str, &str)]) -> Option<&'static Editor> {
    let value = |name| {
        let mut found = variables.iter().filter(|(other, _)| *other == name);
        found
            .next()
            .map(|(_, value)| *value)
            .filter(|value| !value.is_empty())
    };
    if ELSEWHERE.into_iter().any(|name| value(name).is_some()) {
        return None;
    }
    let around = match value("TERM_PROGRAM").map(str::to_lowercase).as_deref() {
        // Editors made of VS Code say that they are it; where their files are says more.
        Some("vscode") => Some(fork(value("VSCODE_GIT_ASKPASS_MAIN").unwrap_or_default())),
        Some("zed") => Some("zed"),
        _ => None,
    };
    let commands = ["VISUAL", "EDITOR"].into_iter().filter_map(value).map(command);
    around.into_iter().chain(commands).find_map(named)
}

/// Which editor made of VS Code a program's path belongs to.
fn fork(path: &str) -> &'static str {
    let path = path.to_lowercase();
    let forks = [
        ("cursor", "cursor"),
        ("windsurf", "windsurf"),
        ("codium", "vscodium"),
        ("insiders", "vscode-insiders"),
    ];
    let fork = forks.into_iter().find(|(part, _)| path.contains(part));
    fork.map_or("vscode", |(_, name)| name)
}

/// The program that a command starts.
fn command(written: &str) -> &str {
    let program = written.split_whitespace().next().unwrap_or_default();
    let name = program.rsplit(['/', '\\']).next().unwrap_or_default();
    [".exe", ".cmd"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name)
}

/// The editor of that name.
pub(super) fn named(name: &str) -> Option<&'static Editor> {
    let is = |other: &str| other.eq_ignore_ascii_case(name);
    EDITORS
        .iter()
        .find(|editor| is(editor.name) || is(editor.title) || editor.commands.iter().any(|other| is(other)))
}

/// The names that `written` may be a misspelling of, nearest first.
pub(super) fn near(written: &str) -> Vec<&'static str> {
    let written = written.to_lowercase();
    let distance = |name| strsim::damerau_levenshtein(&written, name);
    let mut near: Vec<_> = EDITORS
        .iter()
        .map(|editor| (distance(editor.name), editor.name))
        .collect();
    near.sort_unstable();
    near.retain(|(distance, name)| *distance <= name.len() / 3);
    near.into_iter().map(|(_, name)| name).take(3).collect()
}
