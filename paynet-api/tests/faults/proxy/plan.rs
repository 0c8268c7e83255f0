//! What a proxy does to a connection: one fault at one byte.

use std::fmt;

/// One fault, at one byte of one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) side: Side,
    pub(crate) fault: Fault,
    /// The index of the byte. At the index behind the last byte, everything was delivered before.
    pub(crate) at: usize,
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Request,
    Response,
}

/// What is done at a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// The bytes before it are delivered, and both connections are closed.
    Cut,
    /// The bytes before it are delivered, and the others a moment later.
    Delay,
    /// The bytes before it are delivered, and the others after the client has given up.
    Withhold,
    /// It is delivered twice.
    Double,
    /// After everything was delivered, the bytes before it are delivered once more: those of a
    /// request on another connection, those of a response on the same.
    Replay,
    /// These bits of it are flipped.
    Flip(u8),
}

/// The faults that are tried at every byte. Where only some bytes are tried, the last two are not.
pub(crate) const FAULTS: [Fault; 8] = [
    Fault::Cut,
    Fault::Delay,
    Fault::Withhold,
    Fault::Double,
    Fault::Replay,
    Fault::Flip(0x01),
    Fault::Flip(0x20),
    Fault::Flip(0x80),
];

impl Fault {
    /// Returns whether bytes arrive that were not sent.
    pub(crate) const fn forges(self) -> bool {
        matches!(self, Self::Double | Self::Flip(_))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut => f.pad("cut"),
            Self::Delay => f.pad("delay"),
            Self::Withhold => f.pad("withhold"),
            Self::Double => f.pad("double"),
            Self::Replay => f.pad("replay"),
            Self::Flip(bits) => f.pad(&format!("flip {bits:#04x}")),
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Request => "request",
            Self::Response => "response",
        })
    }
}
