//! A body that can be sent in several media types: a variant for each.
//!
//! ```text
//! runtime::contents! {
//!     /// What [`Sales::create`] can send, by media type.
//!     CreateBody {
//!         Json(types::Sale) = json,
//!         Csv(String) = text as "text/csv",
//!         Form(types::Sale) = form(&[(runtime::Style::PipeDelimited, &["tags"])]),
//!     }
//! }
//! ```
//!
//! Each variant is written by the method of [`Request`](super::super::Request) behind it.

/// Declares the enum of a body's contents.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_contents {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($variant:ident($type:ty) = $write:ident $(($($detail:tt)*))? $(as $media:literal)?,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $($variant($type),)*
        }

        impl $crate::runtime::Contents for $name {
            fn write(&self, name: &'static str, request: &mut $crate::runtime::Request) {
                match self {
                    $(Self::$variant(content) => {
                        request.$write(name, content $(, $($detail)*)?);
                        $(request.media($media);)?
                    })*
                }
            }
        }
    };
}
