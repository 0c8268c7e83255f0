//! What is accepted beyond the schema when a member is decoded: what is declared for the member,
//! and nothing else.

/// What is accepted beyond the schema when a member is decoded.
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

    /// A number or a boolean in a string (`"14.65"`, `"true"`), and a number or a boolean where a
    /// string is expected.
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
