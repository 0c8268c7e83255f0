//! The objects of OpenAPI 3.0.3 as the stages behind the reader see them: what the code depends on, and nothing else.
//!
//! Each is read from its node along a table; the names are the standard's own. What could be wrong with one was found by the
//! grammar, so nothing here can fail. Schemas stay nodes: `shape` has the one view of them.

mod body;
mod components;
mod parameter;
mod path;
mod read;
mod root;

pub use super::node::Node as Schema;
pub use body::{Encoding, Example, MediaType, RequestBody, Response};
pub use components::{Components, SecurityScheme};
pub use parameter::Parameter;
pub use path::{Callback, Operation, PathItem};
pub(super) use read::Read;
pub use read::{Extensions, Keyed, Map, ReferenceOr, Text};
pub use root::{
    ExternalDocumentation, Info, OpenApi, SecurityRequirement, Server, ServerVariable, Tag,
};

/// A struct for an object of the standard, with a field for each key that is read, and how it is read from its node.
macro_rules! object {
    ($(#[$doc:meta])* $name:ident { $($key:literal => $field:ident: $ty:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        #[expect(missing_docs, reason = "the names are the standard's own")]
        pub struct $name {
            $(pub $field: $ty,)*
            pub extensions: $crate::spec::model::Extensions,
        }

        impl $crate::spec::model::Read for $name {
            fn read(node: $crate::spec::node::Node) -> Self {
                let mut read = Self::default();
                for (key, value) in $crate::spec::model::read::members(node) {
                    match key.as_str() {
                        $($key => read.$field = $crate::spec::model::Read::read(value),)*
                        _ => $crate::spec::model::read::extension(key, &value, &mut read.extensions),
                    }
                }
                read
            }
        }
    };
}
use object;
