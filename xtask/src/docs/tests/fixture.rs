//! The pages and specs of `xtask/tests/pages/`, with edits.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::diagnostic::Coloring;
use codegen::source::{Location, Sources, locate};

use crate::docs::compare;
use crate::docs::finding::{Finding, Kind};
use crate::docs::lock::Lock;
use crate::docs::page::{self, Page};
use crate::docs::report::{self, Report};
use crate::docs::settle::{Settled, settle};
use crate::docs::spec::Specs;

/// The fixtures' files by name.
pub(super) struct Fixture {
    files: BTreeMap<String, String>,
    lock: Lock,
}

/// What a comparison ended with.
pub(super) struct Outcome {
    specs: Specs,
    sources: Sources,
    pub(super) settled: Settled,
    pages: usize,
}

pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

impl Fixture {
    /// Reads the fixtures, and records their pages.
    pub(super) fn read() -> Self {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder()).expect("the folder is readable") {
            let path = entry.expect("the folder is readable").path();
            if path.is_file() {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let text = fs::read_to_string(&path).expect("a fixture is UTF-8");
                files.insert(name.into_owned(), text);
            }
        }
        files.remove("README.md");
        let mut fixture = Self {
            files,
            lock: Lock::default(),
        };
        for page in fixture.pages() {
            fixture.lock.record(&page, "2026-11-28");
        }
        fixture
    }

    /// Replaces a part of a file, which must be in it once.
    pub(super) fn edit(mut self, file: &str, old: &str, new: &str) -> Self {
        let text = self.files.get_mut(file).expect("the file is there");
        assert_eq!(text.matches(old).count(), 1, "`{old}` in {file}");
        *text = text.replacen(old, new, 1);
        self
    }

    pub(super) fn length(&self, file: &str) -> usize {
        self.files.get(file).map_or(0, String::len)
    }

    /// Keeps the first bytes of a file; `None` if a character ends elsewhere.
    pub(super) fn cut(mut self, file: &str, length: usize) -> Option<Self> {
        let text = self.files.get_mut(file)?;
        *text = text.get(..length)?.to_owned();
        Some(self)
    }

    /// Removes a file.
    pub(super) fn without(mut self, file: &str) -> Self {
        assert!(self.files.remove(file).is_some(), "{file}");
        self
    }

    /// Forgets what was recorded of a page.
    pub(super) fn unrecorded(mut self, page: &str) -> Self {
        assert!(self.lock.pages.remove(page).is_some(), "{page}");
        self
    }

    fn pages(&self) -> Vec<Page> {
        let pages = self.files.iter().filter(|(name, _)| name.ends_with(".md"));
        let pages = pages.map(|(name, text)| page::read(name, name, text));
        pages.collect()
    }

    /// Compares pages and specs.
    pub(super) fn compare(&self) -> Outcome {
        let mut sources = Sources::default();
        for (name, text) in self.files.iter().filter(|(name, _)| !name.ends_with(".md")) {
            sources.insert(name, text);
        }
        let specs = Specs::read(&sources).unwrap_or_else(|error| panic!("{error}"));
        let pages = self.pages();
        for page in &pages {
            sources.insert(&page.name, &page.text.text);
        }
        let settled = settle(&specs, &pages, compare::all(&specs, &pages, &self.lock));
        Outcome {
            specs,
            sources,
            settled,
            pages: pages.len(),
        }
    }
}

impl Outcome {
    pub(super) fn report(&self) -> Report<'_> {
        Report {
            specs: &self.specs,
            sources: &self.sources,
            settled: &self.settled,
            pages: self.pages,
            locked: self.pages,
            shows_settled: false,
        }
    }

    pub(super) fn text(&self) -> String {
        report::text(&self.report(), Coloring::Off)
    }

    /// Returns the kinds of what is open, without those of texts that changed.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let open = self.settled.open.iter().map(|finding| finding.kind);
        open.filter(|kind| *kind != Kind::Changed).collect()
    }

    /// Returns line and column of a place on a page.
    pub(super) fn position(&self, at: &Location) -> (usize, usize) {
        locate(self.sources.get(at.file()).unwrap_or_default(), at)
    }

    pub(super) fn of(&self, kind: Kind) -> Vec<&Finding> {
        let open = self.settled.open.iter();
        open.filter(|finding| finding.kind == kind).collect()
    }
}

/// Compares a report with its snapshot.
pub(super) fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder().join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// An edit: the file, what is replaced, and by what.
pub(super) type Edit = (&'static str, &'static str, &'static str);

/// Makes one edit, and checks that it is reported as these kinds and as the snapshot of that name.
pub(super) fn check(name: &str, (file, old, new): Edit, kinds: &[Kind]) {
    let outcome = Fixture::read().edit(file, old, new).compare();
    assert_eq!(outcome.kinds(), kinds, "{name}:\n{}", outcome.text());
    snapshot(name, &outcome.text());
    for finding in &outcome.settled.open {
        let is_about_a_spec_alone = matches!(finding.kind, Kind::Source | Kind::Acknowledgement);
        if finding.kind != Kind::Changed && !is_about_a_spec_alone {
            assert!(finding.page_at.is_some(), "{name}: a line in the page");
            assert!(finding.spec_at.is_some(), "{name}: a line in the spec");
        }
    }
}
