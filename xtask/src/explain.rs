//! `cargo xtask explain`: what a diagnostic's code means, at length.

use codegen::diagnostic::{Code, Level};

use crate::report;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The code, such as W0130; without one, all codes are listed
    code: Option<String>,
}

/// The note below the explanation of each warning about a loss.
const DENIED: &str = "
## Where it is an error

Something is missing from the output because of it. In a document that has `x-source`, `x-outcome`
or another extension that only this generator reads, it is an error: nothing is generated until it
is fixed.
";

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let Some(name) = &args.code else {
        let line = |code: &Code| format!("{code}  {}\n", code.title());
        report::print(&Code::ALL.iter().map(line).collect::<String>());
        return Ok(());
    };
    let code = Code::find(name)
        .ok_or_else(|| format!("unknown code `{name}`: `cargo xtask explain` lists all of them"))?;
    let denied = match code.level() {
        Level::Loss => DENIED,
        Level::Error | Level::Style | Level::Ignored => "",
    };
    report::print(&format!(
        "# {code}: {}\n\n{}{denied}",
        code.title(),
        code.explanation()
    ));
    Ok(())
}
