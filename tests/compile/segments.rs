//! Path parameters of several segments, as bytes on loopback.

use paynet_api::runtime::{BaseUrl, ErrorKind};

use super::loopback::sent;
use super::paths_of_several_segments::Client;

#[tokio::test]
async fn slashes_are_kept_if_the_template_allows_them() {
    let target = |request: String| request.lines().next().unwrap_or_default().to_owned();
    let object = sent(|server| {
        client(server)
            .api()
            .object("a/b", "photos/2024/é ?#&%2F.jpg")
    });
    assert_eq!(
        target(object.await),
        "GET /a%2Fb/photos/2024/%C3%A9%20%3F%23%26%252F.jpg HTTP/1.1"
    );
    let check = sent(|server| client(server).api().check("shelves/1/books/a:b"));
    assert_eq!(
        target(check.await),
        "GET /v1/shelves/1/books/a%3Ab:check HTTP/1.1"
    );
    let pages = sent(|server| client(server).api().pages("shelves/1"));
    assert_eq!(target(pages.await), "GET /v1/shelves/1/pages HTTP/1.1");
    let locks = sent(|server| client(server).api().locks("groups/a/disks/b"));
    assert_eq!(
        target(locks.await),
        "GET /scopes/groups/a/disks/b/locks HTTP/1.1"
    );
    let number = sent(|server| client(server).api().number("1/2"));
    assert_eq!(target(number.await), "GET /numbers/1%2F2 HTTP/1.1");
}

#[tokio::test]
async fn dot_segments_are_refused() {
    let server = "http://127.0.0.1:9".parse().expect("it is an address");
    let error = client(server).api().object("a", "b/../../c").await;
    let kind = error.expect_err("it is another path").kind();
    assert_eq!(kind, ErrorKind::InvalidRequest);
}

fn client(server: BaseUrl) -> Client {
    Client::builder(server).build().expect("it needs nothing")
}
