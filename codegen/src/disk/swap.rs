//! Writes the new output beside the old one, and swaps the two folders by renaming.
//!
//! | found at the start | the last run was interrupted | action |
//! | --- | --- | --- |
//! | `.out.new` | while writing | `.out.new` is deleted |
//! | `.out.old` and `out` | after the swap | `.out.old` is deleted |
//! | `.out.old` without `out` | between the two renames | `.out.old` is renamed to `out` |

use std::fs;
use std::path::{Path, PathBuf};

use super::DiskError;
use super::read::entries;
use crate::output::{Changes, HEADER, OutputFiles};
use crate::parallel;

/// The output folder, and the two temporary folders beside it.
pub(super) struct Swap {
    folder: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

impl Swap {
    /// Names the temporary folders of an output folder.
    pub(super) fn beside(folder: &Path) -> Result<Self, DiskError> {
        let name = folder.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| DiskError::NoName(folder.to_owned()))?;
        Ok(Self {
            folder: folder.to_owned(),
            new: folder.with_file_name(format!(".{name}.new")),
            old: folder.with_file_name(format!(".{name}.old")),
        })
    }

    /// Waits until no other run writes to this folder, and locks it until the result is dropped.
    ///
    /// Locks the parent folder, because the output folder itself is renamed. The operating system
    /// releases the lock even if this process is killed. Returns `None` without waiting if it can't
    /// lock folders.
    pub(super) fn wait(&self) -> Result<Option<fs::File>, DiskError> {
        let around = self
            .folder
            .parent()
            .filter(|path| !path.as_os_str().is_empty());
        let around = around.unwrap_or(Path::new("."));
        create_folder(around)?;
        let file = fs::File::open(around).ok();
        Ok(file.filter(|file| file.lock().is_ok()))
    }

    /// Cleans up after an interrupted run.
    pub(super) fn recover(&self) -> Result<(), DiskError> {
        if exists(&self.old) {
            if exists(&self.folder) {
                remove_ours(&self.old)?;
            } else {
                rename(&self.old, &self.folder)?;
            }
        }
        if exists(&self.new) {
            remove_ours(&self.new)?;
        }
        Ok(())
    }

    /// Writes the new output, and swaps it with the old one.
    pub(super) fn replace(&self, wanted: &OutputFiles, changes: &Changes) -> Result<(), DiskError> {
        if let Err(error) = self.write(wanted, changes) {
            // The old folder is intact. What this can't delete, the next run deletes.
            let _ = remove_ours(&self.new);
            return Err(error);
        }
        let had_one = exists(&self.folder);
        if had_one {
            rename(&self.folder, &self.old)?;
        }
        if let Err(error) = rename(&self.new, &self.folder) {
            if had_one {
                rename(&self.old, &self.folder)?;
            }
            return Err(error);
        }
        if had_one {
            // The swap is complete. What this can't delete, the next run deletes.
            let _ = remove_ours(&self.old);
        }
        Ok(())
    }

    fn write(&self, wanted: &OutputFiles, changes: &Changes) -> Result<(), DiskError> {
        let files: Vec<(&str, &str)> = wanted.iter().collect();
        self.create_folders(&files)?;
        let written = parallel::map(
            &files,
            || (),
            |(), (path, text)| self.write_file(path, text, changes),
        );
        written.into_iter().collect()
    }

    fn create_folders(&self, files: &[(&str, &str)]) -> Result<(), DiskError> {
        create_folder(&self.new)?;
        let mut made = self.new.clone();
        for (path, _) in files {
            let target = self.new.join(path);
            // Files are sorted by path, so those of one folder are adjacent.
            if let Some(parent) = target.parent().filter(|parent| *parent != made) {
                create_folder(parent)?;
                parent.clone_into(&mut made);
            }
        }
        Ok(())
    }

    fn write_file(&self, path: &str, text: &str, changes: &Changes) -> Result<(), DiskError> {
        let target = self.new.join(path);
        if is_among(&changes.missing, path) || is_among(&changes.stale, path) {
            fs::write(&target, text).map_err(DiskError::io("write", &target))
        } else {
            keep(&self.folder.join(path), &target)
        }
    }
}

/// Returns whether a sorted list of changes contains a path.
fn is_among(list: &[String], path: &str) -> bool {
    list.binary_search_by(|changed| changed.as_str().cmp(path))
        .is_ok()
}

/// Links an unchanged file into the new output, or copies it with its modification time.
fn keep(from: &Path, to: &Path) -> Result<(), DiskError> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    // The file system may not support hard links.
    let copy = || {
        fs::copy(from, to)?;
        let modified = fs::metadata(from)?.modified()?;
        fs::File::options()
            .write(true)
            .open(to)?
            .set_modified(modified)
    };
    copy().map_err(DiskError::io("write", to))
}

fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn rename(from: &Path, to: &Path) -> Result<(), DiskError> {
    fs::rename(from, to).map_err(DiskError::io("rename", from))
}

fn create_folder(path: &Path) -> Result<(), DiskError> {
    fs::create_dir_all(path).map_err(DiskError::io("create", path))
}

/// Deletes a folder of generated files. Checks all of them before it deletes any.
fn remove_ours(folder: &Path) -> Result<(), DiskError> {
    check_ours(folder)?;
    fs::remove_dir_all(folder).map_err(DiskError::io("delete", folder))
}

fn check_ours(path: &Path) -> Result<(), DiskError> {
    let data = fs::symlink_metadata(path).map_err(DiskError::io("read", path))?;
    if data.is_dir() {
        return entries(path)?
            .iter()
            .try_for_each(|entry| check_ours(entry));
    }
    if data.is_file() && may_be_ours(path)? {
        return Ok(());
    }
    Err(DiskError::Foreign(path.to_owned()))
}

/// Returns whether a file starts with our header, or ends within it because a run was interrupted.
fn may_be_ours(path: &Path) -> Result<bool, DiskError> {
    let bytes = fs::read(path).map_err(DiskError::io("read", path))?;
    let header = HEADER.as_bytes();
    Ok(bytes.starts_with(header) || header.starts_with(&bytes))
}
