//! `Describe`: the code, the message and the help of a problem.

use super::Code;

/// What each problem says about itself.
pub(super) trait Describe {
    /// Its code.
    fn code(&self) -> Code;

    /// What is wrong, in one line.
    fn message(&self) -> String;

    /// What to do, and what happens otherwise.
    fn help(&self) -> String;
}
