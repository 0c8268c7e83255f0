//! Strings of which some values are known. Which ones, the generated types say.

/// A string of which some values are known, and any other is kept.
pub trait OpenEnum: Sized {
    /// The text on the wire.
    fn as_str(&self) -> &str;

    /// The known value, or the one that keeps any text.
    fn from_text(text: &str) -> Self;
}
