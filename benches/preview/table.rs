//! What was measured, as a table: medians, with the smallest and the largest, and how many times rolebook's.

use std::fmt::Write as _;

use super::session::Measured;

/// A line of the table: what it says, where that is found, and whether tools are compared by it.
type Row = (&'static str, fn(&Measured) -> &[f64], bool);

const ROWS: [Row; 9] = [
    ("start to first page, ms", |measured| &measured.start, true),
    ("write to served, ms", |measured| &measured.text.served, true),
    ("write to event, ms", |measured| &measured.text.told, true),
    ("events a write", |measured| &measured.text.events, false),
    (
        "title to team served, ms",
        |measured| &measured.title.served,
        true,
    ),
    ("title to team event, ms", |measured| &measured.title.told, true),
    ("events a title", |measured| &measured.title.events, false),
    ("peak memory, MB", |measured| &measured.memory, true),
    ("SIGINT to end, ms", |measured| &measured.end, true),
];

/// Prints what was measured of each tool, the first of which the others are compared with.
pub(crate) fn print(tools: &[(&str, Measured)]) {
    let mut lines = vec![vec![String::new()]];
    lines[0].extend(tools.iter().map(|(name, _)| (*name).to_owned()));
    for (name, of, is_compared) in ROWS {
        let own = spread(of(&tools[0].1));
        let mut line = vec![name.to_owned()];
        for (at, (_, measured)) in tools.iter().enumerate() {
            let other = own.filter(|_| is_compared && at > 0);
            line.push(cell(spread(of(measured)), other));
        }
        lines.push(line);
    }
    let widths: Vec<usize> = (0..=tools.len())
        .map(|column| {
            lines
                .iter()
                .map(|line| line[column].len())
                .max()
                .unwrap_or_default()
        })
        .collect();
    for line in &lines {
        let mut printed = format!("{:<width$}", line[0], width = widths[0]);
        for (cell, width) in line.iter().zip(&widths).skip(1) {
            let _ = write!(printed, "  {cell:>width$}");
        }
        println!("{printed}");
    }
    for (name, measured) in tools {
        if let Some(failure) = &measured.failure {
            println!("{name}: {failure}");
        }
    }
}

fn cell(found: Option<[f64; 3]>, own: Option<[f64; 3]>) -> String {
    let Some([least, median, most]) = found else {
        return "-".to_owned();
    };
    let times = own.map_or_else(String::new, |own| {
        format!(" {:>6}", format!("{}x", short(median / own[1])))
    });
    format!("{} ({}-{}){times}", short(median), short(least), short(most))
}

/// The smallest, the median and the largest.
fn spread(found: &[f64]) -> Option<[f64; 3]> {
    let mut found = found.to_vec();
    found.sort_by(f64::total_cmp);
    Some([*found.first()?, found[found.len() / 2], *found.last()?])
}

/// Two or three figures.
fn short(number: f64) -> String {
    if number < 20.0 {
        format!("{number:.1}")
    } else {
        format!("{number:.0}")
    }
}
