//! How Rust's own types stand in JSON.

use std::collections::BTreeMap;

use super::{Decode, Encode, Input, Output, Unreadable};

impl Encode for bool {
    fn encode(&self, out: &mut Output) {
        out.verbatim(if *self { "true" } else { "false" });
    }
}

impl Decode for bool {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        input.boolean()
    }
}

impl Encode for i32 {
    fn encode(&self, out: &mut Output) {
        i64::from(*self).encode(out);
    }
}

impl Decode for i32 {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        input
            .integer()?
            .try_into()
            .map_err(|_| input.expected("an integer of 32 bits"))
    }
}

impl Encode for i64 {
    fn encode(&self, out: &mut Output) {
        out.verbatim(&self.to_string());
    }
}

impl Decode for i64 {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        input.integer()
    }
}

/// JSON has no infinities and no NaN: they are written as null.
impl Encode for f64 {
    fn encode(&self, out: &mut Output) {
        if self.is_finite() {
            out.verbatim(&format!("{self:?}"));
        } else {
            out.verbatim("null");
        }
    }
}

impl Decode for f64 {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
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
    fn encode(&self, out: &mut Output) {
        out.text(self);
    }
}

impl Decode for String {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        input.text().map(std::borrow::Cow::into_owned)
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, out: &mut Output) {
        out.array(self);
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        input.array()
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode(&self, out: &mut Output) {
        let mut members = out.object();
        members.rest(self);
        members.end();
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        input.object()?.rest()
    }
}

impl<T: Encode> Encode for Box<T> {
    fn encode(&self, out: &mut Output) {
        (**self).encode(out);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        T::decode(input).map(Self::new)
    }
}

/// In lists and maps, where null is a value. A member's absence is told from null by `Members` and `Fields`.
impl<T: Encode> Encode for Option<T> {
    fn encode(&self, out: &mut Output) {
        match self {
            Some(value) => value.encode(out),
            None => out.null(),
        }
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        if input.is_null() {
            return Ok(None);
        }
        T::decode(input).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Decimal;
    use super::{Decode, Encode, Input, Output};

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
    fn text_is_escaped_as_json_wants_it() {
        assert_eq!(
            written(&"a\"\\\n\u{1}ğ/".to_owned()),
            r#""a\"\\\n\u0001ğ/""#
        );
        assert_eq!(written(&f64::NAN), "null");
        assert_eq!(written(&vec![1.5, 2.0]), "[1.5,2.0]");
    }
}
