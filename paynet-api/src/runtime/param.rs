//! How values are written into a path, a query or a header.

use super::{Decimal, Personal, Secret};

/// A value that can be written into a path, a query or a header: a scalar, or a list of them.
pub trait Param {
    /// Writes its items: none for a value that is not there, one for a scalar, one per element of a list.
    fn write(&self, out: &mut ParamText);
}

/// The items of a parameter as text.
#[derive(Default)]
pub struct ParamText {
    items: Vec<String>,
    sensitive: bool,
}

impl ParamText {
    pub(super) fn of(value: &impl Param) -> Self {
        let mut text = Self::default();
        value.write(&mut text);
        text
    }

    /// Adds an item.
    pub fn push(&mut self, item: impl Into<String>) {
        self.items.push(item.into());
    }

    /// Adds an item that must not be seen.
    pub fn push_secret(&mut self, item: &Secret) {
        self.sensitive = true;
        self.push(item.expose());
    }

    pub(super) fn items(&self) -> &[String] {
        &self.items
    }

    pub(super) const fn sensitive(&self) -> bool {
        self.sensitive
    }
}

impl Drop for ParamText {
    fn drop(&mut self) {
        if self.sensitive {
            zeroize::Zeroize::zeroize(&mut self.items);
        }
    }
}

impl Param for bool {
    fn write(&self, out: &mut ParamText) {
        out.push(self.to_string());
    }
}

impl Param for i32 {
    fn write(&self, out: &mut ParamText) {
        out.push(self.to_string());
    }
}

impl Param for i64 {
    fn write(&self, out: &mut ParamText) {
        out.push(self.to_string());
    }
}

impl Param for f64 {
    fn write(&self, out: &mut ParamText) {
        out.push(self.to_string());
    }
}

impl Param for String {
    fn write(&self, out: &mut ParamText) {
        out.push(self.as_str());
    }
}

impl Param for Secret {
    fn write(&self, out: &mut ParamText) {
        out.push_secret(self);
    }
}

impl Param for Decimal {
    fn write(&self, out: &mut ParamText) {
        out.push(self.as_str());
    }
}

impl<T: Param> Param for Personal<T> {
    fn write(&self, out: &mut ParamText) {
        (**self).write(out);
    }
}

impl<T: Param> Param for Vec<T> {
    fn write(&self, out: &mut ParamText) {
        for item in self {
            item.write(out);
        }
    }
}

impl<T: Param> Param for Option<T> {
    fn write(&self, out: &mut ParamText) {
        if let Some(value) = self {
            value.write(out);
        }
    }
}
