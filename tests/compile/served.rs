//! Requests as a server reads them: styles, routes, unknown members, and the responses that it
//! writes. Every other request of these tests is read as well, by `loopback::sent`.

use paynet_api::runtime::server::{
    Recognized, Rejection, Routes, Served, ServerRequest, ServerResponse,
};
use paynet_api::runtime::{BaseUrl, Call};

use super::loopback::sent;
use super::read;
use super::security_schemes::ClientBuilder;

fn get(target: &str) -> ServerRequest {
    ServerRequest::new("GET", target)
}

/// Returns how `Debug` prints the request that is recognized, or the text of its rejection.
fn shown<R: Routes + std::fmt::Debug>(request: &ServerRequest) -> String {
    let recognized: Result<Recognized<R>, Rejection> = request.recognize();
    match recognized {
        Ok(recognized) => format!("{:?}", recognized.request),
        Err(rejection) => format!("{}: {rejection}", rejection.status()),
    }
}

fn styles(url: BaseUrl) -> super::parameters_are_read_in_their_styles::Client {
    let client = super::parameters_are_read_in_their_styles::Client::builder(url);
    client.build().expect("it needs nothing")
}

fn target(request: &str) -> &str {
    let line = request.lines().next().unwrap_or_default();
    line.strip_suffix(" HTTP/1.1").unwrap_or(line)
}

#[tokio::test]
async fn lists_are_read_in_their_styles() {
    let (ids, names) = (vec![1, -2], vec!["a b".to_owned(), "ü/".to_owned()]);
    let paths = sent(|url| styles(url).api().paths(&ids, &names)).await;
    assert_eq!(target(&paths), "GET /matrix;ids=1,-2/a%20b,%C3%BC%2F");
    let labels = sent(|url| styles(url).api().labels(&ids, &names)).await;
    assert_eq!(
        target(&labels),
        "GET /label.1.-2/exploded;names=a%20b;names=%C3%BC%2F"
    );
    let queries = sent(|url| {
        styles(url).api().queries(&names).with(|queries| {
            (queries.commas, queries.spaces) = (Some(ids.clone()), Some(ids.clone()));
            queries.pipes = Some(names.clone());
            queries.x_names = Some(vec!["a".to_owned(), "b".to_owned()]);
            queries.cookies = Some(ids.clone());
        })
    })
    .await;
    assert_eq!(
        target(&queries),
        "GET /queries?exploded=a%20b&exploded=%C3%BC%2F&commas=1,-2&spaces=1%20-2&pipes=a%20b|%C3%BC%2F"
    );
}

#[tokio::test]
async fn objects_are_read_in_their_styles() {
    use super::parameters_are_read_in_their_styles::api::types::{FormForm, Page};
    let names = vec!["a".to_owned()];
    let mut page = Page::default();
    (page.limit, page.after) = (Some(5), Some("x,y".to_owned()));
    let queries = sent(|url| {
        styles(url).api().queries(&names).with(|queries| {
            (queries.deep, queries.page) = (Some(page.clone()), Some(page.clone()));
            queries.json = Some(page.clone());
        })
    })
    .await;
    assert_eq!(
        target(&queries),
        "GET /queries?exploded=a&deep[limit]=5&deep[after]=x%2Cy&limit=5&after=x%2Cy\
         &json=%7B%22limit%22%3A5%2C%22after%22%3A%22x%2Cy%22%7D"
    );
    let none = sent(|url| styles(url).api().queries(&names)).await;
    assert_eq!(target(&none), "GET /queries?exploded=a");
    let mut form = FormForm::new("n");
    (form.ids, form.page) = (Some(vec![1, -2]), Some(page));
    let form = sent(|url| styles(url).api().form(&form)).await;
    assert!(form.ends_with("\n\nname=n&ids=1,-2&page[limit]=5&page[after]=x%2Cy"));
    let none = sent(|url| styles(url).api().form(None)).await;
    assert!(none.ends_with("\n\n"), "{none}");
}

#[test]
fn operations_are_distinguished_by_path_and_method() {
    use super::requests_are_recognized_and_read::server::Request;
    let key = |target| get(target).with_header("x-key", "k");
    for (request, expected) in [
        (key("/pets/newest"), "Newest(NewestOperation)"),
        (key("/pets/7"), "Pet(PetOperation { id: 7 })"),
        (
            key("/pets?tags=a&tags=b"),
            r#"List(ListOperation { tags: Some(["a", "b"]), x_page: None })"#,
        ),
        (
            key("/pets/old"),
            "400: path parameter `id`: expected an integer, found a string",
        ),
        (
            key("/pets").with_header("X-Page", "one"),
            "400: header `X-Page`: expected an integer, found a string",
        ),
        (
            get("/pets"),
            "401: missing credential: expected the header `X-Key`",
        ),
        (key("/pets/7/"), "404: no operation has this path"),
        (
            ServerRequest::new("PUT", "/pets"),
            "405: unknown method, expected GET or POST",
        ),
        (
            ServerRequest::new("PUT", "/pets/newest"),
            "405: unknown method, expected GET",
        ),
    ] {
        assert_eq!(shown::<Request>(&request), expected);
    }
}

#[test]
fn operations_are_distinguished_by_parameters_of_one_value() {
    use super::parameters_are_read_in_their_styles::server::Request;
    for (target, expected) in [
        (
            "/?Action=Start",
            r#"Start(StartOperation { action: "Start" })"#,
        ),
        (
            "/?force=true&Action=Stop",
            r#"Stop(StopOperation { action: "Stop", force: Some(true) })"#,
        ),
        (
            "/?Action=Go",
            "400: query parameter `Action`: expected `Start`",
        ),
        ("/", "400: missing query parameter `Action`"),
        (
            "/?Action=Stop&force=1",
            "400: query parameter `force`: expected a boolean, found a string",
        ),
    ] {
        assert_eq!(shown::<Request>(&get(target)), expected);
    }
}

/// Returns the credentials of what a call sends, each as `scheme=value`.
fn credentials<O: Served>(call: Call<O>) -> String {
    let request = call.as_received().expect("it can be sent");
    let read = request.read::<O>().expect("it is this operation");
    let given = read.credentials.iter();
    let given = given.map(|it| format!("{}={}", it.scheme.name, it.value.expose()));
    given.collect::<Vec<_>>().join(" ")
}

#[test]
fn credentials_are_passed_on_without_their_prefix() {
    use super::security_schemes::Client;
    let client = |with: fn(ClientBuilder) -> ClientBuilder| {
        let url = BaseUrl::parse("http://127.0.0.1:9").expect("it is on loopback");
        with(Client::builder(url)).build().expect("they are valid")
    };
    let all = client(|it| it.header("k").basic("u", "p:q").bearer("b").token("t"));
    assert_eq!(credentials(all.api().both()), "header=k");
    assert_eq!(credentials(all.api().inherited()), "basic=u:p:q");
    assert_eq!(credentials(all.api().optional()), "bearer=b");
    assert_eq!(credentials(all.api().token()), "token=t");
    assert_eq!(credentials(all.api().nobody()), "");
    let pair = client(|it| it.query("q/1").cookie("c"));
    assert_eq!(credentials(pair.api().both()), "query=q/1 cookie=c");
    assert_eq!(credentials(pair.api().optional()), "");
}

#[test]
fn contents_of_another_media_type_are_rejected() {
    use super::body_and_response_of_several_media_types::server::Request;
    let write = |media: &str| {
        let request = ServerRequest::new("POST", "/notes").with_header("Content-Type", media);
        shown::<Request>(&request.with_body(r#"{"text":"a"}"#))
    };
    let note = |variant| format!("Write(WriteOperation {{ body: Some({variant}) }})");
    assert_eq!(write("Text/JSON; a=b"), note(r#"Json(Note { text: "a" })"#));
    assert_eq!(write("text/plain"), note(r#"Text("{\"text\":\"a\"}")"#));
    let expected = "415: unknown Content-Type, expected `application/json` or `text/json` or \
                    `application/merge-patch+json` or `application/x-www-form-urlencoded` or \
                    `text/plain` or `image/png`";
    assert_eq!(write("image/gif"), expected);
    let empty = ServerRequest::new("POST", "/notes");
    assert_eq!(
        shown::<Request>(&empty),
        "Write(WriteOperation { body: None })"
    );
}

/// Returns the members of an order that it has no field for.
fn unknown(order: &str) -> Vec<String> {
    use super::unknown_members_of_every_kind_of_object::server::Request;
    let request = ServerRequest::new("POST", "/orders")
        .with_header("Content-Type", "application/json")
        .with_body(order);
    let read = request.recognize::<Request>();
    let read = read.unwrap_or_else(|rejection| panic!("{order}: {rejection}"));
    let unknown = read.unknown_members.iter();
    unknown.map(|unknown| unknown.path()).collect()
}

#[test]
fn unknown_members_are_reported_in_every_kind_of_object() {
    for (order, expected) in [
        (r#"{"any":{"x":1},"x.y":1}"#, &["x.y"][..]),
        (r#"{"x":{"y":1},"nested":{"x":1}}"#, &["nested.x", "x"]),
        (r#"{"lines":[{},{"x":1,"sku":"s"}]}"#, &["lines[1].x"]),
        (r#"{"labels":{"a":{"x":1}}}"#, &["labels[*].x"]),
        // The tag is no field of the card, but the document has it.
        (
            r#"{"tagged":{"kind":"Card","number":"1","x":1}}"#,
            &["tagged.x"],
        ),
        (
            r#"{"tagged":{"kind":"Cash","line":{"x":1}}}"#,
            &["tagged.line.x"],
        ),
        (r#"{"tagged":{"kind":"Gold","x":1}}"#, &[]),
        (
            r#"{"untagged":{"number":"1","kind":"x"}}"#,
            &["untagged.kind"],
        ),
        (r#"{"shared":{"note":"n","number":"1"}}"#, &[]),
        (
            r#"{"shared":{"note":"n","line":{"x":1},"y":1}}"#,
            &["shared.line.x", "shared.y"],
        ),
    ] {
        assert_eq!(unknown(order), expected, "{order}");
    }
}

#[test]
fn an_encoded_response_is_decoded_as_the_same() {
    use super::requests_are_recognized_and_read::api::types::{Owner, Pet, PetOwner};
    let mut pet = Pet::new(7);
    pet.owner = Some(PetOwner::Owner(Owner::default()));
    let response = ServerResponse::json(200, &pet);
    let body = String::from_utf8(response.body).expect("JSON is UTF-8");
    assert_eq!(body, r#"{"id":7,"owner":{}}"#);
    assert_eq!(read::<Pet>(&body), Ok(pet));
}
