//! What can be wrong with a file, each with its place and a sentence that says what to do.

use super::amount::WrongAmount;
use super::header::COLUMNS;
use crate::language::{Language, text};

/// Something wrong in a line of the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The first line is 1.
    pub(super) line: usize,
    /// In characters; the first is 1.
    pub(super) column: usize,
    pub(super) kind: Kind,
}

/// What is wrong.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The file is UTF-16: Excel's "Unicode text".
    Utf16,
    /// A character that is not UTF-8.
    NotUtf8,
    /// Nothing but empty lines.
    NoRefunds,
    /// The header lacks a column.
    NoColumn(&'static str),
    /// The header has a column twice.
    SecondColumn(String),
    OpenQuote,
    /// As many fields as are found, and as many as the header has.
    FieldCount(usize, usize),
    NoTransaction,
    WrongTransaction,
    NoKey,
    WrongKey,
    Amount(WrongAmount),
    /// The sale's total is not an amount.
    Total(WrongAmount),
    /// The key is also that of this line.
    SecondKey(usize),
    /// The transaction is refunded in full, here or in this line.
    FullAndMore(usize),
    /// The total of the same transaction is another in this line.
    OtherTotal(usize),
    /// The refunds of the transaction, up to here, are more than its total.
    OverTotal,
}

impl Problem {
    /// Returns the line to print: the place as compilers and editors write it, and the sentence.
    pub(crate) fn describe(&self, file: &str, language: Language) -> String {
        let Self { line, column, .. } = self;
        format!("{file}:{line}:{column}: {}", self.kind.sentence(language))
    }

    /// Returns whether it is of a comma in an amount.
    pub(crate) const fn is_comma(&self) -> bool {
        matches!(
            self.kind,
            Kind::Amount(WrongAmount::Comma(_)) | Kind::Total(WrongAmount::Comma(_))
        )
    }
}

impl Kind {
    fn sentence(&self, language: Language) -> String {
        match self {
            Self::Utf16 | Self::NotUtf8 | Self::NoRefunds | Self::OpenQuote => {
                self.of_the_text(language).to_owned()
            }
            Self::NoColumn(name) => text!(
                language,
                "the first line has no column `{name}`: it names the columns, {COLUMNS}",
                "ilk satırda `{name}` sütunu yok: ilk satır sütunları adlandırır, {COLUMNS}",
            ),
            Self::SecondColumn(name) => text!(
                language,
                "the column `{name}` is there twice: remove one",
                "`{name}` sütunu iki kez var: birini silin",
            ),
            Self::FieldCount(found, expected) => text!(
                language,
                "expected {expected} fields, as in the first line, found {found}: quote a field that contains the separator, and write amounts with a dot",
                "ilk satırdaki gibi {expected} alan bekleniyordu, {found} bulundu: ayırıcı içeren alanı tırnak içine alın, tutarları noktayla yazın",
            ),
            Self::Amount(wrong) => wrong.sentence(language),
            Self::Total(wrong) => {
                let sentence = wrong.sentence(language);
                text!(
                    language,
                    "total of the sale: {sentence}",
                    "satışın toplamı: {sentence}"
                )
            }
            Self::NoTransaction | Self::WrongTransaction | Self::NoKey | Self::WrongKey => {
                self.of_a_name(language).to_owned()
            }
            Self::SecondKey(_) | Self::FullAndMore(_) | Self::OtherTotal(_) | Self::OverTotal => {
                self.of_several_lines(language)
            }
        }
    }

    const fn of_the_text(&self, language: Language) -> &'static str {
        match self {
            Self::Utf16 => language.of_two(
                "the file is UTF-16: save it as UTF-8 (in Excel: \"CSV UTF-8\")",
                "dosya UTF-16: UTF-8 olarak kaydedin (Excel'de \"CSV UTF-8\")",
            ),
            Self::NotUtf8 => language.of_two(
                "this character is not UTF-8, perhaps Windows-1254: save the file as UTF-8 (in Excel: \"CSV UTF-8\")",
                "bu karakter UTF-8 değil, belki Windows-1254: dosyayı UTF-8 olarak kaydedin (Excel'de \"CSV UTF-8\")",
            ),
            Self::OpenQuote => language.of_two(
                "the quote that begins here is not closed in this line: close it; a refund is one line",
                "burada açılan tırnak bu satırda kapanmıyor: kapatın; her iade tek satırdır",
            ),
            _ => language.of_two(
                "the file has no refunds: write one in each line below the first",
                "dosyada iade yok: ilk satırın altına her satıra bir iade yazın",
            ),
        }
    }

    const fn of_a_name(&self, language: Language) -> &'static str {
        match self {
            Self::NoTransaction => language.of_two(
                "the transaction is empty: write the `xact_id` that Paynet returned",
                "işlem boş: Paynet'in döndürdüğü `xact_id` değerini yazın",
            ),
            Self::WrongTransaction => language.of_two(
                "there is white space around the transaction, or a control character in it: write the `xact_id` alone",
                "işlemin başında veya sonunda boşluk ya da içinde denetim karakteri var: yalnızca `xact_id` yazın",
            ),
            Self::NoKey => language.of_two(
                "the key is empty: write your own number of this refund, which no other refund has",
                "anahtar boş: bu iadenin, başka hiçbir iadede olmayan kendi numaranızı yazın",
            ),
            _ => language.of_two(
                "the key must have at most 200 characters, no white space around it and no control characters",
                "anahtar en fazla 200 karakter olmalı; başında ve sonunda boşluk, içinde denetim karakteri olmamalı",
            ),
        }
    }

    fn of_several_lines(&self, language: Language) -> String {
        match self {
            Self::SecondKey(line) => text!(
                language,
                "line {line} has the same key: give each refund its own",
                "{line}. satırda aynı anahtar var: her iadeye kendi anahtarını verin",
            ),
            Self::FullAndMore(line) => text!(
                language,
                "line {line} refunds the same transaction, and one of the two in full: remove one",
                "{line}. satır aynı işlemi iade ediyor ve ikisinden biri tam iade: birini silin",
            ),
            Self::OtherTotal(line) => text!(
                language,
                "line {line} has another total for the same transaction: correct one",
                "{line}. satırda aynı işlem için başka bir toplam var: birini düzeltin",
            ),
            _ => language
                .of_two(
                    "the refunds of this transaction are more than its total, with this line: correct the amounts",
                    "bu satırla birlikte bu işlemin iadeleri toplamını aşıyor: tutarları düzeltin",
                )
                .to_owned(),
        }
    }
}
