//! Which tokens of a line are written without a space between them: those make a word, and a line is only broken between words.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The words of a line.
pub(super) fn words(tokens: &TokenStream) -> Vec<String> {
    let mut words = Words::default();
    words.stream(tokens.clone());
    words.0
}

/// Those of more than one character.
const OPERATORS: &[&str] = &["::", "->", "=>", "..=", ".."];

#[derive(Default)]
struct Words(Vec<String>);

/// What stood before, as far as it decides about a space.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// The beginning, or something that what follows sticks to: `::`, `&`, `<`, `(`.
    Glue,
    /// A name or a literal: brackets stick to it, other words don't.
    Word,
    /// Anything else.
    Other,
}

impl Words {
    fn stream(&mut self, tokens: TokenStream) {
        let mut before = Before::Glue;
        // The punctuation so far, while it goes on.
        let mut punctuation = String::new();
        for tree in tokens {
            if let TokenTree::Punct(punct) = &tree {
                punctuation.push(punct.as_char());
                if punct.spacing() == Spacing::Joint {
                    continue;
                }
            }
            before = self.punctuation(&std::mem::take(&mut punctuation), before);
            match tree {
                TokenTree::Punct(_) => {}
                TokenTree::Group(group) => {
                    before = self.group(group.delimiter(), group.stream(), before);
                }
                word => {
                    let word = word.to_string();
                    self.add(&word, before == Before::Glue);
                    before = match word.as_str() {
                        // A path behind them may start with `::`.
                        "use" | "impl" | "in" => Before::Other,
                        _ => Before::Word,
                    };
                }
            }
        }
    }

    /// Characters that stand next to each other, as the operators that they are.
    fn punctuation(&mut self, mut text: &str, mut before: Before) -> Before {
        while !text.is_empty() {
            let known = OPERATORS.iter().find(|known| text.starts_with(**known));
            let length = known.map_or(1, |known| known.len());
            before = self.operator(&text[..length], before);
            text = &text[length..];
        }
        before
    }

    fn operator(&mut self, text: &str, before: Before) -> Before {
        match text {
            "," | ";" | ":" | "!" | ">" => {
                self.add(text, true);
                Before::Other
            }
            "..=" => {
                self.add(text, true);
                Before::Glue
            }
            "::" | "<" => {
                self.add(text, before != Before::Other);
                Before::Glue
            }
            "&" | "#" | "'" => {
                self.add(text, before == Before::Glue);
                Before::Glue
            }
            // `=`, `=>`, `->`, `|`, `+`, `..`
            _ => {
                self.add(text, before == Before::Glue);
                Before::Other
            }
        }
    }

    fn group(&mut self, delimiter: Delimiter, tokens: TokenStream, before: Before) -> Before {
        let (open, close) = match delimiter {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::None => ("", ""),
        };
        let sticks = match delimiter {
            Delimiter::Parenthesis => before != Before::Other,
            _ => before == Before::Glue,
        };
        self.add(open, sticks);
        let mut inner = Self::default();
        inner.stream(tokens);
        let padded = delimiter == Delimiter::Brace;
        for (index, word) in inner.0.iter().enumerate() {
            self.add(word, index == 0 && !padded);
        }
        self.add(close, !padded);
        Before::Other
    }

    fn add(&mut self, text: &str, sticks: bool) {
        match self.0.last_mut() {
            Some(last) if sticks => last.push_str(text),
            _ => self.0.push(text.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    fn line(text: &str) -> String {
        words(&text.parse().unwrap()).join(" ")
    }

    #[test]
    fn tables_are_spaced_as_people_write_them() {
        for text in [
            "Refund: Encode + Decode, derive(PartialEq, Eq)",
            "required(TEXT) amount: Option<Vec<super::Amount>> = \"Amount\",",
            "fn get(id: &str, of: &[runtime::Decimal]) -> std::collections::BTreeMap<String, i64>;",
            "responses { 200 json, 4XX [\"text/csv\"] error_json<types::Problem>, default empty => A::B }",
            "query_as(runtime::Style::Form { explode: false }) tags: Option<Vec<String>>,",
            "security [[client::KEY], [client::A, client::B]];",
            "form(&[(\"a\", runtime::Style::DeepObject)]) body: types::A,",
            "new(a: impl Into<String>; b, c; d = \"e\")",
            "A_READING_1 for 400, 404 when [\"type\"(EMPTY) absent]",
            "[\"code\"(TEXT) one_of [0, 1..=4, Text(\"a\")]] => Refused unless_sent [\"amount\"];",
            "use ::acme::runtime;",
            "runtime::object!",
            "..",
            "Vec<Option<&'static str>>,",
            "handle Sales, pub(in super::super::super) new;",
        ] {
            assert_eq!(line(text), text);
        }
    }
}
