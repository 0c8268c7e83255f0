//! `DiskError`: errors of reading and writing files, and their messages.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// An error with a file or folder. Nothing was changed.
#[derive(Debug)]
pub enum DiskError {
    /// The operating system returned an error.
    Io {
        /// The attempted action: `read`, `write`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The error of the operating system.
        error: io::Error,
    },
    /// The file is not UTF-8.
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: NotUtf8,
    },
    /// A folder was found where a file was expected.
    Folder(PathBuf),
    /// A file in the output folder, or in the way of a new file, was not generated.
    Foreign(PathBuf),
    /// The path does not end in a name, so that no temporary folder can be named after it.
    NoName(PathBuf),
    /// The folder contains no spec.
    NoSpecs(PathBuf),
}

/// What a file that is not UTF-8 contains instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotUtf8 {
    /// UTF-16.
    Utf16,
    /// A gzip or zip archive.
    Packed,
    /// Invalid UTF-8 at this line and column, both from 1; the column is counted in bytes.
    From(usize, usize),
}

impl NotUtf8 {
    /// Classifies the bytes of a file, of which the first `valid` are UTF-8.
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
    /// Returns a function for `map_err` that adds the action and the path.
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
            Self::NotUtf8 { path, what } => {
                let path = path.display();
                match what {
                    NotUtf8::Utf16 => write!(f, "{path} is UTF-16: save it as UTF-8"),
                    NotUtf8::Packed => write!(f, "{path} is packed: unpack it first"),
                    NotUtf8::From(line, column) => write!(
                        f,
                        "{path}:{line}:{column} is not UTF-8: save the file in that encoding"
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
