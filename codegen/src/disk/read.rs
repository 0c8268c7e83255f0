//! Reads specs as sources, and the output folder as files.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::DiskError;
use super::error::NotUtf8;
use crate::output::{HEADER, OutputFiles};
use crate::source::Sources;

/// Reads every spec of a folder. Each is named by `prefix` and its file name: `specs/shop.yaml`.
///
/// # Errors
///
/// If the folder or one of its specs can't be read, or if the folder has no spec.
pub fn read_specs(folder: &Path, prefix: &str) -> Result<Sources, DiskError> {
    let mut files = Vec::new();
    for path in entries(folder)? {
        if is_spec(&path) && path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            files.push((format!("{prefix}{name}"), path.clone()));
        }
    }
    if files.is_empty() {
        return Err(DiskError::NoSpecs(folder.to_owned()));
    }
    read_texts(&files)
}

/// Reads files. Each becomes a source of the name that is given with its path.
///
/// # Errors
///
/// If one can't be read, is a folder, or isn't UTF-8.
pub fn read_texts(files: &[(String, PathBuf)]) -> Result<Sources, DiskError> {
    let mut sources = Sources::default();
    for (name, path) in files {
        sources.insert(name, &read_text(path)?);
    }
    Ok(sources)
}

/// Reads the text of a file, without a byte order mark.
///
/// # Errors
///
/// If it can't be read, is a folder, or isn't UTF-8.
pub fn read_text(path: &Path) -> Result<String, DiskError> {
    if path.is_dir() {
        return Err(DiskError::Folder(path.to_owned()));
    }
    let bytes = fs::read(path).map_err(DiskError::io("read", path))?;
    let text = String::from_utf8(bytes).map_err(|error| DiskError::NotUtf8 {
        what: NotUtf8::of(error.as_bytes(), error.utf8_error().valid_up_to()),
        path: path.to_owned(),
    })?;
    Ok(match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Reads the output folder. Returns no files if it does not exist.
///
/// # Errors
///
/// If it can't be read, or contains something that was not generated.
pub fn read_output(folder: &Path) -> Result<OutputFiles, DiskError> {
    let mut files = OutputFiles::default();
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(files),
        Err(error) => Err(DiskError::io("read", folder)(error)),
        Ok(data) if !data.is_dir() => Err(DiskError::Foreign(folder.to_owned())),
        Ok(_) => {
            read_folder(folder, "", &mut files)?;
            Ok(files)
        }
    }
}

fn read_folder(folder: &Path, prefix: &str, files: &mut OutputFiles) -> Result<(), DiskError> {
    for path in entries(folder)? {
        let foreign = || DiskError::Foreign(path.clone());
        let name = path.file_name().and_then(|name| name.to_str());
        let name = format!("{prefix}{}", name.ok_or_else(foreign)?);
        let data = fs::symlink_metadata(&path).map_err(DiskError::io("read", &path))?;
        if data.is_dir() {
            read_folder(&path, &format!("{name}/"), files)?;
        } else if data.is_file() {
            files.insert(name, read_ours(&path)?);
        } else {
            return Err(foreign());
        }
    }
    Ok(())
}

fn read_ours(path: &Path) -> Result<String, DiskError> {
    let bytes = fs::read(path).map_err(DiskError::io("read", path))?;
    let text = String::from_utf8(bytes).ok();
    text.filter(|text| text.starts_with(HEADER))
        .ok_or_else(|| DiskError::Foreign(path.to_owned()))
}

/// Returns the paths in a folder, sorted.
pub(super) fn entries(folder: &Path) -> Result<Vec<PathBuf>, DiskError> {
    let fail = || DiskError::io("read", folder);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail())? {
        paths.push(entry.map_err(fail())?.path());
    }
    paths.sort();
    Ok(paths)
}

fn is_spec(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    matches!(ending, Some("json" | "yaml" | "yml"))
}
