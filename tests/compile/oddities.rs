//! Requests beyond the standard: bodies of GET, queries in a path, and parts without names.

#![expect(
    clippy::field_reassign_with_default,
    reason = "callers write it this way, because the types are `#[non_exhaustive]`"
)]

use paynet_api::runtime::File;

use super::loopback::{exchanged, sent, sent_unread};

#[tokio::test]
async fn a_documented_body_is_sent_whatever_the_method() {
    use super::bodies_of_get_and_delete::Client;
    use super::bodies_of_get_and_delete::api::types::SearchBody;
    let client = |server| Client::builder(server).build().expect("it needs nothing");
    let body = SearchBody::new("a");
    let get = sent(|server| client(server).api().search(&body)).await;
    assert!(get.starts_with("GET /search HTTP/1.1\n"), "{get}");
    assert!(get.ends_with("\n\n{\"query\":\"a\"}"), "{get}");
    let body = ["a".to_owned()];
    let delete = sent(|server| client(server).api().forget(&body[..])).await;
    assert!(delete.ends_with("\n\n[\"a\"]"), "{delete}");
    let without = sent(|server| client(server).api().forget(None)).await;
    assert!(!without.contains("content-"), "{without}");
    let response = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
    let (_, counted) = exchanged(response, |server| client(server).api().count()).await;
    assert!(counted.is_ok(), "{counted:?}");
}

#[tokio::test]
async fn a_path_may_begin_the_query_and_end_in_a_fragment() {
    use super::paths_with_a_query_or_a_fragment::Client;
    let client = |server| Client::builder(server).build().expect("it needs nothing");
    let tag = |server| {
        let call = client(server).api().tag("b?c");
        call.with(|tag| tag.version = Some("2".to_owned()))
    };
    let tag = sent(tag).await;
    assert!(
        tag.starts_with("PUT /b%3Fc?tagging&version=2 HTTP/1.1\n"),
        "{tag}"
    );
    let list = sent(|server| client(server).api().list("List")).await;
    assert!(list.starts_with("GET /?Action=List HTTP/1.1\n"), "{list}");
}

#[tokio::test]
async fn a_multipart_form_without_properties_has_the_parts_of_the_caller() {
    use super::paths_with_a_query_or_a_fragment::Client;
    let parts = [(
        "file".to_owned(),
        vec![File::new("a"), File::new("b").name("b.txt")],
    )];
    let request = sent(|server| {
        let client = Client::builder(server).build().expect("it needs nothing");
        client.api().parts(&parts.into())
    })
    .await;
    let names = request.matches("Content-Disposition: form-data; name=\"file\"");
    assert_eq!(names.count(), 2, "{request}");
}

#[tokio::test]
async fn the_name_of_a_part_can_have_brackets() {
    use super::encoding_of_parts_and_fields::Client;
    use super::encoding_of_parts_and_fields::api::types::{PostAMultipart, PostAMultipartLink};
    let mut link = PostAMultipartLink::default();
    link.create = Some(true);
    link.for_ = Some(vec!["a".to_owned(), "b".to_owned()]);
    let mut body = PostAMultipart::new(File::new("f"));
    body.link = Some(link);
    let request = sent_unread(|server| {
        let client = Client::builder(server).build().expect("it needs nothing");
        client.api().post_a(&body)
    })
    .await;
    let form = "Content-Disposition: form-data; name=";
    for (name, value) in [
        ("link[create]", "true"),
        ("link[for][0]", "a"),
        ("link[for][1]", "b"),
    ] {
        let part = format!("{form}\"{name}\"\r\n\r\n{value}\r\n");
        assert!(request.contains(&part), "{request}");
    }
}
