//! Keys in other letters than the standard's, where they decide what a document is said to have.

use crate::diagnostic::Diagnostics;
use crate::read::grammar::check::key_case;
use crate::read::grammar::table::Table;
use crate::read::grammar::tables::parameter::PARAMETER;
use crate::read::grammar::tables::path::{METHODS, OPERATION, PATH_ITEM};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Mends the keys of paths, operations and their parameters before they are counted and compared with each other; all others are
/// mended where they are compared with the standard.
pub(crate) fn keys(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    each(root, "paths", at, &mut |item, at| {
        key_case::repair(&PATH_ITEM, item, at, diagnostics);
        parameters(item, at, diagnostics);
        for method in METHODS {
            let Some(operation) = item.find_mut(&format!("/{method}")) else {
                continue;
            };
            let at = operation.location(at, method);
            key_case::repair(&OPERATION, operation, &at, diagnostics);
            parameters(operation, &at, diagnostics);
        }
    });
    if let Some(components) = root.find_mut("/components") {
        let at = components.location(at, "components");
        each(components, "parameters", &at, &mut |parameter, at| {
            of(&PARAMETER, parameter, at, diagnostics);
        });
    }
}

fn parameters(owner: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    each(owner, "parameters", at, &mut |parameter, at| {
        of(&PARAMETER, parameter, at, diagnostics);
    });
}

fn of(table: &Table, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if node.get("$ref").is_none() {
        key_case::repair(table, node, at, diagnostics);
    }
}

/// Every member or item of what stands at a key.
fn each(owner: &mut Node, key: &str, at: &Location, see: &mut dyn FnMut(&mut Node, &Location)) {
    let Some(node) = owner.find_mut(&format!("/{key}")) else {
        return;
    };
    let at = node.location(at, key);
    match &mut node.kind {
        NodeKind::Object(object) => {
            for (key, member) in object.members.iter_mut() {
                let place = member.location(&at, key);
                see(member, &place);
            }
        }
        NodeKind::Array(list) => {
            for (index, item) in list.iter_mut().enumerate() {
                let place = item.location(&at, index);
                see(item, &place);
            }
        }
        _ => {}
    }
}
