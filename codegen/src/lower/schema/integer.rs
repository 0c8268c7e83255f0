//! Integers: which of Rust's types.
//!
//! | format | `minimum` and `maximum` | Rust |
//! | --- | --- | --- |
//! | `int8` to `int64`, `uint8` to `uint64` | fit it, or are not there | that |
//! | any other | fit it, or are not there | `i64` |
//! | | lie beyond that type | the first that they fit: `i64`, `u64`, the runtime's integer of any size |
//!
//! So limits only ever widen. One that would fit a smaller type is documented like other limits: whoever raises it breaks no
//! response.

use crate::ir::{Type, Width};
use crate::read::schema_view::View;

/// The type of an integer.
pub(crate) fn lower(view: &View<'_>) -> Type {
    let own = width(view.format.unwrap_or_default());
    let (least, most) = range(own);
    let least = view.minimum.unwrap_or(least);
    let most = view.maximum.unwrap_or(most);
    let holds = |width: &Width| {
        let (from, to) = range(*width);
        from <= least && most <= to
    };
    [own, Width::I64, Width::U64]
        .into_iter()
        .find(holds)
        .map_or(Type::Integer, Type::Int)
}

/// Whether the type says as much as the format does.
pub(crate) fn shows(view: &View<'_>, format: &str) -> bool {
    let own = width(format);
    lower(view) == Type::Int(own) && (own != Width::I64 || format == "int64")
}

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

/// Its least and its greatest value, as limits are compared.
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
