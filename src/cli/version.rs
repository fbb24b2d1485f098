//! What `rolebook --version` says.

/// Version, commit and features.
pub(super) fn long() -> &'static str {
    concat!(
        env!("CARGO_PKG_VERSION"),
        "\ncommit: ",
        env!("ROLEBOOK_COMMIT"),
        "\nfeatures: ",
        env!("ROLEBOOK_FEATURES"),
    )
}
