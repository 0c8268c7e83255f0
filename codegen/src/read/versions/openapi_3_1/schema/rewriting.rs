//! What the conversions of schemas share.

use crate::diagnostic::Diagnostics;
use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::read::versions::openapi_3_1::lost::Lost;
use crate::source::Location;

/// One schema's rewriting: where it stands, and who is told what is lost.
pub(crate) struct Rewriting<'r> {
    pub(crate) at: &'r Location,
    pub(crate) lost: &'r mut Lost,
    pub(crate) diagnostics: &'r mut Diagnostics,
}

/// Adds what must fit too.
pub(crate) fn all_of(object: &mut Object, schema: Node) {
    let none = || Node::from(NodeKind::Array(Vec::new()));
    let list = object.members.or_insert("allOf", none());
    if let NodeKind::Array(list) = &mut list.kind {
        list.push(schema);
    }
}

impl Rewriting<'_> {
    /// Takes out a keyword that has no equivalent.
    pub(crate) fn lose(&mut self, object: &mut Object, keyword: &str) {
        if let Some(value) = object.members.remove(keyword) {
            self.lost.note(keyword, value.location(self.at, keyword));
        }
    }
}
