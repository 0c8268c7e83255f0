//! What must hold of a response, as it stands in brackets in other tables.
//!
//! ```text
//! ["code"(TEXT) one_of [0, 1..=4], "name" one_of [Text("x")], "done" one_of [Bool(true)], "type"(EMPTY) absent]
//! ```

/// Turns what stands in brackets into conditions; `@member` turns a name and a tolerance into a member.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_conditions {
    () => {
        &[]
    };

    ([$($name:literal $(($tolerance:ident))? $is:ident $([$($values:tt)*])?),*]) => {
        &[$(
            $crate::runtime::Condition {
                member: $crate::__runtime_conditions!(@member $name $($tolerance)?),
                is: $crate::__runtime_conditions!(@is $is $([$($values)*])?),
            },
        )*]
    };

    (@member $name:literal $($tolerance:ident)?) => {
        $crate::runtime::Member::new(
            $name,
            [$($crate::runtime::Tolerance::$tolerance,)? $crate::runtime::Tolerance::NONE][0],
        )
    };

    (@is present) => {
        $crate::runtime::Is::Present
    };

    (@is absent) => {
        $crate::runtime::Is::Absent
    };

    (@is one_of [$($($kind:ident($value:literal))? $($first:literal $(..= $last:literal)?)?),*]) => {
        $crate::runtime::Is::OneOf(&[$(
            $($crate::runtime::Literal::$kind($value),)?
            $($crate::runtime::Literal::Ints($first, [$($last,)? $first][0]),)?
        )*])
    };
}
