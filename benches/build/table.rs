//! What was measured, as Markdown.

use std::fs;

use super::run::Measured;
use super::tools::Tool;

/// A line of the table: what it says, and where that is found.
type Row = (&'static str, fn(&Measured) -> &[f64]);

const ROWS: [Row; 3] = [
    ("fresh, s", |measured| &measured.fresh),
    ("again, s", |measured| &measured.again),
    ("peak memory, MB", |measured| &measured.memory),
];

/// The machine.
pub(crate) fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let model = model
        .and_then(|model| model.split_once(':'))
        .map_or("", |(_, model)| model.trim());
    format!("{cores} cores, {model}")
}

/// Says what a tool is and makes, or that it is missing, and whether it is there.
pub(crate) fn introduce(tool: &Tool) -> bool {
    let Some(program) = tool.program else {
        println!("- {}: {}", tool.name, tool.makes);
        return true;
    };
    let version = program.version();
    match &version {
        Some(version) => println!("- {} {version}: {}", tool.name, tool.makes),
        None => println!("- {} {}", tool.name, program.missing()),
    }
    version.is_some()
}

/// Prints what was measured of each tool, the first of which the others are compared with.
pub(crate) fn print(tools: &[(&str, Measured)]) {
    let names: Vec<String> = tools.iter().map(|(name, _)| (*name).to_owned()).collect();
    head("", &names);
    for (name, of) in ROWS {
        let own = of(&tools[0].1);
        let cells = tools.iter().enumerate().map(|(at, (_, measured))| {
            let found = of(measured);
            if at == 0 || found.is_empty() {
                spread(found)
            } else {
                format!("{} {}×", spread(found), short(median(found) / median(own)))
            }
        });
        line(name, &cells.collect::<Vec<_>>());
    }
    let cells = tools.iter().map(|(_, measured)| match measured.site {
        (0, _) => "-".to_owned(),
        (files, bytes) => format!("{files}, {} MB", bytes / 1_000_000),
    });
    line("files", &cells.collect::<Vec<_>>());
    println!();
    for (name, measured) in tools {
        if let Some(failure) = &measured.failure {
            println!("{name}: {failure}.\n");
        }
    }
}

/// Prints the head of a table, and that all its columns but the first are numbers.
pub(crate) fn head(first: &str, columns: &[String]) {
    line(first, columns);
    line("---", &vec!["---:".to_owned(); columns.len()]);
}

/// Prints a line of a table.
pub(crate) fn line(first: &str, cells: &[String]) {
    println!("| {first} | {} |", cells.join(" | "));
}

/// The one in the middle.
pub(crate) fn median(found: &[f64]) -> f64 {
    let mut found = found.to_vec();
    found.sort_by(f64::total_cmp);
    found.get(found.len() / 2).copied().unwrap_or(f64::NAN)
}

/// With which power of the size the time grows, from one size and time to another.
pub(crate) fn power((small, sooner): (usize, f64), (large, later): (usize, f64)) -> f64 {
    let number = |count| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    (later / sooner).ln() / (number(large) / number(small)).ln()
}

fn spread(found: &[f64]) -> String {
    let least = found.iter().copied().min_by(f64::total_cmp);
    let most = found.iter().copied().max_by(f64::total_cmp);
    match (least, most) {
        (Some(least), Some(most)) => {
            format!("{} ({}-{})", short(median(found)), short(least), short(most))
        }
        _ => "-".to_owned(),
    }
}

/// Two or three figures.
fn short(number: f64) -> String {
    if number < 20.0 {
        format!("{number:.2}")
    } else {
        format!("{number:.0}")
    }
}
