//! How the command ends: a code for scripts, documented in the help.

use std::process::ExitCode;

/// What the exit code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything was done. Of a batch: Paynet accepted each refund, now or earlier.
    Done,
    /// A file, the database or the client could not be used.
    Failed,
    /// The command line is wrong.
    Usage,
    /// The CSV file is wrong; nothing was sent.
    WrongFile,
    /// Nobody agreed; nothing was sent.
    NotConfirmed,
    /// Some refunds were refused or not sent. None is in doubt.
    Incomplete,
    /// The outcome of some refunds is not known: `paynet resolve`.
    Unknown,
    /// Stopped by Ctrl-C. None of those that were sent is in doubt.
    Stopped,
}

impl Exit {
    const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::WrongFile => 3,
            Self::NotConfirmed => 4,
            Self::Incomplete => 5,
            Self::Unknown => 6,
            // As shells have it for a program that Ctrl-C ended: 128 and the signal's number.
            Self::Stopped => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Why the command could not go on, as the text to print.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) text: String,
}

impl Failure {
    /// Creates the failure of something other than the command line and the CSV file.
    pub(crate) const fn new(text: String) -> Self {
        Self {
            exit: Exit::Failed,
            text,
        }
    }

    /// Creates the failure of a wrong command line.
    pub(crate) const fn usage(text: String) -> Self {
        Self {
            exit: Exit::Usage,
            text,
        }
    }
}
