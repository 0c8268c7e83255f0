//! Where one reference leads.

use crate::diagnostic::similar::similar;
use crate::read::grammar::table::{ComponentKind, Shape};
use crate::read::grammar::{DOCUMENT, lookup};
use crate::read::syntax::node::Node;
use crate::source::Location;

use super::chain::Chains;
use super::documents::RESOLVED;
use super::pointer::decode;

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// To the component of that name.
    Component(String),
    /// To that JSON pointer, elsewhere in the document.
    Inside(String),
    /// To nothing as it is written, but the component of that name has its last step for its name.
    Meant(String),
    /// To nothing; perhaps that one was meant.
    Nowhere(Option<String>),
    /// To something of another kind.
    WrongKind,
    /// Over other references back to itself.
    Cycle,
    /// To another document; perhaps that component of this one was meant.
    Outside(Option<String>),
}

/// What is kept from one reference to the next.
pub(crate) struct Search {
    /// How many more are told what was meant: each is compared with every component's name.
    pub(crate) suggestions: usize,
    pub(crate) chains: Chains,
}

/// Where a reference leads; over others to their end.
pub(crate) fn fate(root: &Node, kind: ComponentKind, text: &str, search: &mut Search) -> Fate {
    if let Some(name) = meant_exactly(root, kind, text, search) {
        return Fate::Meant(name);
    }
    if text.starts_with(RESOLVED) {
        return Fate::Nowhere(None);
    }
    let Some(pointer) = text.strip_prefix('#') else {
        let meant = left(&mut search.suggestions).then(|| inside(root, kind, text));
        return Fate::Outside(meant.flatten());
    };
    let pointer = decode(pointer);
    let Some((node, shape)) = find(root, &pointer) else {
        let meant = left(&mut search.suggestions).then(|| meant(root, kind, &pointer));
        return Fate::Nowhere(meant.flatten());
    };
    if !is_right((node, shape), kind) {
        return Fate::WrongKind;
    }
    let Some(end) = search.chains.end(root, &pointer) else {
        return Fate::Cycle;
    };
    // A chain whose end is another kind of thing is broken there, which is reported there.
    let is_whole = find(root, &end).is_some_and(|found| is_right(found, kind));
    let target = if is_whole { end.to_string() } else { pointer };
    match component(&target, kind) {
        Some(name) => Fate::Component(name),
        None => Fate::Inside(target),
    }
}

/// The component that is meant by `Order`, `#/definitions/Order` or `#components/schemas/Order`:
/// nothing else has the name.
fn meant_exactly(
    root: &Node,
    kind: ComponentKind,
    text: &str,
    search: &mut Search,
) -> Option<String> {
    let pointer = match text.strip_prefix('#') {
        Some(pointer) => decode(pointer),
        None if is_inside(text) => text.to_owned(),
        None => return None,
    };
    if text.starts_with('#') && find(root, &pointer).is_some() {
        return None;
    }
    let name = pointer.rsplit('/').next()?;
    root.get("components")?.get(kind.key())?.get(name)?;
    match fate(
        root,
        kind,
        &crate::read::references::to_component(kind, name),
        search,
    ) {
        Fate::Component(name) => Some(name),
        _ => None,
    }
}

fn left(suggestions: &mut usize) -> bool {
    let is_left = *suggestions > 0;
    *suggestions = suggestions.saturating_sub(1);
    is_left
}

/// What a reference leads to where its `#` was forgotten, or where it is a component's name alone.
fn inside(root: &Node, kind: ComponentKind, text: &str) -> Option<String> {
    let pointer = text.strip_prefix('/').unwrap_or(text);
    is_inside(text).then(|| meant(root, kind, &format!("/{pointer}")))?
}

/// Whether a reference that has no `#` may be one into its own document. A name with an ending is a
/// file's.
fn is_inside(text: &str) -> bool {
    let is_file = text.contains("://") || text.contains('.') || text.contains('#');
    let pointer = text.strip_prefix('/').unwrap_or(text);
    let is_pointer = pointer.starts_with("components/") || pointer.starts_with("definitions/");
    !is_file && (is_pointer || !pointer.contains('/'))
}

fn is_right((node, shape): (&Node, Option<Shape>), kind: ComponentKind) -> bool {
    shape.and_then(lookup::component_kind) == Some(kind) && node.as_object().is_some()
}

/// The name, where a pointer leads to a component.
fn component(pointer: &str, kind: ComponentKind) -> Option<String> {
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

/// What stands at a pointer, in words.
pub(crate) fn kind_at(root: &Node, pointer: &str) -> Option<&'static str> {
    match component_kind_at(root, pointer) {
        Some(kind) => Some(kind.with_article()),
        None => root
            .find(pointer)
            .map(|node| node.json_kind().with_article()),
    }
}

/// What a pointer leads to, and what may stand there.
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

/// The component that was meant: of that name, or of one much like it.
fn meant(root: &Node, kind: ComponentKind, pointer: &str) -> Option<String> {
    let written = steps(pointer).last()?;
    let names = root.get("components")?.get(kind.key())?.as_object()?;
    let name = similar(&written, names.members.keys())?;
    Some(crate::read::references::to_component(kind, &name))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn fragments() {
        assert_eq!(decode("/a%20b/%C3%BC"), "/a b/ü");
        assert_eq!(decode("/100%"), "/100%");
        assert_eq!(decode("/%zz%"), "/%zz%");
    }
}
