//! How many instructions a build takes: the same number on any machine of a kind, however busy it is. It guards against
//! slow creep, with a wide margin.
//!
//!     cargo bench --profile dev --bench instructions
//!
//! Counted by callgrind (Debian's package `valgrind`), on one thread, of the unoptimised program that the tests use, so that
//! nothing is compiled for it. Where what is made has grown for a reason, write the new number here.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement talks, and stops where it can't measure"
)]
#![allow(clippy::disallowed_methods, reason = "it writes a handbook and runs commands")]

mod organisation;

use std::process::{Command, ExitCode, Stdio};

/// Roles of the organisation that is built.
const ROLES: usize = 60;
/// Millions of instructions that building it took when this was last looked at, on x86-64.
const KNOWN: u64 = 2_469;
/// It may take so many hundredths more. With so many fewer, the number above is out of date.
const MARGIN: u64 = 20;

fn main() -> ExitCode {
    let folder = tempfile::tempdir().expect("a temporary folder");
    organisation::write(folder.path(), ROLES);
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env!("CARGO_BIN_EXE_rolebook"))
        .args(["build", "--quiet", "--date", "2026-11-23"])
        .current_dir(folder.path())
        .env("RAYON_NUM_THREADS", "1")
        .stdin(Stdio::null())
        .output()
        .expect("valgrind is there: Debian has it as a package of that name");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let counted = told.lines().find_map(|line| line.split_once("Collected :"));
    let counted: u64 = counted
        .and_then(|(_, number)| number.trim().parse().ok())
        .expect("callgrind says how many it counted");
    let millions = counted / 1_000_000;
    println!("{ROLES} roles are built with {millions} million instructions; {KNOWN} million were known");
    if !cfg!(target_arch = "x86_64") {
        println!("the known number is that of another kind of machine, and nothing is held against it");
        return ExitCode::SUCCESS;
    }
    if millions * 100 > KNOWN * (100 + MARGIN) {
        println!("that is more than {MARGIN} % more: find out what takes them, or note why in this file");
        return ExitCode::FAILURE;
    }
    if millions * 100 < KNOWN * (100 - MARGIN) {
        println!("that is more than {MARGIN} % fewer: well done; note the new number in this file");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
