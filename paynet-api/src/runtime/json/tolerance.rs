//! What is accepted beyond the schema when reading: as declared for a member, and nowhere else.

/// What is accepted beyond the schema when reading a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tolerance {
    pub(crate) text: bool,
    pub(crate) empty: bool,
}

impl Tolerance {
    /// Nothing.
    pub const NONE: Self = Self {
        text: false,
        empty: false,
    };

    /// A number or a boolean may come as a string that holds it (`"14.65"`, `"true"`), a string as a number or a boolean.
    pub const TEXT: Self = Self {
        text: true,
        empty: false,
    };

    /// `null` and `""` mean that there is no value.
    pub const EMPTY: Self = Self {
        text: false,
        empty: true,
    };

    /// Both.
    pub const TEXT_OR_EMPTY: Self = Self {
        text: true,
        empty: true,
    };
}
