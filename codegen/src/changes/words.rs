//! The classes of changes, in words.

use super::{Change, Rust, Wire};

/// Returns the classes of one or more changes in words, the gravest first: `breaks the Rust API`,
/// `changes the wire (requests)`.
#[must_use]
pub fn classes<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Vec<String> {
    let (mut rust, mut wire) = (Rust::Patch, Wire::NONE);
    for change in changes {
        rust = rust.max(change.rust);
        wire = wire.and(change.wire);
    }
    let mut classes = Vec::new();
    match rust {
        Rust::Breaking => classes.push("breaks the Rust API".to_owned()),
        Rust::Addition => classes.push("adds to the Rust API".to_owned()),
        Rust::Patch if wire.is_none() => classes.push("docs only".to_owned()),
        Rust::Patch => {}
    }
    let sent: Vec<&str> = wire
        .words()
        .into_iter()
        .filter(|word| ["requests", "responses"].contains(word))
        .collect();
    if !sent.is_empty() {
        classes.push(format!("changes the wire ({})", sent.join(", ")));
    }
    if wire.outcomes {
        classes.push("changes what counts as success".to_owned());
    }
    if wire.errors {
        classes.push("changes what errors say".to_owned());
    }
    classes
}

impl Wire {
    /// Returns what differs, a word each: `requests`, `responses`, `outcomes`, `errors`.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        let words = [
            (self.requests, "requests"),
            (self.responses, "responses"),
            (self.outcomes, "outcomes"),
            (self.errors, "errors"),
        ];
        let words = words.into_iter();
        words
            .filter_map(|(applies, word)| applies.then_some(word))
            .collect()
    }
}
