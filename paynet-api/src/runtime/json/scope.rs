//! What a JSON value knows of the text around it: how much deeper it may go, and who notes what must not be seen.

use std::sync::Mutex;

use super::super::Secret;

/// What a value knows of the text around it.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) depth: u8,
    pub(super) sensitive: Option<&'a Sensitive>,
}

/// What was read of a reply and must not be seen: a provider may repeat it in its message.
#[derive(Default)]
pub(in crate::runtime) struct Sensitive(Mutex<Vec<Secret>>);

/// A shorter text says nothing, and is a part of many words.
const SHORTEST: usize = 3;

impl Sensitive {
    pub(super) fn note(&self, text: &str) {
        let text = Secret::new(text);
        let Ok(mut noted) = self.0.lock() else {
            return;
        };
        if text.expose().len() >= SHORTEST && !noted.contains(&text) {
            noted.push(text);
        }
    }

    /// What was noted so far.
    pub(in crate::runtime) fn noted(&self) -> Vec<Secret> {
        self.0.lock().map(|noted| noted.clone()).unwrap_or_default()
    }
}
