//! One reversal that a worker is asked for: a line of its list.

use std::fmt;

use paynet_api::journal::Operation;
use paynet_api::{Amount, XactId};

/// One reversal that a worker is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    /// The caller's own key.
    pub(crate) key: String,
    pub(crate) operation: Operation,
    pub(crate) xact_id: XactId,
    /// The part; `None` is all of it. The tasks of a transaction have different ones.
    pub(crate) amount: Option<Amount>,
    /// What the caller knows of the total.
    pub(crate) total: Option<Amount>,
    /// Whether it is sent again if it was not sent.
    pub(crate) again: bool,
}

impl Task {
    pub(crate) fn new(key: impl Into<String>, operation: Operation, xact_id: XactId) -> Self {
        Self {
            key: key.into(),
            operation,
            xact_id,
            amount: None,
            total: None,
            again: true,
        }
    }

    /// Reads a line.
    pub(crate) fn parse(line: &str) -> Self {
        let [key, operation, xact_id, amount, total, again] =
            line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let kurus = |text: &str| {
            let kurus = text.parse().ok()?;
            Some(Amount::from_kurus(kurus).unwrap())
        };
        Self {
            key: key.to_owned(),
            operation: Operation::parse(operation).unwrap(),
            xact_id: XactId::new(xact_id).unwrap(),
            amount: kurus(amount),
            total: kurus(total),
            again: again == "true",
        }
    }
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kurus = |amount: Option<Amount>| {
            amount.map_or_else(|| "-".to_owned(), |it| it.kurus().to_string())
        };
        write!(
            f,
            "{}\t{}\t{}\t{}\t{}\t{}",
            self.key,
            self.operation.as_str(),
            self.xact_id.as_str(),
            kurus(self.amount),
            kurus(self.total),
            self.again
        )
    }
}
