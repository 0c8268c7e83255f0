//! A member that may be left out or be null, where the two are told apart.

/// A member that may be left out, be null, or have a value.
///
/// ```
/// use paynet_api::runtime::Maybe;
///
/// let link: Maybe<&str> = "https://example.com".into();
/// assert_eq!(link.as_option(), Some(&"https://example.com"));
/// assert_eq!(Maybe::<i64>::default(), Maybe::Absent);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Maybe<T> {
    /// It is left out.
    #[default]
    Absent,
    /// It is there, and null.
    Null,
    /// It is there, with this value.
    Value(T),
}

impl<T> Maybe<T> {
    /// The value, where there is one.
    pub const fn as_option(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, where there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Maybe<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
