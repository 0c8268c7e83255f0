//! Strings of which some values are known. Which ones, the generated types say.

/// A string of which some values are known, and any other is kept.
///
/// A type that implements it gets `Encode`, `Decode` and `Display` with one line, `runtime::open_enum!(Kind);`. (A blanket
/// implementation would exclude the one for `Box<T>`: Rust lets other crates implement a trait for a box of their own type.)
pub trait OpenEnum: Sized {
    /// The text on the wire.
    fn as_str(&self) -> &str;

    /// The known value, or the one that keeps any text.
    fn from_text(text: &str) -> Self;
}

/// Writes the implementations of `Encode`, `Decode` and `Display` for a type that implements `OpenEnum`.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_open_enum {
    ($kind:ty) => {
        impl $crate::runtime::Encode for $kind {
            fn encode(&self, out: &mut $crate::runtime::Output) {
                out.text($crate::runtime::OpenEnum::as_str(self));
            }
        }

        impl $crate::runtime::Decode for $kind {
            fn decode(
                input: $crate::runtime::Input<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::Unreadable> {
                let text = input.text()?;
                ::core::result::Result::Ok(<Self as $crate::runtime::OpenEnum>::from_text(&text))
            }
        }

        impl ::core::fmt::Display for $kind {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str($crate::runtime::OpenEnum::as_str(self))
            }
        }
    };
}
