//! The members of an object while it is written: one method per presence.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::output::Output;
use super::traits::Encode;
use crate::runtime::Maybe;

/// The members of an object while it is written.
#[must_use = "`end` closes the object"]
pub struct Members<'o> {
    out: &'o mut Output,
    written: Vec<&'static str>,
    first: bool,
}

impl Output {
    /// Begins an object.
    pub fn object(&mut self) -> Members<'_> {
        self.verbatim("{");
        Members {
            out: self,
            written: Vec::new(),
            first: true,
        }
    }
}

impl Members<'_> {
    /// Writes a required member.
    pub fn required(&mut self, name: &'static str, value: &impl Encode) {
        self.begin(name);
        value.encode(self.out);
    }

    /// Writes a member, or omits it if there is no value.
    pub fn optional(&mut self, name: &'static str, value: &Option<impl Encode>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Writes a member, as null if there is no value.
    pub fn nullable(&mut self, name: &'static str, value: &Option<impl Encode>) {
        match value {
            Some(value) => self.required(name, value),
            None => self.null(name),
        }
    }

    /// Writes a member that is absent, null or a value.
    pub fn maybe(&mut self, name: &'static str, value: &Maybe<impl Encode>) {
        match value {
            Maybe::Absent => {}
            Maybe::Null => self.null(name),
            Maybe::Value(value) => self.required(name, value),
        }
    }

    /// Writes a member, or omits it if its value means that it is absent.
    pub fn in_type(&mut self, name: &'static str, value: &impl Encode) {
        if !value.is_absent() {
            self.required(name, value);
        }
    }

    /// Writes additional properties. One with the name of a member that is already written is
    /// omitted: the object would have it twice.
    pub fn rest(&mut self, rest: &BTreeMap<String, impl Encode>) {
        for (name, value) in rest {
            if !self.written.contains(&name.as_str()) {
                self.name(name);
                value.encode(self.out);
            }
        }
    }

    /// Writes the members of a value into this object. Those that are already written are omitted,
    /// and so is a value that is not an object.
    pub fn flat(&mut self, value: &impl Encode) {
        let text = self.out.aside(value);
        let members: Result<BTreeMap<String, &RawValue>, _> = serde_json::from_str(&text);
        for (name, value) in members.iter().flatten() {
            if !self.written.contains(&name.as_str()) {
                self.name(name);
                self.out.verbatim(value.get());
            }
        }
    }

    /// Closes the object.
    pub fn end(&mut self) {
        self.out.verbatim("}");
    }

    fn null(&mut self, name: &'static str) {
        self.begin(name);
        self.out.null();
    }

    fn begin(&mut self, name: &'static str) {
        self.written.push(name);
        self.name(name);
    }

    fn name(&mut self, name: &str) {
        if !std::mem::take(&mut self.first) {
            self.out.verbatim(",");
        }
        self.out.text(name);
        self.out.verbatim(":");
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Maybe, Output};

    #[test]
    fn each_presence_is_written_as_documented() {
        let mut out = Output::new();
        let mut members = out.object();
        members.required("a", &1_i64);
        members.optional("b", &None::<bool>);
        members.nullable("c", &None::<bool>);
        members.maybe("d", &Maybe::<bool>::Absent);
        members.maybe("e", &Maybe::<bool>::Null);
        members.maybe("f", &Maybe::Value(true));
        members.rest(&BTreeMap::from([
            ("a".to_owned(), 2_i64),
            ("z".to_owned(), 3),
        ]));
        members.end();
        assert_eq!(
            out.into_bytes(),
            br#"{"a":1,"c":null,"e":null,"f":true,"z":3}"#
        );
    }
}
