//! Makes a provider's message fit for a log: without the call's secrets, on one line, and short.

use crate::runtime::Secret;

/// How many characters are printed.
const LENGTH: usize = 300;

/// A run of so many letters and digits is not a word.
const RUN: usize = 12;

/// Replaces these secrets, and their long runs of letters and digits, which are the same in every
/// encoding.
pub(crate) fn redacted(text: &str, secrets: &[Secret]) -> String {
    let runs = |secret: &'_ Secret| {
        let runs = secret.expose().split(|c: char| !c.is_alphanumeric());
        let long = runs.filter(|run| run.len() >= RUN);
        long.map(Secret::new).collect::<Vec<_>>()
    };
    let mut hidden: Vec<Secret> = secrets.iter().flat_map(runs).collect();
    hidden.extend(secrets.iter().cloned());
    // Longest first: a secret may be a part of another.
    hidden.sort_unstable_by_key(|secret| std::cmp::Reverse(secret.expose().len()));
    let hidden = hidden.iter().map(Secret::expose);
    hidden
        .filter(|secret| !secret.is_empty())
        .fold(text.to_owned(), |text, secret| {
            text.replace(secret, "[redacted]")
        })
}

/// Escapes line breaks and control characters, and cuts the text after 300 characters.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::new();
    for c in text.chars().take(LENGTH) {
        // Characters that change the direction of writing can change what a log seems to say.
        match c {
            _ if c.is_control() => line.extend(c.escape_default()),
            '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => line.extend(c.escape_unicode()),
            _ => line.push(c),
        }
    }
    if text.chars().nth(LENGTH).is_some() {
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{Secret, one_line, redacted};

    #[test]
    fn longer_secrets_are_replaced_first() {
        let secrets = [Secret::new("key"), Secret::new("key-long"), Secret::new("")];
        assert_eq!(
            redacted("a key-long and a key", &secrets),
            "a [redacted] and a [redacted]"
        );
    }

    #[test]
    fn encoded_secrets_are_replaced() {
        let secrets = [Secret::new("sck_abcdefghijkl/mnopqrstuvwx+yz")];
        for text in [
            "sck_abcdefghijkl%2Fmnopqrstuvwx%2Byz",
            r"sck_abcdefghijkl\/mnopqrstuvwx\u002Byz",
        ] {
            let text = redacted(text, &secrets);
            assert!(!text.contains("abc") && !text.contains("mno"), "{text}");
        }
    }

    #[test]
    fn a_message_is_printed_on_one_line() {
        assert_eq!(
            one_line("a\r\nb\u{1b}[0mğ\u{202e}"),
            "a\\r\\nb\\u{1b}[0mğ\\u{202e}"
        );
        assert_eq!(one_line(&"x".repeat(301)), format!("{}…", "x".repeat(300)));
    }
}
