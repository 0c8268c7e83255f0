//! How words become one identifier.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use super::{Ident, keyword, words};

/// What sort of item is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// A field, method, function, module or file: `xact_id`.
    Snake,
    /// A type: `XactId`, never the name of a prelude type that generated code mentions.
    Type,
    /// A variant: `XactId`.
    Variant,
    /// A constant: `XACT_ID`.
    Constant,
}

impl Case {
    /// The identifier for a text of the document.
    #[must_use]
    pub fn ident(self, text: &str) -> Ident {
        let readable = words::readable(text);
        let mut name = self.legal(&readable);
        if name.is_empty() {
            name = self.legal(words::UNNAMED);
        }
        if !name.starts_with(unicode_ident::is_xid_start) {
            name.insert(0, self.number_prefix());
        }
        if keyword::is_taken(self, &name) {
            name.push('_');
        }
        Ident(name)
    }

    /// The identifier that stands for the `number`th thing of a name: `amount_2`, `Amount2`, `Amount1_2`.
    pub(super) fn numbered(self, ident: &Ident, number: usize) -> Ident {
        let stem = ident.0.trim_end_matches('_');
        let runs_on = matches!(self, Self::Type | Self::Variant)
            && !stem.ends_with(|last: char| last.is_ascii_digit());
        if runs_on {
            Ident(format!("{stem}{number}"))
        } else {
            Ident(format!("{stem}_{number}"))
        }
    }

    fn legal(self, readable: &str) -> String {
        let cased = match self {
            Self::Snake => readable.to_snake_case(),
            Self::Type | Self::Variant => readable.to_upper_camel_case(),
            Self::Constant => readable.to_shouty_snake_case(),
        };
        let kept: String = cased
            .chars()
            .filter(|&letter| unicode_ident::is_xid_continue(letter))
            .collect();
        kept.trim_matches('_').to_owned()
    }

    fn number_prefix(self) -> char {
        match self {
            Self::Snake => 'n',
            Self::Type | Self::Variant | Self::Constant => 'N',
        }
    }
}
