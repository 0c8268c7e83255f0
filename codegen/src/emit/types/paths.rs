//! The Rust type of a value, as tokens.
//!
//! Names of the prelude are written without a path: `names` never gives them to a type of a
//! document.

use std::cell::Cell;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::contract::{
    ANY_JSON, BASE64, DATE, DATE_TIME, DECIMAL, DECIMAL_TEXT, FILE, INTEGER, MAYBE, PERSONAL,
    SECRET,
};
use crate::emit::ident::verbatim;
use crate::ir::{Presence, Type, Width};
use crate::names::Ident;

/// How a file refers to the types of the document, and whether it does.
pub(in crate::emit) struct TypePaths {
    types: TokenStream,
    is_used: Cell<bool>,
}

impl TypePaths {
    /// The paths in a file of types, whose siblings are one module up.
    pub(in crate::emit) fn types() -> Self {
        Self {
            types: quote!(super),
            is_used: Cell::new(false),
        }
    }

    /// The paths in a file that imports the module `types`.
    pub(in crate::emit) fn user() -> Self {
        Self {
            types: quote!(types),
            is_used: Cell::new(false),
        }
    }

    /// Returns the path of a type of the document.
    pub(in crate::emit) fn named(&self, name: &Ident) -> TokenStream {
        self.is_used.set(true);
        let types = &self.types;
        quote!(#types::#name)
    }

    /// Returns whether a type of the document was named.
    pub(in crate::emit) fn is_used(&self) -> bool {
        self.is_used.get()
    }

    /// Returns the Rust type of a value.
    pub(in crate::emit) fn value(&self, ty: &Type) -> TokenStream {
        match ty {
            Type::Bool => quote!(bool),
            Type::Int(width) => integer(*width),
            Type::F64 => quote!(f64),
            Type::String => quote!(String),
            Type::Bytes => quote!(Vec<u8>),
            Type::Base64 => quote!(#BASE64),
            Type::Date => quote!(#DATE),
            Type::DateTime => quote!(#DATE_TIME),
            Type::Decimal => quote!(#DECIMAL),
            Type::DecimalText => quote!(#DECIMAL_TEXT),
            Type::File => quote!(#FILE),
            Type::Integer => quote!(#INTEGER),
            Type::Json => quote!(#ANY_JSON),
            Type::Secret => quote!(#SECRET),
            Type::Named(name) => self.named(name),
            Type::Custom(path) => verbatim(path),
            Type::Personal(_) | Type::Vec(_) | Type::Map(_) | Type::Option(_) | Type::Box(_) => {
                self.wrapped(ty)
            }
        }
    }

    fn wrapped(&self, ty: &Type) -> TokenStream {
        let (wrapper, inner) = match ty {
            Type::Personal(inner) => (quote!(#PERSONAL), inner),
            Type::Vec(inner) => (quote!(Vec), inner),
            Type::Option(inner) => (quote!(Option), inner),
            Type::Box(inner) => (quote!(Box), inner),
            Type::Map(inner) => {
                let inner = self.value(inner);
                return quote!(std::collections::BTreeMap<String, #inner>);
            }
            plain => return self.value(plain),
        };
        let inner = self.value(inner);
        quote!(#wrapper<#inner>)
    }

    /// Returns the Rust type of a field.
    pub(in crate::emit) fn field(&self, ty: &Type, presence: Presence) -> TokenStream {
        let value = self.value(ty);
        match presence {
            Presence::Required | Presence::InType => value,
            Presence::Optional | Presence::Nullable => quote!(Option<#value>),
            Presence::OptionalNullable => quote!(#MAYBE<#value>),
        }
    }
}

/// Returns the integer type of a width.
fn integer(width: Width) -> TokenStream {
    match width {
        Width::I8 => quote!(i8),
        Width::I16 => quote!(i16),
        Width::I32 => quote!(i32),
        Width::I64 => quote!(i64),
        Width::U8 => quote!(u8),
        Width::U16 => quote!(u16),
        Width::U32 => quote!(u32),
        Width::U64 => quote!(u64),
    }
}

/// Returns the type of a method's argument: a reference, unless it is copied.
pub(in crate::emit) fn borrowed(
    paths: &TypePaths,
    ty: &Type,
    lifetime: Option<&TokenStream>,
) -> TokenStream {
    let value = paths.value(ty);
    match ty {
        copied if is_copied(copied) => value,
        Type::String => quote!(&#lifetime str),
        Type::Bytes => quote!(&#lifetime [u8]),
        Type::Vec(inner) => {
            let inner = paths.value(inner);
            quote!(&#lifetime [#inner])
        }
        _ => quote!(&#lifetime #value),
    }
}

/// Returns the type of an argument of `new`: owned, and converted where that is convenient.
pub(super) fn owned(paths: &TypePaths, ty: &Type) -> TokenStream {
    let value = paths.value(ty);
    if is_converted(ty) {
        quote!(impl Into<#value>)
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
