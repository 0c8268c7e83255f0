//! What all strings with a format have: access to the string, and construction from any string.

macro_rules! string_format {
    ($form:ident) => {
        impl $form {
            /// Returns the string.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Creates a value from any string, for a service that expects another format.
            pub fn verbatim(text: impl Into<Box<str>>) -> Self {
                Self(text.into())
            }
        }

        impl std::fmt::Display for $form {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

pub(super) use string_format;
