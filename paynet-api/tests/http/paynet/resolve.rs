//! What becomes of an unknown outcome: snapshots, looks, and what is found.

use std::time::{Duration, Instant};

use paynet_api::{
    Amount, BaseUrl, Evidence, Finding, Outcome, Paynet, PreauthCancellation, Refund, Snapshot,
    XactId,
};

use crate::server::{Act, Server, closed_port, response};

fn client(server: &Server) -> Paynet {
    let base: BaseUrl = server.base().parse().unwrap();
    Paynet::builder(base)
        .secret_key("sck_invented")
        .build()
        .unwrap()
}

fn json(body: &str) -> Act {
    Act::Answer(response("200 OK", "", body))
}

/// The transaction, and whether it is reversed.
fn detail(reversed: &str) -> Act {
    json(&format!(
        r#"{{"code":0,"Data":[{{"id":"7","xact_id":"xk_1","xact_date":"2024-05-31T12:00:00","reversed":{reversed}}}]}}"#
    ))
}

/// One reversal of another transaction, and these of the transaction.
fn list(numbers: &[&str]) -> Act {
    let rows = numbers
        .iter()
        .map(|number| format!(r#",{{"id":"7","reversed_xact_id":"{number}"}}"#));
    let rows: String = rows.collect();
    json(&format!(
        r#"{{"Data":[{{"id":"8","reversed_xact_id":"r0"}}{rows}],"has_more":false}}"#
    ))
}

fn id() -> XactId {
    XactId::new("xk_1").unwrap()
}

fn part() -> Refund {
    Refund::partial(id(), Amount::from_kurus(500).unwrap())
}

const SHORT: Duration = Duration::from_secs(2);

/// Asserts that nothing but look-ups was sent, and returns how many.
fn look_ups(server: &mut Server) -> usize {
    let requests = server.requests();
    for request in &requests {
        let line = request.lines().next().unwrap();
        let is_look_up = ["detail", "reversal_list"]
            .iter()
            .any(|it| line.contains(it));
        assert!(is_look_up, "{line}");
    }
    requests.len()
}

#[tokio::test]
async fn a_full_refund_is_found_at_the_transaction() {
    let acts = vec![
        detail("false"),
        list(&[]),
        Act::ReadThenClose,
        detail("false"),
        list(&[]),
        detail("true"),
        list(&["r1"]),
    ];
    let mut server = Server::start_each(acts).await;
    let paynet = client(&server);
    let refund = Refund::full(id());

    let snapshot = paynet.snapshot(&refund).await.unwrap();
    let error = paynet.transaction().refund(&refund).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(server.requests().len(), 3);

    let resolution = paynet.resolve(&refund).since(&snapshot).within(SHORT).await;
    assert_eq!(
        (resolution.finding(), resolution.looks()),
        (Finding::Reversed, 2)
    );
    let reversed = Evidence::Reversed {
        by: None,
        already: false,
    };
    assert!(resolution.evidence().contains(&reversed) && reversed.is_guess());
    assert_eq!(
        resolution.to_string(),
        "reversed: by a guess, `detail` shows the transaction as reversed; by a guess, \
         `list_reversals` has 1 of the transaction, 0 before the request, new: r1"
    );
    assert_eq!(look_ups(&mut server), 4);
}

#[tokio::test]
async fn a_partial_refund_is_one_more_than_in_a_stored_snapshot() {
    let acts = vec![
        detail("false"),
        list(&["r1"]),
        detail("false"),
        list(&["r1", "r2"]),
    ];
    let mut server = Server::start_each(acts).await;
    let paynet = client(&server);

    let snapshot = paynet.snapshot(&part()).await.unwrap();
    assert!(snapshot.has_list());
    let stored = serde_json::to_string(&snapshot).unwrap();
    let snapshot: Snapshot = serde_json::from_str(&stored).unwrap();

    let resolution = paynet.resolve(&part()).since(&snapshot).await;
    assert_eq!(
        (resolution.finding(), resolution.looks()),
        (Finding::OneMore, 1)
    );
    assert!(resolution.evidence().contains(&Evidence::Listed {
        before: Some(1),
        now: 2,
        new: vec!["r2".to_owned()],
    }));
    assert_eq!(look_ups(&mut server), 4);
}

#[tokio::test]
async fn without_a_snapshot_or_with_that_of_another_transaction_a_part_stays_unknown() {
    let acts = vec![detail("false"), list(&[])];
    let other = Refund::full(XactId::new("xk_9").unwrap());
    let server = Server::start_each(acts.clone()).await;
    let snapshot = client(&server).snapshot(&other).await.unwrap();
    for resolver in [
        client(&server).resolve(&part()),
        client(&server).resolve(&part()).since(&snapshot),
    ] {
        let resolution = resolver.within(SHORT / 4).await;
        assert_eq!(resolution.finding(), Finding::StillUnknown);
        assert!(
            resolution.evidence().contains(&Evidence::NoSnapshot),
            "{resolution}"
        );
    }
}

#[tokio::test]
async fn what_does_not_show_is_looked_for_until_the_deadline() {
    let looks = [detail("false"), list(&[])];
    let mut server = Server::start_each(looks.iter().cloned().cycle().take(100).collect()).await;
    let paynet = client(&server);
    let cancellation = PreauthCancellation::new(id());
    let begin = Instant::now();
    let resolution = paynet.resolve(&cancellation).within(SHORT).await;
    assert_eq!(resolution.finding(), Finding::NotSeenYet);
    assert!(
        resolution.looks() > 2 && begin.elapsed() <= SHORT,
        "{resolution:?}"
    );
    assert_eq!(look_ups(&mut server), 2 * resolution.looks() as usize);
}

#[tokio::test]
async fn a_look_that_fails_does_not_take_back_what_an_earlier_one_showed() {
    let acts = vec![detail("false"), list(&[]), Act::Close];
    let server = Server::start_each(acts).await;
    let resolution = client(&server)
        .resolve(&Refund::full(id()))
        .within(SHORT)
        .await;
    assert_eq!(resolution.finding(), Finding::NotSeenYet);
    assert!(resolution.looks() > 1);
}

#[tokio::test]
async fn nothing_is_claimed_where_nothing_could_be_seen() {
    let base = format!("http://127.0.0.1:{}", closed_port().await);
    let paynet = Paynet::builder(base.parse::<BaseUrl>().unwrap());
    let paynet = paynet.secret_key("sck_invented").build().unwrap();
    let begin = Instant::now();
    let resolution = paynet.resolve(&Refund::full(id())).within(SHORT).await;
    assert_eq!(resolution.finding(), Finding::StillUnknown);
    assert!(matches!(
        resolution.evidence(),
        [Evidence::NoSnapshot, Evidence::Failed(_), ..]
    ));
    assert!(begin.elapsed() <= SHORT);

    let server = Server::start(Act::ReadThenHang).await;
    let begin = Instant::now();
    let resolution = client(&server)
        .resolve(&Refund::full(id()))
        .within(SHORT / 4)
        .await;
    assert_eq!(resolution.finding(), Finding::StillUnknown);
    assert!(begin.elapsed() < SHORT);

    let resolution = paynet
        .resolve(&Refund::full(id()))
        .within(Duration::ZERO)
        .await;
    assert_eq!(
        (resolution.finding(), resolution.looks()),
        (Finding::StillUnknown, 0)
    );
}

#[tokio::test]
async fn a_list_that_cannot_be_read_to_its_end_is_no_list() {
    let cut = json(r#"{"Data":[{"id":"7"},8],"has_more":false}"#);
    let acts = vec![detail("null"), cut, detail("null"), json(r#"{"code":7}"#)];
    let server = Server::start_each(acts).await;
    let paynet = client(&server);
    for _ in 0..2 {
        let snapshot = paynet.snapshot(&part()).await.unwrap();
        assert!(!snapshot.has_list());
    }
}

#[tokio::test]
async fn there_is_no_snapshot_of_a_transaction_that_cannot_be_looked_up() {
    let server = Server::start(json(r#"{"code":12}"#)).await;
    let error = client(&server).snapshot(&part()).await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.code()),
        (Outcome::Refused, Some(12))
    );
}
