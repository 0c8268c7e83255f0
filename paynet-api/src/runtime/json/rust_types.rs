//! `Encode` and `Decode` for Rust's own types.

use std::collections::BTreeMap;

use super::{Decode, Encode, Input, Output};
use crate::runtime::DecodeError;

impl Encode for bool {
    #[inline]
    fn encode(&self, out: &mut Output) {
        out.verbatim(if *self { "true" } else { "false" });
    }
}

impl Decode for bool {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.boolean()
    }
}

macro_rules! integers {
    ($($width:ty: $what:literal;)*) => {
        $(
            impl Encode for $width {
                #[inline]
                fn encode(&self, out: &mut Output) {
                    out.verbatim(&self.to_string());
                }
            }

            impl Decode for $width {
                #[inline]
                fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
                    input.whole($what)
                }
            }
        )*
    };
}

integers! {
    i8: "an integer of 8 bits";
    i16: "an integer of 16 bits";
    i32: "an integer of 32 bits";
    i64: "an integer of 64 bits";
    u8: "an unsigned integer of 8 bits";
    u16: "an unsigned integer of 16 bits";
    u32: "an unsigned integer of 32 bits";
    u64: "an unsigned integer of 64 bits";
}

/// JSON has neither infinities nor NaN: they are written as null.
impl Encode for f64 {
    #[inline]
    fn encode(&self, out: &mut Output) {
        if self.is_finite() {
            out.verbatim(&format!("{self:?}"));
        } else {
            out.verbatim("null");
        }
    }
}

impl Decode for f64 {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        let finite = |value: &Self| value.is_finite();
        input
            .number()?
            .parse()
            .ok()
            .filter(finite)
            .ok_or_else(|| input.expected("a number of 64 bits"))
    }
}

impl Encode for String {
    #[inline]
    fn encode(&self, out: &mut Output) {
        out.text(self);
    }
}

impl Decode for String {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.text().map(std::borrow::Cow::into_owned)
    }
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn encode(&self, out: &mut Output) {
        out.array(self);
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.array()
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    #[inline]
    fn encode(&self, out: &mut Output) {
        let mut members = out.object();
        members.rest(self);
        members.end();
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.object()?.rest()
    }
}

impl<T: Encode> Encode for Box<T> {
    #[inline]
    fn encode(&self, out: &mut Output) {
        (**self).encode(out);
    }

    #[inline]
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Decode> Decode for Box<T> {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        T::decode(input).map(Self::new)
    }
}

/// In lists and maps, null is a value. For members, `Members` and `Fields` distinguish absent and
/// null.
impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn encode(&self, out: &mut Output) {
        match self {
            Some(value) => value.encode(out),
            None => out.null(),
        }
    }
}

impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        if input.is_null() {
            return Ok(None);
        }
        T::decode(input).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::{Decode, Encode, Input, Output};
    use crate::runtime::{Decimal, Integer};

    fn read<T: Decode>(text: &str) -> Option<T> {
        T::decode(Input::parse(text.as_bytes()).ok()?).ok()
    }

    fn written(value: &impl Encode) -> String {
        let mut out = Output::new();
        value.encode(&mut out);
        String::from_utf8(out.into_bytes()).unwrap()
    }

    #[test]
    fn integers_are_exact_and_in_range() {
        assert_eq!(read::<i32>("100.0"), Some(100));
        assert_eq!(read::<i32>("2147483648"), None);
        assert_eq!(read::<i64>("\"1\""), None);
        assert_eq!(read::<u8>("2.55e2"), Some(255));
        assert_eq!(read::<u16>("-1"), None);
        assert_eq!(read::<i8>("-128"), Some(-128));
        assert_eq!(read::<u64>("18446744073709551615"), Some(u64::MAX));
        assert_eq!(
            read::<Integer>("-123456789012345678901.0")
                .unwrap()
                .as_str(),
            "-123456789012345678901.0"
        );
        assert_eq!(read::<f64>("1e999"), None);
        assert_eq!(read::<f64>("0.1"), Some(0.1));
    }

    #[test]
    fn decimals_keep_every_digit() {
        for text in ["0.30", "14.65", "123456789012345678.90", "1E+2"] {
            assert_eq!(read::<Decimal>(text).unwrap().as_str(), text);
            assert_eq!(written(&text.parse::<Decimal>().unwrap()), text);
        }
    }

    #[test]
    fn strings_are_escaped() {
        assert_eq!(
            written(&"a\"\\\n\u{1}ğ/".to_owned()),
            r#""a\"\\\n\u0001ğ/""#
        );
        assert_eq!(written(&f64::NAN), "null");
        assert_eq!(written(&vec![1.5, 2.0]), "[1.5,2.0]");
    }
}
