//! HTTP: connections, requests as they arrive, and responses as faults leave them.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper::header::{ALLOW, CONTENT_TYPE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::cut::{Allowance, Connection};
use super::damage::{Sending, damage};
use super::notify::post_decisions;
use super::respond::{named, respond};
use super::state::State;
use crate::runtime::server::{ServerRequest, ServerResponse};
use crate::sandbox::faults::Plan;
use crate::sandbox::operation::Operation;

/// The largest body of a request, in bytes.
const MAX_REQUEST: usize = 1 << 20;

/// Accepts connections until the task ends.
pub(super) async fn accept(listener: TcpListener, state: Arc<State>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => state.tasks.spawn(connection(stream, Arc::clone(&state))),
            // Too many open files, say: later there may be fewer.
            Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

/// Serves one connection.
async fn connection(stream: TcpStream, state: Arc<State>) {
    let allowance = Allowance::default();
    let connection = Connection {
        stream,
        allowance: allowance.clone(),
    };
    let service = service_fn(|request| answer(request, Arc::clone(&state), allowance.clone()));
    let served = http1::Builder::new().serve_connection(TokioIo::new(connection), service);
    // An error is a client that hangs up, or a connection that was cut on demand.
    drop(served.await);
}

/// The connection is closed without a response.
#[derive(Debug)]
struct Severed;

impl fmt::Display for Severed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the sandbox cut the connection")
    }
}

impl std::error::Error for Severed {}

/// Answers one request.
async fn answer(
    request: Request<Incoming>,
    state: Arc<State>,
    allowance: Allowance,
) -> Result<Response<Full<Bytes>>, Severed> {
    let request = read(request).await?;
    let (sender, receiver) = oneshot::channel();
    let tasks = Arc::clone(&state);
    // A task of its own: what Paynet has begun, it finishes when the caller is gone.
    tasks.tasks.spawn(async move {
        let sending = handle(&request, &state).await;
        drop(sender.send(sending));
    });
    let (bytes, response) = match receiver.await {
        Ok(Sending::Whole(response)) => (None, response),
        Ok(Sending::Until(byte, response)) => (Some(byte), response),
        Ok(Sending::Nothing) | Err(_) => return Err(Severed),
    };
    allowance.set(bytes);
    write(response)
}

/// Carries a request out as its fault, if any, allows.
async fn handle(request: &ServerRequest, state: &Arc<State>) -> Sending {
    let operation = Operation::of(request.path());
    let recognized = request.recognize();
    let fault = state.faults().take(operation);
    let xact_id = recognized.as_ref().ok().and_then(|it| named(&it.request));
    let index = state.ledger().arrived(operation, xact_id, fault.is_some());
    let plan = fault.unwrap_or(Plan::NORMAL);
    tokio::time::sleep(plan.before).await;
    let response = plan.processes.then(|| {
        let mut ledger = state.ledger();
        ledger.process(index);
        let answer = respond(&mut ledger, operation, &recognized);
        ledger.answered(index, answer.response.status, answer.code);
        answer.response
    });
    post_decisions(state);
    tokio::time::sleep(plan.after).await;
    damage(&plan.damage, operation, response)
}

/// Reads a request.
///
/// # Errors
///
/// If it breaks off, or is too large.
async fn read(request: Request<Incoming>) -> Result<ServerRequest, Severed> {
    let (head, body) = request.into_parts();
    let target = head.uri.path_and_query().map_or("/", |it| it.as_str());
    let mut read = ServerRequest::new(head.method.as_str(), target);
    for (name, value) in &head.headers {
        read = read.with_header(name.as_str(), value.as_bytes());
    }
    let body = Limited::new(body, MAX_REQUEST).collect().await;
    let body = body.map_err(|_| Severed)?.to_bytes();
    Ok(read.with_body(body))
}

/// Writes a response.
fn write(response: ServerResponse) -> Result<Response<Full<Bytes>>, Severed> {
    let mut builder = Response::builder().status(response.status);
    if let Some(media_type) = response.content_type {
        builder = builder.header(CONTENT_TYPE, media_type);
    }
    // RFC 9110, 15.5.6: the header is required. All services are called by POST.
    if response.status == StatusCode::METHOD_NOT_ALLOWED {
        builder = builder.header(ALLOW, "POST");
    }
    let body = Full::new(Bytes::from(response.body));
    builder.body(body).map_err(|_| Severed)
}
