//! Mending documents as published, so that the grammar and `openapiv3` take them. Each repair is a function with its
//! reason and its warning; none is silent.

mod enum_text;
mod path_name;
mod path_spelling;
mod response;
mod security;
mod sibling;
mod spelling;
mod type_word;

use crate::diagnostic::Diagnostics;
use crate::source::At;

use super::grammar::DOCUMENT;
use super::grammar::table::Verdict;
use super::grammar::visit::visit;
use super::node::Node;

pub(crate) use path_name::path_names;
pub(crate) use path_spelling::path_spelling;
pub(crate) use spelling::keys;

/// All repairs that a document needs before it is compared with the standard.
pub(crate) fn repair(root: &mut Node, at: &At, diagnostics: &mut Diagnostics) {
    let _ = visit(root, at, DOCUMENT, &mut |part, node, at| {
        response::description(part, node, at, diagnostics);
        sibling::to_all_of(part, node, at, diagnostics);
        security::http(part, node, at, diagnostics);
        type_word::mend(part, node, at, diagnostics);
        enum_text::quote(part, node, at, diagnostics);
        Verdict::Keep
    });
}
