//! Makes names of components from JSON pointers.

use crate::source::Location;

/// Makes a name from a pointer: `/paths/~1a~1{id}/get/responses/200` is `a_id_get_responses_200`,
/// and `/components/schemas/A/$defs/B` is `A_B`.
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
        .filter(|step| !SKIPPED.contains(&step.as_str()))
        .map(|step| word(&step))
        .filter(|word| !word.is_empty())
        .collect();
    words.join("_")
}

/// Steps that are not in names.
const SKIPPED: [&str; 4] = ["properties", "content", "$defs", "definitions"];

/// Returns the letters and digits of a string, with `_` in place of all other characters.
pub(crate) fn word(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("_")
}
