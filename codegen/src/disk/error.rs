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
    /// It is no text in UTF-8.
    NoText {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: NoText,
    },
    /// It is a folder, and a file was expected.
    Folder(PathBuf),
    /// It is in the output folder, or where we want to write, and we did not write it.
    Foreign(PathBuf),
    /// It has no name of its own, so nothing can stand beside it.
    NoName(PathBuf),
    /// There is no such folder, or no spec in it.
    NoSpecs(PathBuf),
}

/// What a file is that is no text in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// A text in two bytes a letter.
    Utf16,
    /// Packed by gzip or zip.
    Packed,
    /// A text in another encoding from that line and column on, both from 1; the column in bytes.
    From(usize, usize),
}

impl NoText {
    /// What these bytes are.
    pub(super) fn of(bytes: &[u8], valid: usize) -> Self {
        match bytes {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Self::Utf16,
            [0x1F, 0x8B, ..] | [b'P', b'K', 3, 4, ..] => Self::Packed,
            _ => {
                let before = bytes.get(..valid).unwrap_or_default();
                let line = before.split(|byte| *byte == b'\n');
                let column = line.clone().next_back().map_or(0, <[u8]>::len);
                Self::From(line.count(), column + 1)
            }
        }
    }
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
            Self::NoText { path, what } => {
                let path = path.display();
                match what {
                    NoText::Utf16 => write!(f, "{path} is UTF-16: save it as UTF-8"),
                    NoText::Packed => write!(f, "{path} is packed: unpack it first"),
                    NoText::From(line, column) => write!(
                        f,
                        "{path}:{line}:{column} is no UTF-8: save the file in that encoding"
                    ),
                }
            }
            Self::Folder(path) => {
                let path = path.display();
                write!(
                    f,
                    "{path} is a folder: name its files, as in `{path}/*.yaml`"
                )
            }
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
