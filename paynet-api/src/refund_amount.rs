//! How much is refunded: the whole or a part, always explicitly.

use crate::Amount;
use crate::runtime::{Encode, Output};

/// How much of a sale is refunded. There is no default: the caller always chooses full or partial.
///
/// On the wire, a part is a string in kuruş (10.00 TL is `"1000"`), and the whole is an absent
/// amount (source: `refund.md`, table "Request Parameters"). The wire form is only written, never
/// read, so nothing that is read can become a full refund. (The sandbox reads it, as Paynet does.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RefundAmount {
    /// The whole amount of the transaction.
    Full,
    /// This part of it. On the day of the sale it is not possible, and may cancel the whole sale.
    Partial(Amount),
}

impl From<Amount> for RefundAmount {
    fn from(amount: Amount) -> Self {
        Self::Partial(amount)
    }
}

impl Encode for RefundAmount {
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

/// A server decodes what [`Encode`] writes, and the other form of the whole. Clients never do.
#[cfg(feature = "sandbox")]
impl crate::runtime::Decode for RefundAmount {
    fn decode(input: crate::runtime::Input<'_>) -> Result<Self, crate::DecodeError> {
        // refund.md, table "Request Parameters": the whole is an absent amount, or "0".
        match &*input.text()? {
            "0" => Ok(Self::Full),
            _ => Amount::decode_kurus(input).map(Self::Partial),
        }
    }
}

#[cfg(feature = "sandbox")]
impl crate::runtime::Absent for RefundAmount {
    fn absent() -> Self {
        Self::Full
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Encode, Output, RefundAmount};

    fn wire(amount: RefundAmount) -> Vec<u8> {
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
        assert_eq!(wire(RefundAmount::Full), b"{}");
        assert!(RefundAmount::Full.is_absent() && !part.is_absent());
    }
}
