//! A form or a query that somebody sent us, as the JSON text that the same values would be: names with brackets are nested, a name
//! that comes several times is a list, and every scalar is a string. What the values are is told by who reads them.
//!
//! | in the form | in JSON |
//! | --- | --- |
//! | `a=1&b=x+y%21` | `{"a":"1","b":"x y!"}` |
//! | `tag=x&tag=y`, `tag[]=x&tag[]=y` | `{"tag":["x","y"]}` |
//! | `item[0][sku]=a&item[0][count]=2` | `{"item":{"0":{"sku":"a","count":"2"}}}`: read as a list where one is wanted |

use std::collections::HashMap;

use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

use super::style;
use super::style::Styles;
use crate::runtime::{DecodeError, Input, Style};

/// So deep may brackets be nested.
const DEPTH: usize = 32;

/// The JSON text of a form. Some members have a style of their own.
///
/// # Errors
///
/// It is not in UTF-8, nested too deeply, or a name stands for a value and for what holds values.
pub(crate) fn json(form: &str, styles: Styles<'_>) -> Result<Zeroizing<String>, DecodeError> {
    let mut root = Members::default();
    for pair in form.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name)?, decoded(value)?);
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

/// Decodes a name or a value of a form or a query. A `%` without two digits behind it stands for
/// itself, as in browsers.
pub(crate) fn decoded(text: &str) -> Result<Zeroizing<String>, DecodeError> {
    let spaced = Zeroizing::new(text.replace('+', " "));
    let bytes = Zeroizing::new(percent_decode_str(&spaced).collect::<Vec<u8>>());
    let text = std::str::from_utf8(&bytes).map_err(|_| DecodeError::expected("text in UTF-8"))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// `a[b][]` → `a`, `b`, and nothing.
fn steps(name: &str) -> Result<Vec<&str>, DecodeError> {
    let is_nested = name.ends_with(']') && !name.starts_with('[');
    let Some((head, inner)) = name.split_once('[').filter(|_| is_nested) else {
        return Ok(vec![name]);
    };
    let inner = inner.strip_suffix(']').unwrap_or(inner);
    let steps: Vec<&str> = std::iter::once(head).chain(inner.split("][")).collect();
    if steps.len() > DEPTH {
        return Err(DecodeError::expected("nested at most 32 levels deep"));
    }
    Ok(steps)
}

/// A member that is not written as `form`, exploded.
fn styled(style: Style, value: &str) -> Value {
    let text = |part: &str| Value::Text(Zeroizing::new(part.to_owned()));
    let list = |delimiter: char| match value.contains(delimiter) {
        true => Value::List(value.split(delimiter).map(text).collect()),
        false => text(value),
    };
    match style {
        // What is no JSON by itself must not become a part of the JSON around it.
        Style::Json if Input::parse(value.as_bytes()).is_ok() => {
            Value::Json(Zeroizing::new(value.to_owned()))
        }
        Style::SpaceDelimited => list(' '),
        Style::PipeDelimited => list('|'),
        Style::Form { explode: false } => list(','),
        _ => text(value),
    }
}

enum Value {
    Text(Zeroizing<String>),
    /// JSON text, which was not looked at.
    Json(Zeroizing<String>),
    List(Vec<Value>),
    Object(Members),
}

/// Members in their order, found by name: a sender decides how many there are.
#[derive(Default)]
struct Members {
    known: HashMap<String, usize>,
    values: Vec<(String, Value)>,
}

impl Members {
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
                "a form whose names stand for one thing each",
            )),
        }
    }

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

/// A string as JSON.
pub(crate) fn quote(text: &str, json: &mut String) {
    json.push_str(&serde_json::Value::from(text).to_string());
}

#[cfg(test)]
mod tests {
    use super::json;
    use crate::runtime::{Style, Styles};

    #[test]
    fn forms_become_json() {
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
            assert_eq!(json(form, styles).unwrap().as_str(), expected);
        }
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let deep = format!("a{}=1", "[b]".repeat(40));
        for form in ["a=1&a[b]=2", "a[b]=1&a=2", "a=%ff", &deep] {
            assert!(json(form, &[]).is_err(), "{form}");
        }
    }
}
