//! Strings, numbers, integers and booleans. The formats are those of OpenAPI's Formats Registry.
//!
//! A string with a format is kept as received and converted on request, so no response is lost because
//! a string has another form.
//!
//! | type | format | Rust |
//! | --- | --- | --- |
//! | boolean | | `bool` |
//! | integer | any | see `integer` |
//! | number | `float`, `double` | `f64` |
//! | number | any other | the runtime's exact decimal |
//! | string | `password` | the runtime's secret |
//! | string | `binary` | the runtime's file; a whole body is bytes |
//! | string | `byte`, `base64url` | the runtime's base64 |
//! | string | `date`, `date-time` | the runtime's date, its date and time |
//! | string | `decimal`, `decimal128` | the runtime's decimal in a string |
//! | string | any other | `String`; the format is documented |

use crate::ir::Type;
use crate::read::schema_view::{JsonType, View};

use super::integer;

/// Returns the type of a scalar.
pub(crate) fn lower(view: &View<'_>, kind: JsonType) -> Type {
    match (kind, view.format) {
        (JsonType::Boolean, _) => Type::Bool,
        (JsonType::Integer, _) => integer::lower(view),
        (JsonType::Number, Some("float" | "double")) => Type::F64,
        (JsonType::Number, _) => Type::Decimal,
        (JsonType::String, Some("password")) => Type::Secret,
        (JsonType::String, Some("binary")) => Type::File,
        (JsonType::String, Some("byte" | "base64url")) => Type::Base64,
        (JsonType::String, Some("date")) => Type::Date,
        (JsonType::String, Some("date-time")) => Type::DateTime,
        (JsonType::String, Some("decimal" | "decimal128")) => Type::DecimalText,
        (JsonType::String, _) => Type::String,
        (JsonType::Object | JsonType::Array, _) => Type::Json,
    }
}
