//! The server of a call: the client's or the operation's, and never one that the caller did not
//! choose.

use paynet_api::runtime::{BaseUrl, Call, Operation, Transport};
use tests::loopback::Loopback;

use super::servers_with_variables_and_of_their_own::{
    Client, ClientBuilder, Environment, OnPremisesServer, ProductionServer,
};

/// Returns the target of a call: as the server received it, or the proxy.
async fn first_line<O: Operation>(call: impl FnOnce(&str) -> Call<O>) -> String {
    let response = b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n".to_vec();
    let server = Loopback::answering(response)
        .await
        .expect("loopback has a port");
    let _ = call(&server.url()).await;
    let request = server.request().await.expect("it was asked");
    let request = String::from_utf8_lossy(&request).into_owned();
    request.lines().next().unwrap_or_default().to_owned()
}

fn own(url: &str) -> BaseUrl {
    BaseUrl::parse(url).expect("it is on loopback")
}

fn built(builder: ClientBuilder) -> Client {
    builder.build().expect("it can be built")
}

/// Builds a client that reaches published servers through a proxy.
fn through(proxy: &str, server: impl Into<BaseUrl>) -> Client {
    built(Client::builder(server).transport(Transport::new().proxy(proxy)))
}

#[tokio::test]
async fn with_a_published_server_operations_use_their_own() {
    for (environment, host) in [
        (Environment::Production, "upload.example.org"),
        (Environment::Sandbox, "upload-sandbox.example.org"),
    ] {
        let client = |proxy: &str| through(proxy, environment);
        let put = first_line(|proxy| operations(&client(proxy)).put_a()).await;
        assert_eq!(put, format!("CONNECT {host}:443 HTTP/1.1"));
        let get = first_line(|proxy| operations(&client(proxy)).get_a()).await;
        assert_eq!(get, "CONNECT files.example.org:443 HTTP/1.1");
    }
}

#[tokio::test]
async fn with_a_base_url_of_the_caller_all_operations_use_it() {
    let put = first_line(|url| operations(&built(Client::builder(own(url)))).put_a()).await;
    assert_eq!(put, "PUT /a HTTP/1.1");
}

#[tokio::test]
async fn the_server_of_an_operation_can_be_replaced() {
    let other = |url: &str| built(Client::builder(Environment::Production).files_server(own(url)));
    let get = first_line(|url| operations(&other(url)).get_a()).await;
    assert_eq!(get, "GET /a HTTP/1.1");
    let both = |url: &str| {
        let main = own("http://127.0.0.1:9/never");
        built(Client::builder(main).upload_sandbox_example_org_server(own(url)))
    };
    let put = first_line(|url| operations(&both(url)).put_a()).await;
    assert_eq!(put, "PUT /a HTTP/1.1");
}

#[tokio::test]
async fn a_relative_server_is_resolved_against_the_base_url() {
    let client = |url: &str| built(Client::builder(own(&format!("{url}/v1"))));
    let patch = first_line(|url| operations(&client(url)).patch_a()).await;
    assert_eq!(patch, "PATCH /v2/a HTTP/1.1");
}

#[tokio::test]
async fn server_variables_are_substituted() {
    let mut server = ProductionServer::new();
    assert_eq!(
        BaseUrl::from(server.clone()).as_str(),
        "https://eu.example.org/v1"
    );
    server.region = "us".to_owned();
    let put = first_line(|proxy| operations(&through(proxy, server.clone())).put_a()).await;
    assert_eq!(put, "CONNECT upload.example.org:443 HTTP/1.1");
    server.region = "evil.example.com/".to_owned();
    let refused = Client::builder(server)
        .build()
        .err()
        .map(|error| error.to_string());
    let expected = "the base URL must have a part of a host in place of its variable `region`";
    assert_eq!(refused.as_deref(), Some(expected));
    let own = OnPremisesServer::new("https://bank.example.com");
    let url = BaseUrl::from(own);
    assert_eq!(url.as_str(), "https://bank.example.com/on-premises/v1");
}

/// Returns the operations of the case.
fn operations(
    client: &Client,
) -> super::servers_with_variables_and_of_their_own::api::operations::Api<'_> {
    client.api()
}
