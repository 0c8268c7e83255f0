//! All identifier rules: neither spec nor tokens.
//!
//! | in the document | field, method, file | type | variant | constant | why |
//! | --- | --- | --- | --- | --- | --- |
//! | `xact_id` | `xact_id` | `XactId` | `XactId` | `XACT_ID` | |
//! | `succeedUrl` | `succeed_url` | `SucceedUrl` | `SucceedUrl` | `SUCCEED_URL` | |
//! | `HTTPStatus`, `userIDs` | `http_status`, `user_ids` | `HttpStatus`, `UserIds` | `HttpStatus` | `HTTP_STATUS` | an abbreviation is a word, its plural too |
//! | `type`, `gen` | `type_`, `gen_` | `Type`, `Gen` | `Type` | `TYPE` | keywords get `_`, raw identifiers are never used |
//! | `self` | `self_` | `Self_` | `Self_` | `SELF` | |
//! | `result` | `result` | `Result_` | `Result` | `RESULT` | generated code says `Result` and means the standard one |
//! | `3d-secure` | `n3d_secure` | `N3dSecure` | `N3dSecure` | `N3D_SECURE` | `n` as in number |
//! | `+1`, `-created` | `plus_1`, `minus_created` | `Plus1`, `MinusCreated` | `Plus1` | `PLUS_1` | a sign in front is part of the value |
//! | `*`, `<=` | `star`, `less_equals` | `Star`, `LessEquals` | `Star` | `STAR` | signs alone are read out |
//! | empty, `—` | `empty`, `unnamed` | `Empty`, `Unnamed` | `Empty` | `EMPTY` | |
//! | `İşlem Türü` | `islem_turu` | `IslemTuru` | `IslemTuru` | `ISLEM_TURU` | Turkish letters become their ASCII neighbours |
//! | `café`, `金額` | `café`, `金額` | `Café`, `金額` | `Café` | `CAFÉ` | other letters that Rust allows stay, except in files: `caf_ue9`, `u91d1_u984d` |
//!
//! Names that become equal are told apart by [`Scope`]: by where they stand, or by how they are written (`a_b` beside `AB` is
//! `AUnderscoreB`).

mod case;
mod keyword;
mod scope;
mod split;
mod words;

pub use case::Case;
pub use scope::Scope;
pub use words::spelled;

use std::fmt;

/// A legal Rust identifier that is no keyword.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

impl Ident {
    /// The identifier for a text of the document, as a field, method, function, module or file.
    #[must_use]
    pub fn snake(text: &str) -> Self {
        Case::Snake.ident(text)
    }

    /// The identifier for a text of the document, as a type.
    #[must_use]
    pub fn type_name(text: &str) -> Self {
        Case::Type.ident(text)
    }

    /// The identifier for a text of the document, as a module with a file of its own.
    #[must_use]
    pub fn module(text: &str) -> Self {
        Self::snake(text).as_module()
    }

    /// The module that is called like a method: letters beyond ASCII become their numbers. Rust finds no file for others, and a
    /// script without capitals would give a module and the type in it one name.
    #[must_use]
    pub fn as_module(&self) -> Self {
        let mut name = String::new();
        for letter in self.0.chars() {
            if letter.is_ascii() {
                name.push(letter);
            } else {
                let apart = if name.is_empty() || name.ends_with('_') {
                    ""
                } else {
                    "_"
                };
                name.push_str(&format!("{apart}u{:x}", u32::from(letter)));
            }
        }
        Self(name)
    }

    /// The text that is pasted into code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name on the wire and in Rust.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// As the document has it.
    pub wire: String,
    /// As Rust has it.
    pub rust: Ident,
}

#[cfg(test)]
mod tests {
    use super::{Case, Ident};

    #[track_caller]
    fn check(text: &str, expected: [&str; 4]) {
        let cases = [Case::Snake, Case::Type, Case::Variant, Case::Constant];
        let named = cases.map(|case| case.ident(text).as_str().to_owned());
        assert_eq!(named, expected, "{text:?}");
    }

    #[test]
    fn the_table_holds() {
        check("xact_id", ["xact_id", "XactId", "XactId", "XACT_ID"]);
        check(
            "succeedUrl",
            ["succeed_url", "SucceedUrl", "SucceedUrl", "SUCCEED_URL"],
        );
        check(
            "HTTPStatus",
            ["http_status", "HttpStatus", "HttpStatus", "HTTP_STATUS"],
        );
        check("userIDs", ["user_ids", "UserIds", "UserIds", "USER_IDS"]);
        check("type", ["type_", "Type", "Type", "TYPE"]);
        check("gen", ["gen_", "Gen", "Gen", "GEN"]);
        check("self", ["self_", "Self_", "Self_", "SELF"]);
        check("result", ["result", "Result_", "Result", "RESULT"]);
        check(
            "3d-secure",
            ["n3d_secure", "N3dSecure", "N3dSecure", "N3D_SECURE"],
        );
    }

    #[test]
    fn signs_are_read_out() {
        check("+1", ["plus_1", "Plus1", "Plus1", "PLUS_1"]);
        check("-1", ["minus_1", "Minus1", "Minus1", "MINUS_1"]);
        check("*", ["star", "Star", "Star", "STAR"]);
        check(
            "<=",
            ["less_equals", "LessEquals", "LessEquals", "LESS_EQUALS"],
        );
        check("", ["empty", "Empty", "Empty", "EMPTY"]);
        check("—", ["unnamed", "Unnamed", "Unnamed", "UNNAMED"]);
        check("½", ["unnamed", "Unnamed", "Unnamed", "UNNAMED"]);
    }

    #[test]
    fn letters_beyond_ascii() {
        check(
            "İşlem Türü",
            ["islem_turu", "IslemTuru", "IslemTuru", "ISLEM_TURU"],
        );
        check("ILIK", ["ilik", "Ilik", "Ilik", "ILIK"]);
        check("ığdır", ["igdir", "Igdir", "Igdir", "IGDIR"]);
        check("s\u{327}ube", ["sube", "Sube", "Sube", "SUBE"]);
        check("café", ["café", "Café", "Café", "CAFÉ"]);
        check("金額", ["金額", "金額", "金額", "金額"]);
        check("m²", ["m", "M", "M", "M"]);
        assert_eq!(
            Ident::module("Bütçe 金額é").as_str(),
            "butce_u91d1_u984d_ue9"
        );
    }
}
