//! Notifications: decisions on refunds, posted to the address that the refund gave.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;

use super::state::State;
use crate::runtime::{Encode as _, Output};
use crate::sandbox::ledger::Decision;
use crate::transaction::types::{RefundNotification, RefundNotificationCode};
use crate::{BaseUrl, NotifyUrl};

/// How long an address may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Builds the client that posts. It knows plain http alone.
///
/// # Errors
///
/// If it cannot be built.
pub(super) fn client() -> Result<reqwest::Client, Box<dyn std::error::Error + Send + Sync>> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    let builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(Policy::none())
        .no_proxy()
        .timeout(PATIENCE)
        .pool_max_idle_per_host(0);
    Ok(builder.build()?)
}

/// Posts the decisions of the ledger, each as often as the rules say.
pub(crate) fn post_decisions(state: &Arc<State>) {
    let (decisions, rules) = {
        let mut ledger = state.ledger();
        (ledger.take_decisions(), ledger.rules.clone())
    };
    for decision in decisions {
        for _ in 0..rules.notifications {
            let (decision, state) = (decision.clone(), Arc::clone(state));
            state.posting.send_modify(|count| *count += 1);
            let delay = rules.notified_after;
            let tasks = Arc::clone(&state);
            tasks.tasks.spawn(async move {
                tokio::time::sleep(delay).await;
                let status = post(&state.http, &decision).await;
                state.ledger().posted(decision, status);
                state.posting.send_modify(|count| *count -= 1);
            });
        }
    }
}

/// Posts one decision. Returns the status of the response, if there is one.
async fn post(http: &reqwest::Client, decision: &Decision) -> Option<u16> {
    if !may_be_reached(&decision.url) {
        return None;
    }
    let request = http.post(decision.url.as_str()).body(body(decision));
    let request = request.header(CONTENT_TYPE, "application/json; charset=UTF-8");
    let response = request.send().await.ok()?;
    Some(response.status().as_u16())
}

/// Returns whether an address is plain http to a host that cannot be public.
// Assumption::NotifiedWhere
fn may_be_reached(url: &NotifyUrl) -> bool {
    let Ok(url) = reqwest::Url::parse(url.as_str()) else {
        return false;
    };
    let server = url.origin().ascii_serialization();
    BaseUrl::danger_plain_http_for_tests(&server).is_ok()
}

/// Returns what is posted.
// Assumption::NotifiedHow
fn body(decision: &Decision) -> Vec<u8> {
    let (code, text, message) = match decision.approved {
        true => (RefundNotificationCode::Approved, "0", "Onaylandı"),
        false => (RefundNotificationCode::NotApproved, "1", "Onaylanmadı"),
    };
    let notification = RefundNotification {
        xact_id: Some(decision.refund.as_str().to_owned()),
        code: Some(code),
        status: Some(text.to_owned()),
        message: Some(message.to_owned()),
    };
    let mut out = Output::new();
    notification.encode(&mut out);
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{NotifyUrl, may_be_reached};

    #[test]
    fn only_addresses_that_cannot_be_public_are_posted_to() {
        for (url, reached) in [
            ("http://127.0.0.1:8080/a?b=c", true),
            ("http://localhost/a", true),
            ("http://shop:8080/a", true),
            ("http://shop.example/a", false),
            ("https://127.0.0.1/a", false),
        ] {
            let url = NotifyUrl::new(url).unwrap();
            assert_eq!(may_be_reached(&url), reached, "{url:?}");
        }
    }
}
