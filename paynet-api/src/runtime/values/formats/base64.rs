//! Bytes in a string: base64 (RFC 4648).

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};

use super::macros::string_format;
use crate::runtime::DecodeError;

/// Bytes as base64 (`format: byte`), the string exactly as it was sent.
///
/// Written in the standard alphabet with padding. Read in either alphabet, with padding or without,
/// and with line breaks: senders differ in all three. `Debug` prints its length only, because the
/// content is unknown.
///
/// # Examples
///
/// ```
/// use paynet_api::runtime::Base64;
///
/// let logo = Base64::new(b"\xfb\xff");
/// assert_eq!(logo.as_str(), "+/8=");
/// assert_eq!("-_8".parse::<Base64>()?.bytes()?, b"\xfb\xff");
///
/// // A response's string is kept, whatever it contains.
/// assert!(Base64::verbatim("no base64!").bytes().is_err());
/// # Ok::<(), paynet_api::DecodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Base64(Box<str>);

string_format!(Base64);

impl Base64 {
    /// Encodes bytes in the standard alphabet, with padding.
    #[must_use]
    pub fn new(bytes: impl AsRef<[u8]>) -> Self {
        Self(BASE64_STANDARD.encode(bytes).into())
    }

    /// Encodes bytes in the alphabet for URLs and file names, without padding
    /// (`format: base64url`).
    #[must_use]
    pub fn url_safe(bytes: impl AsRef<[u8]>) -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(bytes).into())
    }

    /// Decodes the bytes.
    ///
    /// # Errors
    ///
    /// If the string is not base64.
    pub fn bytes(&self) -> Result<Vec<u8>, DecodeError> {
        decode(&self.0).ok_or_else(|| DecodeError::expected("base64"))
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

/// Decodes either alphabet, with padding or without, ignoring white space. Bits after the last byte
/// are ignored, because some senders leave them.
fn decode(text: &str) -> Option<Vec<u8>> {
    const LENIENT: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true);
    let letters = text.bytes().filter(|letter| !letter.is_ascii_whitespace());
    let letters: Vec<u8> = letters
        .map(|letter| match letter {
            b'-' => b'+',
            b'_' => b'/',
            other => other,
        })
        .collect();
    let padding = match letters.contains(&b'=') {
        true => DecodePaddingMode::RequireCanonical,
        false => DecodePaddingMode::RequireNone,
    };
    let config = LENIENT.with_decode_padding_mode(padding);
    let engine = GeneralPurpose::new(&alphabet::STANDARD, config);
    engine.decode(letters).ok()
}

#[cfg(test)]
mod tests {
    use super::Base64;

    /// RFC 4648, section 10.
    #[test]
    fn test_vectors_of_rfc_4648() {
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
    fn every_byte_round_trips() {
        let all: Vec<u8> = (0..=255).collect();
        for start in 0..3 {
            let bytes = &all[start..];
            assert_eq!(Base64::new(bytes).bytes().unwrap(), bytes);
            assert_eq!(Base64::url_safe(bytes).bytes().unwrap(), bytes);
        }
    }

    #[test]
    fn variants_that_senders_write_are_decoded() {
        let read = |text: &str| Base64::verbatim(text).bytes().ok();
        assert_eq!(read("Zm9v\r\nYmFy\n"), Some(b"foobar".to_vec()));
        assert_eq!(read("-_8="), read("+/8="));
        assert_eq!(read("-/8="), read("+/8="));
        assert_eq!(read("Z g = ="), Some(b"f".to_vec()));
        assert_eq!(read("Zh=="), Some(b"f".to_vec()), "trailing bits");
        assert_eq!(read("Zh"), Some(b"f".to_vec()), "trailing bits");
        for text in [
            "Z", "Zg=", "Zg===", "Zm9v=", "Zm9v====", "Zg==Zg==", "=", "====", "Zm9vY", "Zm.v",
            "ğ", "Zm9=v", "Zm9vZ===",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_content_is_not_printed() {
        assert_eq!(format!("{:?}", Base64::new("canary")), "Base64(8 letters)");
    }
}
