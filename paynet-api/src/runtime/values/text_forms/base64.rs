//! Bytes in a text: base64 (RFC 4648), with a codec of its own. It is forty lines, and a crate would be one more for all users.

use std::fmt;
use std::str::FromStr;

use super::text_form;
use crate::runtime::DecodeError;

/// Bytes as base64 (`format: byte`), the text as it came.
///
/// Written in the standard alphabet with padding. Read in either alphabet, with padding or without, and with line breaks:
/// senders differ in all three. `Debug` prints its length only, as nobody knows what is in it.
///
/// ```
/// use paynet_api::runtime::Base64;
///
/// let logo = Base64::new(b"\xfb\xff");
/// assert_eq!(logo.as_str(), "+/8=");
/// assert_eq!("-_8".parse::<Base64>()?.bytes()?, b"\xfb\xff");
///
/// // What a response holds is kept, whatever it is.
/// assert!(Base64::verbatim("no base64!").bytes().is_err());
/// # Ok::<(), paynet_api::runtime::DecodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Base64(Box<str>);

text_form!(Base64);

/// RFC 4648, section 4.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

impl Base64 {
    /// The text for some bytes.
    #[must_use]
    pub fn new(bytes: impl AsRef<[u8]>) -> Self {
        Self(encoded(bytes.as_ref(), ALPHABET, true).into())
    }

    /// The text for some bytes in the alphabet for addresses and file names, without padding (`format: base64url`).
    #[must_use]
    pub fn url_safe(bytes: impl AsRef<[u8]>) -> Self {
        // RFC 4648, section 5.
        let mut alphabet = *ALPHABET;
        alphabet[62..].copy_from_slice(b"-_");
        Self(encoded(bytes.as_ref(), &alphabet, false).into())
    }

    /// The bytes.
    ///
    /// # Errors
    ///
    /// The text is no base64.
    pub fn bytes(&self) -> Result<Vec<u8>, DecodeError> {
        decoded(&self.0).ok_or_else(|| DecodeError::expected("base64"))
    }
}

impl fmt::Debug for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Base64({} letters)", self.0.len())
    }
}

impl FromStr for Base64 {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let text = Self(text.into());
        text.bytes()?;
        Ok(text)
    }
}

fn encoded(bytes: &[u8], alphabet: &[u8; 64], is_padded: bool) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let octet = |index: usize| u32::from(group.get(index).copied().unwrap_or_default());
        let bits = octet(0) << 16 | octet(1) << 8 | octet(2);
        for index in 0..4 {
            if index <= group.len() {
                let value = bits >> (18 - 6 * index) & 63;
                text.push(char::from(alphabet[value as usize]));
            } else if is_padded {
                text.push('=');
            }
        }
    }
    text
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut letters, mut padding) = (0_u32, 0_usize, 0_usize);
    for letter in text.bytes().filter(|letter| !letter.is_ascii_whitespace()) {
        if letter == b'=' {
            padding += 1;
            continue;
        }
        // Nothing stands behind the padding.
        let value = value(letter).filter(|_| padding == 0)?;
        bits = bits << 6 | value;
        letters += 1;
        if letters % 4 == 0 {
            bytes.extend_from_slice(&bits.to_be_bytes()[1..]);
            bits = 0;
        }
    }
    let rest = letters % 4;
    let is_padded = padding == 0 || rest + padding == 4 && rest > 1;
    // The bits behind the last byte are not looked at: some senders leave them.
    match rest {
        0 => {}
        2 => bytes.extend_from_slice(&(bits >> 4).to_be_bytes()[3..]),
        3 => bytes.extend_from_slice(&(bits >> 2).to_be_bytes()[2..]),
        _ => return None,
    }
    is_padded.then_some(bytes)
}

fn value(letter: u8) -> Option<u32> {
    Some(u32::from(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::Base64;

    /// RFC 4648, section 10.
    #[test]
    fn the_standards_own_vectors() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(Base64::new(bytes).as_str(), text);
            assert_eq!(Base64::url_safe(bytes).as_str(), text.trim_end_matches('='));
            for written in [text, text.trim_end_matches('=')] {
                assert_eq!(
                    Base64::verbatim(written).bytes().unwrap(),
                    bytes.as_bytes(),
                    "{written}"
                );
            }
        }
    }

    #[test]
    fn every_byte_comes_back() {
        let all: Vec<u8> = (0..=255).collect();
        for start in 0..3 {
            let bytes = &all[start..];
            assert_eq!(Base64::new(bytes).bytes().unwrap(), bytes);
            assert_eq!(Base64::url_safe(bytes).bytes().unwrap(), bytes);
        }
    }

    #[test]
    fn what_senders_do_is_read() {
        let read = |text: &str| Base64::verbatim(text).bytes().ok();
        assert_eq!(read("Zm9v\r\nYmFy\n"), Some(b"foobar".to_vec()));
        assert_eq!(read("-_8="), read("+/8="));
        assert_eq!(read("Zh=="), Some(b"f".to_vec()), "bits that are left over");
        for text in [
            "Z", "Zg=", "Zg===", "Zm9v=", "Zg==Zg==", "=", "Zm9vY", "Zm.v", "ğ",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_in_it_is_not_printed() {
        assert_eq!(format!("{:?}", Base64::new("canary")), "Base64(8 letters)");
    }
}
