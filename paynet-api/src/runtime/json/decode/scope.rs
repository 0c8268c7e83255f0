//! What a JSON value shares with the text around it: the remaining depth, how lenient decoding is,
//! and where it notes secrets, issues and unread members.

use std::cell::Cell;
use std::sync::Mutex;

use super::issues::Issues;
use crate::runtime::Secret;

/// What a value shares with the text around it.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    /// How many more levels of nesting are accepted.
    pub(crate) depth: u8,
    /// Where sensitive values are noted.
    pub(crate) sensitive: Option<&'a Sensitive>,
    /// Whether `null` means that an optional member is absent, as in a response.
    pub(crate) null_is_absent: bool,
    /// Where members and elements that cannot be decoded are reported and then skipped. If there is
    /// no such place, they are errors.
    pub(crate) issues: Option<&'a Issues>,
    /// While a variant of a union is tried: how much of the value it leaves unread.
    pub(crate) unread: Option<&'a Cell<u32>>,
    /// While a variant of a union is tried: how many more attempts are made within it.
    pub(crate) attempts: Option<&'a Cell<u32>>,
    /// If every scalar is a string, as in a form: how lists are written.
    pub(crate) strings: Option<Strings>,
    /// If the text was made of a multipart form: its parts.
    #[cfg(feature = "sandbox")]
    pub(crate) parts: Option<&'a Parts>,
}

/// How lists are written where every scalar is a string, as in a form or a header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Strings {
    /// What separates the items of a list that is one string.
    pub(crate) delimiter: Option<char>,
}

/// The parts of a multipart form that was converted to JSON, each at the offset of its value.
#[cfg(feature = "sandbox")]
pub(crate) struct Parts {
    /// Where the text begins.
    start: usize,
    files: Vec<(usize, crate::runtime::File)>,
}

#[cfg(feature = "sandbox")]
impl Parts {
    /// Creates the parts of a text, in the order of their offsets.
    pub(crate) fn new(text: &str, files: Vec<(usize, crate::runtime::File)>) -> Self {
        Self {
            start: text.as_ptr().addr(),
            files,
        }
    }

    /// Returns the part that a value of the text was made of.
    pub(crate) fn at(&self, value: &str) -> Option<&crate::runtime::File> {
        let offset = value.as_ptr().addr().checked_sub(self.start)?;
        let found = self.files.binary_search_by_key(&offset, |(at, _)| *at);
        found.ok().map(|index| &self.files[index].1)
    }
}

impl Scope<'_> {
    /// The scope of a whole text.
    pub(crate) const fn whole(depth: u8) -> Self {
        Self {
            depth,
            sensitive: None,
            null_is_absent: false,
            issues: None,
            unread: None,
            attempts: None,
            strings: None,
            #[cfg(feature = "sandbox")]
            parts: None,
        }
    }

    /// Notes how much of a value was left unread.
    pub(crate) fn note_unread(self, unread: u32) {
        if let Some(known) = self.unread {
            known.set(known.get().saturating_add(unread));
        }
    }
}

/// The sensitive values of a response: a provider may repeat them in its message.
#[derive(Default)]
pub(crate) struct Sensitive(Mutex<Vec<Secret>>);

/// Shorter strings reveal nothing, and are parts of many words.
const SHORTEST: usize = 3;

impl Sensitive {
    /// Notes a value.
    pub(crate) fn note(&self, text: &str) {
        let text = Secret::new(text);
        let Ok(mut noted) = self.0.lock() else {
            return;
        };
        if text.expose().len() >= SHORTEST && !noted.contains(&text) {
            noted.push(text);
        }
    }

    /// Returns the values noted so far.
    pub(crate) fn noted(&self) -> Vec<Secret> {
        self.0.lock().map(|noted| noted.clone()).unwrap_or_default()
    }
}
