//! Sessions of the PayPOS app: their start for a sale or a reversal, and their inquiry.

use super::refund::{nothing_left, unknown};
use super::rows;
use crate::sandbox::assumptions::Assumption;
use crate::sandbox::ledger::Ledger;
use crate::sandbox::ledger::refusal::{Failure, SUCCESS};
use crate::sandbox::ledger::session::{PaymentSession, Purpose, SessionSale};
use crate::sandbox::ledger::transaction::Kind;
use crate::softpos::operations::{
    CheckTransactionOperation, StartReversalOperation, StartSaleOperation,
};
use crate::softpos::types::{
    CheckTransactionResponse, InitReversalResponse, InitSaleRequest, InitSaleResponse,
};
use crate::{Amount, Decimal, ResultCode, Secret};

impl Ledger {
    /// Opens a session for a sale.
    ///
    /// # Errors
    ///
    /// If the session key is not valid, or the amount is not one.
    pub(crate) fn start_sale(
        &mut self,
        request: &StartSaleOperation,
    ) -> Result<InitSaleResponse, Failure> {
        self.check_session(&request.session_key)?;
        let sale = sale(&request.body)?;
        let session = self.open(Purpose::Sale(Box::new(sale)));
        Ok(InitSaleResponse {
            payment_session_id: Some(session.id),
            deeplink_url: Some(session.link),
            encryption_key: Some(session.encryption_key),
            code: Some(ResultCode::SUCCESSFUL),
            message: Some(SUCCESS.to_owned()),
            ..InitSaleResponse::default()
        })
    }

    /// Opens a session for the reversal of a sale.
    ///
    /// # Errors
    ///
    /// If the session key is not valid, or the sale cannot be reversed.
    pub(crate) fn start_reversal(
        &mut self,
        request: &StartReversalOperation,
    ) -> Result<InitReversalResponse, Failure> {
        self.check_session(&request.session_key)?;
        let sale = self.reversible(&request.body.xact_id, Kind::Sale)?;
        if self.left(sale) == 0 {
            return Err(nothing_left().into());
        }
        let purpose = Purpose::Reversal(sale.id, request.body.reference_no.clone());
        let session = self.open(purpose);
        Ok(InitReversalResponse {
            payment_session_id: Some(session.id),
            deeplink_url: Some(session.link),
            encryption_key: Some(session.encryption_key),
            code: Some(ResultCode::SUCCESSFUL),
            message: Some(SUCCESS.to_owned()),
            ..InitReversalResponse::default()
        })
    }

    /// Returns the transaction that came of a session.
    ///
    /// # Errors
    ///
    /// If the session key is not valid, or there is no such session.
    // Assumption::BeforeTheCard
    pub(crate) fn check_transaction(
        &self,
        request: &CheckTransactionOperation,
    ) -> Result<CheckTransactionResponse, Failure> {
        self.check_session(&request.session_key)?;
        let mut sessions = self.payments.iter();
        let asked = &request.body.payment_session_id;
        let session = sessions.find(|it| it.id.expose() == asked);
        let id = session.ok_or(unknown())?.transaction;
        let made = id.and_then(|id| self.by_id(id));
        Ok(CheckTransactionResponse {
            data: Some(made.map(rows::of_session).into_iter().collect()),
            code: Some(ResultCode::SUCCESSFUL),
            message: Some(SUCCESS.to_owned()),
            ..CheckTransactionResponse::default()
        })
    }

    fn open(&mut self, purpose: Purpose) -> PaymentSession {
        let number = self.payments.len() + 1;
        // Sixteen hexadecimal digits, as in the documented example.
        let id = format!("5A4DB0C5{number:08X}");
        let session = PaymentSession {
            link: Secret::new(format!("paypos://sandbox.invalid/?session={id}")),
            id: Secret::new(id),
            encryption_key: Secret::new(format!("SANDBOX-ENCRYPTION-KEY-{number:09}")),
            purpose,
            transaction: None,
        };
        self.payments.push(session.clone());
        session
    }
}

/// Reads a sale.
///
/// # Errors
///
/// If the amount is missing, or is not one.
fn sale(request: &InitSaleRequest) -> Result<SessionSale, Failure> {
    let amount = request.amount.as_ref().and_then(amount);
    Ok(SessionSale {
        amount: amount.ok_or_else(|| Failure::malformed(Assumption::SaleAmount))?,
        instalment: request.instalment.unwrap_or(0),
        reference_no: request.reference_no.clone(),
        note: request.description.clone(),
        email: request.card_holder_mail.clone(),
        phone: request.card_holder_phone.clone(),
    })
}

/// Reads an amount in lira.
fn amount(lira: &Decimal) -> Option<Amount> {
    let (whole, fraction) = lira.as_str().split_once('.').unwrap_or((lira.as_str(), ""));
    if fraction.len() > 2 {
        return None;
    }
    format!("{whole}.{fraction:0<2}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Decimal, amount};

    #[test]
    fn amounts_are_lira_with_at_most_two_decimals() {
        for (lira, kurus) in [
            ("15", Some(1500)),
            ("15.5", Some(1550)),
            ("0.01", Some(1)),
            ("0", None),
            ("-1", None),
            ("1.001", None),
            ("1e2", None),
        ] {
            let decimal: Decimal = lira.parse().unwrap();
            assert_eq!(amount(&decimal).map(crate::Amount::kurus), kurus, "{lira}");
        }
    }
}
