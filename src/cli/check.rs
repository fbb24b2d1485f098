//! `rolebook check`

use clap::Args;

use super::opened::Opened;
use super::{Asking, Failure, Here, Terminal};

const EXAMPLES: &str = "\
Examples:
  rolebook check                     what is wrong or missing in this handbook
  rolebook check --deny warnings     the same, and fail for warnings too
  rolebook check --warn single-keeper --allow vacant-role
  rolebook check --quiet             errors only
  rolebook --root docs check         in the handbook in the folder docs";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    asking: Asking,
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let opened = Opened::read(here, &options.asking.asked())?;
    opened.report(here, terminal, "")?;
    if opened.compiled.findings.is_empty() {
        let told = format!("{}: nothing to mend", opened.compiled.config.title);
        terminal.done("Checked", &told)?;
    }
    Ok(())
}
