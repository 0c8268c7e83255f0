//! How much is captured: the whole or a part, always explicitly.

use crate::Amount;
use crate::runtime::{Encode, Output};

/// How much of a pre-authorized amount is captured. There is no default: the caller always chooses
/// full or partial.
///
/// On the wire, a part is a string in kuruş (10.00 TL is `"1000"`), and the whole is an absent
/// amount (source: doc.paynet.com.tr/english/transaction/financialization, where an optional amount that
/// is empty is the whole).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaptureAmount {
    /// The whole pre-authorized amount.
    Full,
    /// This part of it.
    Partial(Amount),
}

impl From<Amount> for CaptureAmount {
    fn from(amount: Amount) -> Self {
        Self::Partial(amount)
    }
}

impl Encode for CaptureAmount {
    fn encode(&self, out: &mut Output) {
        match self {
            Self::Partial(amount) => out.text(&amount.kurus().to_string()),
            Self::Full => out.null(),
        }
    }

    fn is_absent(&self) -> bool {
        *self == Self::Full
    }
}

/// A server decodes what [`Encode`] writes. Clients never do.
#[cfg(feature = "sandbox")]
impl crate::runtime::Decode for CaptureAmount {
    fn decode(input: crate::runtime::Input<'_>) -> Result<Self, crate::DecodeError> {
        // doc.paynet.com.tr/english/transaction/financialization: empty is the whole amount.
        match &*input.text()? {
            "" => Ok(Self::Full),
            _ => Amount::decode_kurus(input).map(Self::Partial),
        }
    }
}

#[cfg(feature = "sandbox")]
impl crate::runtime::Absent for CaptureAmount {
    fn absent() -> Self {
        Self::Full
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, CaptureAmount, Encode, Output};

    fn wire(amount: CaptureAmount) -> Vec<u8> {
        let mut out = Output::new();
        let mut members = out.object();
        members.in_type("amount", &amount);
        members.end();
        out.into_bytes()
    }

    #[test]
    fn a_part_is_kurus_in_a_string_and_the_whole_is_absent() {
        let part = Amount::from_kurus(1050).unwrap().into();
        assert_eq!(wire(part), br#"{"amount":"1050"}"#);
        assert_eq!(wire(CaptureAmount::Full), b"{}");
        assert!(CaptureAmount::Full.is_absent() && !part.is_absent());
    }
}
