//! What happens in the PayPOS app: somebody opens the link, and presents a card.

use std::fmt;

use super::Ledger;
use super::session::{Purpose, SessionSale};
use super::transaction::{Kind, State, Transaction};
use crate::{Amount, XactId};

/// What the bank says to the card that is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Card {
    /// Yes.
    Approved,
    /// No.
    Declined,
}

/// Why nothing can be done in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AppError {
    /// There is no such session.
    NoSession,
    /// A card was presented in it before.
    Used,
    /// The sale was reversed since the session was opened.
    NothingLeft,
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSession => "no session has this link or number",
            Self::Used => "a card was presented in this session before",
            Self::NothingLeft => "nothing is left of the sale to reverse",
        })
    }
}

impl std::error::Error for AppError {}

impl Ledger {
    /// Presents a card in a session, which is named by its link or its number. Returns the number of
    /// the transaction.
    ///
    /// # Errors
    ///
    /// If there is no such session, or nothing can be done in it.
    pub(crate) fn present(&mut self, session: &str, card: Card) -> Result<XactId, AppError> {
        self.current = None;
        let named = |it: &super::session::PaymentSession| {
            it.id.expose() == session || it.link.expose() == session
        };
        let at = self.payments.iter().position(named);
        let at = at.ok_or(AppError::NoSession)?;
        if self.payments[at].transaction.is_some() {
            return Err(AppError::Used);
        }
        let transaction = match &self.payments[at].purpose {
            Purpose::Sale(sale) => self.sold(sale),
            Purpose::Reversal(sale, reference) => self.taken_back(*sale, reference.clone())?,
        };
        let state = match card {
            Card::Approved => State::Done,
            Card::Declined => State::Declined,
        };
        self.payments[at].transaction = Some(transaction.id);
        Ok(self.add(Transaction {
            state,
            ..transaction
        }))
    }

    fn sold(&self, sale: &SessionSale) -> Transaction {
        Transaction {
            instalment: sale.instalment,
            reference_no: sale.reference_no.clone(),
            note: sale.note.clone(),
            email: sale.email.clone(),
            phone: sale.phone.clone(),
            ..self.draft(Kind::Sale, sale.amount)
        }
    }

    fn taken_back(&self, sale: u64, reference: Option<String>) -> Result<Transaction, AppError> {
        let sale = self.by_id(sale).ok_or(AppError::NoSession)?;
        let left = Amount::from_kurus(self.left(sale)).map_err(|_| AppError::NothingLeft)?;
        Ok(Transaction {
            of: Some(sale.id),
            whole: true,
            reference_no: reference,
            ..self.draft(Kind::Refund, left)
        })
    }
}
