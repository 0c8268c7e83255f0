//! Prints diagnostics: the most important first, repeated codes folded, and a closing count.
//!
//! `listing` shows one with its source, `json` writes them for programs, `texts` finds locations in the
//! sources. `message` is what a listing shows. No message texts.

mod json;
mod listing;
mod message;
mod texts;

pub use message::Message;

use std::collections::BTreeMap;

use annotate_snippets::Renderer;

use super::{Code, Diagnostic, Diagnostics, Severity};
use crate::parallel;
use crate::source::{Location, Sources};

use self::message::Listed;
use self::texts::Texts;

/// Whether the text is colored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coloring {
    /// Plain text, for files and pipes.
    Off,
    /// ANSI colors, for terminals.
    On,
}

impl Coloring {
    fn renderer(self) -> Renderer {
        match self {
            Self::Off => Renderer::plain(),
            Self::On => Renderer::styled(),
        }
    }
}

impl Message {
    /// Renders it with a listing of each of its locations.
    #[must_use]
    pub fn render(&self, coloring: Coloring, sources: &Sources) -> String {
        let also = self.also.iter().map(|(at, _)| at);
        let texts = Texts::new(std::iter::once(&self.at).chain(also), sources);
        listing::render(&Listed::from(self), &texts, &coloring.renderer())
    }
}

/// How many diagnostics are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The first of each code, and how many more there are.
    Folded,
    /// All of them.
    All,
}

/// How many warnings and errors of a code are shown before the rest is folded.
const WARNINGS: usize = 20;
const ERRORS: usize = 100;

impl Diagnostics {
    /// Returns all of them as text, the most important first, with a closing count.
    #[must_use]
    pub fn render(&self, sources: &Sources) -> String {
        self.render_as(Coloring::Off, Extent::Folded, sources)
    }

    /// The same, with or without colors and to an extent.
    #[must_use]
    pub fn render_as(&self, coloring: Coloring, extent: Extent, sources: &Sources) -> String {
        let renderer = coloring.renderer();
        let texts = Texts::new(locations(self), sources);
        let sorted = sorted(self, &texts);
        let mut counts = Counts::of(&sorted, extent);
        let chosen: Vec<(&Diagnostic, Option<String>)> = sorted
            .into_iter()
            .filter_map(|diagnostic| {
                let is_shown = counts.shows(diagnostic);
                is_shown.then(|| (diagnostic, counts.folded(diagnostic)))
            })
            .collect();
        let shown = parallel::map(
            &chosen,
            || (),
            |(), (diagnostic, folded)| {
                let listing = listing::render(&Listed::from(*diagnostic), &texts, &renderer);
                let folded = folded.iter().map(|line| format!("{line}\n\n"));
                format!("{listing}\n\n{}", folded.collect::<String>())
            },
        );
        shown.concat() + &count(self)
    }

    /// Returns each as a JSON object on its own line, in the order of `render`.
    #[must_use]
    pub fn json(&self, sources: &Sources) -> String {
        let texts = Texts::new(locations(self), sources);
        let sorted = sorted(self, &texts);
        let line =
            |(): &(), diagnostic: &&Diagnostic| format!("{}\n", json::object(diagnostic, &texts));
        parallel::map(&sorted, || (), line).concat()
    }
}

/// Iterates over every location that is printed.
fn locations(diagnostics: &Diagnostics) -> impl Iterator<Item = &Location> {
    diagnostics.iter().flat_map(|diagnostic| {
        let also = diagnostic.also.iter().map(|(at, _)| at);
        std::iter::once(&diagnostic.at).chain(also)
    })
}

/// Sorts errors first, then losses, then the rest; each by file and position.
fn sorted<'d>(diagnostics: &'d Diagnostics, texts: &Texts<'_>) -> Vec<&'d Diagnostic> {
    let mut sorted: Vec<_> = diagnostics.iter().collect();
    sorted.sort_by_cached_key(|diagnostic| {
        let code = diagnostic.problem.code();
        let start = texts.find(&diagnostic.at).map(|(_, range)| range.start);
        (
            diagnostic.severity,
            !code.is_loss(),
            diagnostic.at.file(),
            start,
            code,
        )
    });
    sorted
}

/// How many diagnostics of each code were seen so far, and how many there are.
struct Counts {
    extent: Extent,
    by_code: BTreeMap<Code, Count>,
}

#[derive(Default)]
struct Count {
    seen: usize,
    total: usize,
}

impl Counts {
    fn of(diagnostics: &[&Diagnostic], extent: Extent) -> Self {
        let mut by_code: BTreeMap<_, Count> = BTreeMap::new();
        for diagnostic in diagnostics {
            by_code.entry(diagnostic.problem.code()).or_default().total += 1;
        }
        Self { extent, by_code }
    }

    fn shows(&mut self, diagnostic: &Diagnostic) -> bool {
        let count = self.by_code.entry(diagnostic.problem.code()).or_default();
        count.seen += 1;
        self.extent == Extent::All || count.seen <= most(diagnostic)
    }

    /// Returns the line for the rest of a code, after the last one that is shown.
    fn folded(&self, diagnostic: &Diagnostic) -> Option<String> {
        let code = diagnostic.problem.code();
        let count = self.by_code.get(&code)?;
        let more = count.total.saturating_sub(most(diagnostic));
        let is_last = self.extent == Extent::Folded && more > 0 && count.seen == most(diagnostic);
        is_last.then(|| format!("… and {more} more {code}; `--all` shows them"))
    }
}

fn most(diagnostic: &Diagnostic) -> usize {
    match diagnostic.severity {
        Severity::Error => ERRORS,
        Severity::Warning => WARNINGS,
    }
}

/// Returns a count such as `2 errors, 1 warning`.
fn count(diagnostics: &Diagnostics) -> String {
    let words = [(Severity::Error, "error"), (Severity::Warning, "warning")];
    let parts = words.map(|(severity, word)| match diagnostics.count(severity) {
        0 => String::new(),
        1 => format!("1 {word}"),
        count => format!("{count} {word}s"),
    });
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [] => String::new(),
        parts => format!("{}\n", parts.join(", ")),
    }
}
