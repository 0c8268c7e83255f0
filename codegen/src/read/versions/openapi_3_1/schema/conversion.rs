//! The state of the conversion of a schema.

use crate::diagnostic::Diagnostics;
use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::read::versions::ignored_keywords::IgnoredKeywords;
use crate::source::Location;

/// What the conversions of a schema share: its location, and where problems are reported.
pub(crate) struct Conversion<'r> {
    pub(crate) at: &'r Location,
    pub(crate) ignored: &'r mut IgnoredKeywords,
    pub(crate) diagnostics: &'r mut Diagnostics,
}

/// Adds a schema to the `allOf` of another.
pub(crate) fn add_to_all_of(object: &mut Object, schema: Node) {
    let none = || Node::from(NodeKind::Array(Vec::new()));
    let list = object.members.or_insert("allOf", none());
    if let NodeKind::Array(list) = &mut list.kind {
        list.push(schema);
    }
}

impl Conversion<'_> {
    /// Removes a keyword that has no equivalent.
    pub(crate) fn ignore(&mut self, object: &mut Object, keyword: &str) {
        if let Some(value) = object.members.remove(keyword) {
            self.ignored.add(keyword, value.location(self.at, keyword));
        }
    }
}
