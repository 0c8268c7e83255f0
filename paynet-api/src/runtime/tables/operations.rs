//! The operations of one tag: the handle, and each call under the name that it has as a value.
//!
//! ```text
//! runtime::operations! {
//!     /// Reversals.
//!     handle Reversals, pub(in super::super::super) new;
//!
//!     Refund {
//!         /// Asks for a sale to be given back.
//!         fn refund(id: &str, body: &types::Refund) -> types::Response;
//!         …
//!     }
//! }
//! ```
//!
//! What stands in the braces is the table in `operation`. Each pair is one token here: rustc copies what a repetition has matched
//! so far again and again, so a long list of long tables would take it time in the square.

/// Declares the handle of a tag and its operations.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_operations {
    (
        $(#[$meta:meta])*
        handle $handle:ident, $new:vis new;
        $($value:ident $operation:tt)*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub struct $handle<'c> {
            core: &'c $crate::runtime::Core,
        }

        impl<'c> $handle<'c> {
            $new fn new(core: &'c $crate::runtime::Core) -> Self {
                Self { core }
            }

            $($crate::__runtime_operation! { @call $value $operation })*
        }

        $($crate::__runtime_operation! { @value $value $operation })*
    };
}
