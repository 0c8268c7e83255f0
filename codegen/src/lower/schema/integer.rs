//! Integers: which type of Rust.
//!
//! | format | `minimum` and `maximum` | Rust |
//! | --- | --- | --- |
//! | `int8` to `int64`, `uint8` to `uint64` | fit it, or are absent | that type |
//! | any other | fit `i64`, or are absent | `i64` |
//! | any | exceed that type | the first that they fit: `i64`, `u64`, the runtime's integer of any size |
//!
//! Limits widen the type and never narrow it. A limit that a smaller type would fit is documented like
//! others: a service that raises it breaks no response.

use crate::ir::{Type, Width};
use crate::read::schema_view::View;

/// Returns the type of an integer.
pub(crate) fn lower(view: &View<'_>) -> Type {
    let own = width(view.format.unwrap_or_default());
    let (least, most) = range(own);
    let least = view.minimum.unwrap_or(least);
    let most = view.maximum.unwrap_or(most);
    let fits = |width: &Width| {
        let (from, to) = range(*width);
        from <= least && most <= to
    };
    [own, Width::I64, Width::U64]
        .into_iter()
        .find(fits)
        .map_or(Type::Integer, Type::Int)
}

/// Returns whether the type shows the format.
pub(crate) fn shows(view: &View<'_>, format: &str) -> bool {
    let own = width(format);
    lower(view) == Type::Int(own) && (own != Width::I64 || format == "int64")
}

/// Returns the type that a format names.
fn width(format: &str) -> Width {
    match format {
        "int8" => Width::I8,
        "int16" => Width::I16,
        "int32" => Width::I32,
        "uint8" => Width::U8,
        "uint16" => Width::U16,
        "uint32" => Width::U32,
        "uint64" => Width::U64,
        _ => Width::I64,
    }
}

/// Returns the least and the greatest value of a type, as floats.
#[expect(
    clippy::cast_precision_loss,
    reason = "limits are floats, and those at the ends of 64 bits are rounded alike"
)]
fn range(width: Width) -> (f64, f64) {
    match width {
        Width::I8 => (i8::MIN.into(), i8::MAX.into()),
        Width::I16 => (i16::MIN.into(), i16::MAX.into()),
        Width::I32 => (i32::MIN.into(), i32::MAX.into()),
        Width::I64 => (i64::MIN as f64, i64::MAX as f64),
        Width::U8 => (u8::MIN.into(), u8::MAX.into()),
        Width::U16 => (u16::MIN.into(), u16::MAX.into()),
        Width::U32 => (u32::MIN.into(), u32::MAX.into()),
        Width::U64 => (u64::MIN as f64, u64::MAX as f64),
    }
}
