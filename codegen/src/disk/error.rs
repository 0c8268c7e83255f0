//! What can go wrong with files, in words.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Something about a file or folder that stopped us. Nothing was changed.
#[derive(Debug)]
pub enum DiskError {
    /// The system refused.
    Io {
        /// What was tried: `read`, `write`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's answer.
        error: io::Error,
    },
    /// It is in the output folder, or where we want to write, and we did not write it.
    Foreign(PathBuf),
    /// It has no name of its own, so nothing can stand beside it.
    NoName(PathBuf),
    /// There is no such folder, or no spec in it.
    NoSpecs(PathBuf),
}

impl DiskError {
    /// For `map_err`: says what was tried with which file.
    pub(super) fn io<'a>(
        action: &'static str,
        path: &'a Path,
    ) -> impl FnOnce(io::Error) -> Self + 'a {
        move |error| Self::Io {
            action,
            path: path.to_owned(),
            error,
        }
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io {
                action,
                path,
                error,
            } => write!(f, "could not {action} {}: {error}", path.display()),
            Self::Foreign(path) => write!(
                f,
                "{} was not generated: it lacks our first line, so it is neither overwritten nor deleted. Move it out of the output folder",
                path.display()
            ),
            Self::NoName(path) => write!(f, "{} cannot be an output folder", path.display()),
            Self::NoSpecs(path) => write!(
                f,
                "no spec in {}: one is a file that ends in .json, .yaml or .yml",
                path.display()
            ),
        }
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}
