//! Repairs documents as published, so that the grammar and `openapiv3` accept them.
//!
//! Each repair is a function that documents its reason and reports a warning.

mod body;
mod content;
mod enum_values;
mod key_case;
mod null_object;
mod parameter;
mod path_parameter_name;
mod path_syntax;
mod response;
mod security;
mod sibling;
mod type_name;
mod xml_part;

use crate::diagnostic::Diagnostics;
use crate::source::Location;

use super::grammar::visit::Visited;
use super::syntax::node::Node;

/// Repairs the structure of a document, before its items are listed.
pub(crate) fn structure(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    key_case::repair(root, at, diagnostics);
    path_syntax::convert(root, at, diagnostics);
    body::repair(root, at, diagnostics);
    xml_part::convert_all(root, at, diagnostics);
    // After `path_syntax`, because that changes the names in paths.
    path_parameter_name::rename_all(root, at, diagnostics);
}

/// Repairs one object or reference, before the grammar checks it.
pub(crate) fn object(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    content::convert_reference(visited, node, at, diagnostics);
    response::add_description(visited, node, at, diagnostics);
    sibling::move_to_all_of(visited, node, at, diagnostics);
    content::move_schema(visited, node, at, diagnostics);
    parameter::move_to_schema(visited, node, at, diagnostics);
    null_object::convert(visited, node, at, diagnostics);
    security::convert(visited, node, at, diagnostics);
    type_name::convert(visited, node, at, diagnostics);
    enum_values::quote(visited, node, at, diagnostics);
}
