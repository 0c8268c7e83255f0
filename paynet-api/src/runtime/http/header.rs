//! Values of headers that must not be printed.

use bytes::Bytes;
use reqwest::header::HeaderValue;
use zeroize::Zeroizing;

/// Returns the parts together as the value of a header, which is wiped from memory when its last clone
/// is dropped. Returns `None` if it is not visible ASCII.
pub(crate) fn secret(parts: &[&str]) -> Option<HeaderValue> {
    let text = Zeroizing::new(parts.concat().into_bytes());
    let is_ascii = text.is_ascii();
    let value = HeaderValue::from_maybe_shared(Bytes::from_owner(text));
    let mut value = value.ok().filter(|_| is_ascii)?;
    value.set_sensitive(true);
    Some(value)
}
