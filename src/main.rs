//! The command `rolebook`; what it does is in the library.

use std::process::ExitCode;

/// A third of a build's time with the system's allocator is spent in it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    rolebook::cli::run()
}
