//! Edits of parameter lists, so that paths and their parameters agree.

use crate::diagnostic::Diagnostics;
use crate::read::grammar::check::check_tree;
use crate::read::grammar::table::{ComponentKind, Shape};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Edits that are applied once all paths have been checked.
#[derive(Default)]
pub(crate) struct Edits {
    list: Vec<Edit>,
}

enum Edit {
    /// Adds a path parameter to an operation.
    Declare { owner: Location, name: String },
    /// Removes a parameter of a path or an operation.
    Remove { owner: Location, index: usize },
}

impl Edits {
    /// Declares a path parameter that the path contains and the operation doesn't declare.
    pub(crate) fn declare(&mut self, path: &str, method: &str, name: &str) {
        let owner = owner(path, Some(method));
        let name = name.to_owned();
        self.list.push(Edit::Declare { owner, name });
    }

    /// Removes the parameter at an index of an operation's list, or of the path's without a method.
    pub(crate) fn remove(&mut self, path: &str, method: Option<&str>, index: usize) {
        let owner = owner(path, method);
        self.list.push(Edit::Remove { owner, index });
    }

    /// Applies all edits. Parameters are removed from last to first, so that indices stay valid,
    /// and declared in the order of the path.
    pub(crate) fn apply(self, root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
        for edit in self.list.iter().rev() {
            if let Edit::Remove { owner, index } = edit {
                let list = owner.child("parameters");
                let location = root.origin_of(list.pointer(), at);
                if let Some(list) = root.find_mut(list.pointer()) {
                    remove(list, *index, &location, diagnostics);
                }
            }
        }
        for edit in &self.list {
            if let Edit::Declare { owner, name } = edit {
                declare(root, owner, name);
            }
        }
    }
}

/// Removes a parameter. It is checked before, so that the mistakes in it are reported.
fn remove(list: &mut Node, index: usize, at: &Location, diagnostics: &mut Diagnostics) {
    let parameter = list.as_array().and_then(|list| list.get(index));
    if let Some(mut parameter) = parameter.cloned() {
        let location = parameter.location(at, index);
        let shape = Shape::Component(ComponentKind::Parameter);
        check_tree(shape, &mut parameter, &location, diagnostics);
        list.remove(&index.to_string(), at);
    }
}

/// Returns the location of a path or an operation, in a document without a name.
fn owner(path: &str, method: Option<&str>) -> Location {
    let item = Location::root(&"".into()).child("paths").child(path);
    method.map_or(item.clone(), |method| item.child(method))
}

/// Declares a path parameter of type string.
fn declare(root: &mut Node, owner: &Location, name: &str) {
    let mut schema = Node::empty_object();
    schema.add("type", Node::string("string"));
    let mut parameter = Node::empty_object();
    parameter.add("name", Node::string(name));
    parameter.add("in", Node::string("path"));
    parameter.add("required", NodeKind::Bool(true).into());
    parameter.add("schema", schema);
    let Some(operation) = root.find_mut(owner.pointer()).and_then(Node::as_object_mut) else {
        return;
    };
    let empty = NodeKind::Array(Vec::new()).into();
    let list = operation.members.or_insert("parameters", empty);
    if let NodeKind::Array(list) = &mut list.kind {
        list.push(parameter);
    }
}
