//! The pages of a run: files, the Markdown files of a folder, or addresses.

use std::path::{Path, PathBuf};

use codegen::disk;

use super::fetch;
use super::finding::{Finding, Kind};
use super::page::{self, Page};
use crate::paths;

/// The largest page that is read.
const LARGEST: usize = fetch::LARGEST;

/// Reads the pages that were named. One that can't be read is a finding.
///
/// An argument is a path or an address, or `NAME=` and one of them: the name under which `x-source`
/// cites the page, where the file's name is another.
pub(crate) fn pages(arguments: &[String]) -> (Vec<Page>, Vec<Finding>) {
    let mut pages: Vec<Page> = Vec::new();
    let mut faults = Vec::new();
    for argument in arguments {
        for (name, place) in expand(argument, &mut faults) {
            let text = match place.contains("://") {
                true => fetch::fetch(&place),
                false => read(Path::new(&place)),
            };
            if pages.iter().any(|page| page.name == name) {
                faults.push(unreadable(&name, "a second page of this name"));
                continue;
            }
            match text {
                Ok(text) => {
                    let file = match place.contains("://") {
                        true => place,
                        false => paths::name(Path::new(&place)),
                    };
                    pages.push(page::read(&name, &file, &text));
                }
                Err(error) => faults.push(unreadable(&name, &error)),
            }
        }
    }
    (pages, faults)
}

fn unreadable(name: &str, why: &str) -> Finding {
    Finding::new(
        Kind::Unreadable,
        name,
        format!("could not read `{name}`: {why}"),
    )
}

/// Returns the pages of an argument, each with its name: a folder has several.
fn expand(argument: &str, faults: &mut Vec<Finding>) -> Vec<(String, String)> {
    let (name, place) = match argument.split_once('=') {
        Some((name, place)) if name.ends_with(".md") && !name.contains('/') => (name, place),
        _ => ("", argument),
    };
    if place.contains("://") || !Path::new(place).is_dir() {
        let name = match name {
            "" => page_name(place),
            name => name.to_owned(),
        };
        return vec![(name, place.to_owned())];
    }
    match markdown_files(Path::new(place)) {
        Ok(files) if !files.is_empty() => files
            .iter()
            .map(|path| path.to_string_lossy().into_owned())
            .map(|path| (page_name(&path), path))
            .collect(),
        Ok(_) => {
            faults.push(unreadable(place, "the folder has no `.md` files"));
            Vec::new()
        }
        Err(error) => {
            faults.push(unreadable(place, &error));
            Vec::new()
        }
    }
}

/// Returns the name of a page: the last step of its path or address, which a site can show without
/// `.md`.
fn page_name(place: &str) -> String {
    let is_address = place.contains("://");
    let path = match is_address {
        true => place.split(['?', '#']).next().unwrap_or_default(),
        false => place,
    };
    let steps = path
        .trim_end_matches('/')
        .rsplit(['/', std::path::MAIN_SEPARATOR]);
    let name = steps.into_iter().next().unwrap_or_default();
    match is_address && !name.ends_with(".md") {
        true => format!("{name}.md"),
        false => name.to_owned(),
    }
}

fn markdown_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.extension().is_some_and(|it| it == "md") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<String, String> {
    let size = std::fs::metadata(path)
        .map_err(|error| error.to_string())?
        .len();
    if usize::try_from(size).is_ok_and(|size| size <= LARGEST) {
        disk::read_text(path).map_err(|error| error.to_string())
    } else {
        Err(format!("larger than {LARGEST} bytes"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_after_its_last_step() {
        for place in [
            "pages/refund.md",
            "https://docs.example.com/refund",
            "https://docs.example.com/a/refund.md?x=/y#z",
            "https://docs.example.com/a/refund/",
        ] {
            assert_eq!(page_name(place), "refund.md", "{place}");
        }
    }

    #[test]
    fn a_page_can_have_another_name() {
        let mut faults = Vec::new();
        let pages = expand("refund.md=https://docs.example.com/iade?a=b", &mut faults);
        let place = "https://docs.example.com/iade?a=b".to_owned();
        assert_eq!(pages, [("refund.md".to_owned(), place)]);
    }
}
