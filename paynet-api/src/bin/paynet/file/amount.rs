//! Reads the amount of a refund. What is not one says what to write instead.

use paynet_api::{Amount, RefundAmount};

use crate::language::{Language, text};

/// Why a field is no amount. The crate's parser decides that it is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WrongAmount {
    Empty,
    /// With a comma, as Turkish writes it; with what to write, if it is certain what is meant.
    Comma(Option<String>),
    NoDecimals,
    NotPositive,
    /// It would be one without the white space around it.
    Spaces,
    /// A word that may mean the whole.
    Whole,
    Other,
}

/// Reads `full`, or an amount such as `10.50`.
pub(super) fn read(field: &str) -> Result<RefundAmount, WrongAmount> {
    match field {
        "full" => Ok(RefundAmount::Full),
        _ => read_total(field).map(RefundAmount::Partial),
    }
}

/// Reads an amount such as `10.50`.
pub(super) fn read_total(field: &str) -> Result<Amount, WrongAmount> {
    field.parse().map_err(|_| classify(field))
}

fn classify(field: &str) -> WrongAmount {
    let number = field.trim().trim_start_matches('-');
    let is_number = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    let decimals = number.split_once('.').filter(|(lira, _)| is_number(lira));
    if number.is_empty() {
        WrongAmount::Empty
    } else if field.trim().parse::<Amount>().is_ok() {
        WrongAmount::Spaces
    } else if ["full", "tam", "tamamı", "tümü"].contains(&number.to_lowercase().as_str()) {
        WrongAmount::Whole
    } else if number.contains(',') {
        WrongAmount::Comma(with_a_dot(field))
    } else if number != field.trim() || number.bytes().all(|it| b"0.".contains(&it)) {
        WrongAmount::NotPositive
    } else if is_number(number) || decimals.is_some_and(|(_, kurus)| is_number(kurus)) {
        WrongAmount::NoDecimals
    } else {
        WrongAmount::Other
    }
}

/// Returns `10.50` for `10,50`. Of `1,050` it is not certain what was meant.
fn with_a_dot(field: &str) -> Option<String> {
    let (_, kurus) = field.split_once(',')?;
    let dotted = field.replace(',', ".");
    (kurus.len() == 2 && dotted.parse::<Amount>().is_ok()).then_some(dotted)
}

impl WrongAmount {
    /// Returns a sentence that says what to write.
    pub(super) fn sentence(&self, language: Language) -> String {
        match self {
            Self::Empty => language.of_two(
                "the amount is empty: write lira, a dot and two digits of kuruş, or `full` for the whole",
                "tutar boş: lirayı, bir noktayı ve iki hane kuruşu yazın; tamamı için `full`",
            ),
            Self::Comma(Some(dotted)) => {
                return text!(
                    language,
                    "the amount has a comma: write `{dotted}`, with a dot",
                    "tutarda virgül var: noktayla `{dotted}` yazın",
                );
            }
            Self::Comma(None) => language.of_two(
                "the amount has a comma: write lira, a dot and two digits of kuruş, without separators of thousands",
                "tutarda virgül var: lirayı, bir noktayı ve iki hane kuruşu yazın; binlik ayırıcı kullanmayın",
            ),
            Self::NoDecimals => language.of_two(
                "the amount must have a dot and exactly two digits after it, so that lira are not taken for kuruş",
                "tutarda bir nokta ve ondan sonra tam iki hane olmalı; yoksa lira kuruş sanılabilir",
            ),
            Self::NotPositive => language.of_two(
                "the amount must be more than zero; for the whole, write `full`",
                "tutar sıfırdan büyük olmalı; tamamı için `full` yazın",
            ),
            Self::Spaces => language.of_two(
                "there is white space around the amount: remove it",
                "tutarın başında veya sonunda boşluk var: silin",
            ),
            Self::Whole => language.of_two(
                "for the whole amount, write `full`, in lower case and without anything else",
                "tutarın tamamı için küçük harflerle yalnızca `full` yazın",
            ),
            Self::Other => language.of_two(
                "this is no amount: write lira in digits, a dot and two digits of kuruş, or `full` for the whole",
                "bu bir tutar değil: lirayı rakamla, bir noktayı ve iki hane kuruşu yazın; tamamı için `full`",
            ),
        }
        .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, RefundAmount, WrongAmount, read};

    #[test]
    fn exactly_one_form_is_accepted() {
        assert_eq!(read("full"), Ok(RefundAmount::Full));
        let Ok(RefundAmount::Partial(amount)) = read("10.50") else {
            panic!("it is an amount");
        };
        assert_eq!(amount.kurus(), 1050);
        for (field, wrong) in [
            ("", WrongAmount::Empty),
            (" ", WrongAmount::Empty),
            ("10,50", WrongAmount::Comma(Some("10.50".to_owned()))),
            ("1,050", WrongAmount::Comma(None)),
            ("1.050,00", WrongAmount::Comma(None)),
            ("-10,50", WrongAmount::Comma(None)),
            ("10", WrongAmount::NoDecimals),
            ("10.5", WrongAmount::NoDecimals),
            ("1.050", WrongAmount::NoDecimals),
            ("10.50.00", WrongAmount::Other),
            ("0.00", WrongAmount::NotPositive),
            ("0", WrongAmount::NotPositive),
            ("-10.50", WrongAmount::NotPositive),
            ("FULL", WrongAmount::Whole),
            ("Tamamı", WrongAmount::Whole),
            ("10.50 TL", WrongAmount::Other),
            (" 10.50", WrongAmount::Spaces),
        ] {
            assert_eq!(read(field), Err(wrong), "{field}");
        }
    }

    #[test]
    fn the_sentence_names_the_amount_only_where_it_is_certain() {
        let sentence = |field, language| read(field).unwrap_err().sentence(language);
        let english = "the amount has a comma: write `10.50`, with a dot";
        assert_eq!(sentence("10,50", Language::English), english);
        let turkish = "tutarda virgül var: noktayla `10.50` yazın";
        assert_eq!(sentence("10,50", Language::Turkish), turkish);
        for language in [Language::English, Language::Turkish] {
            let unclear = sentence("1,050", language);
            assert!(
                !unclear.contains(|it: char| it.is_ascii_digit()),
                "{unclear}"
            );
        }
    }
}
