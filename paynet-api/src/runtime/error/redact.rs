//! What a provider says, made fit for a log: without this call's secrets, on one line, not too long.

use super::super::Secret;

/// Where a text is cut.
const LENGTH: usize = 300;

/// The text without any of these secrets.
pub(super) fn redacted(text: &str, secrets: &[Secret]) -> String {
    // Longest first: a secret may be a part of another.
    let mut secrets: Vec<&str> = secrets
        .iter()
        .map(Secret::expose)
        .filter(|secret| !secret.is_empty())
        .collect();
    secrets.sort_unstable_by_key(|secret| std::cmp::Reverse(secret.len()));
    secrets.into_iter().fold(text.to_owned(), |text, secret| {
        text.replace(secret, "[redacted]")
    })
}

/// The text on one line, cut at 300 characters.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::new();
    for c in text.chars().take(LENGTH) {
        // What turns the direction of writing can make a log say something else.
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
    fn secrets_are_replaced_the_longest_first() {
        let secrets = [Secret::new("key"), Secret::new("key-long"), Secret::new("")];
        assert_eq!(
            redacted("a key-long and a key", &secrets),
            "a [redacted] and a [redacted]"
        );
    }

    #[test]
    fn a_message_stays_on_its_line() {
        assert_eq!(
            one_line("a\r\nb\u{1b}[0mğ\u{202e}"),
            "a\\r\\nb\\u{1b}[0mğ\\u{202e}"
        );
        assert_eq!(one_line(&"x".repeat(301)), format!("{}…", "x".repeat(300)));
    }
}
