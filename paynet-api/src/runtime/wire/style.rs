//! How a value is written into a path, a query, a header, a cookie or a form: OpenAPI's styles, value by value.
//!
//! What each style does with nothing, a text, a list and an object is the table of OAS 3.0.3, Parameter Object, "Style
//! Examples"; `tests/styles.rs` holds it as bytes. What that table has no column for:
//!
//! - A list or an object inside a list or an object: its members in brackets behind the name, `items[0][sku]=a`, where the
//!   style makes pairs; its JSON text where it does not.
//! - A list in a deepObject: by index, `expand[0]=a`.
//! - `spaceDelimited` and `pipeDelimited`, exploded: like `form`.

use super::escape::Escape;
use super::plain::{Plain, Value};

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `blue,black` · `R,100,G,200` · exploded `R=100,G=200`
    Simple {
        /// Whether each item stands by itself.
        explode: bool,
    },
    /// `.blue.black` · `.R.100.G.200` · exploded `.R=100.G=200`
    Label {
        /// Whether each item stands by itself.
        explode: bool,
    },
    /// `;color=blue,black` · exploded `;color=blue;color=black`
    Matrix {
        /// Whether each item stands by itself.
        explode: bool,
    },
    /// `color=blue,black` · exploded `color=blue&color=black`
    Form {
        /// Whether each item stands by itself.
        explode: bool,
    },
    /// `color=blue%20black`
    SpaceDelimited,
    /// `color=blue|black`
    PipeDelimited,
    /// `color[R]=100&color[G]=200`
    DeepObject,
    /// The value's JSON text, as a parameter with `content` has it.
    Json,
}

/// Styles of a form's members: which members have one that is not the usual.
pub type Styles<'s> = &'s [(Style, &'s [&'s str])];

/// The style of a form's member, where it is not the usual one.
pub(crate) fn of(styles: Styles<'_>, member: &str) -> Option<Style> {
    let own = styles.iter().find(|(_, members)| members.contains(&member));
    own.map(|(style, _)| *style)
}

/// The pairs that a value becomes in a query, a cookie or a form; none where it is not there.
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

struct Pairs {
    escape: Escape,
    found: Vec<(String, String)>,
}

impl Pairs {
    fn add(&mut self, name: String, value: String) {
        self.found.push((name, value));
    }

    /// A pair for each item or member.
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

    /// Each scalar inside, behind the way to it in brackets.
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

/// The text that a value becomes in a path or a header; `None` where it is not there.
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

/// The items of a list, or the names and values of an object in turn.
fn items(plain: &Plain<'_>, escape: Escape) -> Vec<String> {
    match &plain.value {
        Value::List(items) => {
            let there = items.iter().filter(|item| !item.is_null());
            there.map(|item| escape.value(item.leaf())).collect()
        }
        Value::Object(members) => {
            let there = members.iter().filter(|(_, member)| !member.is_null());
            there
                .flat_map(|(key, member)| [escape.name(key), escape.value(member.leaf())])
                .collect()
        }
        Value::Null | Value::Scalar(_) | Value::File(_) => Vec::new(),
    }
}

/// The members of an object as `name=value`.
fn assignments(plain: &Plain<'_>, escape: Escape) -> Vec<String> {
    let items = items(plain, escape);
    items.chunks(2).map(|pair| pair.join("=")).collect()
}
