//! What to do next after an error, a constant for each sentence and when it is said.
//!
//! ```text
//! runtime::advice! {
//!     REFUND_ADVICE_1 for 401 {
//!         "Check the key.";
//!     }
//!
//!     REFUND_ADVICE_2 for 200 when ["code"(TEXT) one_of [7]] {
//!         "Ask for a new key.";
//!     }
//! }
//! ```
//!
//! Without `for` it is said after any status.

/// Declares constants that say what to do next.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_advice {
    ($($name:ident $(for $($status:literal),*)? $(when $when:tt)? { $text:literal; })*) => {
        $(
            const $name: $crate::runtime::Advice = $crate::runtime::Advice {
                statuses: &[$($($status),*)?],
                when: $crate::__runtime_conditions!($($when)?),
                text: $text,
            };
        )*
    };
}
