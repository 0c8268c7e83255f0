//! Converts a received form or query to the JSON text of the same values: names with brackets are
//! nested, a repeated name is a list, and every scalar is a string. The type that is decoded
//! decides what the strings are.
//!
//! | form | JSON |
//! | --- | --- |
//! | `a=1&b=x+y%21` | `{"a":"1","b":"x y!"}` |
//! | `tag=x&tag=y`, `tag[]=x&tag[]=y` | `{"tag":["x","y"]}` |
//! | `item[0][sku]=a&item[0][count]=2` | `{"item":{"0":{"sku":"a","count":"2"}}}`: decoded as a list where one is expected |

use std::collections::HashMap;

use percent_encoding::percent_decode;
use zeroize::Zeroizing;

use super::style;
use super::style::Styles;
use crate::runtime::{DecodeError, Input, Style};

/// How many levels of brackets are accepted.
const DEPTH: usize = 32;

/// Converts a form to JSON text. `styles` are those of the document.
///
/// # Errors
///
/// If it is not UTF-8, is nested too deeply, or uses a name both for a value and for an object.
#[inline]
pub(crate) fn to_json(form: &str, styles: Styles<'_>) -> Result<Zeroizing<String>, DecodeError> {
    let mut root = Members::default();
    for pair in form.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(name)?, decode(value)?);
        let steps = steps(&name)?;
        let value = match style::of(styles, &name) {
            Some(style) => styled(style, &value),
            None => Value::Text(value),
        };
        root.insert(&steps, value)?;
    }
    let mut json = Zeroizing::new(String::new());
    root.write(&mut json);
    Ok(json)
}

/// Decodes a name or a value. A `%` without two hexadecimal digits after it is kept.
///
/// # Errors
///
/// If it is not UTF-8.
#[inline]
pub(crate) fn decode(text: &str) -> Result<Zeroizing<String>, DecodeError> {
    let spaced = Zeroizing::new(text.replace('+', " "));
    let bytes = Zeroizing::new(percent_decode(spaced.as_bytes()).collect::<Vec<u8>>());
    let text = std::str::from_utf8(&bytes).map_err(|_| DecodeError::expected("UTF-8"))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Splits a name: `a[b][]` into `a`, `b` and the empty string.
///
/// # Errors
///
/// If it is nested too deeply.
#[inline]
fn steps(name: &str) -> Result<Vec<&str>, DecodeError> {
    let is_nested = name.ends_with(']') && !name.starts_with('[');
    let Some((head, inner)) = name.split_once('[').filter(|_| is_nested) else {
        return Ok(vec![name]);
    };
    let inner = inner.strip_suffix(']').unwrap_or(inner);
    let steps: Vec<&str> = std::iter::once(head).chain(inner.split("][")).collect();
    if steps.len() > DEPTH {
        return Err(DecodeError::expected("at most 32 levels of nesting"));
    }
    Ok(steps)
}

/// Splits the value of a member with a style other than `form` with `explode`.
#[inline]
fn styled(style: Style, value: &str) -> Value {
    let text = |part: &str| Value::Text(Zeroizing::new(part.to_owned()));
    let list = |delimiter: char| match value.contains(delimiter) {
        true => Value::List(value.split(delimiter).map(text).collect()),
        false => text(value),
    };
    match style {
        // Text that is not JSON by itself must not become a part of the JSON around it.
        Style::Json if Input::parse(value.as_bytes()).is_ok() => {
            Value::Json(Zeroizing::new(value.to_owned()))
        }
        Style::SpaceDelimited => list(' '),
        Style::PipeDelimited => list('|'),
        Style::Form { explode: false } => list(','),
        _ => text(value),
    }
}

/// A value of the form.
enum Value {
    Text(Zeroizing<String>),
    /// JSON text.
    Json(Zeroizing<String>),
    List(Vec<Value>),
    Object(Members),
}

/// Members in their order. They are found by a hash map, because the sender decides how many there
/// are.
#[derive(Default)]
struct Members {
    known: HashMap<String, usize>,
    values: Vec<(String, Value)>,
}

impl Members {
    /// Inserts a value at a path.
    #[inline]
    fn insert(&mut self, steps: &[&str], value: Value) -> Result<(), DecodeError> {
        let Some((first, below)) = steps.split_first() else {
            return Ok(());
        };
        let Some(index) = self.known.get(*first) else {
            self.known.insert((*first).to_owned(), self.values.len());
            let value = match below {
                [] => value,
                [""] => Value::List(vec![value]),
                _ => {
                    let mut members = Self::default();
                    members.insert(below, value)?;
                    Value::Object(members)
                }
            };
            self.values.push(((*first).to_owned(), value));
            return Ok(());
        };
        match self.values.get_mut(*index) {
            Some((_, known)) => known.add(below, value),
            None => Ok(()),
        }
    }

    /// Writes the members as a JSON object.
    #[inline]
    fn write(&self, json: &mut String) {
        for (index, (name, value)) in self.values.iter().enumerate() {
            json.push(if index == 0 { '{' } else { ',' });
            quote(name, json);
            json.push(':');
            value.write(json);
        }
        json.push_str(if self.values.is_empty() { "{}" } else { "}" });
    }
}

impl Value {
    /// Adds another value with the same name.
    #[inline]
    fn add(&mut self, below: &[&str], value: Self) -> Result<(), DecodeError> {
        match (&mut *self, below) {
            (Self::Object(members), [_, ..]) => members.insert(below, value),
            (Self::List(items), [] | [""]) => {
                items.push(value);
                Ok(())
            }
            (Self::Text(_) | Self::Json(_), [] | [""]) => {
                let first = std::mem::replace(self, Self::List(Vec::new()));
                *self = Self::List(vec![first, value]);
                Ok(())
            }
            _ => Err(DecodeError::expected(
                "a form in which every name has one meaning",
            )),
        }
    }

    /// Writes the value as JSON.
    #[inline]
    fn write(&self, json: &mut String) {
        match self {
            Self::Text(text) => quote(text, json),
            Self::Json(text) => json.push_str(text),
            Self::Object(members) => members.write(json),
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    json.push(if index == 0 { '[' } else { ',' });
                    item.write(json);
                }
                json.push(']');
            }
        }
    }
}

/// Writes a string as JSON.
#[inline]
pub(crate) fn quote(text: &str, json: &mut String) {
    json.push_str(&serde_json::Value::from(text).to_string());
}

#[cfg(test)]
mod tests {
    use super::to_json;
    use crate::runtime::{Style, Styles};

    #[test]
    fn forms_are_converted_to_json() {
        for (form, expected) in [
            ("", "{}"),
            ("a=1&b=x+y%21&c", r#"{"a":"1","b":"x y!","c":""}"#),
            ("t=x&t=y&u[]=z", r#"{"t":["x","y"],"u":["z"]}"#),
            (
                "i[0][s]=a&i[0][n]=2&i[1][s]=b",
                r#"{"i":{"0":{"s":"a","n":"2"},"1":{"s":"b"}}}"#,
            ),
            ("100%&%zz=%C3%BC%22", r#"{"100%":"","%zz":"ü\""}"#),
            (
                "p=%7B%22a%22%3A1%7D&l=1,2",
                r#"{"p":{"a":1},"l":["1","2"]}"#,
            ),
            (r#"p=1,"q":2"#, r#"{"p":"1,\"q\":2"}"#),
        ] {
            let list = Style::Form { explode: false };
            let styles: Styles<'_> = &[(Style::Json, &["p"]), (list, &["l"])];
            assert_eq!(to_json(form, styles).unwrap().as_str(), expected);
        }
    }

    #[test]
    fn contradictions_are_errors() {
        let deep = format!("a{}=1", "[b]".repeat(40));
        for form in ["a=1&a[b]=2", "a[b]=1&a=2", "a=%ff", &deep] {
            assert!(to_json(form, &[]).is_err(), "{form}");
        }
    }
}
