//! What `rolebook build --timings` says of each stage, and how that grows.

use std::collections::BTreeMap;
use std::path::Path;

use super::table::{self, median, power};
use crate::peers::program::ROLEBOOK;

/// Seconds of each stage and of the kinds of files, by name, in the order in which they are told.
#[derive(Default)]
pub(crate) struct Stages {
    order: Vec<String>,
    seconds: BTreeMap<String, Vec<f64>>,
}

impl Stages {
    /// Builds the handbook in `folder` once more, to `output`, and adds what it says of itself.
    pub(crate) fn add(&mut self, folder: &Path, output: &Path) {
        let values = [("{folder}", folder), ("{output}", output)];
        let arguments = "--root {folder} build --timings --format json --output {output}";
        let told = ROLEBOOK
            .run(folder, arguments, &values)
            .output()
            .expect("rolebook runs");
        let told = String::from_utf8_lossy(&told.stderr).into_owned();
        let mut kind = "";
        for line in told.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["Stage", ..] => kind = "",
                ["Files", ..] => kind = "files: ",
                [name, seconds] if kind.is_empty() => self.put((*name).to_owned(), seconds),
                [name, .., making, writing] if !kind.is_empty() => {
                    self.put(format!("{kind}{name}"), making);
                    self.put("files: written".to_owned(), writing);
                }
                _ => {}
            }
        }
        self.close();
    }

    fn put(&mut self, name: String, seconds: &str) {
        let Ok(seconds) = seconds.parse::<f64>() else {
            return;
        };
        if !self.order.contains(&name) {
            self.order.push(name.clone());
        }
        self.seconds.entry(name).or_default().push(seconds);
    }

    /// Writing is told by kind; together it is one figure a run.
    fn close(&mut self) {
        const WRITTEN: &str = "files: written";
        let runs = self.seconds.get("all").map_or(0, Vec::len);
        if let Some(written) = self.seconds.get_mut(WRITTEN) {
            let own: f64 = written.drain(runs.saturating_sub(1)..).sum();
            written.push(own);
        }
    }

    fn of(&self, name: &str) -> Option<f64> {
        self.seconds.get(name).map(|seconds| median(seconds))
    }
}

/// Prints the stages at each size, and with which power of the size they grow from the last but one to the last.
pub(crate) fn print(all: &[(usize, Stages)]) {
    let Some((_, last)) = all.last() else {
        return;
    };
    println!("## Stages\n");
    println!(
        "Seconds by the clock; below them what threads worked on files of a kind, all threads together.\n"
    );
    let mut columns: Vec<String> = all.iter().map(|(size, _)| format!("{size} roles")).collect();
    columns.push("grows with the power of".to_owned());
    table::head("stage", &columns);
    for name in &last.order {
        let found: Vec<Option<f64>> = all.iter().map(|(_, stages)| stages.of(name)).collect();
        let cells = found
            .iter()
            .map(|seconds| seconds.map_or_else(String::new, |seconds| format!("{seconds:.3}")));
        let mut cells: Vec<String> = cells.collect();
        cells.push(match (all, found.as_slice()) {
            // What takes less than that is told too coarsely.
            ([.., (small, _), (large, _)], [.., Some(sooner), Some(later)]) if *sooner >= 0.005 => {
                format!("{:.2}", power((*small, *sooner), (*large, *later)))
            }
            _ => String::new(),
        });
        table::line(name, &cells);
    }
    println!();
}
