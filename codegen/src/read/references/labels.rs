//! Makes the labels of a problem with a reference: the intended component, the target of another
//! kind, or the cycle.

use crate::read::syntax::node::Node;
use crate::source::Location;

use super::pointer::pointer;
use super::resolution::{Resolution, kind_at};

/// The number of references of a cycle that get a label.
const MAX_IN_CYCLE: usize = 8;

/// Returns the labels of a problem with the reference at `from`.
pub(crate) fn labels(
    root: &Node,
    at: &Location,
    (text, from): (&str, &Location),
    resolution: &Resolution,
) -> Vec<(Location, String)> {
    let place = |reference: &str| {
        let pointer = pointer(reference)?;
        Some(root.origin_of(&pointer, at).key())
    };
    match resolution {
        Resolution::Unresolved(Some(similar)) | Resolution::External(Some(similar)) => {
            place(similar)
                .map(|place| (place, "this is there".to_owned()))
                .into_iter()
                .collect()
        }
        Resolution::WrongKind => {
            let found = pointer(text).and_then(|pointer| kind_at(root, &pointer));
            let words = found.unwrap_or("something else");
            place(text)
                .map(|place| (place, format!("found {words} here")))
                .into_iter()
                .collect()
        }
        Resolution::Cycle => cycle(root, at, text, from),
        _ => Vec::new(),
    }
}

/// Returns a label for each reference of the cycle that begins with a reference at `from`.
pub(crate) fn cycle(
    root: &Node,
    at: &Location,
    text: &str,
    from: &Location,
) -> Vec<(Location, String)> {
    let mut places = Vec::new();
    let mut seen = vec![text.to_owned()];
    while places.len() < MAX_IN_CYCLE
        && let Some(pointer) = seen.last().and_then(|text| pointer(text))
        && let Some(text) = root
            .find(&pointer)
            .and_then(|node| node.get("$ref")?.as_str())
    {
        places.push(root.origin_of(&format!("{pointer}/$ref"), at));
        if seen.iter().any(|known| known == text) {
            break;
        }
        seen.push(text.to_owned());
    }
    places.retain(|place| place != from);
    let last = places.len().saturating_sub(1);
    let places = places.into_iter().enumerate();
    let words = |index| {
        if index == last {
            "this leads back"
        } else {
            "this leads on"
        }
    };
    places
        .map(|(index, place)| (place, words(index).to_owned()))
        .collect()
}
