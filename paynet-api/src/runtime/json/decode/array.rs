//! Arrays, and lists in forms and headers, where every scalar is a string.

use serde_json::value::RawValue;

use super::input::Input;
use super::kind::JsonKind;
use super::scope::Strings;
use super::traits::Decode;
use crate::runtime::DecodeError;

/// What is done with each element of a list. It is not generic, so that finding the elements is
/// compiled once, whatever they are decoded as.
type Visit<'v> = &'v mut dyn FnMut(usize, Input<'_>) -> Result<(), DecodeError>;

impl<'a> Input<'a> {
    /// Decodes an array. In a response, an element that cannot be decoded is reported and skipped.
    ///
    /// # Errors
    ///
    /// If it is not an array, or an element cannot be decoded.
    pub fn array<T: Decode>(self) -> Result<Vec<T>, DecodeError> {
        let mut decoded = Vec::new();
        self.each_element(&mut |index, element| {
            let value = element.decode_part(&|error| error.in_element(index));
            if let Some(value) = element.or_skipped(value)? {
                decoded.push(value);
            }
            Ok(())
        })?;
        Ok(decoded)
    }

    /// Visits the elements of an array, or of what is decoded as one.
    fn each_element(self, visit: Visit<'_>) -> Result<(), DecodeError> {
        match (self.kind(), self.scope().strings) {
            (JsonKind::Array, _) => each(self.elements()?, visit),
            (_, Some(strings)) => strings.each_element(self, visit),
            (_, None) => Err(self.expected("an array")),
        }
    }

    /// Returns the elements of an array.
    pub(crate) fn elements(self) -> Result<Vec<Self>, DecodeError> {
        let scope = self.nested()?;
        let elements: Result<Vec<&'a RawValue>, _> = serde_json::from_str(self.verbatim());
        let elements = elements.map_err(|_| self.expected("an array"))?;
        let elements = elements.into_iter().map(|raw| Input::new(raw.get(), scope));
        Ok(elements.collect())
    }
}

impl Strings {
    /// Visits the elements of a list: of an object its values, whose names are indices; of a string
    /// its items, or the string as the only item.
    fn each_element(self, input: Input<'_>, visit: Visit<'_>) -> Result<(), DecodeError> {
        match (input.kind(), self.delimiter) {
            (JsonKind::Object, _) => each(input.object()?.values(), visit),
            (JsonKind::String, Some(delimiter)) => {
                let scope = input.nested()?;
                let items = split(&input.unescaped()?, delimiter);
                let items = items.iter().map(|raw| Input::new(raw.get(), scope));
                each(items.collect(), visit)
            }
            _ => visit(0, input),
        }
    }
}

fn each(elements: Vec<Input<'_>>, visit: Visit<'_>) -> Result<(), DecodeError> {
    let mut elements = elements.into_iter().enumerate();
    elements.try_for_each(|(index, element)| visit(index, element))
}

/// Returns the items of a list that is one string, each quoted as JSON.
fn split(text: &str, delimiter: char) -> Vec<Box<RawValue>> {
    let items = text.split(delimiter).map(|item| quoted(item.trim()));
    items.collect::<Option<_>>().unwrap_or_default()
}

/// Quotes a string as JSON.
fn quoted(text: &str) -> Option<Box<RawValue>> {
    let json = serde_json::to_string(text).ok()?;
    RawValue::from_string(json).ok()
}
