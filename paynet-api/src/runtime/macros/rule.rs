//! Outcome rules and conditions as they are read aloud.
//!
//! ```text
//! runtime::rule!(Accepted if "code" in [0], "is_succeed" in [true])
//! runtime::rule!(AcceptedEarlier if "code" in [100] unless sent("amount"))
//! runtime::rule!(Refused if "code" in [1 to 4, 6, 7])
//! runtime::conditions!("result_code" present, "type" absent)
//! runtime::conditions!("is_succeed" absent_or in [true], "object_name" not in ["error"])
//! ```
//!
//! All conditions, separated by commas, must hold; `always` needs none. A list holds integers,
//! ranges of integers, booleans and strings.

/// One outcome rule.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_rule {
    ($classification:ident always) => {
        $crate::__runtime_rule!($classification if)
    };
    (
        $classification:ident if $($member:literal $is:ident $(in)? $([$($values:tt)*])?),*
        $(unless sent($($sent:literal),*))?
    ) => {
        $crate::runtime::Rule {
            classification: $crate::runtime::Classification::$classification,
            when: $crate::__runtime_conditions!($($member $is $([$($values)*])?),*),
            unless_sent: &[$($($sent),*)?],
        }
    };
}

/// A list of conditions.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_conditions {
    (@is present) => {
        $crate::runtime::Is::Present
    };
    (@is absent) => {
        $crate::runtime::Is::Absent
    };
    (@is in $values:tt) => {
        $crate::runtime::Is::OneOf($crate::__runtime_conditions!(@values $values))
    };
    (@is absent_or $values:tt) => {
        $crate::runtime::Is::AbsentOr($crate::__runtime_conditions!(@values $values))
    };
    (@is not $values:tt) => {
        $crate::runtime::Is::NoneOf($crate::__runtime_conditions!(@values $values))
    };
    (@values [$($first:literal $(to $last:literal)?),*]) => {
        const { &[$(
            $crate::runtime::Literal::parse(
                ::core::concat!($first),
                [$(::core::stringify!($last),)? ::core::stringify!($first)][0],
                ::core::stringify!($first),
            )
        ),*] }
    };
    ($($member:literal $is:ident $(in)? $([$($values:tt)*])?),*) => {
        const { &[$(
            $crate::runtime::Condition {
                member: $member,
                is: $crate::__runtime_conditions!(@is $is $([$($values)*])?),
            }
        ),*] }
    };
}
