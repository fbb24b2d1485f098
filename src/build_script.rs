//! Tells the program what it is built from, which commit that is, and with which features: `rolebook --version` says the
//! latter two, and a site says by which program it was made.

#![allow(
    clippy::disallowed_methods,
    reason = "it runs before the program is compiled, and is no part of it"
)]
#![allow(clippy::print_stdout, reason = "cargo is told by what is printed")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What the program is made from.
const SOURCES: [&str; 4] = ["src", "themes/default", "Cargo.toml", "Cargo.lock"];

/// The features of this crate.
const FEATURES: [&str; 1] = ["png"];

fn main() {
    println!("cargo::rerun-if-changed=src/build_script.rs");
    println!("cargo::rerun-if-env-changed=ROLEBOOK_COMMIT");
    let commit = given().or_else(packaged).or_else(checked_out);
    let commit = commit.unwrap_or_else(|| String::from("not known"));
    let is_on = |name: &&str| env::var_os(format!("CARGO_FEATURE_{}", name.to_uppercase())).is_some();
    let features: Vec<&str> = FEATURES.into_iter().filter(is_on).collect();
    let features = if features.is_empty() {
        String::from("none")
    } else {
        features.join(", ")
    };
    println!("cargo::rustc-env=ROLEBOOK_SOURCES={:016x}", sources());
    println!("cargo::rustc-env=ROLEBOOK_COMMIT={commit}");
    println!("cargo::rustc-env=ROLEBOOK_FEATURES={features}");
}

/// A number for what the program is made from: the same for the same files, wherever they lie.
fn sources() -> u64 {
    let mut files = Vec::new();
    for path in SOURCES {
        println!("cargo::rerun-if-changed={path}");
        walk(Path::new(path), &mut files);
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for path in files {
        let name: Vec<_> = path
            .components()
            .map(|part| part.as_os_str().to_owned())
            .collect();
        (name, fs::read(&path).unwrap_or_default()).hash(&mut hasher);
    }
    hasher.finish()
}

fn walk(path: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(path) else {
        files.push(path.to_owned());
        return;
    };
    for entry in entries.flatten() {
        walk(&entry.path(), files);
    }
}

/// What whoever builds it says.
fn given() -> Option<String> {
    env::var("ROLEBOOK_COMMIT")
        .ok()
        .filter(|commit| !commit.is_empty())
}

/// What `cargo package` wrote down.
fn packaged() -> Option<String> {
    let written = fs::read_to_string(".cargo_vcs_info.json").ok()?;
    let (_, behind) = written.split_once("\"sha1\"")?;
    let commit = behind.split('"').nth(1)?;
    Some(commit.to_owned())
}

/// What is checked out. Only for the optimised program: the others would be compiled anew after each commit.
fn checked_out() -> Option<String> {
    env::var("PROFILE").ok().filter(|profile| profile == "release")?;
    println!("cargo::rerun-if-changed=.git/HEAD");
    println!("cargo::rerun-if-changed=.git/logs/HEAD");
    let output = Command::new("git").args(["rev-parse", "HEAD"]).output().ok()?;
    let commit = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| commit.trim().to_owned())
}
