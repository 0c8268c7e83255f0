//! Definitions inside schemas, which OpenAPI 3.0 knows as components alone.

use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::table::Retain;
use crate::read::grammar::visit::{Visited, visit};
use crate::read::references::component_name::place_name;
use crate::read::syntax::node::{EcoString, Node, NodeKind, Object};
use crate::source::Location;

/// Under which keys definitions stand: that of 2020-12, and that of the drafts before it, which is still written.
pub(crate) const KEYS: [&str; 2] = ["$defs", "definitions"];

/// A definition on its way to the components.
struct Moved {
    /// Where it stood, as a pointer.
    from: String,
    name: String,
    schema: Node,
}

// JSON Schema 2020-12 Core, 8.2.4: "$defs" reserves a location for inline re-usable schemas. Each becomes a component
// named for where it stood, and what refers to it refers to the component.
pub(crate) fn definitions(root: &mut Node, at: &Location) {
    let mut all: Vec<(String, String)> = Vec::new();
    loop {
        let mut moved = Vec::new();
        take(root, at, &mut moved);
        let _ = visit(root, at, DOCUMENT, &mut |part, node, at| {
            if matches!(
                part,
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

/// Returns the name that it got.
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

/// Lets a reference to a definition, or to something in it, lead to the component.
fn redirect(text: &mut EcoString, moved: &[(String, String)]) {
    let Some(pointer) = text.strip_prefix('#') else {
        return;
    };
    let lead = |from: &str| {
        let rest = pointer.strip_prefix(from)?;
        (rest.is_empty() || rest.starts_with('/')).then_some(rest)
    };
    // What was written for the schema alone (`#/$defs/A`) is meant from there on.
    let exact = moved.iter().rev().find(|(from, _)| lead(from).is_some());
    let inner = || {
        let (from, to) = moved.iter().find(|(from, _)| from.ends_with(pointer))?;
        KEYS.iter()
            .any(|key| pointer.starts_with(&format!("/{key}/")))
            .then_some((from, to))
    };
    if let Some((from, to)) = exact {
        let rest = lead(from).unwrap_or_default();
        *text = format!("#{to}{rest}").into();
    } else if let Some((_, to)) = inner() {
        *text = format!("#{to}").into();
    }
}
