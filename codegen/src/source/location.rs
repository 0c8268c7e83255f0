//! A location in a source: the source's name and a JSON pointer.
//!
//! `locate` finds line and column when a diagnostic is printed.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::sync::Arc;

/// The capacity reserved for one more step: locations are created by the million, and each should
/// allocate once.
const STEP_CAPACITY: usize = 24;

/// A location in a source: the source's name and a JSON pointer (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    file: Arc<str>,
    pointer: String,
    mark: Mark,
}

/// What a diagnostic underlines at a location.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Mark {
    /// The value.
    Value,
    /// The key; if it is repeated, the occurrence with this number, counted from 0.
    Key(usize),
    /// A line and a column, counted from 1, of a text that isn't a tree.
    Position(usize, usize),
}

impl Location {
    /// Returns the location of the root of a source.
    #[must_use]
    pub fn root(file: &Arc<str>) -> Self {
        Self::new(file, "")
    }

    /// Creates a location from a pointer, which is escaped, and empty or starts with `/`.
    #[must_use]
    pub fn new(file: &Arc<str>, pointer: &str) -> Self {
        Self {
            file: Arc::clone(file),
            pointer: pointer.to_owned(),
            mark: Mark::Value,
        }
    }

    /// Creates a location in a text with a syntax error. Line and column are counted from 1, the
    /// column in characters.
    #[must_use]
    pub fn position(file: &Arc<str>, line: usize, column: usize) -> Self {
        Self {
            mark: Mark::Position(line, column),
            ..Self::root(file)
        }
    }

    /// Returns the location one step down.
    #[must_use]
    pub fn child(&self, step: impl Step) -> Self {
        let mut pointer = String::with_capacity(self.pointer.len() + STEP_CAPACITY);
        pointer.push_str(&self.pointer);
        step.push_to(&mut pointer);
        Self {
            file: Arc::clone(&self.file),
            pointer,
            mark: Mark::Value,
        }
    }

    /// Returns the location one step up, or `None` at the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (pointer, _) = self.pointer.rsplit_once('/')?;
        Some(Self::new(&self.file, pointer))
    }

    /// Returns the location of the key instead of the value. If the key is repeated, that is the
    /// last one, whose value counts.
    #[must_use]
    pub fn key(&self) -> Self {
        self.repeated_key(usize::MAX)
    }

    /// Returns the location of one occurrence of a repeated key, counted from 0.
    #[must_use]
    pub fn repeated_key(&self, number: usize) -> Self {
        Self {
            mark: Mark::Key(number),
            ..self.clone()
        }
    }

    /// Returns the name of the source.
    #[must_use]
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// Returns the JSON pointer.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Iterates over the unescaped steps of the pointer.
    pub fn steps(&self) -> impl Iterator<Item = String> {
        let steps = self.pointer.split('/').skip(1);
        steps.map(|step| unescape(step).into_owned())
    }

    /// Moves one step down and returns what `leave` needs to move up again. Walks over whole
    /// documents reuse one location instead of allocating one per node.
    pub(crate) fn enter(&mut self, step: impl Step) -> usize {
        let length = self.pointer.len();
        step.push_to(&mut self.pointer);
        length
    }

    /// Moves up to where `enter` was called.
    pub(crate) fn leave(&mut self, length: usize) {
        self.pointer.truncate(length);
    }

    pub(crate) fn mark(&self) -> Mark {
        self.mark
    }

    /// Returns this location with the mark of another.
    pub(crate) fn marked_as(self, other: &Self) -> Self {
        Self {
            mark: other.mark,
            ..self
        }
    }
}

/// Returns a step of a JSON pointer without its escapes. Most steps have none.
pub(crate) fn unescape(step: &str) -> Cow<'_, str> {
    if step.contains('~') {
        step.replace("~1", "/").replace("~0", "~").into()
    } else {
        step.into()
    }
}

/// One step of a JSON pointer: a key, or an index in decimal.
pub trait Step {
    /// Appends the step to a pointer.
    fn push_to(&self, pointer: &mut String);
}

impl Step for str {
    // RFC 6901, section 3: "~" is written as "~0" and "/" as "~1".
    fn push_to(&self, pointer: &mut String) {
        pointer.push('/');
        let mut rest = self;
        while let Some(index) = rest.bytes().position(|byte| matches!(byte, b'~' | b'/')) {
            pointer.push_str(&rest[..index]);
            pointer.push_str(match rest.as_bytes()[index] {
                b'~' => "~0",
                _ => "~1",
            });
            rest = &rest[index + 1..];
        }
        pointer.push_str(rest);
    }
}

impl Step for String {
    fn push_to(&self, pointer: &mut String) {
        self.as_str().push_to(pointer);
    }
}

impl Step for usize {
    fn push_to(&self, pointer: &mut String) {
        // Writing to a string never fails.
        let _ = write!(pointer, "/{self}");
    }
}

impl<S: Step + ?Sized> Step for &S {
    fn push_to(&self, pointer: &mut String) {
        (**self).push_to(pointer);
    }
}

/// `specs/pets.json#/paths/~1pets`
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.file, self.pointer)
    }
}
