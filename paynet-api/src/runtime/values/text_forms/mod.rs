//! Texts whose form the document names (`format`): the text is kept exactly as it came, and what it stands for is asked for.
//!
//! A response is never lost because a text in it is of another form than its document says, and what was read is written again
//! letter by letter. Equal means the same text.

mod base64;
mod calendar;
mod date;
mod date_time;
mod decimal_text;

pub use base64::Base64;
pub use date::Date;
pub use date_time::{DateTime, DateTimeParts};
pub use decimal_text::DecimalText;

/// What all of these have: the text, any text where a service wants it, and both directions of JSON.
macro_rules! text_form {
    ($form:ident) => {
        impl $form {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Any text, for a service that wants one of another form.
            pub fn verbatim(text: impl Into<Box<str>>) -> Self {
                Self(text.into())
            }
        }

        impl std::fmt::Display for $form {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl crate::runtime::Encode for $form {
            fn encode(&self, out: &mut crate::runtime::Output) {
                out.text(&self.0);
            }
        }

        impl crate::runtime::Decode for $form {
            fn decode(
                input: crate::runtime::Input<'_>,
            ) -> Result<Self, crate::runtime::DecodeError> {
                input.text().map(|text| Self(text.into()))
            }
        }
    };
}

use text_form;
