//! Names of operations and of schemas, and who names them without a reference.

use std::collections::BTreeMap;

use crate::diagnostic::similar::similar;
use crate::diagnostic::{Diagnostics, RuleProblem};
use crate::read::syntax::node::Node;
use crate::source::Location;

use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::Retain;
use crate::read::grammar::visit::{Visited, visit};

/// What was found on the way.
#[derive(Default)]
struct Found {
    /// The operations, each with the place of its id.
    ids: BTreeMap<String, Location>,
    /// What links lead to.
    links: Vec<(String, Location)>,
    /// What discriminators map to.
    mapped: Vec<(String, Location)>,
}

/// Reports ids that stand twice and names that nothing has.
pub(crate) fn check(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let mut found = Found::default();
    let _ = visit(root, at, DOCUMENT, &mut |part, node, at| {
        if let Visited::Object(table) = part {
            match table.name {
                "Operation Object" => found.id(node, at, diagnostics),
                "Link Object" => {
                    found.links.extend(word(node, at, "operationId"));
                }
                "Discriminator Object" => found.mapping(node, at),
                _ => {}
            }
        }
        Retain::Keep
    });
    let strangers = found
        .links
        .iter()
        .filter(|(id, _)| !found.ids.contains_key(id));
    for (index, (id, place)) in strangers.enumerate() {
        let ids = found.ids.keys().map(String::as_str);
        let meant = (index < SUGGESTIONS).then(|| similar(id, ids)).flatten();
        let also = meant.as_ref().and_then(|id| found.ids.get(id));
        let also = also.map(|at| (at.clone(), "this is there".to_owned()));
        let problem = RuleProblem::UnknownOperation(id.clone(), meant);
        diagnostics.report_with(place.clone(), problem, also.into_iter().collect());
    }
    mappings(root, at, &found.mapped, diagnostics);
}

/// For more names than these nobody is told what was meant: each is compared with all that are there.
const SUGGESTIONS: usize = 100;

impl Found {
    // OAS 3.0.3, Operation Object: "The id MUST be unique among all operations described in the API."
    fn id(&mut self, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
        let Some((id, place)) = word(node, at, "operationId") else {
            return;
        };
        match self.ids.get(&id) {
            Some(first) => {
                let also = vec![(first.clone(), "the first".to_owned())];
                let problem = RuleProblem::DuplicateOperationId(id);
                diagnostics.report_with(place, problem, also);
                // Named as if it had none: for its method and path.
                node.take("operationId");
            }
            None => {
                self.ids.insert(id, place);
            }
        }
    }

    fn mapping(&mut self, node: &Node, at: &Location) {
        let Some(mapping) = node.get("mapping") else {
            return;
        };
        let at = mapping.location(at, "mapping");
        for (key, value) in mapping
            .as_object()
            .into_iter()
            .flat_map(|it| it.members.iter())
        {
            let target = value
                .as_str()
                .map(|text| (text.to_owned(), value.location(&at, key)));
            self.mapped.extend(target);
        }
    }
}

fn word(node: &Node, at: &Location, key: &str) -> Option<(String, Location)> {
    let word = node.get(key)?;
    Some((word.as_str()?.to_owned(), word.location(at, key)))
}

// OAS 3.0.3, Discriminator Object, "mapping": to names of schemas or references to them. One into another document is not
// looked for.
fn mappings(
    root: &Node,
    at: &Location,
    mapped: &[(String, Location)],
    diagnostics: &mut Diagnostics,
) {
    const SCHEMAS: &str = "#/components/schemas/";
    let schemas = root.find("/components/schemas").and_then(Node::as_object);
    let names = || schemas.into_iter().flat_map(|it| it.members.keys());
    let mut suggestions = SUGGESTIONS;
    for (target, place) in mapped {
        let name = target.strip_prefix(SCHEMAS).unwrap_or(target);
        let is_there = schemas.is_some_and(|it| it.members.contains_key(name));
        if is_there || name.contains(['/', '#', '.', '~', '%']) {
            continue;
        }
        let meant = (suggestions > 0).then(|| similar(name, names())).flatten();
        suggestions = suggestions.saturating_sub(1);
        let label = |name: &String| {
            let pointer = format!("/components/schemas/{name}");
            (
                root.origin_of(&pointer, at).key(),
                "this is there".to_owned(),
            )
        };
        let also = meant.iter().map(label).collect();
        let problem = RuleProblem::UnknownMapping(name.to_owned(), meant);
        diagnostics.report_with(place.clone(), problem, also);
    }
}
