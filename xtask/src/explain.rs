//! `cargo xtask explain`: what a diagnostic's code means, at length.

use codegen::diagnostic::explain;

use crate::report;

/// Which code.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The code, such as W0130; without one, all codes are listed
    code: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let Some(code) = &args.code else {
        let lines = explain::codes().map(|(code, title)| format!("{code}  {title}\n"));
        report::say(&lines.collect::<String>());
        return Ok(());
    };
    let text = explain::explain(code).ok_or_else(|| {
        format!("there is no code `{code}`: `cargo xtask explain` lists all of them")
    })?;
    report::say(text);
    Ok(())
}
