//! Runs calls of a case against a server on loopback, and returns the requests as strings.

use paynet_api::runtime::{Accepted, BaseUrl, Call, Error, Operation};
use tests::loopback::Loopback;

/// Returns the request of a call, which is answered with 204. Lines end in LF, and header names are
/// in lower case.
pub(super) async fn sent<O: Operation>(call: impl FnOnce(BaseUrl) -> Call<O>) -> String {
    let response = "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n";
    let (request, _) = exchanged(response, call).await;
    request
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
