//! Tells the program which commit it is built from, and with which features: `rolebook --version` says so.

#![allow(
    clippy::disallowed_methods,
    reason = "it runs before the program is compiled, and is no part of it"
)]
#![allow(clippy::print_stdout, reason = "cargo is told by what is printed")]

use std::process::Command;
use std::{env, fs};

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
    println!("cargo::rustc-env=ROLEBOOK_COMMIT={commit}");
    println!("cargo::rustc-env=ROLEBOOK_FEATURES={features}");
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
