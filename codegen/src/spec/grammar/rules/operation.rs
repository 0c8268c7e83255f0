//! Names of operations.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostics, RuleProblem};
use crate::source::At;
use crate::spec::node::Node;

use super::super::DOCUMENT;
use super::super::table::Verdict;
use super::super::visit::{Part, visit};

// OAS 3.0.3, Operation Object: "The id MUST be unique among all operations described in the API."
pub(crate) fn check(root: &mut Node, at: &At, diagnostics: &mut Diagnostics) {
    let mut ids: BTreeMap<String, At> = BTreeMap::new();
    let _ = visit(root, at, DOCUMENT, &mut |part, node, at| {
        let is_operation = matches!(part, Part::Object(table) if table.name == "Operation Object");
        if is_operation
            && let Some(id) = node.get("operationId")
            && let Some(text) = id.as_text()
        {
            let place = id.place(at, "operationId");
            match ids.get(text) {
                Some(first) => {
                    let also = vec![(first.clone(), "the first".to_owned())];
                    let problem = RuleProblem::DuplicateOperationId(text.to_owned());
                    diagnostics.report_with(place, problem, also);
                    // Named as if it had none: for its method and path.
                    node.take("operationId");
                }
                None => {
                    ids.insert(text.to_owned(), place);
                }
            }
        }
        Verdict::Keep
    });
}
