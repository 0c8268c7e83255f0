//! Default values of required fields that are missing.

use crate::read::grammar::table::{Requirement, Shape, Table};
use crate::read::syntax::node::Node;

/// Adds the default values of missing fields. Returns `false` if a required field without a default
/// is missing.
pub(super) fn complete(table: &Table, node: &mut Node) -> bool {
    let mut is_complete = true;
    for field in table.fields {
        match field.requirement {
            Requirement::Optional => {}
            Requirement::Required => is_complete &= node.get(field.key).is_some(),
            Requirement::Defaulted => {
                if node.get(field.key).is_none() {
                    node.add(field.key, default_value(field.shape));
                }
            }
        }
    }
    is_complete
}

/// Adds the default values of missing fields, if the shape is that of an object.
pub(super) fn complete_shape(shape: Shape, node: &mut Node) {
    let shape = match shape {
        Shape::Component(kind) => kind.shape(),
        other => other,
    };
    if let Shape::Object(table) = shape {
        complete(table, node);
    }
}

/// Returns an empty string, or an object with the default values of its own fields.
fn default_value(shape: Shape) -> Node {
    match shape {
        Shape::String => Node::string(""),
        shape => {
            let mut node = Node::empty_object();
            complete_shape(shape, &mut node);
            node
        }
    }
}
