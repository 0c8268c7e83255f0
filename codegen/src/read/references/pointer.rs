//! Reads JSON pointers in references.

/// Returns the JSON pointer of a reference within the document.
pub(crate) fn pointer(text: &str) -> Option<String> {
    text.strip_prefix('#').map(decode)
}

/// Decodes the percent-encoding of a pointer.
// RFC 6901, section 6: in a URI fragment a pointer is percent-encoded.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = text_of(after.get(..2)).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (first, escaped) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn text_of(bytes: Option<&[u8]>) -> Option<&str> {
    std::str::from_utf8(bytes?).ok()
}
