//! Types of the generated client, as the driver writes them.

use codegen::ir::{Type, Width};

/// The Rust type, seen from the driver's root. `module` is the document's.
pub(super) fn rust(module: &str, ty: &Type) -> String {
    let inner = |ty: &Type| rust(module, ty);
    match ty {
        Type::Bool => "bool".to_owned(),
        Type::Int(width) => integer(*width).to_owned(),
        Type::F64 => "f64".to_owned(),
        Type::String => "String".to_owned(),
        Type::Bytes => "Vec<u8>".to_owned(),
        Type::Integer => of_runtime("Integer"),
        Type::Decimal => of_runtime("Decimal"),
        Type::DecimalText => of_runtime("DecimalText"),
        Type::Base64 => of_runtime("Base64"),
        Type::Date => of_runtime("Date"),
        Type::DateTime => of_runtime("DateTime"),
        Type::Secret => of_runtime("Secret"),
        Type::Json => of_runtime("AnyJson"),
        Type::File => of_runtime("File"),
        Type::Personal(ty) => format!("{}<{}>", of_runtime("Personal"), inner(ty)),
        Type::Vec(ty) => format!("Vec<{}>", inner(ty)),
        Type::Map(ty) => format!("std::collections::BTreeMap<String, {}>", inner(ty)),
        Type::Option(ty) => format!("Option<{}>", inner(ty)),
        Type::Box(ty) => format!("Box<{}>", inner(ty)),
        Type::Named(name) => format!("crate::api::{module}::types::{name}"),
        Type::Custom(path) => path.clone(),
    }
}

fn of_runtime(name: &str) -> String {
    format!("paynet_api::runtime::{name}")
}

fn integer(width: Width) -> &'static str {
    match width {
        Width::I8 => "i8",
        Width::I16 => "i16",
        Width::I32 => "i32",
        Width::I64 => "i64",
        Width::U8 => "u8",
        Width::U16 => "u16",
        Width::U32 => "u32",
        Width::U64 => "u64",
    }
}
