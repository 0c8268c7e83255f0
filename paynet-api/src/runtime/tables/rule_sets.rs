//! What responses prove, a constant for each way of reading them.
//!
//! ```text
//! runtime::rule_sets! {
//!     REFUND_READING_1 for 200 {
//!         code "code"(TEXT) as crate::ResultCode;
//!         message "message"(EMPTY);
//!         ["code"(TEXT) one_of [0], "done"(TEXT) one_of [Bool(true)]] => Accepted;
//!         ["code"(TEXT) one_of [100]] => AcceptedEarlier unless_sent ["amount"];
//!         ["code"(TEXT) one_of [1..=4, 6]] => Refused;
//!     }
//!
//!     REFUND_READING_2 for 400, 404 when ["result_code"(TEXT) present] {
//!         …
//!     }
//! }
//! ```
//!
//! - `for` which statuses, and `when` what holds of the response, it is read so. `code` and `message` say where those stand.
//! - As in a `match`, the first rule of which everything in the brackets holds decides. If there is none, the outcome is unknown.
//! - Behind a member's name stands what is accepted beyond its schema, if anything is.

/// Declares constants that say what responses prove.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_rule_sets {
    ($(
        $name:ident for $($status:literal),* $(when $when:tt)? {
            $(code $code:literal $(($code_tolerance:ident))? $(as $label:ty)?;)?
            $(message $message:literal $(($message_tolerance:ident))?;)?
            $([$($if:tt)*] => $classification:ident $(unless_sent [$($sent:literal),*])?;)*
        }
    )*) => {
        $(
            const $name: $crate::runtime::RuleSet = $crate::runtime::RuleSet {
                statuses: &[$($status),*],
                when: $crate::__runtime_conditions!($($when)?),
                code: [
                    $(::core::option::Option::Some($crate::runtime::Code {
                        member: $crate::__runtime_conditions!(@member $code $($code_tolerance)?),
                        label: [
                            $(<$label as $crate::runtime::Label>::label,)?
                            $crate::runtime::no_label
                        ][0],
                    }),)?
                    ::core::option::Option::None
                ][0],
                message: [
                    $(::core::option::Option::Some(
                        $crate::__runtime_conditions!(@member $message $($message_tolerance)?),
                    ),)?
                    ::core::option::Option::None
                ][0],
                rules: &[$(
                    $crate::runtime::Rule {
                        classification: $crate::runtime::Classification::$classification,
                        when: $crate::__runtime_conditions!([$($if)*]),
                        unless_sent: &[$($($sent),*)?],
                    },
                )*],
            };
        )*
    };
}
