//! The words of the pages, English and Turkish: columns, types, yes and no, environments.
//!
//! A word that is not here makes its page unreadable: nothing is guessed.

use crate::docs::facts::{Direction, Environment, JsonType};

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Type,
    Required,
    Description,
    System,
    Url,
}

/// Returns a text in lower case, with ASCII letters for Turkish ones: `Açıklama` is `aciklama`.
pub(crate) fn fold(text: &str) -> String {
    let letters = text.trim().chars().map(|letter| match letter {
        'İ' | 'I' | 'ı' => 'i',
        'Ş' | 'ş' => 's',
        'Ğ' | 'ğ' => 'g',
        'Ü' | 'ü' => 'u',
        'Ö' | 'ö' => 'o',
        'Ç' | 'ç' => 'c',
        other => other.to_ascii_lowercase(),
    });
    letters.collect()
}

/// Returns the column under a heading.
pub(super) fn column(heading: &str) -> Option<Column> {
    Some(match fold(heading).as_str() {
        "parameter name" | "parameter" | "name" | "field" | "parametre" | "parametre adi"
        | "alan" | "alan adi" => Column::Name,
        "type" | "data type" | "tip" | "tipi" | "veri tipi" => Column::Type,
        "required" | "mandatory" | "zorunlu" | "zorunluluk" => Column::Required,
        "description" | "aciklama" => Column::Description,
        "system" | "environment" | "sistem" | "ortam" => Column::System,
        "url" | "address" | "adres" => Column::Url,
        _ => return None,
    })
}

/// Returns the JSON type of a type's word. JSON has no dates and no characters: they are strings.
pub(super) fn json_type(word: &str) -> Option<JsonType> {
    let word = fold(word);
    // `string(100)` says how long it may be.
    let word = word.split('(').next().unwrap_or_default().trim_end();
    Some(match word {
        "string" | "char" | "datetime" | "date" => JsonType::String,
        "int" | "integer" | "long" | "short" => JsonType::Integer,
        "decimal" | "float" | "double" | "number" => JsonType::Number,
        "bool" | "boolean" => JsonType::Boolean,
        "array" | "list" => JsonType::Array,
        "object" => JsonType::Object,
        _ => return None,
    })
}

/// Returns whether a word says that a field is required.
pub(super) fn required(word: &str) -> Option<bool> {
    match fold(word).as_str() {
        "yes" | "evet" | "required" | "zorunlu" => Some(true),
        "no" | "hayir" | "optional" | "istege bagli" | "opsiyonel" => Some(false),
        _ => None,
    }
}

/// Returns the environment that a name means.
pub(crate) fn environment(name: &str) -> Option<Environment> {
    let name = fold(name);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match (
        has(&["live", "production", "canli"]),
        has(&["test", "sandbox"]),
    ) {
        (true, false) => Some(Environment::Production),
        (false, true) => Some(Environment::Sandbox),
        _ => None,
    }
}

/// Returns the direction that the title of a tab or a table means.
pub(super) fn direction(title: &str) -> Option<Direction> {
    let title = fold(title);
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    match (
        has(&["request", "istek"]),
        has(&["response", "yanit", "cevap", "donen"]),
    ) {
        (true, false) => Some(Direction::Request),
        (false, true) => Some(Direction::Response),
        _ => None,
    }
}

/// Returns whether the title of a section says that the API sends something by itself.
pub(super) fn is_notification(title: &str) -> bool {
    let title = fold(title);
    let words = [
        "posted",
        "notification",
        "callback",
        "gonderilen",
        "post edilen",
        "bildirim",
    ];
    words.iter().any(|word| title.contains(word))
}

/// Returns whether a text has letters that English doesn't have and Turkish does.
pub(super) fn is_turkish(text: &str) -> bool {
    text.contains(['ı', 'İ', 'ş', 'Ş', 'ğ', 'Ğ'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turkish_words_mean_the_same_as_english_ones() {
        let columns = [
            ("Parametre", Column::Name),
            ("Tip", Column::Type),
            ("Zorunlu", Column::Required),
            ("Açıklama", Column::Description),
            ("SİSTEM", Column::System),
        ];
        for (heading, expected) in columns {
            assert_eq!(column(heading), Some(expected), "{heading}");
        }
        assert_eq!(required("Hayır"), Some(false));
        assert_eq!(environment("Canlı Sistem"), Some(Environment::Production));
        assert_eq!(direction("İstek Parametreleri"), Some(Direction::Request));
        assert_eq!(direction("Yanıt"), Some(Direction::Response));
    }

    #[test]
    fn other_words_mean_nothing() {
        assert_eq!(column("Notes"), None);
        assert_eq!(json_type("money"), None);
        assert_eq!(required("-"), None);
        assert_eq!(environment("Live and test"), None);
        assert_eq!(direction("cURL"), None);
    }
}
