//! The table of all diagnostic codes: what each means for the output, and its title.
//!
//! A new code is a row here, a variant that names it, and its explanation in `explain/<code>.md`.

use std::fmt;

use super::row::{Level, Row, codes};

codes! {
    E0100 Error "invalid JSON or YAML";
    W0101 Loss "duplicate key, operation id or parameter";
    W0102 Loss "conflicting names in several documents";
    W0104 Loss "limit exceeded", not_runnable: "an example that exceeds a limit would fill pages";
    E0105 Error "not an OpenAPI document";
    E0110 Error "not an Overlay 1.0 document";
    E0112 Error "overlay for another document";
    E0114 Error "overlay without effect";
    E0116 Error "invalid overlay action";
    W0130 Loss "unknown field or extension";
    W0131 Loss "missing required field";
    W0132 Loss "unexpected kind of value";
    W0133 Loss "unexpected value";
    W0135 Loss "invalid key";
    E0136 Error "unsupported OpenAPI version";
    W0138 Loss "path and parameters disagree";
    W0140 Style "paths differ only in parameter names";
    W0143 Loss "expected exactly one of several fields";
    W0149 Style "repaired";
    W0151 Style "missing field is filled in";
    W0153 Style "mistake in a part that is only documented";
    W0160 Loss "unresolved reference or name";
    W0162 Loss "cyclic definition";
    W0163 Loss "reference to a document that was not given";
    W0166 Loss "references multiply without bound", not_runnable: "an example that exceeds the limit would fill a page";
    W0173 Loss "extension in the wrong place";
    W0190 Style "part without effect";
    W0193 Style "document of another version is converted";
    W0194 Style "syntax of another version is converted";
    W0198 Loss "not supported";
    W0201 Loss "no type can be derived";
    W0202 Style "name is taken";
    W0203 Loss "conflicting definitions in an `allOf`";
    W0205 Loss "cyclic `allOf`";
    W0210 Style "both `readOnly` and `writeOnly`";
    W0213 Loss "alternatives with the same properties";
    W0214 Loss "no discriminator value selects a schema";
    W0221 Style "missing `operationId`";
    W0224 Ignored "parameter or body that the specification ignores";
    W0231 Style "no documented success";
    W0232 Style "body that servers may ignore";
    W0234 Style "callback address in an unknown property";
    W0241 Style "server that the caller completes or chooses";
    W0245 Style "credential that the caller obtains";
    W0261 Loss "invalid value of an extension";
    W0263 Style "missing Turkish text";
    W0264 Loss "extension that contradicts its object";
    W0269 Style "missing `x-source`";
    E0281 Error "outcome rule names something unknown";
    E0284 Error "outcome rule that never applies";
    W0287 Loss "missing `x-outcome`";
    E0291 Error "overlapping outcome rules";
    E0900 Error "bug of the generator", not_runnable: "no document is known to cause it";
}

impl Code {
    /// Returns the code as it is printed, such as `W0130`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().name
    }

    /// Returns what the code means for the output.
    #[must_use]
    pub fn level(self) -> Level {
        self.row().level
    }

    /// Returns whether something is missing from the output because of it.
    #[must_use]
    pub fn is_loss(self) -> bool {
        matches!(self.level(), Level::Error | Level::Loss)
    }

    /// Returns what the code means, in a few words.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.row().title
    }

    /// Returns what the code means, at length, in Markdown: the text of `explain/<code>.md`.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        self.row().explanation
    }

    /// Returns why the examples of the explanation can't be run, where they can't.
    #[must_use]
    pub fn not_runnable(self) -> Option<&'static str> {
        self.row().not_runnable
    }

    /// Finds a code by its name, in any letter case.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let mut codes = Self::ALL.iter().copied();
        codes.find(|code| code.as_str().eq_ignore_ascii_case(name.trim()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
