//! Schemas with an address of their own.

use std::collections::BTreeMap;

use crate::read::references::decode;
use crate::read::syntax::node::{EcoString, Node, NodeKind};
use crate::source::Location;

/// The pointer of each schema with an address, by that.
type Known = BTreeMap<String, String>;

// JSON Schema 2020-12 Core, 8.2.1: "$id" gives a schema its address, against which the references and the addresses inside it
// are resolved. 3.0 refers by place alone, so that what leads to such an address leads to its place.
pub(crate) fn addresses(root: &mut Node) {
    let mut known = Known::new();
    collect(root, &Location::root(&"".into()), "", &mut known);
    if known.is_empty() {
        return;
    }
    let whole = root.clone();
    let lead = Lead {
        whole: &whole,
        known: &known,
    };
    lead.all(root, "");
}

fn collect(node: &Node, at: &Location, base: &str, known: &mut Known) {
    let own = address(node).map(|own| join(base, own));
    if let Some(own) = &own {
        let place = || at.pointer().to_owned();
        known.entry(own.clone()).or_insert_with(place);
    }
    let base = own.as_deref().unwrap_or(base);
    match &node.kind {
        NodeKind::Object(object) => {
            for (key, member) in object.members.iter() {
                collect(member, &at.child(key), base, known);
            }
        }
        NodeKind::Array(list) => {
            for (index, item) in list.iter().enumerate() {
                collect(item, &at.child(index), base, known);
            }
        }
        _ => {}
    }
}

/// Without its fragment, which may be empty only.
fn address(node: &Node) -> Option<&str> {
    let address = node.get("$id")?.as_str()?.trim_end_matches('#');
    (!address.is_empty()).then_some(address)
}

struct Lead<'l> {
    whole: &'l Node,
    known: &'l Known,
}

impl Lead<'_> {
    /// Every reference below a node; the base is the nearest address around it.
    fn all(&self, node: &mut Node, base: &str) {
        let own = address(node).map(|own| join(base, own));
        let base = own.as_deref().unwrap_or(base);
        match &mut node.kind {
            NodeKind::Object(object) => {
                for (key, member) in object.members.iter_mut() {
                    match &mut member.kind {
                        NodeKind::String(text) if ["$ref", "$dynamicRef"].contains(&key) => {
                            if let Some(place) = self.place(text, base) {
                                *text = EcoString::from(place);
                            }
                        }
                        _ => self.all(member, base),
                    }
                }
            }
            NodeKind::Array(list) => list.iter_mut().for_each(|item| self.all(item, base)),
            _ => {}
        }
    }

    /// The reference by place; `None` where it is one, or leads to no known address.
    fn place(&self, text: &str, base: &str) -> Option<String> {
        let (address, fragment) = text.split_once('#').unwrap_or((text, ""));
        let is_pointer = fragment.is_empty() || fragment.starts_with('/');
        if address.is_empty() {
            // Many give their components addresses, and refer from the root of the document all the same.
            let is_from_root = self.whole.find(&decode(fragment)).is_some();
            let pointer = self
                .known
                .get(base)
                .filter(|_| is_pointer && !is_from_root)?;
            let place = format!("{pointer}{fragment}");
            let leads_somewhere = self.whole.find(&decode(&place)).is_some();
            return leads_somewhere.then(|| format!("#{place}"));
        }
        let joined = join(base, address);
        let pointer = self
            .known
            .get(&joined)
            .or_else(|| self.known.get(address))?;
        Some(match is_pointer {
            true => format!("#{pointer}{fragment}"),
            false => format!("#{fragment}"),
        })
    }
}

// RFC 3986, 5.2: a relative reference takes the scheme and the host of its base, and the folder of its path.
fn join(base: &str, reference: &str) -> String {
    let host = base.find("://").map_or(0, |start| start + 3);
    let path = base.get(host..).and_then(|rest| rest.find('/'));
    let path = path.map_or(base.len(), |path| host + path);
    let is_whole = reference.contains("://") || reference.starts_with("urn:");
    match base.get(path..).and_then(|path| path.rfind('/')) {
        _ if is_whole || host == 0 => reference.to_owned(),
        _ if reference.starts_with('/') => format!("{}{reference}", &base[..path]),
        Some(folder) => format!("{}/{}", &base[..path + folder], from_here(reference)),
        None => format!("{base}/{}", from_here(reference)),
    }
}

fn from_here(reference: &str) -> &str {
    reference.trim_start_matches("./")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn addresses_are_joined() {
        for (base, reference, joined) in [
            ("", "item", "item"),
            ("https://a.example/x/b", "c", "https://a.example/x/c"),
            ("https://a.example/x/b", "./c", "https://a.example/x/c"),
            ("https://a.example/x/b", "/c", "https://a.example/c"),
            ("https://a.example", "c", "https://a.example/c"),
            ("https://a.example/x", "urn:c", "urn:c"),
        ] {
            assert_eq!(join(base, reference), joined);
        }
    }
}
