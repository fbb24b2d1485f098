//! Whatever happens, in whatever order, in the end all is known.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use super::{Handbook, in_every_way};

/// Numbers that look like chance, and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

const FOLDERS: [&str; 9] = [
    "",
    "content",
    "content/a",
    "content/b",
    "content/a/c",
    "content/a/c/d",
    "content/b/c",
    "themes",
    "themes/own",
];

fn step(book: &Handbook, numbers: &mut Numbers) {
    let folder = book.at(FOLDERS[numbers.below(FOLDERS.len())]);
    let other = book.at(FOLDERS[1 + numbers.below(FOLDERS.len() - 1)]);
    let name = ["one.md", "two.md", "book.toml"][numbers.below(3)];
    let text = numbers.below(1000).to_string();
    // Much of it fails, because nothing is there or something is.
    let _ = match numbers.below(12) {
        0 => fs::remove_dir_all(&folder),
        1 | 2 => fs::rename(&folder, &other),
        3 => fs::remove_file(folder.join(name)),
        4 => fs::rename(folder.join(name), other.join(name)),
        5 => fs::create_dir_all(&folder),
        6 => fs::rename(&folder, book.folder.path().join("away")),
        7 => fs::rename(book.folder.path().join("away"), &folder),
        8 => fs::write(folder.join(name), &text),
        9 => {
            sleep(Duration::from_millis(numbers.below(60) as u64));
            Ok(())
        }
        _ => fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(name), &text)),
    };
}

#[test]
fn in_the_end_all_is_known() {
    in_every_way(|book| {
        for seed in 0..6 {
            let mut numbers = Numbers(seed);
            for _ in 0..40 {
                step(book, &mut numbers);
            }
            book.becomes_known();
            for folder in FOLDERS {
                let path = format!("{folder}/book.toml");
                // From the handbook's folder, and not from the top of the disk.
                book.write(path.trim_start_matches('/'), &format!("the end of {seed}"));
            }
            book.becomes_known();
        }
    });
}
