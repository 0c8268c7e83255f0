//! The constraints of a schema as documentation.

use std::fmt::Display;

use openapiv3::{
    AnySchema, ArrayType, IntegerType, NumberType, ObjectType, SchemaKind, StringType, Type,
};

/// Returns the constraints of a schema as they are written in YAML, such as `maxLength: 100`, in
/// the order of the standard.
pub(crate) fn notes(kind: &SchemaKind) -> Vec<String> {
    let mut notes = Notes::default();
    match kind {
        SchemaKind::Type(Type::String(string)) => notes.string(string),
        SchemaKind::Type(Type::Number(number)) => notes.number(number),
        SchemaKind::Type(Type::Integer(integer)) => notes.integer(integer),
        SchemaKind::Type(Type::Object(object)) => notes.object(object),
        SchemaKind::Type(Type::Array(array)) => notes.array(array),
        SchemaKind::Any(any) => notes.any(any),
        _ => {}
    }
    notes.list
}

/// The notes that were added so far.
#[derive(Default)]
struct Notes {
    list: Vec<String>,
}

impl Notes {
    fn add(&mut self, keyword: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.list.push(format!("{keyword}: {value}"));
        }
    }

    fn float(&mut self, keyword: &str, value: Option<f64>) {
        self.add(keyword, value.map(float));
    }

    fn flag(&mut self, keyword: &str, value: bool) {
        self.add(keyword, value.then_some(true));
    }

    fn string(&mut self, string: &StringType) {
        self.add("maxLength", string.max_length);
        self.add("minLength", string.min_length);
        self.add("pattern", string.pattern.as_ref());
    }

    fn number(&mut self, number: &NumberType) {
        self.float("multipleOf", number.multiple_of);
        self.float("maximum", number.maximum);
        self.flag("exclusiveMaximum", number.exclusive_maximum);
        self.float("minimum", number.minimum);
        self.flag("exclusiveMinimum", number.exclusive_minimum);
    }

    fn integer(&mut self, integer: &IntegerType) {
        self.add("multipleOf", integer.multiple_of);
        self.add("maximum", integer.maximum);
        self.flag("exclusiveMaximum", integer.exclusive_maximum);
        self.add("minimum", integer.minimum);
        self.flag("exclusiveMinimum", integer.exclusive_minimum);
    }

    fn object(&mut self, object: &ObjectType) {
        self.add("maxProperties", object.max_properties);
        self.add("minProperties", object.min_properties);
    }

    fn array(&mut self, array: &ArrayType) {
        self.add("maxItems", array.max_items);
        self.add("minItems", array.min_items);
        self.flag("uniqueItems", array.unique_items);
    }

    fn any(&mut self, any: &AnySchema) {
        self.float("multipleOf", any.multiple_of);
        self.float("maximum", any.maximum);
        self.flag(
            "exclusiveMaximum",
            any.exclusive_maximum.unwrap_or_default(),
        );
        self.float("minimum", any.minimum);
        self.flag(
            "exclusiveMinimum",
            any.exclusive_minimum.unwrap_or_default(),
        );
        self.add("maxLength", any.max_length);
        self.add("minLength", any.min_length);
        self.add("pattern", any.pattern.as_ref());
        self.add("maxItems", any.max_items);
        self.add("minItems", any.min_items);
        self.flag("uniqueItems", any.unique_items.unwrap_or_default());
        self.add("maxProperties", any.max_properties);
        self.add("minProperties", any.min_properties);
    }
}

/// From here on, a float printed in full has digits that the document doesn't have; with an
/// exponent, as in `1.5e20`, it has none.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// Prints a float, with an exponent if it is large.
fn float(value: f64) -> String {
    if value.abs() < MAX_EXACT {
        value.to_string()
    } else {
        format!("{value:e}")
    }
}
