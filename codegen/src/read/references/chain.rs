//! Follows references to references.

use std::collections::HashMap;
use std::rc::Rc;

use crate::read::syntax::node::Node;

use super::pointer::pointer;

/// The ends of chains of references. Each reference is followed once.
#[derive(Default)]
pub(crate) struct Chains {
    /// The end by pointer, or `None` for a cycle. Never iterated.
    ends: HashMap<Rc<str>, Option<Rc<str>>>,
}

impl Chains {
    /// Returns the pointer to the last node of the chain that begins at a pointer: a node that is
    /// no reference, or a reference whose target is not in the document. Returns `None` for a
    /// cycle.
    pub(crate) fn end(&mut self, root: &Node, start: &str) -> Option<Rc<str>> {
        let mut followed: Vec<Rc<str>> = Vec::new();
        let mut place: Rc<str> = start.into();
        let end = loop {
            if let Some(known) = self.ends.get(&place) {
                break known.clone();
            }
            // Until the end is known, this marks a cycle.
            self.ends.insert(Rc::clone(&place), None);
            followed.push(Rc::clone(&place));
            match next(root, &place) {
                Some(next) => place = next.into(),
                None => break Some(place),
            }
        };
        for place in followed {
            self.ends.insert(place, end.clone());
        }
        end
    }
}

/// Returns the pointer to the target of a reference.
fn next(root: &Node, place: &str) -> Option<String> {
    let text = root.find(place)?.get("$ref")?.as_str()?;
    let next = pointer(text)?;
    root.find(&next).is_some().then_some(next)
}
