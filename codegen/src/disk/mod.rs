//! Reads specs and writes generated files. No other module touches files.
//!
//! Files without our header are never overwritten or deleted, and symbolic links in the output
//! folder are not followed.

mod error;
mod read;
mod swap;

pub use error::{DiskError, NotUtf8};
pub use read::{read_output, read_specs, read_text, read_texts};

use std::path::Path;

use crate::output::{Changes, OutputFiles};

/// Replaces the contents of a folder with these files, and returns what changed.
///
/// Equal files are not touched. The old folder stays as it is until all files are written.
/// Leftovers of an interrupted run are cleaned up first. Concurrent runs write one after the other.
///
/// # Errors
///
/// If the folder contains something that was not generated, or if a file can't be read or written.
/// Nothing has changed in that case.
pub fn apply(folder: &Path, wanted: &OutputFiles) -> Result<Changes, DiskError> {
    let swap = swap::Swap::beside(folder)?;
    let _alone = swap.wait()?;
    swap.recover()?;
    let present = read_output(folder)?;
    let changes = Changes::between(&present, wanted);
    if !changes.is_empty() {
        swap.replace(wanted, &changes)?;
    }
    Ok(changes)
}
