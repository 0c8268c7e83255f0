//! Moves definitions inside of schemas to the components, the only place for them in OpenAPI 3.0.

use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::table::Retain;
use crate::read::grammar::visit::{Visited, visit};
use crate::read::references::component_name::place_name;
use crate::read::syntax::node::{EcoString, Node, NodeKind, Object};
use crate::source::Location;

/// The keys of definitions: that of JSON Schema 2020-12, and that of earlier drafts, which is still
/// in use.
pub(crate) const KEYS: [&str; 2] = ["$defs", "definitions"];

/// A definition that becomes a component.
struct Moved {
    /// Its pointer before.
    from: String,
    name: String,
    schema: Node,
}

/// Moves each definition to the components, under a name made of its pointer, and redirects the
/// references to it.
// JSON Schema 2020-12 Core, 8.2.4: "$defs" reserves a location for inline re-usable schemas.
pub(crate) fn move_to_components(root: &mut Node, at: &Location) {
    let mut all: Vec<(String, String)> = Vec::new();
    loop {
        let mut moved = Vec::new();
        take(root, at, &mut moved);
        let _ = visit(root, at, DOCUMENT, &mut |visited, node, at| {
            if matches!(
                visited,
                Visited::Component(ComponentKind::Schema)
                    | Visited::Reference(ComponentKind::Schema)
            ) {
                take(node, at, &mut moved);
            }
            Retain::Keep
        });
        if moved.is_empty() {
            break;
        }
        for Moved { from, name, schema } in moved {
            let name = insert(root, name, schema);
            all.push((from, format!("/components/schemas/{name}")));
        }
    }
    if !all.is_empty() {
        root.each_reference_mut(&mut |text| redirect(text, &all));
    }
}

/// Removes the definitions from a schema.
fn take(node: &mut Node, at: &Location, moved: &mut Vec<Moved>) {
    for key in KEYS {
        let Some(definitions) = node.take(key) else {
            continue;
        };
        let place = definitions.location(at, key);
        let NodeKind::Object(object) = definitions.kind else {
            continue;
        };
        for (name, schema) in object.members {
            let at = schema.location(&place, &name);
            moved.push(Moved {
                from: at.pointer().to_owned(),
                name: place_name(at.pointer()),
                schema: schema.with_origin(&at),
            });
        }
    }
}

/// Adds a component, and returns its name.
fn insert(root: &mut Node, name: String, schema: Node) -> String {
    let empty = || Node::from(NodeKind::Object(Object::default()));
    let Some(root) = root.as_object_mut() else {
        return name;
    };
    let components = root.members.or_insert("components", empty());
    let Some(components) = components.as_object_mut() else {
        return name;
    };
    let schemas = components.members.or_insert("schemas", empty());
    let Some(schemas) = schemas.as_object_mut() else {
        return name;
    };
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    let free = names.find(|name| !schemas.members.contains_key(name));
    let free = free.unwrap_or_default();
    schemas.members.insert(free.clone(), schema);
    free
}

/// Redirects a reference to a definition, or to a part of it, to the component.
fn redirect(text: &mut EcoString, moved: &[(String, String)]) {
    let Some(pointer) = text.strip_prefix('#') else {
        return;
    };
    let rest_after = |from: &str| {
        let rest = pointer.strip_prefix(from)?;
        (rest.is_empty() || rest.starts_with('/')).then_some(rest)
    };
    let exact = moved
        .iter()
        .rev()
        .find(|(from, _)| rest_after(from).is_some());
    // `#/$defs/A` may be relative to the schema that contains the definition.
    let relative = || {
        let (from, to) = moved.iter().find(|(from, _)| from.ends_with(pointer))?;
        KEYS.iter()
            .any(|key| pointer.starts_with(&format!("/{key}/")))
            .then_some((from, to))
    };
    if let Some((from, to)) = exact {
        let rest = rest_after(from).unwrap_or_default();
        *text = format!("#{to}{rest}").into();
    } else if let Some((_, to)) = relative() {
        *text = format!("#{to}").into();
    }
}
