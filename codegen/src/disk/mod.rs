//! Reading specs and writing what was generated: the only place that touches files.
//!
//! Nothing without our header is ever overwritten or deleted, and no symbolic link is followed.

mod error;
mod read;
mod swap;

pub use error::{DiskError, NoText};
pub use read::{read_specs, read_text, read_texts, read_tree};

use std::path::Path;

use crate::output::{Changes, OutputFiles};

/// Makes the folder hold exactly this tree, and says what that changed.
///
/// Files that are equal are not touched. Until everything is written the old folder stays as it is; what an interrupted
/// run left behind is put in order first. Two runs at once write one after the other.
///
/// # Errors
///
/// Where the folder holds something that we did not write, and where a file can't be read or written: then nothing has changed.
pub fn apply(folder: &Path, wanted: &OutputFiles) -> Result<Changes, DiskError> {
    let swap = swap::Swap::beside(folder)?;
    let _alone = swap.wait()?;
    swap.recover()?;
    let present = read_tree(folder)?;
    let changes = Changes::between(&present, wanted);
    if !changes.is_empty() {
        swap.replace(wanted, &changes)?;
    }
    Ok(changes)
}
