//! Reads the documents that documents refer to: from the disk, as far as they are there. Nothing is
//! downloaded.

use std::path::{Path, PathBuf};

use codegen::disk::{self, DiskError};
use codegen::read::{self, Missing};
use codegen::source::Sources;

/// `--map URL-OR-PREFIX=FILE-OR-FOLDER`: where the documents lie that are referred to by URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Map {
    /// A URL without its scheme, or the start of one up to a `/`.
    url: String,
    path: PathBuf,
}

impl Map {
    /// Parses the argument of `--map`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let example = "an example is `https://example.com/schemas/=../schemas`";
        // The path is behind the last `=`, which the query of a URL may have too.
        let (url, path) = text
            .rsplit_once('=')
            .ok_or_else(|| format!("expected a URL, `=` and a path; {example}"))?;
        let (_, url) = url
            .split_once("://")
            .ok_or_else(|| format!("`{url}` is not a URL; {example}"))?;
        let url = url.split(['#', '?']).next().unwrap_or_default();
        let path = PathBuf::from(path);
        if url.is_empty() || !path.exists() {
            return Err(format!("there is no file or folder {}", path.display()));
        }
        let end = if path.is_dir() { "/" } else { "" };
        let url = format!("{}{end}", url.trim_end_matches('/'));
        Ok(Self { url, path })
    }

    /// Returns the path of the document of that name.
    fn find(&self, name: &str) -> Option<PathBuf> {
        match name.strip_prefix(&self.url)? {
            "" => Some(self.path.clone()),
            rest if self.url.ends_with('/') => Some(self.path.join(rest)),
            _ => None,
        }
    }
}

/// Reads sources, and what they refer to by relative path or by a mapped URL, as far as it is
/// there.
pub(crate) fn read(files: Vec<(String, PathBuf)>, maps: &[Map]) -> Result<Sources, DiskError> {
    let mut all = disk::read_texts(&files)?;
    let mut new = all.clone();
    let mut files = files;
    // What is read may refer to more.
    loop {
        let mut found = Sources::default();
        for missing in read::missing(&new, &all) {
            let is_known = all
                .get(&missing.name)
                .or(found.get(&missing.name))
                .is_some();
            if let Some(path) = path(&missing, &files, maps).filter(|_| !is_known) {
                found.insert(&missing.name, &disk::read_text(&path)?);
                files.push((missing.name, path));
            }
        }
        if found.iter().next().is_none() {
            return Ok(all);
        }
        for (name, text) in found.iter() {
            all.insert_referred(name, text);
        }
        new = found;
    }
}

/// Returns the file of a document that is referred to, if it is on the disk.
fn path(missing: &Missing, files: &[(String, PathBuf)], maps: &[Map]) -> Option<PathBuf> {
    let mapped = maps.iter().filter_map(|map| map.find(&missing.name));
    let from = files.iter().find(|(name, _)| *name == missing.from);
    let beside = from.filter(|_| !missing.path.contains("://"));
    let beside = beside.map(|(_, path)| path.with_file_name(&missing.path));
    mapped.chain(beside).find(|path| Path::is_file(path))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Map, read};

    #[test]
    fn documents_are_read_from_where_their_urls_are_mapped() {
        let folder = std::env::temp_dir().join(format!("xtask-map-{}", std::process::id()));
        fs::create_dir_all(folder.join("common")).expect("a temporary folder");
        let write = |name: &str, text: &str| {
            fs::write(folder.join(name), text).expect("a temporary file");
        };
        write(
            "gate.yaml",
            "a: {$ref: 'https://example.org/v1/a.yaml#/A'}\nb: {$ref: 'https://example.org/b.yaml'}\nc: {$ref: 'https://example.com/c.yaml'}",
        );
        write("common/a.yaml", "A: {$ref: more.yaml}");
        write("common/more.yaml", "{}");
        write("b.yaml", "{}");
        let map = |url: &str, path: &str| {
            let path = folder.join(path);
            Map::parse(&format!("{url}={}", path.display())).expect("a valid mapping")
        };
        let maps = [
            map("https://example.org/v1", "common"),
            map("https://example.org/b.yaml", "b.yaml"),
        ];
        let files = vec![("gate.yaml".to_owned(), folder.join("gate.yaml"))];
        let sources = read(files, &maps);
        fs::remove_dir_all(&folder).expect("the temporary folder");
        let sources = sources.expect("all files are readable");
        let names: Vec<&str> = sources.iter().map(|(name, _)| &**name).collect();
        let expected = [
            "example.org/b.yaml",
            "example.org/v1/a.yaml",
            "example.org/v1/more.yaml",
            "gate.yaml",
        ];
        assert_eq!(names, expected);
        assert!(sources.is_referred("example.org/b.yaml") && !sources.is_referred("gate.yaml"));
        assert!(Map::parse("example.org=b.yaml").is_err());
        assert!(Map::parse("https://example.org/=/there/is/no/such/folder").is_err());
    }
}
