//! Resolves one reference.

use std::collections::BTreeMap;

use crate::diagnostic::similar::similar;
use crate::read::grammar::table::{ComponentKind, Shape};
use crate::read::grammar::{DOCUMENT, lookup};
use crate::read::syntax::node::Node;
use crate::source::Location;

use super::chain::Chains;
use super::documents::RESOLVED;
use super::pointer::decode;

/// The result of resolving a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Resolution {
    /// The component of that name.
    Component(String),
    /// A node elsewhere in the document, by JSON pointer.
    Pointer(String),
    /// Nothing, but the reference ends with the name of this component.
    Intended(String),
    /// Nothing, with a reference to a component of a similar name.
    Unresolved(Option<String>),
    /// A node of another kind.
    WrongKind,
    /// The reference itself, through others.
    Cycle,
    /// Another document, with a reference to a component of this one with a similar name.
    External(Option<String>),
}

/// The resolution of each reference, by expected kind and text.
pub(crate) type Resolutions = BTreeMap<(ComponentKind, String), Resolution>;

/// The state that is shared by all references of a document.
pub(crate) struct Search {
    /// The number of references for which similar names may still be searched: that compares every
    /// component.
    pub(crate) suggestions: usize,
    pub(crate) chains: Chains,
}

/// Resolves a reference, and the references that it leads to.
pub(crate) fn resolve(
    root: &Node,
    kind: ComponentKind,
    text: &str,
    search: &mut Search,
) -> Resolution {
    if let Some(name) = intended_component(root, kind, text, search) {
        return Resolution::Intended(name);
    }
    if text.starts_with(RESOLVED) {
        return Resolution::Unresolved(None);
    }
    let Some(pointer) = text.strip_prefix('#') else {
        let similar = search
            .may_suggest()
            .then(|| similar_without_hash(root, kind, text));
        return Resolution::External(similar.flatten());
    };
    let pointer = decode(pointer);
    let Some((node, shape)) = find(root, &pointer) else {
        let similar = search
            .may_suggest()
            .then(|| similar_component(root, kind, &pointer));
        return Resolution::Unresolved(similar.flatten());
    };
    if !is_of_kind((node, shape), kind) {
        return Resolution::WrongKind;
    }
    let Some(end) = search.chains.end(root, &pointer) else {
        return Resolution::Cycle;
    };
    // If the end of the chain is of another kind, the last reference is reported.
    let is_end_valid = find(root, &end).is_some_and(|found| is_of_kind(found, kind));
    let end = Some(end.to_string()).filter(|_| is_end_valid);
    let target = end.unwrap_or(pointer);
    match component_name(&target, kind) {
        Some(name) => Resolution::Component(name),
        None => Resolution::Pointer(target),
    }
}

/// Returns the only component that `Order`, `#/definitions/Order` or `#components/schemas/Order`
/// can mean.
fn intended_component(
    root: &Node,
    kind: ComponentKind,
    text: &str,
    search: &mut Search,
) -> Option<String> {
    let pointer = match text.strip_prefix('#') {
        Some(pointer) => decode(pointer),
        None if is_within_document(text) => text.to_owned(),
        None => return None,
    };
    if text.starts_with('#') && find(root, &pointer).is_some() {
        return None;
    }
    let name = pointer.rsplit('/').next()?;
    root.get("components")?.get(kind.key())?.get(name)?;
    match resolve(
        root,
        kind,
        &crate::read::references::component_reference(kind, name),
        search,
    ) {
        Resolution::Component(name) => Some(name),
        _ => None,
    }
}

impl Search {
    /// Returns whether a similar name may be searched, and counts the search.
    fn may_suggest(&mut self) -> bool {
        let is_allowed = self.suggestions > 0;
        self.suggestions = self.suggestions.saturating_sub(1);
        is_allowed
    }
}

/// Returns the similar component for a reference without `#`, or for the name of a component.
fn similar_without_hash(root: &Node, kind: ComponentKind, text: &str) -> Option<String> {
    let pointer = text.strip_prefix('/').unwrap_or(text);
    is_within_document(text).then(|| similar_component(root, kind, &format!("/{pointer}")))?
}

/// Returns whether a reference without `#` may refer to its own document: it is not a file name
/// with an extension.
fn is_within_document(text: &str) -> bool {
    let is_file = text.contains("://") || text.contains('.') || text.contains('#');
    let pointer = text.strip_prefix('/').unwrap_or(text);
    let is_pointer = pointer.starts_with("components/") || pointer.starts_with("definitions/");
    !is_file && (is_pointer || !pointer.contains('/'))
}

fn is_of_kind((node, shape): (&Node, Option<Shape>), kind: ComponentKind) -> bool {
    shape.and_then(lookup::component_kind) == Some(kind) && node.as_object().is_some()
}

/// Returns the name of the component at a pointer.
fn component_name(pointer: &str, kind: ComponentKind) -> Option<String> {
    let steps: Vec<_> = steps(pointer).collect();
    match steps.as_slice() {
        [first, second, name] if first == "components" && second == kind.key() => {
            Some(name.clone())
        }
        _ => None,
    }
}

/// Returns the kind of the component, or of the part that could be one, at a pointer.
pub(crate) fn component_kind_at(root: &Node, pointer: &str) -> Option<ComponentKind> {
    let (node, shape) = find(root, pointer)?;
    let kind = shape.and_then(lookup::component_kind);
    kind.filter(|_| node.as_object().is_some())
}

/// Describes the node at a pointer.
pub(crate) fn kind_at(root: &Node, pointer: &str) -> Option<&'static str> {
    match component_kind_at(root, pointer) {
        Some(kind) => Some(kind.with_article()),
        None => root
            .find(pointer)
            .map(|node| node.json_kind().with_article()),
    }
}

/// Finds the node at a pointer, and the shape that is expected there.
fn find<'n>(root: &'n Node, pointer: &str) -> Option<(&'n Node, Option<Shape>)> {
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return None;
    }
    let mut node = root;
    let mut shape = Some(DOCUMENT);
    for key in steps(pointer) {
        node = node.step(&key)?;
        shape = shape.and_then(|shape| lookup::child_shape(shape, &key));
    }
    Some((node, shape))
}

pub(crate) fn steps(pointer: &str) -> impl Iterator<Item = String> {
    let at = Location::new(&"".into(), pointer);
    at.steps().collect::<Vec<_>>().into_iter()
}

/// Returns a reference to the component with the same name as the last step of a pointer, or a
/// similar one.
fn similar_component(root: &Node, kind: ComponentKind, pointer: &str) -> Option<String> {
    let written = steps(pointer).last()?;
    let names = root.get("components")?.get(kind.key())?.as_object()?;
    let name = similar(&written, names.members.keys())?;
    Some(crate::read::references::component_reference(kind, &name))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn fragments_are_decoded() {
        assert_eq!(decode("/a%20b/%C3%BC"), "/a b/ü");
        assert_eq!(decode("/100%"), "/100%");
        assert_eq!(decode("/%zz%"), "/%zz%");
    }
}
