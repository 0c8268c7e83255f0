//! A place in a source.
//!
//! What stands there, and on which line, is not known here: `locate` finds that when a diagnostic is printed.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::sync::Arc;

/// The room for one more step: places are made by the million, and each shall take its memory once.
const STEP: usize = 24;

/// A place in a source: its name and a JSON pointer (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
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

impl Location {
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

    /// The place one step down.
    #[must_use]
    pub fn child(&self, step: impl Step) -> Self {
        let mut pointer = String::with_capacity(self.pointer.len() + STEP);
        pointer.push_str(&self.pointer);
        step.push_to(&mut pointer);
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

    /// The same place, with the key underlined instead of the value; of equal ones the last, which counts.
    #[must_use]
    pub fn key(&self) -> Self {
        self.repeated_key(usize::MAX)
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
        let steps = self.pointer.split('/').skip(1);
        steps.map(|step| unescape(step).into_owned())
    }

    /// Goes one step down, for walks over whole documents: no place of its own is made for each part. Gives what `leave` needs.
    pub(crate) fn enter(&mut self, step: impl Step) -> usize {
        let length = self.pointer.len();
        step.push_to(&mut self.pointer);
        length
    }

    /// Goes back up to where `enter` began.
    pub(crate) fn leave(&mut self, length: usize) {
        self.pointer.truncate(length);
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
    /// Appends it to a pointer.
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
        // A string takes everything that is written to it.
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
