//! A place in a source.
//!
//! What stands there, and on which line, is not known here: `locate` finds that when a diagnostic is printed.

use std::fmt::{self, Write as _};
use std::sync::Arc;

/// The room for one more step: places are made by the million, and each shall take its memory once.
const STEP: usize = 24;

/// A place in a source: its name and a JSON pointer (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    file: Arc<str>,
    pointer: String,
    mark: Mark,
}

/// What a diagnostic underlines at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Mark {
    /// The value.
    Value,
    /// The key; of equal keys the one of that number, from 0.
    Key(usize),
    /// A line and a column from 1, where the text could not be read as a tree.
    Position(usize, usize),
}

impl At {
    /// The root of a source.
    #[must_use]
    pub fn root(file: &Arc<str>) -> Self {
        Self::new(file, "")
    }

    /// A place by its pointer, which is empty or starts with `/` and is escaped already.
    #[must_use]
    pub fn new(file: &Arc<str>, pointer: &str) -> Self {
        Self {
            file: Arc::clone(file),
            pointer: pointer.to_owned(),
            mark: Mark::Value,
        }
    }

    /// A place in a text that is no tree: line and column from 1, in characters.
    #[must_use]
    pub fn position(file: &Arc<str>, line: usize, column: usize) -> Self {
        Self {
            mark: Mark::Position(line, column),
            ..Self::root(file)
        }
    }

    /// The place one step down: a key, or an index in decimal.
    #[must_use]
    pub fn child(&self, step: impl fmt::Display) -> Self {
        let mut pointer = String::with_capacity(self.pointer.len() + STEP);
        pointer.push_str(&self.pointer);
        push_step(&mut pointer, step);
        Self {
            file: Arc::clone(&self.file),
            pointer,
            mark: Mark::Value,
        }
    }

    /// The place one step up; `None` at the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (pointer, _) = self.pointer.rsplit_once('/')?;
        Some(Self::new(&self.file, pointer))
    }

    /// The same place, with the key underlined instead of the value.
    #[must_use]
    pub fn key(&self) -> Self {
        self.repeated_key(0)
    }

    /// The same place, with a key underlined that stands there more than once; the first has number 0.
    #[must_use]
    pub fn repeated_key(&self, number: usize) -> Self {
        Self {
            mark: Mark::Key(number),
            ..self.clone()
        }
    }

    /// The source's name.
    #[must_use]
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// The JSON pointer.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The steps of the pointer, unescaped.
    pub fn steps(&self) -> impl Iterator<Item = String> {
        self.pointer
            .split('/')
            .skip(1)
            .map(|step| step.replace("~1", "/").replace("~0", "~"))
    }

    pub(crate) fn mark(&self) -> Mark {
        self.mark
    }

    /// The place of `self`, underlined as `other` is.
    pub(crate) fn marked_as(self, other: &Self) -> Self {
        Self {
            mark: other.mark,
            ..self
        }
    }
}

/// Appends a step to a pointer.
pub(crate) fn push_step(pointer: &mut String, step: impl fmt::Display) {
    pointer.push('/');
    // A string takes everything that is written to it.
    let _ = write!(Escaped(pointer), "{step}");
}

/// `specs/pets.json#/paths/~1pets`
impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.file, self.pointer)
    }
}

/// Escapes a step of a JSON pointer while it is written.
struct Escaped<'a>(&'a mut String);

impl fmt::Write for Escaped<'_> {
    // RFC 6901, section 3: "~" is written as "~0" and "/" as "~1".
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(index) = rest.find(['~', '/']) {
            self.0.push_str(&rest[..index]);
            self.0.push_str(if rest[index..].starts_with('~') {
                "~0"
            } else {
                "~1"
            });
            rest = &rest[index + 1..];
        }
        self.0.push_str(rest);
        Ok(())
    }
}
