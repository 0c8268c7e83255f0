//! Whole requests of typed operations as bytes on loopback: bodies of every media type, and several
//! parameters.

#![expect(
    clippy::field_reassign_with_default,
    reason = "callers write it this way, because the types are `#[non_exhaustive]`"
)]

use paynet_api::runtime::{Decimal, ErrorKind, File, Secret};

use super::loopback::{exchanged, sent, sent_unread};

#[tokio::test]
async fn parameters_can_be_objects_and_lists() {
    use super::parameters_of_objects_and_lists::Client;
    use super::parameters_of_objects_and_lists::api::types::{
        Filter, FilterStateItem, FilterTotal, FindPage,
    };
    let mut filter = Filter::new(vec![FilterStateItem::Open, FilterStateItem::Closed]);
    let mut total = FilterTotal::default();
    total.gt = "10.50".parse::<Decimal>().ok();
    filter.total = Some(total);
    let mut page = FindPage::default();
    page.limit = Some(5);
    let request = sent(|server| {
        let client = Client::builder(server).build().expect("it needs nothing");
        client.orders().find("a/b?c=d", &filter).with(|find| {
            find.page = Some(page);
            find.ids = Some(vec![1, 2]);
            find.where_ = Some(Filter::new(Vec::new()));
            find.session = Some(Secret::new("s;1"));
            find.lang = Some("tr".to_owned());
            find.body = Some("b".to_owned());
            find.type_ = Some("t".to_owned());
        })
    })
    .await;
    let (target, rest) = request.split_once('\n').unwrap_or_default();
    assert_eq!(
        target,
        "GET /orders/a%2Fb%3Fc%3Dd/lines?filter[state][0]=open&filter[state][1]=closed&filter[total][gt]=10.50&limit=5\
         &ids%5B%5D=1&ids%5B%5D=2&where=%7B%22state%22%3A%5B%5D%7D&body=b&type=t HTTP/1.1"
    );
    assert!(rest.contains("cookie: session=s%3B1; lang=tr\n"), "{rest}");
}

#[tokio::test]
async fn a_form_is_encoded_by_its_encoding_objects() {
    use super::body_forms::Client;
    let form = customer();
    // Members of `home` are pairs of their own: a server can't tell them from others.
    let request = sent_unread(|server| {
        let client = Client::builder(server).build().expect("it needs nothing");
        client.customers().create_customer(&form)
    })
    .await;
    let (head, body) = request.split_once("\n\n").unwrap_or_default();
    assert!(
        head.contains("\ncontent-type: application/x-www-form-urlencoded\n"),
        "{head}"
    );
    assert_eq!(
        body.split('&').collect::<Vec<_>>(),
        [
            "name=Ada+L.",
            "balance=0.30",
            "address[line1]=%C3%87%C4%B1nar+%26+Co+%3D+1%2B1",
            "address[geo][lat]=41.0",
            "metadata[order+id]=6735",
            "expand[0]=a.b",
            "expand[1]=c",
            "items[0][price]=p_1",
            "items[0][quantity]=2",
            "tags=x",
            "tags=y%2Cz",
            "codes=1,2",
            "raw=%7B%7D",
            "line1=%C3%87%C4%B1nar+%26+Co+%3D+1%2B1",
            "geo[lat]=41.0",
        ]
    );
}

fn customer() -> super::body_forms::api::types::CreateCustomerForm {
    use super::body_forms::api::types::{
        Address, AddressGeo, CreateCustomerForm, CreateCustomerFormItemsItem,
    };
    let mut address = Address::default();
    address.line1 = Some("Çınar & Co = 1+1".to_owned());
    let mut geo = AddressGeo::default();
    geo.lat = "41.0".parse().ok();
    address.geo = Some(geo);
    let mut item = CreateCustomerFormItemsItem::default();
    item.price = Some("p_1".to_owned());
    item.quantity = Some(2);
    let mut form = CreateCustomerForm::new("Ada L.");
    form.balance = "0.30".parse().ok();
    form.metadata = Some([("order id".to_owned(), "6735".to_owned())].into());
    form.expand = Some(vec!["a.b".to_owned(), "c".to_owned()]);
    form.items = Some(vec![item]);
    form.tags = Some(vec!["x".to_owned(), "y,z".to_owned()]);
    form.codes = Some(vec![1, 2]);
    form.raw = Some(Address::default());
    form.home = Some(address.clone());
    form.address = Some(address);
    form
}

#[tokio::test]
async fn a_multipart_form_contains_files_text_and_json() {
    use super::body_multipart::Client;
    use super::body_multipart::api::types::{UploadEvidenceMultipart, UploadEvidenceMultipartMeta};
    let file = File::new("--part-boundary-00000000")
        .name("a \"b\".txt")
        .media_type("text/plain");
    let mut body = UploadEvidenceMultipart::new(file);
    body.pages = Some(vec![File::new("1").header("X-Page", "1"), File::new("2")]);
    body.note = Some("Ödendi".to_owned());
    let mut meta = UploadEvidenceMultipartMeta::default();
    meta.reason = Some("r".to_owned());
    body.meta = Some(meta);
    body.tags = Some(vec!["x".to_owned(), "y".to_owned()]);
    let request = sent(|server| {
        let client = Client::builder(server).build().expect("it needs nothing");
        client.disputes().upload_evidence("d1", &body)
    })
    .await;
    let (head, sent) = request.split_once("\n\n").unwrap_or_default();
    let boundary = "part-boundary-00000001";
    let media = format!("\ncontent-type: multipart/form-data; boundary={boundary}\n");
    assert!(head.contains(&media), "{head}");
    let form = "Content-Disposition: form-data; name=";
    let parts = [
        format!(
            "{form}\"file\"; filename=\"a %22b%22.txt\"\nContent-Type: text/plain\n\n--part-boundary-00000000"
        ),
        format!("{form}\"pages\"\nContent-Type: image/png\nX-Page: 1\n\n1"),
        format!("{form}\"pages\"\nContent-Type: image/png\n\n2"),
        format!("{form}\"note\"\n\nÖdendi"),
        format!("{form}\"meta\"\nContent-Type: application/json\n\n{{\"reason\":\"r\"}}"),
        format!("{form}\"tags\"\n\nx"),
        format!("{form}\"tags\"\n\ny"),
    ];
    let parts = parts.map(|part| format!("--{boundary}\n{part}\n")).concat();
    assert_eq!(
        sent.replace("\r\n", "\n"),
        format!("{parts}--{boundary}--\n")
    );
}

/// The expected request of every content of the case.
const ACCEPTED: &str = "\naccept: application/json, application/hal+json, text/plain, application/pdf, \
                        application/problem+json, text/html\n";

#[tokio::test]
async fn each_content_is_sent_under_its_media_type() {
    use super::body_and_response_of_several_media_types::Client;
    use super::body_and_response_of_several_media_types::api::operations::WriteContent;
    use super::body_and_response_of_several_media_types::api::types::Note;
    for (content, media, expected) in [
        (
            WriteContent::Json(Note::new("ü")),
            "application/json; charset=UTF-8",
            r#"{"text":"ü"}"#,
        ),
        (
            WriteContent::Form(Note::new("ü")),
            "application/x-www-form-urlencoded",
            "text=%C3%BC",
        ),
        (
            WriteContent::Text("ü".to_owned()),
            "text/plain; charset=UTF-8",
            "ü",
        ),
        (WriteContent::Png(b"png".to_vec()), "image/png", "png"),
    ] {
        let request = sent(|server| {
            let client = Client::builder(server).build().expect("it needs nothing");
            client.notes().write(&content)
        })
        .await;
        let (head, body) = request.split_once("\n\n").unwrap_or_default();
        assert!(
            head.contains(&format!("\ncontent-type: {media}\n")),
            "{head}"
        );
        assert!(head.contains(ACCEPTED), "{head}");
        assert_eq!(body, expected);
    }
}

/// The status, media type and body of a response, and its decoded value.
const RESPONSES: [(&str, &str, &str, &str); 8] = [
    (
        "200 OK",
        "application/json",
        r#"{"text":"a"}"#,
        r#"Ok(Note { text: "a" })"#,
    ),
    (
        "200 OK",
        "application/hal+json;v=1",
        r#"{"text":"a"}"#,
        r#"Ok(Note { text: "a" })"#,
    ),
    ("200 OK", "text/plain", "a", r#"OkPlain("a")"#),
    ("200 OK", "Application/PDF", "a", "OkPdf([97])"),
    ("202 Accepted", "text/plain", "a", "Accepted"),
    (
        "404 Not Found",
        "application/problem+json",
        "{}",
        "Write4xxProblemJson { title: None }",
    ),
    ("404 Not Found", "text/html", "<p>", "\"<p>\""),
    ("500 Oh", "text/plain", "sorry", "\"sorry\""),
];

#[tokio::test]
async fn a_response_is_decoded_by_status_and_media_type() {
    use super::body_and_response_of_several_media_types::Client;
    for (status, media, body, expected) in RESPONSES {
        let length = body.len();
        let response = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        let (_, result) = exchanged(&response, |server| {
            let client = Client::builder(server).build().expect("it needs nothing");
            client.notes().write(None)
        })
        .await;
        let shown = match result {
            Ok(accepted) => format!("{:?}", accepted.response()),
            Err(error) => shown_error(&error),
        };
        assert_eq!(shown, expected, "{status} {media}");
    }
}

fn shown_error(error: &paynet_api::runtime::Error) -> String {
    use super::body_and_response_of_several_media_types::api::types::Write4xxProblemJson;
    assert_ne!(error.kind(), ErrorKind::InvalidRequest);
    let json = error.body::<Write4xxProblemJson>();
    let text = error.body::<String>();
    let shown = json.map(|body| format!("{body:?}"));
    shown
        .or_else(|| text.map(|body| format!("{body:?}")))
        .unwrap_or_default()
}

#[tokio::test]
async fn a_parameter_with_one_possible_value_is_filled_in() {
    use super::parameters_of_one_value_are_filled_in::{Client, api::types::Order};
    let request = sent(|url| {
        let client = Client::builder(url).build().expect("it has all");
        client.orders().add_order("s", &Order::new())
    })
    .await;
    let (line, rest) = request.split_once('\n').expect("it has a first line");
    assert_eq!(
        line,
        "POST /retail/orders?api-version=2024-06-01-preview&shop=s HTTP/1.1"
    );
    assert!(rest.contains("x-mode: live\n"), "{rest}");
    assert!(
        rest.ends_with("\n\n{\"version\":\"2024-06-01-preview\"}"),
        "{rest}"
    );
}
