//! One line of the file: one refund.

use paynet_api::journal::Key;
use paynet_api::{Amount, Refund, RefundAmount, XactId};

use super::amount;
use super::header::Header;
use super::line::{Field, split};
use super::problem::{Kind, Problem};

/// A refund, as its line has it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) line: usize,
    /// All fields, with those that are not read.
    pub(crate) fields: Vec<String>,
    pub(crate) transaction: XactId,
    pub(crate) amount: RefundAmount,
    pub(crate) key: Key,
    /// The total of the sale, if the file has it.
    pub(crate) total: Option<Amount>,
    /// Where the key is.
    pub(super) key_column: usize,
    /// Where the amount is.
    pub(super) amount_column: usize,
}

/// A line that is no refund.
pub(super) struct WrongRow {
    pub(super) problems: Vec<Problem>,
    /// The key and its column, if at least that is right: another line may have it too.
    pub(super) key: Option<(Key, usize)>,
}

impl From<Problem> for WrongRow {
    fn from(problem: Problem) -> Self {
        Self {
            problems: vec![problem],
            key: None,
        }
    }
}

impl Row {
    /// Returns the request.
    pub(crate) fn refund(&self) -> Refund {
        Refund::new(self.transaction.clone(), self.amount)
    }

    /// Returns the column of the key.
    pub(crate) const fn key_column(&self) -> usize {
        self.key_column
    }

    /// Reads a line; `None` if all its fields are empty, as Excel leaves them.
    pub(super) fn read(line: usize, text: &str, header: &Header) -> Result<Option<Self>, WrongRow> {
        let at = |column, kind| Problem { line, column, kind };
        let fields = split(text, header.separator);
        let fields = fields.map_err(|open| at(open.column, Kind::OpenQuote))?;
        if fields.iter().all(|it| it.text.trim().is_empty()) {
            return Ok(None);
        }
        let expected = header.names.len();
        if fields.len() != expected {
            let kind = Kind::FieldCount(fields.len(), expected);
            return Err(at(1, kind).into());
        }
        Self::of(line, &fields, header).map(Some)
    }

    /// Reads the fields, and finds everything that is wrong with them.
    fn of(line: usize, fields: &[Field], header: &Header) -> Result<Self, WrongRow> {
        let mut problems = Vec::new();
        let transaction = &fields[header.transaction];
        let amount = &fields[header.amount];
        let key = &fields[header.key];
        let total = header
            .total
            .map(|it| &fields[it])
            .filter(|it| !it.text.is_empty());
        let mut wrong = |field: &Field, kind| {
            let column = field.column;
            problems.push(Problem { line, column, kind });
        };
        let transaction = transaction_of(&transaction.text).map_err(|it| wrong(transaction, it));
        let value = amount::read(&amount.text).map_err(|it| wrong(amount, Kind::Amount(it)));
        let own = key_of(&key.text).map_err(|kind| wrong(key, kind));
        let total = total.map(|field| {
            let total = amount::read_total(&field.text);
            total.map_err(|it| wrong(field, Kind::Total(it)))
        });
        let (Ok(transaction), Ok(value), Ok(own), Ok(total)) =
            (transaction, value, own.clone(), total.transpose())
        else {
            problems.sort_by_key(|it| it.column);
            let key = own.ok().map(|own| (own, key.column));
            return Err(WrongRow { problems, key });
        };
        Ok(Self {
            line,
            fields: fields.iter().map(|it| it.text.clone()).collect(),
            transaction,
            amount: value,
            key: own,
            total,
            key_column: key.column,
            amount_column: amount.column,
        })
    }
}

fn transaction_of(field: &str) -> Result<XactId, Kind> {
    XactId::new(field).map_err(|_| match field.trim().is_empty() {
        true => Kind::NoTransaction,
        false => Kind::WrongTransaction,
    })
}

fn key_of(field: &str) -> Result<Key, Kind> {
    Key::new(field).map_err(|_| match field.trim().is_empty() {
        true => Kind::NoKey,
        false => Kind::WrongKey,
    })
}
