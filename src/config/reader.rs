//! TOML read key by key, with findings.
/// TOML read key by key.
pub struct Reader;
