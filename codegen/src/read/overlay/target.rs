//! Evaluates the target of an action.

use serde_json_path::JsonPath;

use crate::diagnostic::{Diagnostics, OverlayProblem};
use crate::read::syntax::node::Node;
use crate::source::Location;

/// Returns the JSON pointers of the selected nodes in the order of the document. Returns `None` if
/// nothing is selected, which is reported.
pub(crate) fn select(
    tree: &Node,
    action: &Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<String>> {
    let target = action.get("target")?;
    let location = target.location(at, "target");
    let expression = target.as_str()?;
    let path = match JsonPath::parse(expression) {
        Ok(path) => path,
        Err(error) => {
            let reason = error.message().to_owned();
            let position = error.position();
            diagnostics.report(location, OverlayProblem::InvalidPath { reason, position });
            return None;
        }
    };
    let value = tree.to_json();
    let selected: Vec<_> = path
        .query_located(&value)
        .dedup()
        .locations()
        .map(|location| location.to_json_pointer())
        .collect();
    if selected.is_empty() {
        let problem = OverlayProblem::NothingSelected;
        diagnostics.report(location, problem);
        return None;
    }
    Some(selected)
}
