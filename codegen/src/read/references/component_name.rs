//! Names of components that are made of a place.

use crate::source::Location;

/// `/paths/~1a~1{id}/get/responses/200` is `a_id_get_responses_200`, and
/// `/components/schemas/A/$defs/B` is `A_B`.
pub(crate) fn place_name(pointer: &str) -> String {
    let top = if pointer.starts_with("/components/") {
        2
    } else {
        1
    };
    let at = Location::new(&"".into(), pointer);
    let words: Vec<String> = at
        .steps()
        .skip(top)
        .filter(|step| !UNSAID.contains(&step.as_str()))
        .map(|step| word(&step))
        .filter(|word| !word.is_empty())
        .collect();
    words.join("_")
}

/// Steps that say nothing.
const UNSAID: [&str; 4] = ["properties", "content", "$defs", "definitions"];

/// The letters and digits of a text, with `_` for what stands between them.
pub(crate) fn word(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("_")
}
