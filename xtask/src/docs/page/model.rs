//! A page, as it was read.

use super::embedded::Embedded;
use super::sample::Sample;
use super::section::Sections;
use super::text::Text;
use crate::docs::facts::{Operation, Placed};
use crate::docs::finding::Finding;

/// The language of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Turkish,
}

impl Language {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Turkish => "Turkish",
        }
    }
}

/// A page.
#[derive(Debug)]
pub(crate) struct Page {
    /// The file's name without its folder, which is what `x-source` cites.
    pub(crate) name: String,
    pub(crate) text: Text,
    pub(crate) language: Language,
    pub(crate) sections: Sections,
    /// What the page says in tables, addresses and headings.
    pub(crate) operation: Operation,
    pub(crate) samples: Vec<Sample>,
    /// The OpenAPI documents in it.
    pub(crate) documents: Vec<Embedded>,
    pub(crate) links: Vec<Placed<String>>,
    /// What could not be understood.
    pub(crate) faults: Vec<Finding>,
}
