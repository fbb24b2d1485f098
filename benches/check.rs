//! How long `rolebook check` takes: whole processes on handbooks of two sizes, in seconds of CPU.
//!
//!     cargo bench --bench check
//!
//! The command is to stay under one second of CPU per core for 10,000 roles with 40,000 relations, and to grow
//! no faster than the handbook does.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement talks, and stops where it can't measure"
)]
#![allow(clippy::disallowed_methods, reason = "it runs the command")]

mod organisation;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const SIZES: [usize; 2] = [2_500, 10_000];
const RUNS: usize = 7;

/// What one run took, in seconds.
#[derive(Clone, Copy)]
struct Cost {
    wall: f64,
    cpu: f64,
}

fn main() {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{cores} cores; median of {RUNS} runs, each a whole process; smallest and largest in brackets");
    println!(
        "{:>7} {:>9}  {:>20}  {:>20}  {:>12}",
        "roles", "findings", "wall s", "CPU s", "CPU us/role"
    );
    let mut medians = Vec::new();
    for roles in SIZES {
        let folder = tempfile::tempdir().expect("a temporary folder");
        organisation::write(folder.path(), roles);
        let findings = findings(folder.path());
        let costs: Vec<Cost> = (0..RUNS).map(|_| run(folder.path())).collect();
        let (wall, cpu) = (spread(&costs, |cost| cost.wall), spread(&costs, |cost| cost.cpu));
        let each = cpu[1] / as_number(roles) * 1e6;
        println!(
            "{roles:>7} {findings:>9}  {:>20}  {:>20}  {each:>12.1}",
            shown(wall),
            shown(cpu)
        );
        medians.push(cpu[1]);
    }
    let (size, cost) = (as_number(SIZES[1]) / as_number(SIZES[0]), medians[1] / medians[0]);
    println!(
        "{size:.0} times the roles take {cost:.2} times the CPU; {:.2} s of CPU per core",
        medians[1] / as_number(cores)
    );
}

fn run(folder: &Path) -> Cost {
    let (start, before) = (Instant::now(), children_cpu());
    check(folder, &["--quiet"]);
    Cost {
        wall: start.elapsed().as_secs_f64(),
        cpu: children_cpu() - before,
    }
}

fn check(folder: &Path, options: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_rolebook"))
        .arg("check")
        .args(options)
        .args(["--date", "2026-11-23"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .expect("the command runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// How many findings the handbook has.
fn findings(folder: &Path) -> usize {
    let lines = check(folder, &["--format", "short"]);
    lines
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .count()
}

/// The CPU time of the processes that have ended, user's and system's, in seconds: proc(5), `cutime` and
/// `cstime` of `/proc/self/stat`, in hundredths on every Linux.
fn children_cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("a Linux system");
    let (_, fields) = stat.rsplit_once(')').expect("the command's name in brackets");
    let ticks = fields.split_whitespace().skip(13).take(2);
    ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The smallest, the median and the largest.
fn spread(costs: &[Cost], of: impl Fn(&Cost) -> f64) -> [f64; 3] {
    let mut found: Vec<f64> = costs.iter().map(of).collect();
    found.sort_by(f64::total_cmp);
    [found[0], found[found.len() / 2], found[found.len() - 1]]
}

fn shown([least, median, most]: [f64; 3]) -> String {
    format!("{median:.2} ({least:.2}-{most:.2})")
}

fn as_number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
