//! Removes mutual TLS, which OpenAPI 3.0 doesn't have.

use std::collections::BTreeSet;

use crate::diagnostic::{ConversionProblem, Diagnostics};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::visit::{Visited, visit_anywhere};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Removes security schemes of the type `mutualTLS`, and the requirements of them.
// OAS 3.1.0, Security Scheme Object: "mutualTLS" is a client certificate. It belongs to the
// connection, so a requirement without it describes the same request.
pub(crate) fn remove(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let mut names = BTreeSet::new();
    let schemes = at.child("components").child("securitySchemes");
    if let Some(object) = root
        .find_mut("/components/securitySchemes")
        .and_then(Node::as_object_mut)
    {
        object.members.retain(|name, scheme| {
            let is_mutual = scheme.get("type").and_then(Node::as_str) == Some("mutualTLS");
            if is_mutual {
                let place = scheme.location(&schemes, name);
                diagnostics.report(place, ConversionProblem::MutualTls(name.to_owned()));
                names.insert(name.to_owned());
            }
            !is_mutual
        });
    }
    if names.is_empty() {
        return;
    }
    visit_anywhere(root, DOCUMENT, &mut |visited, node| {
        if matches!(visited, Visited::Object(_)) {
            remove_requirements(node, &names);
        }
    });
}

fn remove_requirements(node: &mut Node, names: &BTreeSet<String>) {
    if let Some(NodeKind::Array(list)) = node.find_mut("/security").map(|node| &mut node.kind) {
        for object in list.iter_mut().filter_map(Node::as_object_mut) {
            object.members.retain(|name, _| !names.contains(name));
        }
    }
}
