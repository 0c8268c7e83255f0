//! The statuses that a document writes as `200`, `4XX` or `default`.

/// The statuses of a documented response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statuses {
    /// One status, `200`.
    Exact(u16),
    /// All statuses with this first digit, `4XX`.
    Range(u8),
    /// All other statuses.
    Default,
}

impl Statuses {
    /// Parses `200`, `4XX` or `default`.
    #[must_use]
    pub const fn of(key: &str) -> Self {
        match *key.as_bytes() {
            [hundreds, tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
                let status = (hundreds - b'0') as u16 * 100 + (tens - b'0') as u16 * 10;
                Self::Exact(status + (ones - b'0') as u16)
            }
            [hundreds, b'X', b'X'] => Self::Range(hundreds - b'0'),
            _ => Self::Default,
        }
    }

    /// Returns whether a status is one of them.
    pub(super) fn include(self, status: u16) -> bool {
        match self {
            Self::Exact(exact) => exact == status,
            Self::Range(digit) => u16::from(digit) == status / 100,
            Self::Default => true,
        }
    }

    /// Returns a number that is larger for more exact statuses.
    pub(super) const fn exactness(self) -> u8 {
        match self {
            Self::Exact(_) => 2,
            Self::Range(_) => 1,
            Self::Default => 0,
        }
    }
}
