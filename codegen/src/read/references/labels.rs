//! The other places of a problem with a reference: what was probably meant, what stands there
//! instead, who refers back.

use crate::read::syntax::node::Node;
use crate::source::Location;

use super::pointer::pointer;
use super::resolution::{Fate, kind_at};

/// So many members of a circle are shown.
const MOST: usize = 8;

/// Each place with a few words.
pub(crate) fn labels(
    root: &Node,
    at: &Location,
    (text, from): (&str, &Location),
    fate: &Fate,
) -> Vec<(Location, String)> {
    let place = |reference: &str| {
        let pointer = pointer(reference)?;
        Some(root.origin_of(&pointer, at).key())
    };
    match fate {
        Fate::Nowhere(Some(meant)) | Fate::Outside(Some(meant)) => place(meant)
            .map(|place| (place, "this is there".to_owned()))
            .into_iter()
            .collect(),
        Fate::WrongKind => {
            let found = pointer(text).and_then(|pointer| kind_at(root, &pointer));
            let words = found.unwrap_or("something else");
            place(text)
                .map(|place| (place, format!("found {words} here")))
                .into_iter()
                .collect()
        }
        Fate::Cycle => circle(root, at, text, from),
        _ => Vec::new(),
    }
}

/// The references that follow each other from one at a place, up to the one that leads back.
pub(crate) fn circle(
    root: &Node,
    at: &Location,
    text: &str,
    from: &Location,
) -> Vec<(Location, String)> {
    let mut places = Vec::new();
    let mut seen = vec![text.to_owned()];
    while places.len() < MOST
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
