//! What is changed so that paths and their parameters agree.

use crate::diagnostic::Diagnostics;
use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use crate::read::grammar::check::compare;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::table::Shape;

/// Changes to lists of parameters, made once all was looked at.
#[derive(Default)]
pub(crate) struct Edits {
    list: Vec<Edit>,
}

enum Edit {
    /// Adds a path parameter to an operation.
    Declare { owner: Location, name: String },
    /// Takes out one of the parameters of a path or an operation.
    Remove { owner: Location, index: usize },
}

impl Edits {
    /// The operation's path has the name in braces.
    pub(crate) fn declare(&mut self, path: &str, method: &str, name: &str) {
        let owner = owner(path, Some(method));
        let name = name.to_owned();
        self.list.push(Edit::Declare { owner, name });
    }

    /// The parameter of that number is one too many.
    pub(crate) fn remove(&mut self, path: &str, method: Option<&str>, index: usize) {
        let owner = owner(path, method);
        self.list.push(Edit::Remove { owner, index });
    }

    /// Makes all changes: what goes last first, so that the numbers stay right, and what comes in the order of the path.
    pub(crate) fn make(self, root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
        for edit in self.list.iter().rev() {
            if let Edit::Remove { owner, index } = edit {
                let list = owner.child("parameters");
                let place = root.origin_of(list.pointer(), at);
                remove(root.find_mut(list.pointer()), *index, &place, diagnostics);
            }
        }
        for edit in &self.list {
            if let Edit::Declare { owner, name } = edit {
                declare(root, owner, name);
            }
        }
    }
}

/// What goes is looked at once more, so that the mistakes in it are seen.
fn remove(list: Option<&mut Node>, index: usize, at: &Location, diagnostics: &mut Diagnostics) {
    let Some(list) = list else { return };
    let parameter = list.as_array().and_then(|list| list.get(index));
    if let Some(mut parameter) = parameter.cloned() {
        let place = parameter.location(at, index);
        let shape = Shape::Component(ComponentKind::Parameter);
        compare(shape, &mut parameter, &place, diagnostics);
        list.remove(&index.to_string(), at);
    }
}

fn owner(path: &str, method: Option<&str>) -> Location {
    let item = Location::root(&"".into()).child("paths").child(path);
    method.map_or(item.clone(), |method| item.child(method))
}

/// The parameter that the path speaks of, as text.
fn declare(root: &mut Node, owner: &Location, name: &str) {
    let mut schema = Object::default();
    let word = Node::string("string");
    schema.members.insert("type", word);
    let mut parameter = Object::default();
    let members = [
        ("name", NodeKind::String(name.into())),
        ("in", NodeKind::String("path".into())),
        ("required", NodeKind::Bool(true)),
        ("schema", NodeKind::Object(schema)),
    ];
    for (key, kind) in members {
        parameter.members.insert(key, kind.into());
    }
    let Some(operation) = root.find_mut(owner.pointer()).and_then(Node::as_object_mut) else {
        return;
    };
    let none = || NodeKind::Array(Vec::new()).into();
    let list = operation.members.or_insert("parameters", none());
    if let NodeKind::Array(list) = &mut list.kind {
        list.push(NodeKind::Object(parameter).into());
    }
}
