//! The first line: which columns there are, and what separates them.

use super::line::{Field, split};
use super::problem::{Kind, Problem};

/// The columns that are read, as texts name them.
pub(super) const COLUMNS: &str = "`transaction,amount,key` (`;` is fine too), `total`";

/// What separates fields. Excel writes semicolons where the comma is the decimal separator.
const SEPARATORS: [u8; 2] = [b',', b';'];

/// Where each column is.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) separator: u8,
    pub(super) names: Vec<String>,
    pub(super) transaction: usize,
    pub(super) amount: usize,
    pub(super) key: usize,
    pub(super) total: Option<usize>,
}

impl Header {
    /// Reads the first line.
    pub(super) fn read(line: &str) -> Result<Self, Vec<Problem>> {
        // The names that must be there contain no separator, so the right one finds most of them.
        let found = |separator: &u8| {
            let fields = split(line, *separator).unwrap_or_default();
            let known = fields
                .iter()
                .filter(|it| REQUIRED.contains(&it.text.as_str()));
            known.count()
        };
        // The last of equal ones, so the comma.
        let separator = SEPARATORS
            .into_iter()
            .rev()
            .max_by_key(found)
            .unwrap_or(b',');
        let fields = split(line, separator).map_err(|open| {
            let column = open.column;
            vec![at(column, Kind::OpenQuote)]
        })?;
        Self::of(separator, fields)
    }

    fn of(separator: u8, fields: Vec<Field>) -> Result<Self, Vec<Problem>> {
        let place = |name: &str| fields.iter().position(|it| it.text == name);
        let missing = REQUIRED.iter().filter(|name| place(name).is_none());
        let missing = missing.map(|name| at(1, Kind::NoColumn(name)));
        let second = fields
            .iter()
            .enumerate()
            .filter(|(index, field)| !field.text.is_empty() && place(&field.text) != Some(*index));
        let second = second.map(|(_, it)| at(it.column, Kind::SecondColumn(it.text.clone())));
        let problems: Vec<Problem> = missing.chain(second).collect();
        match REQUIRED.map(place) {
            [Some(transaction), Some(amount), Some(key)] if problems.is_empty() => Ok(Self {
                separator,
                transaction,
                amount,
                key,
                total: place("total"),
                names: fields.into_iter().map(|it| it.text).collect(),
            }),
            _ => Err(problems),
        }
    }

    /// Returns the columns that are not read.
    pub(super) fn not_read(&self) -> Vec<String> {
        let read = [
            Some(self.transaction),
            Some(self.amount),
            Some(self.key),
            self.total,
        ];
        let all = self.names.iter().enumerate();
        let others = all.filter(|(index, _)| !read.contains(&Some(*index)));
        others.map(|(_, name)| name.clone()).collect()
    }
}

const REQUIRED: [&str; 3] = ["transaction", "amount", "key"];

const fn at(column: usize, kind: Kind) -> Problem {
    Problem {
        line: 1,
        column,
        kind,
    }
}

#[cfg(test)]
mod tests {
    use super::{Header, Kind};

    fn problems(line: &str) -> Vec<Kind> {
        let problems = Header::read(line).unwrap_err();
        problems.into_iter().map(|it| it.kind).collect()
    }

    #[test]
    fn columns_are_found_by_name_whatever_separates_them() {
        let header = Header::read("note,key,amount,transaction").unwrap();
        assert_eq!((header.transaction, header.amount, header.key), (3, 2, 1));
        assert_eq!((header.separator, header.total), (b',', None));
        assert_eq!(header.not_read(), ["note"]);
        let header = Header::read("transaction;amount;key;total;a,b").unwrap();
        assert_eq!((header.separator, header.total), (b';', Some(3)));
        assert_eq!(header.not_read(), ["a,b"]);
    }

    #[test]
    fn a_first_line_without_names_says_which_are_missing() {
        let missing = ["transaction", "amount", "key"].map(Kind::NoColumn);
        assert_eq!(problems("xk_1,10.50,order-1"), missing);
        assert_eq!(
            problems("Transaction,amount,key"),
            [Kind::NoColumn("transaction")]
        );
        assert_eq!(
            problems("transaction,amount,key,amount"),
            [Kind::SecondColumn("amount".to_owned())]
        );
        assert_eq!(problems("transaction,amount,\"key"), [Kind::OpenQuote]);
    }
}
