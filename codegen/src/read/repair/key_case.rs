//! Repairs keys whose letter case differs from the specification, where the inventory depends on
//! them.

use crate::diagnostic::Diagnostics;
use crate::read::grammar::check::key_case;
use crate::read::grammar::table::Table;
use crate::read::grammar::tables::parameter::PARAMETER;
use crate::read::grammar::tables::path::{METHODS, OPERATION, PATH_ITEM};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Repairs the keys of paths, operations and parameters. The grammar repairs all other keys later.
pub(crate) fn repair(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    for_each(root, "paths", at, &mut |item, at| {
        key_case::repair(&PATH_ITEM, item, at, diagnostics);
        repair_parameters(item, at, diagnostics);
        for method in METHODS {
            let Some(operation) = item.find_mut(&format!("/{method}")) else {
                continue;
            };
            let at = operation.location(at, method);
            key_case::repair(&OPERATION, operation, &at, diagnostics);
            repair_parameters(operation, &at, diagnostics);
        }
    });
    if let Some(components) = root.find_mut("/components") {
        let at = components.location(at, "components");
        for_each(components, "parameters", &at, &mut |parameter, at| {
            repair_object(&PARAMETER, parameter, at, diagnostics);
        });
    }
}

fn repair_parameters(owner: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    for_each(owner, "parameters", at, &mut |parameter, at| {
        repair_object(&PARAMETER, parameter, at, diagnostics);
    });
}

/// Repairs the keys of an object that is no reference.
fn repair_object(table: &Table, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if node.get("$ref").is_none() {
        key_case::repair(table, node, at, diagnostics);
    }
}

/// Calls a function with every member or item of the node at a key.
fn for_each(
    owner: &mut Node,
    key: &str,
    at: &Location,
    repair: &mut dyn FnMut(&mut Node, &Location),
) {
    let Some(node) = owner.find_mut(&format!("/{key}")) else {
        return;
    };
    let at = node.location(at, key);
    match &mut node.kind {
        NodeKind::Object(object) => {
            for (key, member) in object.members.iter_mut() {
                let place = member.location(&at, key);
                repair(member, &place);
            }
        }
        NodeKind::Array(list) => {
            for (index, item) in list.iter_mut().enumerate() {
                let place = item.location(&at, index);
                repair(item, &place);
            }
        }
        _ => {}
    }
}
