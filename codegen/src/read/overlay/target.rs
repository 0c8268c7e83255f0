//! What an action's target selects.

use serde_json_path::JsonPath;

use crate::diagnostic::{Diagnostics, OverlayProblem};
use crate::read::syntax::node::Node;
use crate::source::Location;

/// The JSON pointers of all that is selected, in the document's order; `None` where that was reported as a problem.
pub(crate) fn select(
    tree: &Node,
    action: &Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<String>> {
    let target = action.get("target")?;
    let place = target.location(at, "target");
    let text = target.as_str()?;
    let path = match JsonPath::parse(text) {
        Ok(path) => path,
        Err(error) => {
            let reason = error.message().to_owned();
            let position = error.position();
            diagnostics.report(place, OverlayProblem::Path { reason, position });
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
        diagnostics.report(place, OverlayProblem::NothingSelected(text.to_owned()));
        return None;
    }
    Some(selected)
}
