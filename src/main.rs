//! The command `rolebook`; what it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    rolebook::cli::run()
}
