//! Credentials as bytes: each scheme in its place, alternatives, and several at once.

use paynet_api::runtime::{BaseUrl, Error};

use super::loopback::{exchanged, sent};
use super::security_schemes::{Client, ClientBuilder};

/// Returns the target of a request, and the headers with credentials.
fn who(request: &str) -> String {
    let mut lines = request.lines();
    let target = lines.next().unwrap_or_default().to_owned();
    let says = |line: &&str| {
        let name = line.split(':').next().unwrap_or_default();
        ["authorization", "cookie", "x-key"].contains(&name)
    };
    let headers: Vec<&str> = lines.filter(says).collect();
    [vec![target.as_str()], headers].concat().join(" | ")
}

fn client(url: BaseUrl, with: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = with(Client::builder(url));
    builder.build().expect("the credentials are good")
}

#[tokio::test]
async fn each_scheme_has_its_place() {
    let header = sent(|url| client(url, |it| it.header("k")).api().both()).await;
    assert_eq!(who(&header), "GET /a HTTP/1.1 | x-key: Key k");
    let token = sent(|url| client(url, |it| it.token("t")).api().token()).await;
    assert_eq!(who(&token), "PATCH /a HTTP/1.1 | authorization: DPoP t");
    let basic = sent(|url| client(url, |it| it.basic("u", "p")).api().inherited()).await;
    let expected = "DELETE /a HTTP/1.1 | authorization: Basic dTpw";
    assert_eq!(who(&basic), expected);
}

#[tokio::test]
async fn several_schemes_can_be_required_together() {
    let given = |url| client(url, |it| it.query("q/1").cookie("c"));
    let both = sent(|url| given(url).api().both()).await;
    assert_eq!(who(&both), "GET /a?key=q%2F1 HTTP/1.1 | cookie: session=c");
    let first = |url| client(url, |it| it.query("q").cookie("c").header("k"));
    let first = sent(|url| first(url).api().both()).await;
    assert_eq!(who(&first), "GET /a HTTP/1.1 | x-key: Key k");
    let half = BaseUrl::parse("http://127.0.0.1:9").expect("it is on loopback");
    let half = client(half, |it| it.query("q")).api().both().await;
    let told = half.map(|_| ()).map_err(|error| error.to_string());
    assert!(
        told.as_ref()
            .is_err_and(|told| told.contains("`.header(…)`")),
        "{told:?}"
    );
}

#[tokio::test]
async fn optional_credentials_are_sent_if_given() {
    let given = sent(|url| client(url, |it| it.bearer("b")).api().optional()).await;
    assert_eq!(who(&given), "POST /a HTTP/1.1 | authorization: Bearer b");
    let none = sent(|url| client(url, |it| it).api().optional()).await;
    assert_eq!(who(&none), "POST /a HTTP/1.1");
    let all = |url| client(url, |it| it.bearer("b").basic("u", "p").header("k"));
    let nobody = sent(|url| all(url).api().nobody()).await;
    assert_eq!(who(&nobody), "PUT /a HTTP/1.1");
    let empty = sent(|url| all(url).api().empty()).await;
    assert_eq!(who(&empty), "HEAD /a HTTP/1.1");
}

#[tokio::test]
async fn a_key_in_a_query_is_never_printed() {
    let shown = |error: &Error| format!("{error} {error:?} {:?}", error.raw());
    let client = |url| client(url, |it| it.query("q+canary/1").cookie("c"));
    let closed = BaseUrl::parse("http://127.0.0.1:9").expect("it is on loopback");
    assert!(!format!("{:?}", client(closed.clone())).contains("canary"));
    let refused = client(closed).api().both().await.err();
    let broken = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nX-Echo: q%2Bcanary%2F1\r\n\r\n";
    let (_, cut) = exchanged(broken, |url| client(url).api().both()).await;
    for error in [refused, cut.err()] {
        let shown = error.as_ref().map(shown).unwrap_or_default();
        assert!(!shown.is_empty() && !shown.contains("canary"), "{shown}");
    }
}
