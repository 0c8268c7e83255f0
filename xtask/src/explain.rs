//! `cargo xtask explain`: what a diagnostic's code means, at length.

use codegen::diagnostic::{explain, is_loss};

use crate::report;

/// Which code.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The code, such as W0130; without one, all codes are listed
    code: Option<String>,
}

/// What holds for each warning that tells of a loss.
const DENIED: &str = "
## Where it is an error

It tells of something that is missing from what is generated. In a document that is written for this generator, which has `x-source`,
`x-outcome` or another extension that nobody else has, nothing is generated until it is mended.
";

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let Some(code) = &args.code else {
        let lines = explain::codes().map(|(code, title)| format!("{code}  {title}\n"));
        report::print(&lines.collect::<String>());
        return Ok(());
    };
    let text = explain::explain(code).ok_or_else(|| {
        format!("there is no code `{code}`: `cargo xtask explain` lists all of them")
    })?;
    report::print(text);
    if code.starts_with(['W', 'w']) && is_loss(&code.to_ascii_uppercase()) {
        report::print(DENIED);
    }
    Ok(())
}
