//! How transactions are written in responses. Card, holder, bank and dealer are invented.

use crate::sandbox::ledger::transaction::{Transaction, masked};
use crate::softpos::types::Transaction as SessionTransaction;
use crate::transaction::types::{
    CaptureCancellationResponse, CaptureResponse, CheckedTransaction, ListedReversal,
    ListedTransaction, TransactionDetail,
};
use crate::{Decimal, Personal, ResultCode};

/// The dealer that made every transaction.
pub(super) const AGENT: &str = "SANDBOX";
/// The parent company.
pub(super) const COMPANY: &str = "SANDBOX-CO";
/// The user who made every transaction.
pub(super) const USER: &str = "sandbox";
/// The bank's code.
pub(super) const BANK: &str = "SNDB";
const CARD: &str = "000000******0000";
const HOLDER: &str = "SANDBOX HOLDER";
/// Paynet's own POS.
const POS: i64 = 5;

/// Returns an amount in lira.
pub(in crate::sandbox::ledger) fn lira(kurus: i64) -> Decimal {
    match kurus % 100 {
        0 => Decimal::from(kurus / 100),
        rest => Decimal::from_digits(format!("{}.{rest:02}", kurus / 100)),
    }
}

/// The commission of an amount, its tax, and what is left, in kuruş.
// Assumption::Commission
struct Shares {
    commission: Decimal,
    tax: Decimal,
    net: Decimal,
}

impl Shares {
    fn of(transaction: &Transaction) -> Self {
        let amount = transaction.amount.kurus();
        let commission = amount / 50;
        let tax = commission * 18 / 100;
        Self {
            commission: lira(commission),
            tax: lira(tax),
            net: lira(amount - commission - tax),
        }
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn ratio() -> Option<Decimal> {
    Some(Decimal::from_digits("0.02".to_owned()))
}

fn user() -> Option<Personal<String>> {
    Some(USER.to_owned().into())
}

fn holder() -> Option<Personal<String>> {
    Some(HOLDER.to_owned().into())
}

/// Writes a capture.
pub(super) fn captured(transaction: &Transaction) -> CaptureResponse {
    let shares = Shares::of(transaction);
    CaptureResponse {
        xact_id: some(transaction.xact_id.as_str()),
        xact_date: Some(transaction.at.date_time()),
        transaction_type: Some(transaction.kind.number()),
        pos_type: Some(POS),
        is_tds: Some(false),
        agent_id: some(AGENT),
        user_id: user(),
        bank_id: some(BANK),
        instalment: Some(transaction.instalment),
        ratio: ratio(),
        card_no_masked: Some(CARD.into()),
        card_holder: holder(),
        amount: Some(lira(transaction.amount.kurus())),
        net_amount: Some(shares.net),
        comission: Some(shares.commission),
        comission_tax: Some(shares.tax),
        currency: some("TRY"),
        ..CaptureResponse::default()
    }
}

/// Writes the cancellation of a capture.
pub(super) fn capture_cancelled(transaction: &Transaction) -> CaptureCancellationResponse {
    let shares = Shares::of(transaction);
    CaptureCancellationResponse {
        xact_id: Some(masked(&transaction.xact_id)),
        xact_date: Some(transaction.at.date_time()),
        transaction_type: Some(transaction.kind.number()),
        pos_type: Some(POS),
        is_tds: Some(false),
        agent_id: some(AGENT),
        user_id: Some(USER.to_owned().into()),
        bank_id: some(BANK),
        instalment: Some(transaction.instalment),
        ratio: ratio(),
        card_no_masked: Some(CARD.into()),
        card_holder: holder(),
        amount: Some(lira(transaction.amount.kurus())),
        net_amount: Some(shares.net),
        comission: Some(shares.commission),
        comission_tax: Some(shares.tax),
        currency: some("TRY"),
        ..CaptureCancellationResponse::default()
    }
}

/// Writes a transaction in short.
pub(super) fn checked(transaction: &Transaction) -> CheckedTransaction {
    let shares = Shares::of(transaction);
    CheckedTransaction {
        xact_id: some(transaction.xact_id.as_str()),
        id: Some(transaction.id.to_string()),
        xact_date: Some(transaction.at.date_time()),
        transaction_type: Some(transaction.kind.number()),
        pos_type: Some(POS),
        is_tds: Some(false),
        agent_id: some(AGENT),
        ratio: ratio(),
        agent_reference: transaction.reference_no.clone(),
        bank_id: some(BANK),
        instalment: Some(transaction.instalment),
        card_type: some("cc"),
        card_no: Some(CARD.into()),
        card_holder: holder(),
        amount: Some(lira(transaction.amount.kurus())),
        net_amount: Some(shares.net),
        comission: Some(shares.commission),
        comission_tax: Some(shares.tax),
        currency: some("TRY"),
        is_succeed: Some(transaction.succeeded()),
        object_name: some("transaction"),
        code: Some(code(transaction)),
        ..CheckedTransaction::default()
    }
}

/// Writes a transaction in full, but for what was done to it.
pub(super) fn detailed(transaction: &Transaction) -> TransactionDetail {
    let shares = Shares::of(transaction);
    TransactionDetail {
        id: Some(transaction.id.to_string()),
        xact_id: some(transaction.xact_id.as_str()),
        xact_date: Some(transaction.at.date_time()),
        transaction_type: Some(transaction.kind.number()),
        xact_type_desc: some(transaction.kind.text()),
        pos_type: Some(POS),
        is_tds: Some(false),
        agent_id: some(AGENT),
        company_code: some(COMPANY),
        user_name: user(),
        ratio: ratio(),
        agent_reference: transaction.reference_no.clone(),
        bank_id: some(BANK),
        instalment: Some(transaction.instalment),
        card_no: Some(CARD.into()),
        card_holder: holder(),
        card_type: some("cc"),
        amount: Some(lira(transaction.amount.kurus())),
        net_amount: Some(shares.net),
        comission: Some(shares.commission),
        comission_tax: Some(shares.tax),
        currency: some("TRY"),
        is_succeed: Some(transaction.succeeded()),
        ..TransactionDetail::default()
    }
}

/// Writes a row of the list of transactions, but for what was done to it.
pub(super) fn listed(transaction: &Transaction) -> ListedTransaction {
    let shares = Shares::of(transaction);
    ListedTransaction {
        xact_date: Some(transaction.at.listed_date()),
        xact_time: Some(transaction.at.listed_time()),
        xact_id: some(transaction.xact_id.as_str()),
        xact_type: Some(transaction.kind.number()),
        xacttype_desc: some(transaction.kind.text()),
        is_succeed: Some(transaction.succeeded()),
        xact_agent_reference: transaction.reference_no.clone(),
        agent_id: some(AGENT),
        bank_id: some(BANK),
        instalment: Some(transaction.instalment),
        card_no: Some(CARD.into()),
        card_holder: holder(),
        amount: Some(lira(transaction.amount.kurus())),
        net_amount: Some(shares.net),
        comission: Some(shares.commission),
        currency: some("TRY"),
        ..ListedTransaction::default()
    }
}

/// Writes a row of the list of reversals: the reversal, and the transaction that it reverses.
pub(super) fn reversal(reversal: &Transaction, of: &Transaction) -> ListedReversal {
    ListedReversal {
        id: Some(of.id.to_string()),
        xact_id: Some(masked(&of.xact_id)),
        xact_date: Some(of.at.listed_date()),
        entry_date: Some(reversal.at.listed_date()),
        reversed_xact_id: some(reversal.xact_id.as_str()),
        reversed_id: Some(reversal.id.to_string()),
        company_code: some(COMPANY),
        agent_id: some(AGENT),
        user_id: user(),
        bank_id: some(BANK),
        card_no: Some(CARD.into()),
        card_holder: holder(),
        ..ListedReversal::default()
    }
}

/// Writes a transaction of a PayPOS session.
pub(super) fn of_session(transaction: &Transaction) -> SessionTransaction {
    let shares = Shares::of(transaction);
    SessionTransaction {
        xact_id: some(transaction.xact_id.as_str()),
        xact_date: some(transaction.at.date_time().as_str()),
        transaction_type: Some(transaction.kind.number()),
        pos_type: Some(POS),
        agent_id: some(AGENT),
        is_tds: Some(false),
        bank_id: some(BANK),
        instalment: Some(transaction.instalment),
        card_no: Some(CARD.to_owned().into()),
        card_holder: holder(),
        card_type: some("cc"),
        ratio: ratio(),
        amount: Some(lira(transaction.amount.kurus())),
        net_amount: Some(shares.net),
        comission: Some(shares.commission),
        comission_tax: Some(shares.tax),
        currency: some("TRY"),
        is_succeed: Some(transaction.succeeded()),
        agent_reference: transaction.reference_no.clone(),
        note: transaction.note.clone(),
        email: transaction.email.clone(),
        phone: transaction.phone.clone(),
        code: Some(code(transaction)),
        ..SessionTransaction::default()
    }
}

/// Returns the result code of a row.
fn code(transaction: &Transaction) -> ResultCode {
    match transaction.succeeded() {
        true => ResultCode::SUCCESSFUL,
        false => ResultCode::UNSUCCESSFUL,
    }
}
