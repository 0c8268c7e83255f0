//! Schemas that are referred to by a name of their own.

use std::collections::BTreeMap;

use crate::read::syntax::node::Node;
use crate::source::Location;

// JSON Schema 2020-12 Core, 8.2.2: "$anchor" gives a schema a name, and `#name` refers to it. 3.0 refers by place alone, so the
// name gives way to its place.
pub(crate) fn anchors(root: &mut Node) {
    let mut are_used = false;
    root.each_reference_mut(&mut |text| are_used |= name(text).is_some());
    if !are_used {
        return;
    }
    // Of equal names the first counts.
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    root.each_object(&Location::root(&"".into()), &mut |object, at| {
        if let Some(name) = object.members.get("$anchor").and_then(Node::as_str) {
            let place = || at.pointer().to_owned();
            places.entry(name.to_owned()).or_insert_with(place);
        }
    });
    root.each_reference_mut(&mut |text| {
        if let Some(place) = name(text).and_then(|name| places.get(name)) {
            *text = format!("#{place}").into();
        }
    });
}

/// The name in `#name`.
fn name(reference: &str) -> Option<&str> {
    let name = reference.strip_prefix('#')?;
    (!name.is_empty() && !name.starts_with('/')).then_some(name)
}
