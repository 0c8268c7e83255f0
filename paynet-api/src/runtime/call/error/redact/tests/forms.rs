//! Invented values and messages, put together and written in every way that is known.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::redacted;

#[test]
fn no_form_of_a_value_survives_in_any_message() {
    let mut random = Random(7);
    for _ in 0..2000 {
        let value = random.value();
        let form = random.form(&value);
        let [before, behind] = [random.filler(), random.filler()];
        let text = format!("{before} {form} {behind}");
        let printed = redacted(&text, &[&value]);
        assert!(
            printed.starts_with(before) && printed.ends_with(behind),
            "{text}: {printed}"
        );
        assert_eq!(
            printed,
            format!("{before} [redacted] {behind}"),
            "{value}: {text}"
        );
    }
}

const KEY_LETTERS: &str = "abcdefghijkmnopqrstuvwxyzABCDEFGHKLMNPQRSTUVWXYZ23456789/+";

/// A linear congruential generator: the same samples in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % end
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn letters(&mut self, of: &str, length: usize) -> String {
        let of: Vec<char> = of.chars().collect();
        (0..length).map(|_| of[self.below(of.len())]).collect()
    }

    /// A name, a phone number, an email address or a key.
    fn value(&mut self) -> String {
        let name = self.one(&["Ayşe", "Çağrı", "IŞIL", "İnci", "Gökçe"]);
        let surname = self.one(&["Yılmaz", "Öztürk", "ŞAHİN", "Işık"]);
        let length = 8 + self.below(40);
        match self.below(4) {
            0 => format!("{name} {surname}"),
            1 => format!("0{}", self.letters("123456789", 10)),
            2 => format!("{}@shop.example", self.letters("abcdefghij", 6)),
            _ => format!("k{}q", self.letters(KEY_LETTERS, length)),
        }
    }

    /// One way to write a value.
    fn form(&mut self, value: &str) -> String {
        let separator = self.one(&[" ", "-", ".", "/"]);
        match self.below(7) {
            0 => value.to_uppercase(),
            1 => value.to_lowercase(),
            2 => value
                .chars()
                .map(|c| c.to_string())
                .collect::<Vec<_>>()
                .join(separator),
            3 => value.bytes().map(|byte| format!("%{byte:02X}")).collect(),
            4 => BASE64_STANDARD
                .encode(value)
                .trim_end_matches('=')
                .to_owned(),
            5 => value.bytes().map(|byte| format!("{byte:02x}")).collect(),
            _ => value.replace(' ', ""),
        }
    }

    fn filler(&mut self) -> &'static str {
        self.one(&[
            "işlem reddedildi:",
            "code 12:",
            "Invalid Ip Address",
            "a",
            "(2024-05-31)",
            "…",
        ])
    }
}
