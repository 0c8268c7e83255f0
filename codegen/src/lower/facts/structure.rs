//! What the lowering of a schema returns: the shape of its type, and what decided the presence of its fields.

use crate::ir::Shape;
use crate::lower::facts::presence::Facts;

/// What a type is, and what its fields' presence was decided by.
#[derive(Clone, Debug)]
pub(crate) struct Structure {
    pub(crate) shape: Shape,
    /// By field, where it is a struct.
    pub(crate) members: Vec<Member>,
}

/// What a field's presence was decided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Member {
    pub(crate) direction: Direction,
    pub(crate) facts: Facts,
}

impl From<Shape> for Structure {
    fn from(shape: Shape) -> Self {
        Self {
            shape,
            members: Vec::new(),
        }
    }
}

/// In which direction a property goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    Both,
    /// `readOnly`
    ReadOnly,
    /// `writeOnly`
    WriteOnly,
}
