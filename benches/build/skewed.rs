//! Organisations in which one thing is far larger than all others.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What is so large.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// All others name one party.
    Hub,
    /// All are in one team.
    Team,
    /// Each delegates to the next.
    Chain,
    /// One file has a relation with every other.
    File,
}

impl Shape {
    pub(crate) const ALL: [Self; 4] = [Self::Hub, Self::Team, Self::Chain, Self::File];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Hub => "one party that all others name",
            Self::Team => "one team with all roles",
            Self::Chain => "one chain of delegation",
            Self::File => "one file with a relation to every role",
        }
    }

    /// How many roles it is measured with.
    pub(crate) const fn size(self) -> usize {
        match self {
            Self::Hub => 10_000,
            Self::Team => 5_000,
            Self::Chain => 1_000,
            Self::File => 2_000,
        }
    }
}

/// Writes a handbook of that shape, of `roles` roles, into `folder`.
///
/// # Panics
/// Where the folder can't be written to.
pub(crate) fn write(folder: &Path, shape: Shape, roles: usize) {
    for kind in ["roles", "teams"] {
        fs::create_dir_all(folder.join("content").join(kind)).expect("a folder can be made");
    }
    let put = |path: &str, text: &str| fs::write(folder.join(path), text).expect("a file can be written");
    put("book.toml", "[book]\ntitle = \"Skewed\"\n");
    put(
        "content/teams/all.md",
        "+++\ntitle = \"All\"\n+++\n\n## Purpose\n\nIt holds all together.\n",
    );
    for role in 0..roles {
        put(
            &format!("content/roles/role-{role}.md"),
            &page(shape, role, roles),
        );
    }
}

fn page(shape: Shape, role: usize, roles: usize) -> String {
    let mut page = format!("+++\ntitle = \"Role {role}\"\nkeepers = []\n");
    let _ = match shape {
        Shape::Team => writeln!(page, "team = \"all\""),
        Shape::Chain if role > 0 => writeln!(page, "delegator = \"role-{}\"", role - 1),
        _ => Ok(()),
    };
    let _ = writeln!(
        page,
        "+++\n\n## Purpose\n\nSo that matter {role} is decided.\n\n## Key Responsibilities\n\n- Look after matter {role}"
    );
    let needed = match shape {
        Shape::Hub if role > 0 => Some(0),
        Shape::Team => Some((role * 7 + 1) % roles),
        _ => None,
    };
    if let Some(other) = needed.filter(|other| *other != role) {
        let _ = writeln!(
            page,
            "\n## Dependencies\n\n### [[role-{other}]]\n\n- A decision on matter {role}"
        );
    }
    if matches!(shape, Shape::File) && role == 0 {
        page.push_str("\n## Stakeholders and Key Deliverables\n");
        for other in 1..roles {
            let _ = writeln!(
                page,
                "\n### [[role-{other}]]\n\n- Report {other}\n- A list of open risks"
            );
        }
    }
    page
}
