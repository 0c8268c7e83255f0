//! The Rust type of a value, as a syntax tree.
//!
//! Names of the prelude are written without a path: `names` never gives them to a type of a
//! document.

use std::cell::Cell;

use syn::{Lifetime, Path};

use crate::emit::contract::{
    ANY_JSON, BASE64, DATE, DATE_TIME, DECIMAL, DECIMAL_TEXT, FILE, INTEGER, MAYBE, PERSONAL,
    SECRET,
};
use crate::emit::ident::custom_path;
use crate::emit::syntax::{self, ident};
use crate::ir::{Presence, Type, Width};
use crate::names::Ident;

/// How a file refers to the types of the document, and whether it does.
pub(in crate::emit) struct TypePaths {
    types: &'static str,
    is_used: Cell<bool>,
}

impl TypePaths {
    /// The paths in a file of types, whose siblings are one module up.
    pub(in crate::emit) fn types() -> Self {
        Self {
            types: "super",
            is_used: Cell::new(false),
        }
    }

    /// The paths in a file that imports the module `types`.
    pub(in crate::emit) fn user() -> Self {
        Self {
            types: "types",
            is_used: Cell::new(false),
        }
    }

    /// Returns the path of a type of the document.
    pub(in crate::emit) fn named(&self, name: &Ident) -> Path {
        self.is_used.set(true);
        syntax::path([ident(self.types), name.into()])
    }

    /// Returns whether a type of the document was named.
    pub(in crate::emit) fn is_used(&self) -> bool {
        self.is_used.get()
    }

    /// Returns the Rust type of a value.
    pub(in crate::emit) fn value(&self, ty: &Type) -> syn::Type {
        let path: Path = match ty {
            Type::Bool => ident("bool").into(),
            Type::Int(width) => ident(integer(*width)).into(),
            Type::F64 => ident("f64").into(),
            Type::String => ident("String").into(),
            Type::Bytes => return vec(syntax::named(ident("u8"))),
            Type::Base64 => BASE64.into(),
            Type::Date => DATE.into(),
            Type::DateTime => DATE_TIME.into(),
            Type::Decimal => DECIMAL.into(),
            Type::DecimalText => DECIMAL_TEXT.into(),
            Type::File => FILE.into(),
            Type::Integer => INTEGER.into(),
            Type::Json => ANY_JSON.into(),
            Type::Secret => SECRET.into(),
            Type::Named(name) => self.named(name),
            Type::Custom(path) => custom_path(path),
            Type::Personal(inner) => return syntax::generic(PERSONAL, [self.value(inner)]),
            Type::Vec(inner) => return vec(self.value(inner)),
            Type::Option(inner) => return option(self.value(inner)),
            Type::Box(inner) => return syntax::generic(ident("Box"), [self.value(inner)]),
            Type::Map(inner) => return self.map(inner),
        };
        syntax::named(path)
    }

    /// Returns the type of a map from strings to values.
    pub(in crate::emit) fn map(&self, values: &Type) -> syn::Type {
        let map = syntax::path(["std", "collections", "BTreeMap"].map(ident));
        let key = syntax::named(ident("String"));
        syntax::generic(map, [key, self.value(values)])
    }

    /// Returns the Rust type of a field.
    pub(in crate::emit) fn field(&self, ty: &Type, presence: Presence) -> syn::Type {
        let value = self.value(ty);
        match presence {
            Presence::Required | Presence::InType => value,
            Presence::Optional | Presence::Nullable => option(value),
            Presence::OptionalNullable => syntax::generic(MAYBE, [value]),
        }
    }
}

/// Returns the type `Option<value>`.
pub(in crate::emit) fn option(value: syn::Type) -> syn::Type {
    syntax::generic(ident("Option"), [value])
}

fn vec(value: syn::Type) -> syn::Type {
    syntax::generic(ident("Vec"), [value])
}

/// Returns the integer type of a width.
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

/// Returns the type of a method's argument: a reference, unless it is copied.
pub(in crate::emit) fn borrowed(
    paths: &TypePaths,
    ty: &Type,
    lifetime: Option<Lifetime>,
) -> syn::Type {
    let target = match ty {
        copied if is_copied(copied) => return paths.value(ty),
        Type::String => syntax::named(ident("str")),
        Type::Bytes => syntax::slice_type(syntax::named(ident("u8"))),
        Type::Vec(inner) => syntax::slice_type(paths.value(inner)),
        _ => paths.value(ty),
    };
    syntax::borrow(lifetime, target)
}

/// Returns the type of an argument of `new`: owned, and converted where that is convenient.
pub(super) fn owned(paths: &TypePaths, ty: &Type) -> syn::Type {
    let value = paths.value(ty);
    if is_converted(ty) {
        syntax::impl_into(value)
    } else {
        value
    }
}

/// Returns whether `new` takes anything that converts into the type.
pub(super) fn is_converted(ty: &Type) -> bool {
    matches!(
        ty,
        Type::String | Type::Secret | Type::Personal(_) | Type::Box(_)
    )
}

/// Returns whether a value of the type is passed by value.
pub(in crate::emit) fn is_copied(ty: &Type) -> bool {
    matches!(ty, Type::Bool | Type::Int(_) | Type::F64)
}

/// Returns whether the path of a type starts at the runtime.
pub(super) fn is_runtimes(ty: &Type) -> bool {
    match ty {
        Type::Bool
        | Type::Int(_)
        | Type::F64
        | Type::String
        | Type::Bytes
        | Type::Named(_)
        | Type::Custom(_) => false,
        Type::Base64
        | Type::Date
        | Type::DateTime
        | Type::Decimal
        | Type::DecimalText
        | Type::File
        | Type::Integer
        | Type::Json
        | Type::Secret
        | Type::Personal(_) => true,
        Type::Vec(inner) | Type::Map(inner) | Type::Option(inner) | Type::Box(inner) => {
            is_runtimes(inner)
        }
    }
}
