//! How diagnostics are printed: for people or for programs, with or without colour, folded or all.

use std::io::IsTerminal;

use clap::ValueEnum;
use codegen::diagnostic::{Coloring, Diagnostics, Extent};
use codegen::{Report, Sources};

use crate::report;

/// What can be chosen about it.
#[derive(Debug, clap::Args)]
pub(crate) struct Output {
    /// `json`: one object a line on the standard output, and nothing else there
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// `auto`: on a terminal, unless NO_COLOR is set
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: Color,
    /// Show every warning, however many of one code there are
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
    /// Prints what was found: text to the standard error, JSON to the standard output.
    pub(crate) fn diagnostics(&self, diagnostics: &Diagnostics, sources: &Sources) {
        if diagnostics.is_empty() {
            return;
        }
        match self.format {
            Format::Json => report::say(&diagnostics.json(sources)),
            Format::Text => {
                let text = diagnostics.render_as(self.coloring(), self.extent(), sources);
                eprintln!("{}", text.trim_end());
                eprintln!("`cargo xtask explain CODE` says more about each");
            }
        }
    }

    /// Prints what became of each part of the documents.
    pub(crate) fn report(&self, report: &Report, sources: &Sources) {
        match self.format {
            Format::Json => report::say(&report.json(sources)),
            Format::Text => report::say(&report.text(sources)),
        }
    }

    /// Prints what is for people alone: in JSON's way on the standard error.
    pub(crate) fn say(&self, text: &str) {
        match self.format {
            Format::Text => report::say(text),
            Format::Json => eprintln!("{}", text.trim_end()),
        }
    }

    fn coloring(&self) -> Coloring {
        // https://no-color.org: set and not empty, whatever its value.
        let forbidden = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let coloured = match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => std::io::stderr().is_terminal() && !forbidden,
        };
        if coloured {
            Coloring::On
        } else {
            Coloring::Off
        }
    }

    fn extent(&self) -> Extent {
        if self.all {
            Extent::All
        } else {
            Extent::Folded
        }
    }
}
