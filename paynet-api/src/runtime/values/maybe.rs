//! A member that may be absent or null, where the two differ.

/// A member that is absent, null, or a value.
///
/// # Examples
///
/// ```
/// use paynet_api::Maybe;
///
/// let link: Maybe<&str> = "https://example.com".into();
/// assert_eq!(link.as_option(), Some(&"https://example.com"));
/// assert_eq!(Maybe::<i64>::default(), Maybe::Absent);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Maybe<T> {
    /// The member is absent.
    #[default]
    Absent,
    /// The member is present, and null.
    Null,
    /// The member has this value.
    Value(T),
}

impl<T> Maybe<T> {
    /// Returns a reference to the value, if there is one.
    pub const fn as_option(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Returns the value, if there is one.
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
