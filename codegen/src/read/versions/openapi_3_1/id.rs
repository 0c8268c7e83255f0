//! Replaces references to schemas by their `$id` by references to JSON pointers.

use std::collections::BTreeMap;

use crate::read::references::decode;
use crate::read::syntax::node::{EcoString, Node, NodeKind};
use crate::source::Location;

/// The pointer to each schema with an `$id`, by its absolute URI.
type Ids = BTreeMap<String, String>;

/// Replaces each reference to an `$id`, or relative to one.
// JSON Schema 2020-12 Core, 8.2.1: "$id" gives a schema a URI, which is the base URI of the
// references and the `$id`s inside of it. In OpenAPI 3.0 a reference is a JSON pointer.
pub(crate) fn resolve(root: &mut Node) {
    let mut ids = Ids::new();
    collect(root, &Location::root(&"".into()), "", &mut ids);
    if ids.is_empty() {
        return;
    }
    let before = root.clone();
    let resolver = Resolver {
        root: &before,
        ids: &ids,
    };
    resolver.resolve_all(root, "");
}

/// Collects the `$id`s in a node; `base` is its base URI.
fn collect(node: &Node, at: &Location, base: &str, ids: &mut Ids) {
    let own = id(node).map(|id| join(base, id));
    if let Some(own) = &own {
        let pointer = || at.pointer().to_owned();
        ids.entry(own.clone()).or_insert_with(pointer);
    }
    let base = own.as_deref().unwrap_or(base);
    match &node.kind {
        NodeKind::Object(object) => {
            for (key, member) in object.members.iter() {
                collect(member, &at.child(key), base, ids);
            }
        }
        NodeKind::Array(list) => {
            for (index, item) in list.iter().enumerate() {
                collect(item, &at.child(index), base, ids);
            }
        }
        _ => {}
    }
}

/// Returns the `$id` of a schema without its fragment, which is always empty.
fn id(node: &Node) -> Option<&str> {
    let id = node.get("$id")?.as_str()?.trim_end_matches('#');
    (!id.is_empty()).then_some(id)
}

/// Resolves references to `$id`s.
struct Resolver<'r> {
    root: &'r Node,
    ids: &'r Ids,
}

impl Resolver<'_> {
    /// Resolves every reference in a node; `base` is its base URI.
    fn resolve_all(&self, node: &mut Node, base: &str) {
        let own = id(node).map(|id| join(base, id));
        let base = own.as_deref().unwrap_or(base);
        match &mut node.kind {
            NodeKind::Object(object) => {
                for (key, member) in object.members.iter_mut() {
                    match &mut member.kind {
                        NodeKind::String(text) if ["$ref", "$dynamicRef"].contains(&key) => {
                            if let Some(resolved) = self.resolve(text, base) {
                                *text = EcoString::from(resolved);
                            }
                        }
                        _ => self.resolve_all(member, base),
                    }
                }
            }
            NodeKind::Array(list) => list
                .iter_mut()
                .for_each(|item| self.resolve_all(item, base)),
            _ => {}
        }
    }

    /// Returns the reference with a JSON pointer, or `None` if it has one already or its URI is
    /// unknown.
    fn resolve(&self, text: &str, base: &str) -> Option<String> {
        let (address, fragment) = text.split_once('#').unwrap_or((text, ""));
        let is_pointer = fragment.is_empty() || fragment.starts_with('/');
        if address.is_empty() {
            // In many documents schemas have an `$id`, but references are relative to the document.
            let is_from_root = self.root.find(&decode(fragment)).is_some();
            let pointer = self.ids.get(base).filter(|_| is_pointer && !is_from_root)?;
            let target = format!("{pointer}{fragment}");
            let exists = self.root.find(&decode(&target)).is_some();
            return exists.then(|| format!("#{target}"));
        }
        let joined = join(base, address);
        let pointer = self.ids.get(&joined).or_else(|| self.ids.get(address))?;
        Some(match is_pointer {
            true => format!("#{pointer}{fragment}"),
            false => format!("#{fragment}"),
        })
    }
}

/// Resolves a relative reference against a base URI.
// RFC 3986, 5.2: the result has the scheme and the host of the base, and the folder of its path.
fn join(base: &str, reference: &str) -> String {
    let host = base.find("://").map_or(0, |start| start + 3);
    let path = base.get(host..).and_then(|rest| rest.find('/'));
    let path = path.map_or(base.len(), |path| host + path);
    let is_absolute = reference.contains("://") || reference.starts_with("urn:");
    match base.get(path..).and_then(|path| path.rfind('/')) {
        _ if is_absolute || host == 0 => reference.to_owned(),
        _ if reference.starts_with('/') => format!("{}{reference}", &base[..path]),
        Some(folder) => format!("{}/{}", &base[..path + folder], without_dot(reference)),
        None => format!("{base}/{}", without_dot(reference)),
    }
}

fn without_dot(reference: &str) -> &str {
    reference.trim_start_matches("./")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn uris_are_joined() {
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
