//! What a shell and `man` are told of the command.

use super::support::{Handbook, has_extension};

const COMMANDS: [&str; 12] = [
    "build",
    "check",
    "completions",
    "diff",
    "explain",
    "export",
    "graph",
    "init",
    "man",
    "new",
    "schema",
    "serve",
];

#[test]
fn every_shell_completes_every_command() {
    let handbook = Handbook::new("");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = handbook.run(&["completions", shell]).ok().stdout;
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
        let completes_values = ["bash", "fish", "zsh"].contains(&shell);
        assert_eq!(script.contains("markdown"), completes_values, "{shell}: values");
    }
    assert_eq!(handbook.run(&["completions", "cmd"]).code, 2);
}

#[test]
fn bash_understands_its_completions() {
    let handbook = Handbook::new("");
    let script = handbook.run(&["completions", "bash"]).ok().stdout;
    handbook.write("rolebook.bash", script);
    let asked = "source ./rolebook.bash; COMP_WORDS=(rolebook di); COMP_CWORD=1; _rolebook rolebook di rolebook; echo \"${COMPREPLY[*]}\"";
    let output = std::process::Command::new("bash")
        .args(["-c", asked])
        .current_dir(handbook.path("."))
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8_lossy(&output.stdout).trim(),
        "diff",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn every_command_has_a_manual_page() {
    let handbook = Handbook::new("");
    let run = handbook.run(&["man", "manual/man1"]).ok();
    assert!(run.stderr.contains("to manual/man1"), "{}", run.stderr);
    let entries = std::fs::read_dir(handbook.path("manual/man1")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.iter().all(|name| has_extension(name, "1")));
    for command in COMMANDS {
        let page = handbook.read(&format!("manual/man1/rolebook-{command}.1"));
        assert!(page.contains(&format!(".TH rolebook-{command} 1")), "{page}");
        for part in [".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", "Examples:"] {
            assert!(page.contains(part), "{command} has no {part}");
        }
    }
    assert_eq!(names.len(), COMMANDS.len() + 1, "{names:?}");
    let first = handbook.run(&["man"]).ok().stdout;
    assert_eq!(first, handbook.read("manual/man1/rolebook.1"));
}
