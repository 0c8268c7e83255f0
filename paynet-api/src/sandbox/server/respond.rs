//! From a request to its response: reading, the ledger, writing.

use crate::agent::types::SessionError;
use crate::runtime::Encode;
use crate::runtime::server::{Recognized, Rejection, RejectionReason, ServerResponse};
use crate::sandbox::assumptions::Assumption;
use crate::sandbox::ledger::{Failure, Ledger};
use crate::sandbox::operation::Operation;
use crate::server::Request;
use crate::softpos::types::ErrorResponse;
use crate::transaction::types::ErrorObject;
use crate::{ResultCode, XactId};

/// A response, and the result code in it.
pub(super) struct Answer {
    pub(super) response: ServerResponse,
    pub(super) code: Option<ResultCode>,
}

/// Carries a request out.
pub(super) fn respond(
    ledger: &mut Ledger,
    operation: Option<Operation>,
    request: &Result<Recognized<Request>, Rejection>,
) -> Answer {
    let done = match request {
        Ok(recognized) => carry_out(ledger, recognized),
        Err(rejection) => Err(failure(rejection)),
    };
    done.unwrap_or_else(|failure| Answer {
        response: refused(operation, &failure),
        code: Some(failure.code),
    })
}

/// Answers with status 200, and the response's own code.
macro_rules! answer {
    ($response:expr) => {{
        let response = $response;
        Ok(Answer {
            code: response.code,
            response: ServerResponse::json(200, &response),
        })
    }};
}

fn carry_out(ledger: &mut Ledger, recognized: &Recognized<Request>) -> Result<Answer, Failure> {
    for credential in &recognized.credentials {
        ledger.check_caller(&credential.value)?;
    }
    match &recognized.request {
        Request::Refund(it) => answer!(ledger.refund(it)),
        Request::CancelCapture(it) => answer!(ledger.cancel_capture(it)),
        Request::CancelPreauth(it) => answer!(ledger.cancel_preauth(it)),
        Request::Capture(it) => answer!(ledger.capture(it)?),
        Request::Check(it) => answer!(ledger.check(it)?),
        Request::Detail(it) => answer!(ledger.detail(it)?),
        Request::List(it) => answer!(ledger.list(it)?),
        Request::ListReversals(it) => answer!(ledger.list_reversals(it)?),
        Request::CreateSession(it) => answer!(ledger.create_session(it)?),
        Request::EndSession(it) => answer!(ledger.end_session(it)?),
        Request::StartSale(it) => answer!(ledger.start_sale(it)?),
        Request::StartReversal(it) => answer!(ledger.start_reversal(it)?),
        Request::CheckTransaction(it) => answer!(ledger.check_transaction(it)?),
    }
}

/// Returns the transaction that a request names.
pub(super) fn named(request: &Request) -> Option<XactId> {
    match request {
        Request::Refund(it) => Some(it.body.xact_id.clone()),
        Request::CancelCapture(it) => Some(it.body.xact_id.clone()),
        Request::CancelPreauth(it) => Some(it.body.xact_id.clone()),
        Request::StartReversal(it) => Some(it.body.xact_id.clone()),
        Request::Capture(it) => it.body.xact_id.clone(),
        Request::Check(it) => it.body.xact_id.clone(),
        Request::Detail(it) => it.body.xact_id.clone(),
        _ => None,
    }
}

/// Returns why a request that is not one of Paynet's is refused.
fn failure(rejection: &Rejection) -> Failure {
    let (status, kind, code, because) = match rejection.reason() {
        RejectionReason::UnknownPath => {
            let kind = "no_data_error";
            (404, kind, ResultCode::NO_DATA, Assumption::Malformed)
        }
        RejectionReason::MissingCredential(_) => {
            let kind = "authorization_error";
            (401, kind, ResultCode::UNAUTHORIZED, Assumption::WrongKey)
        }
        reason => {
            let status = match reason {
                RejectionReason::UnknownMethod(_) => 405,
                _ => 400,
            };
            let kind = "invalid_request_error";
            (status, kind, ResultCode::BAD_REQUEST, Assumption::Malformed)
        }
    };
    let mut failure = Failure::new(status, kind, code, because);
    failure.message = format!("{}: {rejection}", failure.message);
    failure
}

/// Writes a response with a status other than 200.
fn refused(operation: Option<Operation>, failure: &Failure) -> ServerResponse {
    let message = Some(failure.message.clone());
    let code = Some(failure.code.number());
    match operation {
        Some(Operation::StartSale | Operation::StartReversal | Operation::CheckTransaction) => {
            write(
                failure,
                &ErrorResponse {
                    code,
                    message,
                    ..ErrorResponse::default()
                },
            )
        }
        Some(Operation::CreateSession | Operation::EndSession) => write(
            failure,
            &SessionError {
                code,
                message,
                ..SessionError::default()
            },
        ),
        _ => write(
            failure,
            &ErrorObject {
                type_: Some(failure.kind.to_owned()),
                message,
                code: Some(failure.status.into()),
                result_code: Some(failure.code),
                object_name: None,
            },
        ),
    }
}

fn write(failure: &Failure, error: &impl Encode) -> ServerResponse {
    ServerResponse::json(failure.status, error)
}
