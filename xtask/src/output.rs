//! How diagnostics are printed: for people or programs, with or without color, folded or in full.

use std::io::IsTerminal;

use clap::ValueEnum;
use codegen::diagnostic::{Coloring, Diagnostics, Extent};
use codegen::{Report, Sources};

use crate::check::Differences;
use crate::report;

/// Options for what is printed.
#[derive(Debug, clap::Args)]
pub(crate) struct Output {
    /// How diagnostics and reports are printed; `json` is one object per line on stdout, and
    /// nothing else there
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// When diagnostics are colored; `auto` is on a terminal unless NO_COLOR is set
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: Color,
    /// Show every warning instead of the first of each code
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl Output {
    /// Prints diagnostics: text to stderr, JSON to stdout.
    pub(crate) fn diagnostics(&self, diagnostics: &Diagnostics, sources: &Sources) {
        if diagnostics.is_empty() {
            return;
        }
        match self.format {
            Format::Json => report::print(&diagnostics.json(sources)),
            Format::Text => {
                let text = diagnostics.render_as(self.coloring(), self.extent(), sources);
                eprintln!("{}", text.trim_end());
                eprintln!("`cargo xtask explain CODE` says more about each");
            }
        }
    }

    /// Prints the report on each part of the documents.
    pub(crate) fn report(&self, report: &Report, sources: &Sources) {
        match self.format {
            Format::Json => report::print(&report.json(sources)),
            Format::Text => report::print(&report.text(sources)),
        }
    }

    /// Prints what would change: with JSON, one object per line.
    pub(crate) fn differences(&self, differences: &Differences<'_>) {
        report::print(&match self.format {
            Format::Text => differences.text(),
            Format::Json => differences.json(),
        });
    }

    /// Prints a text for people: with JSON, to stderr.
    pub(crate) fn print(&self, text: &str) {
        match self.format {
            Format::Text => report::print(text),
            Format::Json => eprintln!("{}", text.trim_end()),
        }
    }

    fn coloring(&self) -> Coloring {
        // https://no-color.org: set and not empty, whatever its value.
        let forbidden = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let colored = match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => std::io::stderr().is_terminal() && !forbidden,
        };
        if colored { Coloring::On } else { Coloring::Off }
    }

    fn extent(&self) -> Extent {
        if self.all {
            Extent::All
        } else {
            Extent::Folded
        }
    }
}
