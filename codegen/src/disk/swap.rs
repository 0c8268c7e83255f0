//! The new tree is written beside the old one, and the two change places by renaming.
//!
//! | found at the start | means | done |
//! | --- | --- | --- |
//! | `.out.new` | interrupted while writing | deleted |
//! | `.out.old` and `out` | interrupted after the change of places | `.out.old` deleted |
//! | `.out.old` without `out` | interrupted between the two renamings | `.out.old` becomes `out` again |

use std::fs;
use std::path::{Path, PathBuf};

use super::DiskError;
use super::read::entries;
use crate::output::{Changes, HEADER, OutputFiles};
use crate::parallel;

/// The output folder and its two neighbours.
pub(super) struct Swap {
    folder: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

impl Swap {
    /// The neighbours of that folder.
    pub(super) fn beside(folder: &Path) -> Result<Self, DiskError> {
        let name = folder.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| DiskError::NoName(folder.to_owned()))?;
        Ok(Self {
            folder: folder.to_owned(),
            new: folder.with_file_name(format!(".{name}.new")),
            old: folder.with_file_name(format!(".{name}.old")),
        })
    }

    /// Waits until no other run writes here; the next one waits as long as what is given back lives.
    ///
    /// The folder around ours is what is locked: it stays where it is, and nothing is left behind, whatever becomes of us. Where
    /// the system can't lock folders, nobody waits.
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

    /// Puts in order what an interrupted run left behind.
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

    /// Writes the tree and changes places.
    pub(super) fn replace(&self, wanted: &OutputFiles, changes: &Changes) -> Result<(), DiskError> {
        if let Err(error) = self.write(wanted, changes) {
            // The old folder is whole; what could not be finished is removed now, or by the next run.
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
            // The new folder is in its place: what can't be deleted now is deleted by the next run.
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
            // The files of a folder stand next to each other.
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

/// The lists of changes are in order.
fn is_among(list: &[String], path: &str) -> bool {
    list.binary_search_by(|changed| changed.as_str().cmp(path))
        .is_ok()
}

/// The same file under another name: nothing about it changes, its time of change included.
fn keep(from: &Path, to: &Path) -> Result<(), DiskError> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    // A file system without hard links: a copy that is as old as the original.
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

/// Deletes a folder of ours: everything in it is looked at before anything is deleted.
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

/// A file that was being written when we were interrupted may end within its header.
fn may_be_ours(path: &Path) -> Result<bool, DiskError> {
    let bytes = fs::read(path).map_err(DiskError::io("read", path))?;
    let header = HEADER.as_bytes();
    Ok(bytes.starts_with(header) || header.starts_with(&bytes))
}
