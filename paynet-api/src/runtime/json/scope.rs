//! What a JSON value knows of the text around it: how much deeper it may go, and who notes what must not be seen or was left unread.

use std::cell::Cell;
use std::sync::Mutex;

use super::Texts;
use crate::runtime::Secret;

/// What a value knows of the text around it.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) depth: u8,
    pub(crate) sensitive: Option<&'a Sensitive>,
    /// Where one of several types is tried: how much of the value it leaves unread.
    pub(crate) unread: Option<&'a Cell<u32>>,
    /// How often values inside the outermost such value may still be tried.
    pub(crate) tries: Option<&'a Cell<u32>>,
    /// Where every scalar came as a text, as in a form: how.
    pub(crate) texts: Option<Texts>,
}

impl Scope<'_> {
    /// That of a whole text.
    pub(crate) const fn whole(depth: u8) -> Self {
        Self {
            depth,
            sensitive: None,
            unread: None,
            tries: None,
            texts: None,
        }
    }

    /// Says how much of a value was left unread.
    pub(crate) fn leave(self, unread: u32) {
        if let Some(known) = self.unread {
            known.set(known.get().saturating_add(unread));
        }
    }
}

/// What was read of a response and must not be seen: a provider may repeat it in its message.
#[derive(Default)]
pub(crate) struct Sensitive(Mutex<Vec<Secret>>);

/// A shorter text says nothing, and is a part of many words.
const SHORTEST: usize = 3;

impl Sensitive {
    pub(crate) fn note(&self, text: &str) {
        let text = Secret::new(text);
        let Ok(mut noted) = self.0.lock() else {
            return;
        };
        if text.expose().len() >= SHORTEST && !noted.contains(&text) {
            noted.push(text);
        }
    }

    /// What was noted so far.
    pub(crate) fn noted(&self) -> Vec<Secret> {
        self.0.lock().map(|noted| noted.clone()).unwrap_or_default()
    }
}
