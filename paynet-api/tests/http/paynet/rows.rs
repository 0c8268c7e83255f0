//! All rows of a list, page by page.

use paynet_api::transaction::types::ReversalListQuery;
use paynet_api::{BaseUrl, Date, Paynet};

use crate::server::{Act, Server, response};

fn client(server: &Server) -> Paynet {
    let base: BaseUrl = server.base().parse().unwrap();
    Paynet::builder(base)
        .secret_key("sck_invented")
        .build()
        .unwrap()
}

fn query() -> ReversalListQuery {
    let day = || Date::new(2024, 5, 31).unwrap();
    ReversalListQuery::new(day(), day())
}

fn page(rows: &str, more: &str) -> Act {
    let body = format!(r#"{{"Data":[{rows}]{more}}}"#);
    Act::Answer(response("200 OK", "", &body))
}

const MORE: &str = r#","has_more":true"#;
const LAST: &str = r#","has_more":false"#;

/// Returns the rows' numbers, and the bodies of the requests.
async fn all(pages: Vec<Act>, query: &ReversalListQuery) -> (Vec<String>, Vec<String>) {
    let mut server = Server::start_each(pages).await;
    let paynet = client(&server);
    let transaction = paynet.transaction();
    let mut rows = transaction.list_all_reversals(query);
    let mut numbers = Vec::new();
    while let Some(row) = rows.next().await {
        numbers.push(row.map_or_else(|_| "error".into(), |row| row.id.unwrap()));
    }
    assert!(rows.next().await.is_none());
    let bodies = server.requests().into_iter();
    let bodies = bodies.map(|request| request.split_once("\r\n\r\n").unwrap().1.to_owned());
    (numbers, bodies.collect())
}

#[tokio::test]
async fn pages_are_fetched_until_there_are_no_more() {
    let pages = vec![
        page(r#"{"id":"1"},{"id":"2"}"#, MORE),
        page(r#"{"id":"3"}"#, LAST),
    ];
    let (rows, requests) = all(pages, &query()).await;
    assert_eq!(rows, ["1", "2", "3"]);
    let begin = r#"{"datab":"2024-05-31","datbi":"2024-05-31","limit":100"#;
    assert_eq!(
        requests,
        [
            format!("{begin}}}"),
            format!(r#"{begin},"starting_after":2}}"#)
        ]
    );
}

#[tokio::test]
async fn the_caller_chooses_the_size_and_the_start() {
    let mut query = query();
    (query.limit, query.starting_after, query.ending_before) = (Some(2), Some(40), Some(7));
    // Without `has_more`, a page that is not full is the last.
    let pages = vec![
        page(r#"{"id":"1"},{"id":"2"}"#, ""),
        page(r#"{"id":"3"}"#, ""),
    ];
    let (rows, requests) = all(pages, &query).await;
    assert_eq!(rows, ["1", "2", "3"]);
    assert!(
        requests[0].ends_with(r#""limit":2,"starting_after":40}"#),
        "{requests:?}"
    );
    assert!(
        requests[1].ends_with(r#""limit":2,"starting_after":42}"#),
        "{requests:?}"
    );
}

#[tokio::test]
async fn a_row_that_cannot_be_decoded_is_skipped_and_counted() {
    let pages = vec![
        page(r#"{"id":"1"},7,{"id":{}}"#, MORE),
        page(r#"{"id":"4"}"#, LAST),
    ];
    let mut server = Server::start_each(pages).await;
    let paynet = client(&server);
    let transaction = paynet.transaction();
    let mut rows = transaction.list_all_reversals(&query());
    let mut count = 0;
    while let Some(row) = rows.next().await {
        row.unwrap();
        count += 1;
    }
    assert_eq!(count, 3);
    let paths: Vec<String> = rows.decode_issues().iter().map(|it| it.path()).collect();
    assert_eq!(paths, ["Data[1]", "Data[2].id"]);
    assert!(server.requests()[1].contains(r#""starting_after":3"#));
}

#[tokio::test]
async fn an_error_or_an_empty_page_ends_the_list() {
    let refused = Act::Answer(response("200 OK", "", r#"{"code":7}"#));
    let pages = vec![page(r#"{"id":"1"}"#, MORE), refused];
    assert_eq!(all(pages, &query()).await.0, ["1", "error"]);
    let pages = vec![page(r#"{"id":"1"}"#, MORE), page("", MORE)];
    assert_eq!(all(pages, &query()).await.0, ["1"]);
}
