//! All rules for identifiers.
//!
//! | in the document | field, method, file | type | variant | constant | why |
//! | --- | --- | --- | --- | --- | --- |
//! | `xact_id` | `xact_id` | `XactId` | `XactId` | `XACT_ID` | |
//! | `succeedUrl` | `succeed_url` | `SucceedUrl` | `SucceedUrl` | `SUCCEED_URL` | |
//! | `HTTPStatus`, `userIDs` | `http_status`, `user_ids` | `HttpStatus`, `UserIds` | `HttpStatus` | `HTTP_STATUS` | an abbreviation is a word, its plural too |
//! | `type`, `gen` | `type_`, `gen_` | `Type`, `Gen` | `Type` | `TYPE` | keywords get `_`, raw identifiers are never used |
//! | `self` | `self_` | `Self_` | `Self_` | `SELF` | |
//! | `result` | `result` | `Result_` | `Result` | `RESULT` | generated code uses the standard `Result` |
//! | `3d-secure` | `n3d_secure` | `N3dSecure` | `N3dSecure` | `N3D_SECURE` | `n` as in number |
//! | `+1`, `-created` | `plus_1`, `minus_created` | `Plus1`, `MinusCreated` | `Plus1` | `PLUS_1` | a leading sign is part of the value |
//! | `*`, `<=` | `star`, `less_equals` | `Star`, `LessEquals` | `Star` | `STAR` | a name of signs only is spelled out |
//! | empty, `—` | `empty`, `unnamed` | `Empty`, `Unnamed` | `Empty` | `EMPTY` | |
//! | `İşlem Türü` | `islem_turu` | `IslemTuru` | `IslemTuru` | `ISLEM_TURU` | Turkish letters become their ASCII equivalents |
//! | `café`, `金額` | `café`, `金額` | `Café`, `金額` | `Café` | `CAFÉ` | other letters that Rust allows are kept, except in files: `caf_ue9`, `u91d1_u984d` |
//!
//! [`Scope`] distinguishes names that become equal, by their location or by their spelling: `a_b`
//! beside `AB` is `AUnderscoreB`.

mod case;
mod ident;
mod keyword;
mod scope;
mod split;
mod words;

pub use ident::{Ident, Name};

pub use case::Case;
pub use scope::Scope;
pub use words::spelled;

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
    fn identifiers_are_those_of_the_table() {
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
    fn signs_are_spelled_out() {
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
