//! The language of the command's texts. Each text is written once, with its translation beside it.

/// The languages that the command speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Turkish,
}

/// The variables that say the locale of messages. As in POSIX, the first that is set decides.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

impl Language {
    /// Returns the language of the locale; English if that is none of ours.
    pub(crate) fn of_environment() -> Self {
        Self::of(|name| std::env::var(name).ok())
    }

    fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let mut values = VARIABLES.iter().filter_map(|name| variable(name));
        let locale = values.find(|value| !value.is_empty()).unwrap_or_default();
        // A locale is a language, a territory, an encoding and a modifier: `tr_TR.UTF-8@euro`.
        match locale.split(['_', '-', '.', '@']).next() {
            Some("tr") => Self::Turkish,
            _ => Self::English,
        }
    }

    /// Returns the text of this language.
    pub(crate) const fn of_two(self, english: &'static str, turkish: &'static str) -> &'static str {
        match self {
            Self::English => english,
            Self::Turkish => turkish,
        }
    }
}

/// Formats the text of a language: English first, then Turkish.
macro_rules! text {
    ($language:expr, $english:literal, $turkish:literal $(,)?) => {
        match $language {
            $crate::language::Language::English => format!($english),
            $crate::language::Language::Turkish => format!($turkish),
        }
    };
}

pub(crate) use text;

#[cfg(test)]
mod tests {
    use super::Language;

    fn language(set: &[(&str, &str)]) -> Language {
        Language::of(|name| {
            let found = set.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        for (set, expected) in [
            (&[("LANG", "tr_TR.UTF-8")][..], Language::Turkish),
            (&[("LANG", "tr")], Language::Turkish),
            (
                &[("LC_MESSAGES", "tr_TR@x"), ("LANG", "C")],
                Language::Turkish,
            ),
            (&[("LC_ALL", ""), ("LANG", "tr_CY")], Language::Turkish),
            (&[("LC_ALL", "C"), ("LANG", "tr_TR")], Language::English),
            (
                &[("LC_MESSAGES", "en_US"), ("LANG", "tr_TR")],
                Language::English,
            ),
            (&[("LANG", "trv_TW")], Language::English),
            (&[], Language::English),
        ] {
            assert_eq!(language(set), expected, "{set:?}");
        }
    }
}
