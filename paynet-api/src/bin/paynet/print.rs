//! Printing. Nobody listening is no error: what was sent has to be recorded all the same.

use std::io::{self, Write as _};

/// Prints a line of what was asked for.
pub(crate) fn line(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// Prints a line beside it: questions, problems, progress.
pub(crate) fn aside(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}
