//! OpenAPI's styles: how a value is written into a path, a query, a header, a cookie or a form.
//!
//! How each style writes null, a scalar, a list and an object is the table in OAS 3.0.3, Parameter
//! Object, "Style Examples". That table does not define:
//!
//! - A list or an object inside a list or an object: written in brackets after the name,
//!   `items[0][sku]=a`, by styles that write pairs, and as JSON text by the others.
//! - A list in a `deepObject`: written by index, `expand[0]=a`.
//! - `spaceDelimited` and `pipeDelimited` with `explode`: written like `form`.

use super::escape::Escape;
use super::plain::{Plain, Value};

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `blue,black` · `R,100,G,200` · exploded `R=100,G=200`
    Simple {
        /// Whether each item is written separately.
        explode: bool,
    },
    /// `.blue.black` · `.R.100.G.200` · exploded `.R=100.G=200`
    Label {
        /// Whether each item is written separately.
        explode: bool,
    },
    /// `;color=blue,black` · exploded `;color=blue;color=black`
    Matrix {
        /// Whether each item is written separately.
        explode: bool,
    },
    /// `color=blue,black` · exploded `color=blue&color=black`
    Form {
        /// Whether each item is written separately.
        explode: bool,
    },
    /// `color=blue%20black`
    SpaceDelimited,
    /// `color=blue|black`
    PipeDelimited,
    /// `color[R]=100&color[G]=200`
    DeepObject,
    /// The value's JSON text, for a parameter with `content`.
    Json,
}

/// The styles of a form: each with the members that have it. Other members have the default style.
pub type Styles<'s> = &'s [(Style, &'s [&'s str])];

/// Returns the style of a form's member, unless it is the default.
#[inline]
pub(crate) fn of(styles: Styles<'_>, member: &str) -> Option<Style> {
    let own = styles.iter().find(|(_, members)| members.contains(&member));
    own.map(|(style, _)| *style)
}

/// Returns the pairs that a value is written as in a query, a cookie or a form; none if it is null.
#[inline]
pub(crate) fn pairs(
    style: Style,
    name: &str,
    plain: &Plain<'_>,
    escape: Escape,
) -> Vec<(String, String)> {
    let mut pairs = Pairs {
        escape,
        found: Vec::new(),
    };
    let name = escape.name(name);
    match (style, &plain.value) {
        (_, Value::Null | Value::File(_)) => {}
        (Style::Json, _) => pairs.add(name, escape.value(plain.json)),
        (_, Value::Scalar(text)) => pairs.add(name, escape.value(text)),
        (Style::DeepObject, _) => pairs.brackets(&name, plain),
        (Style::Form { explode: true }, _) => pairs.exploded(&name, plain),
        _ => {
            let delimiter = match style {
                Style::SpaceDelimited => escape.space(),
                Style::PipeDelimited => "|",
                _ => ",",
            };
            let items = items(plain, escape);
            if !items.is_empty() {
                pairs.add(name, items.join(delimiter));
            }
        }
    }
    pairs.found
}

/// The pairs written so far.
struct Pairs {
    escape: Escape,
    found: Vec<(String, String)>,
}

impl Pairs {
    #[inline]
    fn add(&mut self, name: String, value: String) {
        self.found.push((name, value));
    }

    /// Adds one pair per item or member.
    #[inline]
    fn exploded(&mut self, name: &str, plain: &Plain<'_>) {
        match &plain.value {
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    match &item.value {
                        Value::List(_) | Value::Object(_) => {
                            self.brackets(&format!("{name}[{index}]"), item);
                        }
                        _ => self.brackets(name, item),
                    }
                }
            }
            Value::Object(members) => {
                for (key, member) in members {
                    self.brackets(&self.escape.name(key), member);
                }
            }
            Value::Null | Value::Scalar(_) | Value::File(_) => self.brackets(name, plain),
        }
    }

    /// Adds one pair per scalar inside, with its path in brackets.
    #[inline]
    fn brackets(&mut self, name: &str, plain: &Plain<'_>) {
        match &plain.value {
            Value::Null | Value::File(_) => {}
            Value::Scalar(text) => self.add(name.to_owned(), self.escape.value(text)),
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.brackets(&format!("{name}[{index}]"), item);
                }
            }
            Value::Object(members) => {
                for (key, member) in members {
                    self.brackets(&format!("{name}[{}]", self.escape.name(key)), member);
                }
            }
        }
    }
}

/// Returns the text that a value is written as in a path or a header; `None` if it is null.
#[inline]
pub(crate) fn text(style: Style, name: &str, plain: &Plain<'_>, escape: Escape) -> Option<String> {
    let name = escape.name(name);
    if let (false, Value::Scalar(text)) = (style == Style::Json, &plain.value) {
        let text = escape.value(text);
        return Some(match style {
            Style::Label { .. } => format!(".{text}"),
            Style::Matrix { .. } if text.is_empty() => format!(";{name}"),
            Style::Matrix { .. } => format!(";{name}={text}"),
            _ => text,
        });
    }
    let exploded = matches!(
        style,
        Style::Simple { explode: true }
            | Style::Label { explode: true }
            | Style::Matrix { explode: true }
    );
    let items = match &plain.value {
        Value::Object(_) if exploded => assignments(plain, escape),
        Value::List(_) | Value::Object(_) => items(plain, escape),
        Value::Null | Value::Scalar(_) | Value::File(_) => Vec::new(),
    };
    let is_list = matches!(plain.value, Value::List(_));
    match style {
        _ if plain.is_null() => None,
        Style::Json => Some(escape.value(plain.json)),
        _ if items.is_empty() => None,
        Style::Label { .. } => Some(format!(".{}", items.join("."))),
        Style::Matrix { explode: true } if is_list => {
            Some(items.iter().map(|item| format!(";{name}={item}")).collect())
        }
        Style::Matrix { explode: true } => Some(format!(";{}", items.join(";"))),
        Style::Matrix { .. } => Some(format!(";{name}={}", items.join(","))),
        _ => Some(items.join(",")),
    }
}

/// Returns the items of a list, or the names and values of an object alternately.
#[inline]
fn items(plain: &Plain<'_>, escape: Escape) -> Vec<String> {
    match &plain.value {
        Value::List(items) => {
            let present = items.iter().filter(|item| !item.is_null());
            present.map(|item| escape.value(item.leaf())).collect()
        }
        Value::Object(members) => {
            let present = members.iter().filter(|(_, member)| !member.is_null());
            present
                .flat_map(|(key, member)| [escape.name(key), escape.value(member.leaf())])
                .collect()
        }
        Value::Null | Value::Scalar(_) | Value::File(_) => Vec::new(),
    }
}

/// Returns the members of an object as `name=value`.
#[inline]
fn assignments(plain: &Plain<'_>, escape: Escape) -> Vec<String> {
    let items = items(plain, escape);
    items.chunks(2).map(|pair| pair.join("=")).collect()
}
