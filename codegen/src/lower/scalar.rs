//! Strings, numbers, integers and booleans.
//!
//! | type | format | Rust |
//! | --- | --- | --- |
//! | boolean | | `bool` |
//! | integer | `int32` | `i32` |
//! | integer | any other | `i64` |
//! | number | `float`, `double` | `f64` |
//! | number | any other | the runtime's exact decimal: no digit is lost where the document doesn't ask for binary floats |
//! | string | `password` | the runtime's secret |
//! | string | `binary` | the runtime's file; a whole body of bytes is bytes |
//! | string | any other | `String`; the format is told in the documentation |

use crate::ir::Type;
use crate::spec::shape::{JsonType, View};

/// The type of a scalar.
pub(super) fn lower(view: &View<'_>, kind: JsonType) -> Type {
    match (kind, view.format) {
        (JsonType::Boolean, _) => Type::Bool,
        (JsonType::Integer, Some("int32")) => Type::I32,
        (JsonType::Integer, _) => Type::I64,
        (JsonType::Number, Some("float" | "double")) => Type::F64,
        (JsonType::Number, _) => Type::Decimal,
        (JsonType::String, Some("password")) => Type::Secret,
        (JsonType::String, Some("binary")) => Type::File,
        (JsonType::String, _) => Type::String,
        (JsonType::Object | JsonType::Array, _) => Type::Json,
    }
}
