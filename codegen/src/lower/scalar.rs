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
//! | string | any other | `String`; the format is told in the documentation |

use crate::diagnostic::SchemaProblem;
use crate::ir::Type;
use crate::spec::shape::{JsonType, View};

use super::context::Out;

/// The type of a scalar.
pub(super) fn lower(out: &mut Out<'_>, view: &View<'_>, kind: JsonType) -> Type {
    match (kind, view.format) {
        (JsonType::Boolean, _) => Type::Bool,
        (JsonType::Integer, Some("int32")) => Type::I32,
        (JsonType::Integer, _) => Type::I64,
        (JsonType::Number, Some("float" | "double")) => Type::F64,
        (JsonType::Number, _) => Type::Decimal,
        (JsonType::String, Some("password")) => Type::Secret,
        (JsonType::String, Some("binary")) => {
            out.report(&view.at.child("format"), SchemaProblem::BinaryInJson);
            Type::String
        }
        (JsonType::String, _) => Type::String,
        (JsonType::Object | JsonType::Array, _) => Type::Json,
    }
}
