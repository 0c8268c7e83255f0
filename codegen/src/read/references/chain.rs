//! References that lead to references.

use std::collections::HashMap;
use std::rc::Rc;

use crate::read::syntax::node::Node;

use super::pointer::pointer;

/// Where chains of references end. Each is followed once, however many lead into it.
#[derive(Default)]
pub(crate) struct Chains {
    /// By pointer; `None` for one that has no end. Never iterated.
    ends: HashMap<Rc<str>, Option<Rc<str>>>,
}

impl Chains {
    /// The pointer to the last part of the chain that begins at a pointer: it is no reference, or
    /// one that leads nowhere or to another document. `None` where the chain goes round in a
    /// circle.
    pub(crate) fn end(&mut self, root: &Node, start: &str) -> Option<Rc<str>> {
        let mut followed: Vec<Rc<str>> = Vec::new();
        let mut place: Rc<str> = start.into();
        let end = loop {
            if let Some(known) = self.ends.get(&place) {
                break known.clone();
            }
            // Whoever comes here again before the end is known has gone round.
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

fn next(root: &Node, place: &str) -> Option<String> {
    let text = root.find(place)?.get("$ref")?.as_str()?;
    let next = pointer(text)?;
    root.find(&next).is_some().then_some(next)
}
