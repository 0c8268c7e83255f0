//! The clients of pairs of documents, and the proof that the classes of their changes are right: the
//! caller of the first, which uses all of it, compiles against the second if and only if the change is
//! classed as breaking for nobody.

include!(concat!(env!("OUT_DIR"), "/changes/modules.rs"));

/// A doctest per pair, of which those of breaking changes must not compile.
#[cfg(doctest)]
#[doc = include_str!(concat!(env!("OUT_DIR"), "/changes/doctests.md"))]
mod pairs {}
