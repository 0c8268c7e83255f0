//! References by name: `operationId` in links, and schemas in discriminator mappings.

use std::collections::BTreeMap;

use crate::diagnostic::similar::similar;
use crate::diagnostic::{Diagnostics, RuleProblem};
use crate::read::grammar::table::Retain;
use crate::read::grammar::tables::root::DOCUMENT;
use crate::read::grammar::visit::{Visited, visit};
use crate::read::syntax::node::Node;
use crate::source::Location;

/// Unknown names beyond this number get no suggestion: each suggestion compares the name with all
/// known ones.
const MAX_SUGGESTIONS: usize = 100;

/// A name and the location of the string that it is.
type Name = (String, Location);

/// The names in a document.
#[derive(Default)]
struct Names {
    /// The ids of operations.
    operations: BTreeMap<String, Location>,
    /// The ids that links refer to.
    links: Vec<Name>,
    /// The targets of discriminator mappings.
    mappings: Vec<Name>,
}

/// Reports operation ids that aren't unique, and names that don't exist.
pub(crate) fn check(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let mut names = Names::default();
    let _ = visit(root, at, DOCUMENT, &mut |visited, node, at| {
        if let Visited::Object(table) = visited {
            match table.name {
                "Operation Object" => names.add_operation(node, at, diagnostics),
                "Link Object" => names.links.extend(operation_id(node, at)),
                "Discriminator Object" => names.add_mappings(node, at),
                _ => {}
            }
        }
        Retain::Keep
    });
    names.check_links(diagnostics);
    names.check_mappings(root, at, diagnostics);
}

impl Names {
    // OAS 3.0.3, Operation Object: "The id MUST be unique among all operations described in the
    // API." A repeated id is removed, so that its operation is named after method and path.
    fn add_operation(&mut self, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
        let Some((id, location)) = operation_id(node, at) else {
            return;
        };
        match self.operations.get(&id) {
            Some(first) => {
                let also = vec![(first.clone(), "the first".to_owned())];
                let problem = RuleProblem::DuplicateOperationId(id);
                diagnostics.report_with(location, problem, also);
                node.take("operationId");
            }
            None => {
                self.operations.insert(id, location);
            }
        }
    }

    /// Collects the targets of a discriminator's mapping.
    fn add_mappings(&mut self, discriminator: &Node, at: &Location) {
        let Some(mapping) = discriminator.get("mapping") else {
            return;
        };
        let at = mapping.location(at, "mapping");
        let members = mapping.as_object().map(|mapping| mapping.members.iter());
        for (key, target) in members.into_iter().flatten() {
            if let Some(name) = target.as_str() {
                self.mappings
                    .push((name.to_owned(), target.location(&at, key)));
            }
        }
    }

    /// Reports links to operations that don't exist.
    fn check_links(&self, diagnostics: &mut Diagnostics) {
        let links = self.links.iter();
        let unknown = links.filter(|(id, _)| !self.operations.contains_key(id));
        for (index, (id, location)) in unknown.enumerate() {
            let ids = self.operations.keys().map(String::as_str);
            let meant = (index < MAX_SUGGESTIONS).then(|| similar(id, ids));
            let meant = meant.flatten();
            let also = meant.as_ref().and_then(|id| self.operations.get(id));
            let also = also.map(|at| (at.clone(), "this is there".to_owned()));
            let problem = RuleProblem::UnknownOperation(id.clone(), meant);
            diagnostics.report_with(location.clone(), problem, also.into_iter().collect());
        }
    }

    // OAS 3.0.3, Discriminator Object, "mapping": the values are names of schemas or references to
    // them. References into other documents aren't checked.
    fn check_mappings(&self, root: &Node, at: &Location, diagnostics: &mut Diagnostics) {
        const SCHEMAS: &str = "#/components/schemas/";
        let schemas = root.find("/components/schemas").and_then(Node::as_object);
        let mut suggestions = MAX_SUGGESTIONS;
        for (target, location) in &self.mappings {
            let name = target.strip_prefix(SCHEMAS).unwrap_or(target);
            let is_known = schemas.is_some_and(|schemas| schemas.members.contains_key(name));
            if is_known || name.contains(['/', '#', '.', '~', '%']) {
                continue;
            }
            let names = schemas
                .into_iter()
                .flat_map(|schemas| schemas.members.keys());
            let meant = (suggestions > 0).then(|| similar(name, names)).flatten();
            suggestions = suggestions.saturating_sub(1);
            let label = |name: &String| {
                let pointer = format!("/components/schemas/{name}");
                let key = root.origin_of(&pointer, at).key();
                (key, "this is there".to_owned())
            };
            let also = meant.iter().map(label).collect();
            let problem = RuleProblem::UnknownMapping(name.to_owned(), meant);
            diagnostics.report_with(location.clone(), problem, also);
        }
    }
}

/// Returns the `operationId` of an Operation Object or a Link Object.
fn operation_id(node: &Node, at: &Location) -> Option<Name> {
    let id = node.get("operationId")?;
    Some((id.as_str()?.to_owned(), id.location(at, "operationId")))
}
