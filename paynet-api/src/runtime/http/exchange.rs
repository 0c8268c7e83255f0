//! Sends one request, reads one response, and says what is known if that fails. What a response
//! proves is decided elsewhere.

use std::future::{Future, poll_fn};
use std::mem;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Body, Client, Method, Response, Url};
use zeroize::Zeroizing;

use super::deadline::{Deadline, Deadlines};
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

/// Why no whole response was received.
pub(crate) struct Failure {
    pub(crate) kind: ErrorKind,
    pub(crate) outcome: Outcome,
    /// The part of the response that was received.
    pub(crate) raw: Option<Raw>,
    pub(crate) source: Option<reqwest::Error>,
}

/// Sends a request and reads the response, whose body may have at most `max_response` bytes. Nothing is
/// sent before the future is polled.
///
/// # Errors
///
/// If no whole response was received.
pub(crate) fn exchange<'g>(
    http: &Client,
    prepared: Prepared,
    gate: &'g Arc<Gate>,
    deadlines: Deadlines,
    max_response: usize,
) -> impl Future<Output = Result<Raw, Failure>> + Send + use<'g> {
    let bodyless = prepared.body.is_none();
    let response = match deadlines.passed_at_start(gate) {
        Some(deadline) => Err(Problem::Deadline(deadline)),
        None => Ok(http.execute(request(prepared, gate))),
    };
    async move {
        let mut received = Received::new(max_response);
        let ended = match response {
            Ok(response) => {
                let mut receiving = pin!(received.receive(response));
                let mut timer = pin!(deadlines.timer());
                poll_fn(move |context| match receiving.as_mut().poll(context) {
                    Poll::Ready(ended) => Poll::Ready(ended),
                    Poll::Pending => {
                        let passed = deadlines.poll(timer.as_mut(), gate, context);
                        passed.map(|deadline| Err(Problem::Deadline(deadline)))
                    }
                })
                .await
            }
            Err(problem) => Err(problem),
        };
        ended.map_err(|problem| received.into_failure(problem, gate, bodyless))
    }
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

/// The part of a response that was received.
struct Received {
    response: Option<Response>,
    body: Zeroizing<Vec<u8>>,
    /// How many bytes the body may have.
    max: usize,
}

/// Why no whole response is received.
enum Problem {
    Http(reqwest::Error),
    TooLarge,
    Deadline(Deadline),
}

impl Received {
    fn new(max: usize) -> Self {
        Self {
            response: None,
            body: Zeroizing::default(),
            max,
        }
    }

    /// Receives a response to its end.
    async fn receive(
        &mut self,
        response: impl Future<Output = reqwest::Result<Response>>,
    ) -> Result<Raw, Problem> {
        let response = self.response.insert(response.await?);
        let announced = response.content_length().unwrap_or(0);
        if usize::try_from(announced).map_or(true, |announced| announced > self.max) {
            return Err(Problem::TooLarge);
        }
        while let Some(chunk) = response.chunk().await? {
            if chunk.len() > self.max - self.body.len() {
                return Err(Problem::TooLarge);
            }
            push(&mut self.body, &chunk);
        }
        Ok(raw(response, mem::take(&mut self.body), true))
    }

    /// Returns the failure, with the part that was received.
    fn into_failure(self, problem: Problem, gate: &Gate, bodyless: bool) -> Failure {
        // There are neither redirects nor retries: if a connection failed, it was the only one.
        let is_connect = matches!(&problem, Problem::Http(error) if error.is_connect());
        let outcome = match self.response {
            Some(_) => Outcome::Unknown,
            None if bodyless && is_connect => Outcome::NotSent,
            None if gate.give_up() => Outcome::NotSent,
            None => Outcome::Unknown,
        };
        let kind = match (&problem, outcome) {
            (Problem::Deadline(Deadline::Connect), Outcome::NotSent) => ErrorKind::ConnectTimeout,
            (Problem::Deadline(_), _) => ErrorKind::Timeout,
            (Problem::TooLarge, _) => ErrorKind::TooLarge,
            (Problem::Http(_), Outcome::NotSent) if is_connect => ErrorKind::Connect,
            (Problem::Http(_), _) => ErrorKind::ConnectionLost,
        };
        let source = match problem {
            Problem::Http(error) => Some(error.without_url()),
            Problem::TooLarge | Problem::Deadline(_) => None,
        };
        Failure {
            kind,
            outcome,
            raw: self
                .response
                .map(|response| raw(&response, self.body, false)),
            source,
        }
    }
}

impl From<reqwest::Error> for Problem {
    fn from(error: reqwest::Error) -> Self {
        Self::Http(error)
    }
}

/// Returns a response with the part of its body that was received. Its headers are copied: they are
/// pieces of the buffer that the connection read into, which has the body too and is not wiped.
fn raw(response: &Response, body: Zeroizing<Vec<u8>>, complete: bool) -> Raw {
    let headers = response
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_bytes()));
    Raw::received(response.status().as_u16(), headers, body, complete)
}

/// Appends a chunk to a body. The vector grows by hand, because the memory that it leaves behind when
/// it grows by itself is not wiped.
fn push(bytes: &mut Zeroizing<Vec<u8>>, chunk: &[u8]) {
    let length = bytes.len() + chunk.len();
    if length > bytes.capacity() {
        let mut grown = Zeroizing::new(Vec::with_capacity(length.next_power_of_two()));
        grown.extend_from_slice(bytes);
        *bytes = grown;
    }
    bytes.extend_from_slice(chunk);
}
