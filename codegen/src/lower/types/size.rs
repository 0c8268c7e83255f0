//! How large the values of each type are, in bytes on a 64-bit target, without what is on the heap.
//!
//! It is an estimate: padding is ignored, and an `Option` is as large as its content unless that is
//! a number. It depends on nothing but the document, so the same types are boxed on every target.

use crate::ir::{Field, Presence, Shape, Struct, Type};

use super::graph::Graph;

const POINTER: usize = 8;
const BOXED_STRING: usize = 2 * POINTER;
const STRING: usize = 3 * POINTER;
/// Its bytes, its name, its media type and its headers.
const FILE: usize = 4 * POINTER + 3 * STRING;

/// The estimated sizes of the named types of a module.
pub(crate) struct Sizes {
    graph: Graph,
    by_number: Vec<usize>,
}

impl Sizes {
    /// Creates the sizes of types that are added one by one.
    pub(crate) fn of(graph: Graph, types: usize) -> Self {
        Self {
            graph,
            by_number: vec![0; types],
        }
    }

    /// Estimates the size of a named type, after those that it contains.
    pub(crate) fn set(&mut self, number: usize, shape: &Shape) {
        self.by_number[number] = match shape {
            Shape::Struct(object) => self.of_struct(object),
            Shape::Union(union) => {
                let variants = union.alternatives.iter();
                let variants = variants.map(|one| self.of_value(&one.ty));
                POINTER + variants.max().unwrap_or_default().max(BOXED_STRING)
            }
            Shape::OpenEnum(_) => STRING,
            Shape::Alias(ty) => self.of_value(ty),
        };
    }

    fn of_struct(&self, object: &Struct) -> usize {
        let fields = object.fields.iter().map(|field| self.of_field(field));
        let rest = object.rest.iter().map(|_| STRING);
        let flat = object.flat.iter().map(|(_, ty)| self.of_value(ty));
        fields.chain(rest).chain(flat).sum()
    }

    fn of_field(&self, field: &Field) -> usize {
        match field.presence {
            Presence::Required | Presence::InType => self.of_value(&field.ty),
            Presence::Optional | Presence::Nullable | Presence::OptionalNullable => {
                self.of_option(&field.ty)
            }
        }
    }

    fn of_option(&self, ty: &Type) -> usize {
        let has_no_invalid_value = matches!(ty, Type::Int(_) | Type::F64);
        self.of_value(ty) + if has_no_invalid_value { POINTER } else { 0 }
    }

    /// Returns the size of a value.
    pub(crate) fn of_value(&self, ty: &Type) -> usize {
        match ty {
            Type::Bool => 1,
            Type::Int(_) | Type::F64 | Type::Box(_) => POINTER,
            Type::Integer
            | Type::Decimal
            | Type::Base64
            | Type::Date
            | Type::DateTime
            | Type::DecimalText
            | Type::Json => BOXED_STRING,
            Type::String
            | Type::Secret
            | Type::Bytes
            | Type::Vec(_)
            | Type::Map(_)
            | Type::Custom(_) => STRING,
            Type::File => FILE,
            Type::Personal(inner) => self.of_value(inner),
            Type::Option(inner) => self.of_option(inner),
            Type::Named(_) => self
                .graph
                .inside(ty)
                .map_or(STRING, |number| self.by_number[number]),
        }
    }
}
