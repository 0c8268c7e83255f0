//! Runs calls of a case against a server on loopback, and returns the requests as strings.

use paynet_api::runtime::server::Served;
use paynet_api::runtime::{Accepted, BaseUrl, Call, Error, Operation};
use tests::loopback::Loopback;

const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n";

/// Returns the request of a call, which is answered with 204. Lines end in LF, and header names are
/// in lower case.
///
/// What is sent is not the call's own operation, but what a server reads of its request: so every
/// test of a request is one of the server role, too.
pub(super) async fn sent<O: Served>(call: impl FnOnce(BaseUrl) -> Call<O>) -> String {
    let (request, _) = exchanged(NO_CONTENT, |url| read_back(call(url))).await;
    request
}

/// Like [`sent`], of an operation that a server can't read, or reads as another value.
pub(super) async fn sent_unread<O: Operation>(call: impl FnOnce(BaseUrl) -> Call<O>) -> String {
    let (request, _) = exchanged(NO_CONTENT, call).await;
    request
}

/// Replaces the operation of a call by what a server reads of its request, if that can be sent.
fn read_back<O: Served>(call: Call<O>) -> Call<O> {
    let Ok(request) = call.as_received() else {
        return call;
    };
    let read = request.read::<O>();
    let read = read.unwrap_or_else(|rejection| panic!("{request:?}: {rejection}"));
    let unknown = read.unknown_members;
    assert!(unknown.is_empty(), "{request:?}: {unknown:?}");
    let call = call.with(|operation| *operation = read.request);
    assert_eq!(call.as_received().ok().as_ref(), Some(&request));
    call
}

/// Returns the request of a call, and its result for a response.
pub(super) async fn exchanged<O: Operation>(
    response: &str,
    call: impl FnOnce(BaseUrl) -> Call<O>,
) -> (String, Result<Accepted<O::Response>, Error>) {
    let server = Loopback::answering(response.into())
        .await
        .expect("loopback has a port");
    let url = BaseUrl::parse(&server.url()).expect("it is on loopback");
    let result = call(url).await;
    let request = server.request().await.expect("it was asked");
    let request = String::from_utf8(request).expect("it is text");
    let (head, body) = request.split_once("\r\n\r\n").unwrap_or_default();
    (format!("{}\n\n{body}", head.replace("\r\n", "\n")), result)
}
