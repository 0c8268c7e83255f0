//! What is redacted, and what is not. All names, numbers and keys are invented.

mod forms;

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use bytes::Bytes;

use super::{Redaction, one_line};
use crate::runtime::outcome::response_body::Text;
use crate::runtime::{Raw, Secret};

const KEY: &str = "sck_Qm7/xT2+vL9zKp4WbN8";
const PHONE: &str = "+90 555 123 45 67";

fn redacted(text: &str, sensitive: &[&str]) -> String {
    redacted_after(text, sensitive, "")
}

/// Redacts a text in the response to a request.
fn redacted_after(text: &str, sensitive: &[&str], sent: &'static str) -> String {
    let redaction = Redaction {
        sensitive: sensitive.iter().copied().map(Secret::new).collect(),
        sent: [Bytes::from_static(sent.as_bytes()), Bytes::new()],
    };
    redaction.apply(text)
}

#[test]
fn a_value_is_found_in_other_letter_case_and_with_other_separators() {
    for (text, value, expected) in [
        ("declined for AYSE X.", "Ayse X", "declined for [redacted]."),
        ("AYŞE X'E AİT", "Ayse X", "[redacted]'E AİT"),
        ("ayse-x: no", "AYŞE X", "[redacted]: no"),
        (
            "IŞIL ILICA, işil ilica",
            "Işıl Ilıca",
            "[redacted], [redacted]",
        ),
        ("ışıl ılıca", "IŞIL ILICA", "[redacted]"),
        ("İNCİ", "inci", "[redacted]"),
        ("as\u{327}kin", "aşkın", "[redacted]"),
        ("dear Ayse, no", "Ayse X", "dear [redacted], no"),
        ("call 0555.123.45.67", PHONE, "call [redacted]"),
        ("call +905551234567", PHONE, "call +[redacted]"),
        ("call (555) 1234567", PHONE, "call ([redacted]"),
        (
            "mail A.X@SHOP.EXAMPLE",
            "a.x@shop.example",
            "mail [redacted]",
        ),
        ("王小明的卡", "王小明", "[redacted]的卡"),
    ] {
        assert_eq!(redacted(text, &[value]), expected);
    }
}

#[test]
fn words_that_contain_a_short_value_are_kept() {
    for (text, value) in [
        ("canceled, Canan", "Can"),
        ("not authorized", "auth"),
        ("in 12 or 1234 days", "123"),
        ("ya no", "ya"),
        ("request without a value", ""),
    ] {
        assert_eq!(redacted(text, &[value]), text);
    }
    assert_eq!(
        redacted("Can: 123x", &["can", "123"]),
        "[redacted]: [redacted]x"
    );
}

#[test]
fn a_value_that_is_a_word_does_not_hide_that_it_is_a_part_of_another() {
    // The base64 of `payer` begins so.
    for values in [["cGF5ZX", "payer"], ["payer", "cGF5ZX"]] {
        assert_eq!(redacted("key xcGF5ZXy", &values), "key [redacted]");
    }
    assert_eq!(redacted("key xcGF5ZXy", &["cGF5ZX"]), "key xcGF5ZXy");
}

#[test]
fn the_encodings_of_a_key_are_redacted_wherever_they_are() {
    let percent: String = KEY.bytes().map(|byte| format!("%{byte:02x}")).collect();
    let json: String = KEY
        .chars()
        .map(|c| format!("\\u{:04X}", u32::from(c)))
        .collect();
    let html: String = KEY
        .chars()
        .map(|c| format!("&#{};", u32::from(c)))
        .collect();
    let hex: String = KEY.bytes().map(|byte| format!("{byte:02X} ")).collect();
    let escaped = KEY.replace('/', "%2F").replace('+', "%2b");
    let slash = KEY.replace('/', "\\/");
    for text in [KEY, &percent, &json, &html, &hex, &escaped, &slash] {
        let text = format!("key {text}!").replace(" !", "!");
        let printed = redacted(&text, &[KEY]);
        let mut rest = printed.replace("[redacted]", "");
        rest.retain(|c| c.is_alphanumeric());
        assert_eq!(rest, "key", "{printed}");
    }
    for around in ["", "a", "ab", "user:", "abcd"] {
        let pair = format!("{around}{KEY}{around}");
        for encoded in [
            BASE64_STANDARD.encode(&pair),
            BASE64_URL_SAFE_NO_PAD.encode(&pair),
        ] {
            let printed = redacted(&format!("Basic {encoded}"), &[KEY]);
            // What precedes or follows a symbol may be left: it depends on what is around the key.
            let left = printed.replace("[redacted]", "").len() - "Basic ".len();
            assert!(printed.contains("[redacted]") && left <= 8, "{printed}");
            assert!(!printed.contains(&encoded[10..20]), "{printed}");
        }
    }
}

#[test]
fn parts_of_a_key_are_redacted() {
    let letters: Vec<char> = KEY.chars().collect();
    for start in 0..letters.len() - 12 {
        let part: String = letters[start..start + 12].iter().collect();
        let printed = redacted(&format!("key {part}…"), &[KEY]);
        assert!(printed.contains("[redacted]"), "{part}: {printed}");
        assert!(!printed.contains(&part), "{printed}");
    }
    assert_eq!(
        redacted("the key sck_… is unknown", &[KEY]),
        "the key sck_… is unknown"
    );
}

#[test]
fn of_an_address_the_host_is_no_secret() {
    let address = "https://shop.example/notify?token=Zx81Lm0Qr7";
    assert_eq!(
        redacted("no answer from shop.example (zx81lm0qr7)", &[address]),
        "no answer from shop.example ([redacted])"
    );
    assert_eq!(
        redacted(&format!("at {address}"), &[address]),
        "at [redacted]"
    );
}

#[test]
fn long_numbers_are_redacted() {
    for (text, expected) in [
        ("card 4111 1111 1111 1111.", "card [redacted]."),
        ("card 4111-1111-1111-1111", "card [redacted]"),
        ("card 4111.1111.1111.1111", "card [redacted]"),
        ("card 4111%201111%201111%201111", "card [redacted]"),
        ("PAN4111111111111111!", "PAN[redacted]!"),
        ("identity 123456789012", "identity [redacted]"),
        ("TR33 0006 1005 1978 6457 8413 26 yok", "[redacted] yok"),
        ("iban tr330006100519786457841326", "iban [redacted]"),
        ("GB82 WEST 1234 5698 7654 32", "[redacted]"),
        ("(NL91ABNA0417164300)", "([redacted])"),
    ] {
        assert_eq!(redacted(text, &[]), expected);
    }
    for text in [
        "on 2024-05-31 12:30:00, code 12",
        "31.05.2024 14:30",
        "1.250,00 TL of 10.000.000,00 TL",
        "call 0212 555 12 34",
        "from 192.168.100.200",
        "435508******4358",
        "TR33, AB12 and AB12 CDEF",
    ] {
        assert_eq!(redacted(text, &[]), text);
    }
}

#[test]
fn numbers_that_were_sent_are_kept_but_those_of_cards() {
    let sent =
        r#"{"xact_id":"xk_411111111111111101","order":"20240531000123","card":"4111111111111111"}"#;
    let kept = "no xk_411111111111111101 in 20240531000123";
    assert_eq!(redacted_after(kept, &[], sent), kept);
    assert_eq!(
        redacted_after("xk_411111111111111102, 4111111111111111", &[], sent),
        "xk_[redacted], [redacted]"
    );
    assert_eq!(
        redacted_after(kept, &["20240531000123"], sent)
            .matches("[redacted]")
            .count(),
        1
    );
}

#[test]
fn an_undecodable_body_is_sensitive_as_a_whole() {
    let mut redaction = Redaction::default();
    let body =
        r#"{"message":"declined for AYSE X, 5551234","a":[{"b":"Ayse X"},5551234],"code":"x"}"#;
    redaction.suspect(body, "declined for AYSE X, 5551234");
    assert_eq!(
        redaction.apply("declined for AYSE X, 5551234"),
        "declined for [redacted], [redacted]"
    );
    let mut redaction = Redaction::default();
    redaction.suspect(
        "\u{feff}{\"message\":\"Ayse X\",\"name\":\"Ayse X\"}",
        "Ayse X",
    );
    assert_eq!(redaction.apply("Ayse X"), "[redacted]");
}

#[test]
fn a_body_in_another_encoding_or_with_a_huge_number_is_sensitive_too() {
    for body in [
        &b"{\"message\":\"no AYSE X, 12.50\",\"name\":\"Ayse X\",\"fee\":12.50,\"city\":\"\xddzmir\"}"[..],
        b"{\"name\":\"Ayse X\",\"fee\":12.50,\"long\":1e999}",
        b"[{\"a\":[[\"Ayse X\"]],\"b\":\"\\ud800\"},12.50]",
    ] {
        let raw = Raw::new(200, [], body.to_vec());
        let mut redaction = Redaction::default();
        redaction.suspect(Text::of(&raw).as_str(), "no AYSE X, 12.50");
        let printed = redaction.apply("no AYSE X, 12.50");
        assert_eq!(printed, "no [redacted], [redacted]");
    }
}

#[test]
fn a_long_message_is_cut() {
    let long = "ş".repeat(20_000);
    assert_eq!(redacted(&long, &[KEY]), "ş".repeat(16_384));
}

#[test]
fn a_message_is_printed_on_one_line() {
    assert_eq!(
        one_line("a\r\nb\u{1b}[0mğ\u{202e}"),
        "a\\r\\nb\\u{1b}[0mğ\\u{202e}"
    );
    assert_eq!(one_line(&"x".repeat(301)), format!("{}…", "x".repeat(300)));
}
