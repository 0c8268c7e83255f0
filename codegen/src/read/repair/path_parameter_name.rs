//! Repairs path parameters whose name is not in their path.

use std::collections::BTreeSet;

use crate::diagnostic::similar::similar;
use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::tables::path::METHODS;
use crate::read::path_template;
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Renames a path parameter `order_id` of `/orders/{orderId}` to the name in the path, if only one
/// can be intended. Requests stay the same, because the names of path parameters are not sent.
pub(crate) fn rename_all(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let mut renamings = Vec::new();
    let paths = root.get("paths").and_then(Node::as_object);
    let at = at.child("paths");
    for (path, item) in paths.into_iter().flat_map(|paths| paths.members.iter()) {
        if let Some((_, names)) = path_template::split(path) {
            let place = item.location(&at, path);
            let path = Path { root, path, names };
            path.collect(item, &place, &mut renamings);
        }
    }
    for renaming in renamings {
        renaming.apply(root, diagnostics);
    }
}

/// A path with the names in its template.
struct Path<'n> {
    root: &'n Node,
    path: &'n str,
    names: Vec<String>,
}

/// A parameter that is declared `in: path`.
struct Declared {
    name: String,
    index: usize,
    node: Node,
    place: Location,
}

/// A parameter and its new name.
struct Renaming {
    /// The pointer to the list of parameters.
    list: String,
    declared: Declared,
    path: Location,
    to: String,
}

impl Path<'_> {
    /// Collects the renamings of a path item and its operations.
    fn collect(&self, item: &Node, at: &Location, renamings: &mut Vec<Renaming>) {
        let pointer = Location::root(at.file()).child("paths").child(self.path);
        let common = self.declared(item, at);
        let operations: Vec<_> = METHODS
            .iter()
            .filter_map(|method| {
                let operation = item.get(method)?;
                let own = self.declared(operation, &operation.location(at, method));
                Some((pointer.child(method), own))
            })
            .collect();
        let own = operations.iter().flat_map(|(_, own)| own);
        let all: BTreeSet<String> = own.chain(&common).map(|one| one.name.clone()).collect();
        let of_common: BTreeSet<String> = common.iter().map(|one| one.name.clone()).collect();
        let mut pairs: Vec<(Location, Declared, String)> = Vec::new();
        let renamed = self.pairs(common, &all);
        let known: BTreeSet<String> = renamed.iter().map(|(_, to)| to.clone()).collect();
        pairs.extend(
            renamed
                .into_iter()
                .map(|(one, to)| (pointer.clone(), one, to)),
        );
        for (owner, own) in operations {
            let names = own.iter().map(|one| one.name.clone());
            let taken = names
                .chain(of_common.clone())
                .chain(known.clone())
                .collect();
            let renamed = self.pairs(own, &taken).into_iter();
            pairs.extend(renamed.map(|(one, to)| (owner.clone(), one, to)));
        }
        renamings.extend(pairs.into_iter().map(|(owner, declared, to)| Renaming {
            list: owner.child("parameters").pointer().to_owned(),
            declared,
            path: at.key(),
            to,
        }));
    }

    /// Returns the parameters that are not in the path, each with the intended name.
    fn pairs(&self, declared: Vec<Declared>, taken: &BTreeSet<String>) -> Vec<(Declared, String)> {
        let mut free: Vec<&str> = self.names.iter().map(String::as_str).collect();
        free.retain(|name| !taken.contains(*name));
        let mut unknown = declared;
        unknown.retain(|one| !self.names.contains(&one.name));
        let is_unambiguous = unknown.len() == 1 && free.len() == 1;
        let mut pairs = Vec::new();
        for one in unknown {
            let intended = match is_unambiguous {
                true => free.first().map(|name| (*name).to_owned()),
                false => similar(&one.name, free.iter().copied()),
            };
            if let Some(intended) = intended {
                free.retain(|name| *name != intended);
                pairs.push((one, intended));
            }
        }
        pairs
    }

    /// Returns the path parameters of a path item or an operation.
    fn declared(&self, owner: &Node, at: &Location) -> Vec<Declared> {
        let list = owner.get("parameters");
        let at = list.map_or_else(|| at.clone(), |list| list.location(at, "parameters"));
        let list = list.and_then(Node::as_array).unwrap_or_default();
        let declared = list.iter().enumerate().filter_map(|(index, parameter)| {
            let node = self.root.follow(parameter)?;
            let is_in_path = node.get("in")?.as_str()? == "path";
            Some(Declared {
                name: node
                    .get("name")?
                    .as_str()
                    .filter(|_| is_in_path)?
                    .to_owned(),
                index,
                node: node.clone(),
                place: parameter.location(&at, index),
            })
        });
        declared.collect()
    }
}

impl Renaming {
    fn apply(self, root: &mut Node, diagnostics: &mut Diagnostics) {
        let Declared {
            name,
            index,
            node,
            place,
        } = self.declared;
        let to = self.to;
        let also = vec![(self.path, format!("here it is `{to}`"))];
        let problem = match path_template::has_segments(&to) {
            true => RepairProblem::PathSegments(name, to.clone()),
            false => RepairProblem::PathParameterName(name, to.clone()),
        };
        diagnostics.report_with(place.clone(), problem, also);
        let Some(NodeKind::Array(list)) = root.find_mut(&self.list).map(|list| &mut list.kind)
        else {
            return;
        };
        if let Some(slot) = list.get_mut(index) {
            // The target of a reference may be right for other paths, so a copy is renamed.
            *slot = node.with_origin(&place);
            if let Some(name) = slot.find_mut("/name") {
                name.kind = NodeKind::String(to.into());
            }
        }
    }
}
