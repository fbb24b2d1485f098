//! Whatever happens to a run that publishes, the output is one whole site.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::bad_input::Random;
use super::support::{Handbook, Site};

/// How many runs are killed: so many that both states and all steps are met; `ROLEBOOK_KILLS` asks for more.
const KILLS: u64 = 60;

/// A handbook of some two hundred files, in one of two states, all pages of which differ.
struct TwoStates {
    handbook: Handbook,
    sites: [BTreeMap<String, Vec<u8>>; 2],
}

impl TwoStates {
    fn new() -> Self {
        let handbook = Handbook::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/handbook/choir"));
        let mut states = Self {
            handbook,
            sites: Default::default(),
        };
        for state in [0, 1] {
            states.set(state);
            states.handbook.run(&["build", "--output", "whole"]).ok();
            states.sites[state] = Site::read(&states.handbook.path("whole")).files;
        }
        assert!(states.sites[0].len() > 150);
        states
    }

    fn set(&self, state: usize) {
        let title = ["title = \"Riverside choir\"", "title = \"Lakeside choir\""];
        let book = self
            .handbook
            .read("book.toml")
            .replace(title[1 - state], title[state]);
        assert!(book.contains(title[state]));
        self.handbook.write("book.toml", book);
    }

    fn build(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
        command.current_dir(self.handbook.path("."));
        command
            .args(["build", "--quiet"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        command
    }

    /// Which of the two whole sites `public` is.
    #[track_caller]
    fn published(&self, step: &str) -> usize {
        let found = Site::read(&self.handbook.path("public")).files;
        let whole = self.sites.iter().position(|site| *site == found);
        whole.unwrap_or_else(|| panic!("{step}: {} files are neither of the two sites", found.len()))
    }
}

#[test]
fn a_run_that_is_killed_leaves_a_whole_site() {
    let kills = std::env::var("ROLEBOOK_KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(KILLS);
    let states = TwoStates::new();
    states.set(0);
    let begin = Instant::now();
    assert!(states.build().status().unwrap().success());
    let whole = begin.elapsed();
    let mut random = Random(7);
    let (mut is, mut old, mut new) = (0, 0, 0);
    for kill in 0..kills {
        states.set(1 - is);
        let mut run = states.build().spawn().unwrap();
        // To the end of a run, and a little beyond.
        let part = 200 + u32::try_from(random.below(1200)).unwrap();
        thread::sleep(whole * part / 1000);
        run.kill().unwrap();
        run.wait().unwrap();
        let found = states.published(&format!("kill {kill} after {part} thousandths"));
        old += usize::from(found == is);
        new += usize::from(found != is);
        is = found;
    }
    assert!(old > 0 && new > 0, "of {kills} both are met: {old} and {new}");
    // Nothing of it is left after the next run that may end.
    states.set(1 - is);
    let run = states.build().output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(states.published("the last run"), 1 - is);
    let beside = std::fs::read_dir(states.handbook.path(".")).unwrap();
    let names = beside.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let hidden: Vec<String> = names
        .filter(|name| name.starts_with(".public") && name != ".public.lock")
        .collect();
    assert_eq!(hidden, Vec::<String>::new());
}

#[test]
fn of_two_runs_at_once_each_publishes_or_says_that_the_other_does() {
    let states = TwoStates::new();
    states.set(0);
    assert!(states.build().status().unwrap().success());
    let mut refused = 0;
    for turn in 0..12 {
        states.set(turn % 2);
        let runs = [states.build().spawn().unwrap(), states.build().spawn().unwrap()];
        let ended = runs.map(|run| run.wait_with_output().unwrap());
        assert!(
            ended.iter().any(|run| run.status.success()),
            "one of them publishes"
        );
        for run in ended.iter().filter(|run| !run.status.success()) {
            refused += 1;
            let said = String::from_utf8_lossy(&run.stderr);
            assert_eq!(run.status.code(), Some(2), "{said}");
            assert!(
                said.contains("another run of rolebook is publishing to"),
                "{said}"
            );
            assert!(said.contains("wait until it has finished"), "{said}");
        }
        assert_eq!(states.published(&format!("turn {turn}")), turn % 2);
    }
    assert!(refused > 0, "they met");
}

/// Runs `script` where it may mount; none where the system lets nobody do so.
#[cfg(target_os = "linux")]
fn with_mounts(states: &TwoStates, script: &str) -> Option<(i32, String)> {
    let run = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "sh", "-c", script]);
        command
            .current_dir(states.handbook.path("."))
            .env("ROLEBOOK", env!("CARGO_BIN_EXE_rolebook"));
        command.output()
    };
    let may =
        run("mkdir -p mounted && mount -t tmpfs tmpfs mounted").is_ok_and(|tried| tried.status.success());
    if !may {
        return None;
    }
    let output = run(script).unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    Some((output.status.code().unwrap(), said.into_owned()))
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_the_old_site_stays() {
    let states = TwoStates::new();
    states.set(0);
    // Room for one site and a little; a file takes whole pages, and what does not change takes no more room.
    let pages: usize = states.sites[0]
        .values()
        .map(|bytes| bytes.len().div_ceil(4096))
        .sum();
    let room = pages * 4096 * 21 / 20;
    let script = format!(
        "mount -t tmpfs -o size={room} tmpfs mounted && \"$ROLEBOOK\" build --quiet --output mounted/site && \
         cp -r mounted/site before && sed -i 's/Riverside choir/Lakeside choir/' book.toml && \
         \"$ROLEBOOK\" build --output mounted/site; code=$?; \
         diff -r before mounted/site && ls -A mounted; exit $code"
    );
    let Some((code, said)) = with_mounts(&states, &script) else {
        return;
    };
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("the disk is full; the site is as it was before"),
        "{said}"
    );
    let left: Vec<&str> = said
        .lines()
        .filter(|line| [".site.lock", ".site.staging", "site"].contains(line))
        .collect();
    assert_eq!(left, [".site.lock", "site"], "{said}");
    assert!(!said.contains("Only in") && !said.contains("differ"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn where_nothing_may_be_written_it_is_said() {
    let states = TwoStates::new();
    states.set(0);
    let script = "mount -t tmpfs tmpfs mounted && mount -o remount,ro mounted && \"$ROLEBOOK\" build --output mounted/site";
    let Some((code, said)) = with_mounts(&states, script) else {
        return;
    };
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("can't be written") || said.contains("can't be made"),
        "{said}"
    );
    assert!(said.contains("see who may write there"), "{said}");
}

#[test]
fn a_reader_of_the_output_sees_one_whole_site_while_it_is_replaced() {
    let states = TwoStates::new();
    states.set(0);
    assert!(states.build().status().unwrap().success());
    for turn in 1..5 {
        states.set(turn % 2);
        let mut run = states.build().spawn().unwrap();
        let until = Instant::now() + Duration::from_secs(30);
        // The home page is there at every moment, and is one of the two.
        while run.try_wait().unwrap().is_none() && Instant::now() < until {
            let home = std::fs::read(states.handbook.path("public/index.html")).unwrap();
            assert!(states.sites.iter().any(|site| site["index.html"] == home));
        }
        assert!(run.wait().unwrap().success());
    }
}
