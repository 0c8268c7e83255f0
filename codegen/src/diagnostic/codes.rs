//! The table of all diagnostic codes: what each means for the output, and its title.
//!
//! A new code is a row here, a variant that names it, and its explanation in `explain/<code>.md`.

use std::fmt;

use super::code::{Level, Row, codes};

codes! {
    E0100 Error "invalid JSON or YAML";
    W0101 Loss "duplicate key";
    E0102 Error "duplicate document name";
    E0103 Error "document rejected by `openapiv3`";
    E0104 Error "nested too deeply";
    E0105 Error "not an OpenAPI document";
    E0106 Error "keys are too long";
    E0107 Error "nothing to generate from";
    E0110 Error "missing `overlay: 1.0.0`";
    E0111 Error "unsupported Overlay version";
    E0112 Error "overlay without a document";
    E0113 Error "overlay extends another document";
    E0114 Error "overlay without actions";
    E0115 Error "action without effect";
    E0116 Error "invalid JSONPath";
    E0117 Error "target selects nothing";
    E0118 Error "update changes nothing";
    E0119 Error "target can't be updated";
    E0120 Error "update can't be merged";
    E0121 Error "`update` beside `remove: true`";
    E0122 Error "action removes the whole document";
    W0130 Loss "unknown key";
    W0131 Loss "missing required field";
    W0132 Loss "unexpected kind of value";
    W0133 Loss "unexpected value of a fixed set";
    W0134 Style "invalid component name";
    W0135 Loss "key does not match the object's pattern";
    E0136 Error "unsupported OpenAPI version";
    W0137 Loss "unbalanced braces in a path";
    W0138 Loss "undeclared path parameter";
    W0139 Loss "unused path parameter";
    W0140 Style "paths differ only in parameter names";
    W0141 Loss "duplicate operationId";
    W0142 Loss "duplicate parameter";
    W0143 Loss "`schema` and `content`: both or neither";
    W0144 Loss "not exactly one media type";
    W0145 Style "path parameter is not required";
    W0146 Loss "style not allowed for this kind of parameter";
    W0147 Loss "link with two targets or none";
    W0149 Style "value of another kind with a clear meaning";
    W0150 Loss "unexpected null";
    W0151 Style "missing field is read as empty";
    W0152 Style "misspelt key with a clear meaning";
    W0153 Style "default does not match its type";
    W0154 Loss "enum value does not match its type";
    W0155 Style "link to an unknown operation";
    W0156 Loss "mapping to an unknown schema";
    W0157 Loss "not a schema";
    W0160 Loss "unresolved reference";
    W0161 Loss "reference to the wrong kind of component";
    W0162 Loss "cyclic references";
    W0163 Loss "reference to a document that was not given";
    W0164 Style "sibling of `$ref` is ignored";
    E0166 Error "references multiply without bound";
    W0167 Style "reference by a component's name alone";
    W0172 Loss "probably a misspelt extension";
    W0173 Loss "extension without effect";
    W0180 Style "response without description";
    W0181 Style "sibling of a schema's `$ref`";
    W0182 Style "path and parameter disagree about a name";
    W0183 Style "type name of another language";
    W0184 Style "HTTP scheme as a security scheme type";
    W0185 Style "schema is only the name of a type";
    W0186 Style "path parameters in another syntax";
    W0187 Style "request body as a parameter";
    W0188 Loss "body without a media type";
    W0189 Style "schema one level too high";
    W0190 Style "keyword without an equivalent in OpenAPI 3.0";
    W0191 Loss "unsupported combination of types";
    W0192 Style "security scheme of the connection";
    W0193 Style "newer version of OpenAPI";
    W0194 Style "OpenAPI 3.1 syntax in a document of 3.0";
    W0195 Style "Swagger 2.0";
    W0196 Style "alternative for null alone";
    W0197 Loss "XML part of a form";
    W0198 Loss "unsupported OpenAPI 3.2 syntax";
    W0201 Loss "union without types";
    W0202 Style "name is taken";
    W0203 Loss "conflicting parts of an `allOf`";
    W0204 Loss "`allOf` of different types";
    E0205 Error "cyclic `allOf`";
    W0206 Loss "list or map contains itself";
    W0207 Loss "unknown name in `required`";
    W0208 Loss "array without `items`";
    W0210 Style "both `readOnly` and `writeOnly`";
    W0211 Style "union that only narrows a type";
    E0212 Error "too many layers of `allOf`";
    W0213 Loss "alternatives with the same properties";
    W0214 Loss "no discriminator value selects a schema";
    W0221 Style "missing `operationId`";
    W0223 Style "several tags";
    W0224 Ignored "header parameter without effect";
    W0225 Style "servers can't be matched";
    W0230 Ignored "body without a meaning";
    W0231 Style "no documented success";
    W0232 Style "body that servers may ignore";
    W0233 Style "content of a response that has none";
    W0241 Style "relative server URL";
    W0242 Style "server variable without a default";
    E0243 Error "conflicting URLs of an environment";
    E0244 Error "conflicting definitions of a security scheme";
    W0245 Style "token that the caller obtains";
    W0246 Loss "unknown security scheme";
    W0247 Loss "unsupported HTTP scheme";
    W0248 Loss "unsupported security requirement";
    E0261 Error "invalid value of an extension";
    E0262 Error "translation of a missing text";
    W0263 Style "missing Turkish text";
    E0264 Error "`x-sensitive` on an unsuitable schema";
    E0265 Error "`x-tolerate: [text]` on an object or array";
    E0266 Error "`absent: true` on a value that is never absent";
    E0267 Error "invalid Rust path";
    E0268 Error "wrong number of `x-enum-varnames`";
    E0281 Error "`x-outcome` names an undocumented response";
    E0282 Error "`x-outcome` names an unknown member";
    E0283 Error "`unless-sent` names an unknown member";
    E0284 Error "result code is not an integer";
    E0285 Error "comparison that can never hold";
    E0286 Error "unreachable rule set";
    W0287 Loss "missing `x-outcome`";
    E0900 Error "generated code is not valid Rust";
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
