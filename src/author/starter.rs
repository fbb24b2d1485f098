//! The small handbook that a new one begins as.

/// Its files: where each goes, and what it holds.
pub(super) const FILES: [(&str, &str); 10] = [
    ("book.toml", include_str!("starter/book.toml")),
    (".gitignore", include_str!("starter/gitignore")),
    ("content/index.md", include_str!("starter/content/index.md")),
    ("content/people.toml", include_str!("starter/content/people.toml")),
    ("content/glossary.md", include_str!("starter/content/glossary.md")),
    (
        "content/teams/workshop.md",
        include_str!("starter/content/teams/workshop.md"),
    ),
    (
        "content/roles/front-desk.md",
        include_str!("starter/content/roles/front-desk.md"),
    ),
    (
        "content/roles/mechanic.md",
        include_str!("starter/content/roles/mechanic.md"),
    ),
    (
        "content/roles/buyer.md",
        include_str!("starter/content/roles/buyer.md"),
    ),
    (
        "content/external/customer.md",
        include_str!("starter/content/external/customer.md"),
    ),
];
