//! Sends one request, reads one response, and says what is known if that fails. What a response
//! proves is decided elsewhere.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Body, Client, Method, Response, Url};
use zeroize::Zeroizing;

use super::deadline::{Deadlines, Passed};
use super::gate::{Gate, GatedBody};
use crate::runtime::{ErrorKind, Outcome, Raw};

/// A request that is ready to be sent.
pub(crate) struct Prepared {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    /// What the request is about, for logs.
    #[cfg_attr(
        not(feature = "tracing"),
        expect(dead_code, reason = "nothing is logged without the feature")
    )]
    pub(crate) subject: Option<String>,
    /// Never empty. Wiped when the last clone is dropped.
    pub(crate) body: Option<Bytes>,
}

/// The limits of one exchange.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_response: usize,
}

impl Limits {
    /// Returns what is left of the limits after some time. The deadline of the connection is that of
    /// one attempt.
    pub(crate) fn after(self, elapsed: Duration) -> Self {
        Self {
            timeout: self.timeout.saturating_sub(elapsed),
            ..self
        }
    }

    /// Makes sure that nothing is sent if a deadline is zero: it passes before anything can be
    /// sent.
    ///
    /// # Errors
    ///
    /// If a deadline is zero.
    fn check(self, gate: &Gate) -> Result<(), Failure> {
        let kind = if self.timeout.is_zero() {
            ErrorKind::Timeout
        } else if self.connect_timeout.is_zero() {
            ErrorKind::ConnectTimeout
        } else {
            return Ok(());
        };
        Err(Failure::new(kind, give_up(gate)))
    }
}

/// Why no whole response was received.
pub(crate) struct Failure {
    pub(crate) kind: ErrorKind,
    pub(crate) outcome: Outcome,
    /// The part of the response that was received.
    pub(crate) raw: Option<Raw>,
    pub(crate) source: Option<reqwest::Error>,
}

/// A request that is sent when this is polled, and its response.
// It is boxed and not generic, so that all of HTTP is compiled once, with this crate, and not with
// each operation that is called.
pub(crate) type Exchange<'g> = Pin<Box<dyn Future<Output = Result<Raw, Failure>> + Send + 'g>>;

/// Sends a request and reads the response.
///
/// # Errors
///
/// If no whole response was received.
pub(crate) fn exchange<'g>(
    http: &Client,
    prepared: Prepared,
    gate: &'g Arc<Gate>,
    limits: Limits,
) -> Exchange<'g> {
    let bodyless = prepared.body.is_none();
    let response = limits
        .check(gate)
        .map(|()| http.execute(request(prepared, gate)));
    Box::pin(async move {
        let response = response?;
        let mut deadlines = Deadlines::start(gate, limits.timeout, limits.connect_timeout);
        match deadlines.wait_for(response).await {
            Ok(Ok(response)) => read(response, &mut deadlines, limits.max_response).await,
            Ok(Err(error)) => Err(classify_failure(error, gate, bodyless)),
            Err(Passed::Connect) => Err(Failure::new(ErrorKind::ConnectTimeout, Outcome::NotSent)),
            Err(Passed::Whole) => Err(Failure::new(ErrorKind::Timeout, give_up(gate))),
        }
    })
}

/// Converts a request into that of the HTTP client.
fn request(prepared: Prepared, gate: &Arc<Gate>) -> reqwest::Request {
    let mut request = reqwest::Request::new(prepared.method, prepared.url);
    *request.headers_mut() = prepared.headers;
    match prepared.body {
        Some(bytes) => {
            *request.body_mut() = Some(Body::wrap(GatedBody::new(Arc::clone(gate), bytes)))
        }
        // Nothing reports when a request without a body is written: it counts as written from here.
        None => drop(gate.write()),
    }
    request
}

impl Failure {
    const fn new(kind: ErrorKind, outcome: Outcome) -> Self {
        Self {
            kind,
            outcome,
            raw: None,
            source: None,
        }
    }
}

/// Seals the gate: if that succeeds, it is the proof that nothing was written.
fn give_up(gate: &Gate) -> Outcome {
    if gate.seal() {
        Outcome::NotSent
    } else {
        Outcome::Unknown
    }
}

/// Classifies an error of the HTTP client.
fn classify_failure(error: reqwest::Error, gate: &Gate, bodyless: bool) -> Failure {
    // There are neither redirects nor retries: if a connection failed, it was the only one.
    let outcome = if bodyless && error.is_connect() {
        Outcome::NotSent
    } else {
        give_up(gate)
    };
    let kind = match outcome {
        Outcome::NotSent if error.is_connect() => ErrorKind::Connect,
        _ => ErrorKind::ConnectionLost,
    };
    Failure {
        kind,
        outcome,
        raw: None,
        source: Some(error.without_url()),
    }
}

/// Reads the response.
async fn read(
    mut response: Response,
    deadlines: &mut Deadlines<'_>,
    max: usize,
) -> Result<Raw, Failure> {
    let announced = response.content_length().unwrap_or(0);
    let mut body = Received {
        bytes: Zeroizing::new(Vec::new()),
        max,
    };
    let end = if usize::try_from(announced).is_ok_and(|announced| announced <= max) {
        body.fill(&mut response, deadlines).await
    } else {
        Err((ErrorKind::TooLarge, None))
    };
    let headers = response
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_bytes()));
    let raw = Raw::received(response.status().as_u16(), headers, body.bytes, end.is_ok());
    match end {
        Ok(()) => Ok(raw),
        Err((kind, source)) => Err(Failure {
            kind,
            outcome: Outcome::Unknown,
            raw: Some(raw),
            source,
        }),
    }
}

/// The part of a body that was received.
struct Received {
    bytes: Zeroizing<Vec<u8>>,
    max: usize,
}

impl Received {
    /// Reads to the end of the body.
    async fn fill(
        &mut self,
        response: &mut Response,
        deadlines: &mut Deadlines<'_>,
    ) -> Result<(), (ErrorKind, Option<reqwest::Error>)> {
        loop {
            match deadlines.wait_for(response.chunk()).await {
                Ok(Ok(Some(chunk))) if chunk.len() > self.max - self.bytes.len() => {
                    return Err((ErrorKind::TooLarge, None));
                }
                Ok(Ok(Some(chunk))) => self.push(&chunk),
                Ok(Ok(None)) => return Ok(()),
                Ok(Err(error)) => {
                    return Err((ErrorKind::ConnectionLost, Some(error.without_url())));
                }
                Err(Passed::Connect | Passed::Whole) => return Err((ErrorKind::Timeout, None)),
            }
        }
    }

    /// Appends a chunk. The vector grows by hand, because the memory that it leaves behind when it
    /// grows by itself is not wiped.
    fn push(&mut self, chunk: &[u8]) {
        let length = self.bytes.len() + chunk.len();
        if length > self.bytes.capacity() {
            let mut grown = Zeroizing::new(Vec::with_capacity(length.next_power_of_two()));
            grown.extend_from_slice(&self.bytes);
            self.bytes = grown;
        }
        self.bytes.extend_from_slice(chunk);
    }
}
