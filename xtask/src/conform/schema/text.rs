//! Strings that a schema describes.

use serde_json::{Map, Value};

use super::keyword::size;
use super::pattern;

/// Strings for a schema of type `string`, the likeliest first.
pub(super) fn candidates(flat: &Map<String, Value>, nth: usize) -> Vec<String> {
    let mut candidates = Vec::new();
    if let Some(pattern) = flat.get("pattern").and_then(Value::as_str) {
        candidates.extend(pattern::matching(
            pattern,
            size(flat, "minLength").unwrap_or(0),
        ));
    }
    let format = flat.get("format").and_then(Value::as_str);
    candidates.extend(formatted(format.unwrap_or_default(), nth).map(str::to_owned));
    candidates.push(fitted(["text", "more"][nth % 2], flat));
    // What patterns beyond our understanding often want.
    candidates.extend(["1", "1.00", "USD", "en-US", "A", "+12025550123"].map(str::to_owned));
    candidates
}

/// A word with as many letters as the schema allows.
fn fitted(word: &str, flat: &Map<String, Value>) -> String {
    let least = size(flat, "minLength").unwrap_or(0);
    let most = size(flat, "maxLength").unwrap_or(usize::MAX);
    let letters = word.chars().chain(std::iter::repeat('x'));
    letters.take(word.len().max(least).min(most)).collect()
}

fn formatted(format: &str, nth: usize) -> Option<&'static str> {
    let pair = match format {
        "date" => ["2024-02-29", "2025-01-31"],
        "date-time" => ["2024-02-29T10:20:30Z", "2025-01-31T23:59:59.125+03:00"],
        "time" => ["10:20:30Z", "23:59:59Z"],
        "duration" => ["P1D", "PT1H"],
        "email" | "idn-email" => ["a@example.com", "b@example.com"],
        "uuid" => [
            "123e4567-e89b-42d3-a456-426614174000",
            "123e4567-e89b-42d3-a456-426614174001",
        ],
        // On loopback, in case the judge follows it.
        "uri" | "url" | "uri-reference" | "iri" => ["http://127.0.0.1:9/a", "http://127.0.0.1:9/b"],
        "hostname" | "idn-hostname" => ["a.example.com", "b.example.com"],
        "ipv4" | "ip" => ["192.0.2.1", "192.0.2.2"],
        "ipv6" => ["2001:db8::1", "2001:db8::2"],
        "byte" => ["dGV4dA==", "bW9yZQ=="],
        "decimal" => ["1.50", "2.25"],
        "int32" | "int64" | "integer" => ["1", "2"],
        _ => return None,
    };
    Some(pair[nth % 2])
}
