//! Where credentials are sent, which are chosen, and how URLs are joined. The schemes are invented.

use super::{Credential, Info, Method, Prepared, Request, Scheme, Url, prepare, url};
use crate::runtime::{Repeat, SchemePlace, Secret};

const KEY: &Scheme = &scheme(
    "key",
    SchemePlace::Header {
        name: "X-Key",
        prefix: "Key ",
    },
);
const QUERY: &Scheme = &scheme("query", SchemePlace::Query("k e"));
const COOKIE: &Scheme = &scheme("cookie", SchemePlace::Cookie("session"));
const OTHER_COOKIE: &Scheme = &scheme("other_cookie", SchemePlace::Cookie("other"));
const BEARER: &Scheme = &scheme("bearer", SchemePlace::Bearer);
const BASIC: &Scheme = &scheme("basic", SchemePlace::Basic);

const fn scheme(method: &'static str, place: SchemePlace) -> Scheme {
    Scheme {
        name: method,
        method,
        place,
    }
}

fn key(scheme: &'static Scheme) -> Credential {
    Credential::key(scheme, Secret::new("a/b")).unwrap()
}

fn prepared(
    security: &'static [&'static [&'static Scheme]],
    given: &[Credential],
) -> Result<Prepared, String> {
    prepared_with(security, given, Request::default())
}

fn prepared_with(
    security: &'static [&'static [&'static Scheme]],
    given: &[Credential],
    request: Request,
) -> Result<Prepared, String> {
    let info = Info {
        id: "test",
        method: Method::Get,
        path: "/x",
        security,
        server: None,
        repeat: Repeat::Safe,
    };
    let base = Url::parse("https://api.example.com").unwrap();
    prepare(&info, &base, given, request)
}

/// Returns the URL and the headers that depend on credentials, on one line.
fn line(security: &'static [&'static [&'static Scheme]], given: &[Credential]) -> String {
    let prepared = prepared(security, given).unwrap();
    let headers = prepared.headers.iter();
    let headers = headers.filter(|(name, _)| *name != "accept");
    let headers = headers.map(|(name, value)| {
        assert!(value.is_sensitive());
        format!(" {name}: {}", value.to_str().unwrap())
    });
    format!(
        "{}{}",
        prepared.url.path(),
        prepared
            .url
            .query()
            .map_or(String::new(), |query| format!("?{query}"))
    ) + &headers.collect::<String>()
}

#[test]
fn each_credential_is_sent_in_its_place() {
    assert_eq!(line(&[&[KEY]], &[key(KEY)]), "/x x-key: Key a/b");
    assert_eq!(line(&[&[QUERY]], &[key(QUERY)]), "/x?k%20e=a%2Fb");
    assert_eq!(line(&[&[COOKIE]], &[key(COOKIE)]), "/x cookie: session=a/b");
    assert_eq!(
        line(&[&[BEARER]], &[key(BEARER)]),
        "/x authorization: Bearer a/b"
    );
    let basic = Credential::basic(BASIC, "Aladdin", Secret::new("open sesame")).unwrap();
    assert_eq!(
        line(&[&[BASIC]], &[basic]),
        "/x authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    );
}

#[test]
fn cookies_share_one_header() {
    let both = line(
        &[&[COOKIE, OTHER_COOKIE]],
        &[key(COOKIE), key(OTHER_COOKIE)],
    );
    assert_eq!(both, "/x cookie: session=a/b; other=a/b");
}

#[test]
fn credentials_win_over_parameters_and_follow_cookies() {
    let header = |name, value: &str| (name, value.to_owned().into(), true);
    let request = Request {
        headers: vec![header("x-key", "mine"), header("Connection", "keep-alive")],
        cookies: vec!["a=1".to_owned().into(), "b=2".to_owned().into()],
        ..Request::default()
    };
    let given = [key(KEY), key(COOKIE)];
    let prepared = prepared_with(&[&[KEY, COOKIE]], &given, request).unwrap();
    let value = |name| {
        prepared
            .headers
            .get(name)
            .map(|value| value.to_str().unwrap())
    };
    assert_eq!(value("x-key"), Some("Key a/b"));
    assert_eq!(value("cookie"), Some("a=1; b=2; session=a/b"));
    assert_eq!(value("connection"), None);
    assert!(
        prepared
            .headers
            .values()
            .filter(|it| it.is_sensitive())
            .count()
            == 2
    );
}

#[test]
fn what_a_document_says_of_a_credential_may_be_impossible() {
    const NAME: &Scheme = &scheme(
        "k",
        SchemePlace::Header {
            name: "a b",
            prefix: "",
        },
    );
    const PREFIX: &Scheme = &scheme(
        "k",
        SchemePlace::Header {
            name: "a",
            prefix: "ş ",
        },
    );
    const CONTROL: &Scheme = &scheme(
        "k",
        SchemePlace::Header {
            name: "a",
            prefix: "\n",
        },
    );
    const WORDS: &Scheme = &scheme("k", SchemePlace::Cookie("ş"));
    for (scheme, problem) in [
        (NAME, "has the header `a b`, which is not a valid name"),
        (PREFIX, "has the prefix `ş `, which is not visible ASCII"),
        (CONTROL, "which is not visible ASCII"),
        (WORDS, "has the name `ş`, which is not visible ASCII"),
        (BASIC, "needs a user and a password"),
    ] {
        let error = Credential::key(scheme, Secret::new("sck_canary"));
        let error = error.err().unwrap().to_string();
        assert!(
            error.contains(problem) && !error.contains("sck_"),
            "{error}"
        );
    }
}

#[test]
fn the_first_complete_set_is_chosen_and_nothing_else_is_sent() {
    let both = [key(KEY), key(BEARER)];
    assert_eq!(line(&[], &both), "/x");
    assert_eq!(
        line(&[&[BEARER], &[KEY]], &both),
        "/x authorization: Bearer a/b"
    );
    assert_eq!(line(&[&[QUERY, KEY], &[KEY]], &both), "/x x-key: Key a/b");
    assert_eq!(line(&[&[QUERY], &[]], &both), "/x");
    assert_eq!(line(&[&[], &[QUERY], &[KEY]], &both), "/x x-key: Key a/b");
}

#[test]
fn a_missing_credential_is_an_error_that_names_the_builders_methods() {
    let problem = prepared(&[&[KEY, OTHER_COOKIE], &[QUERY]], &[key(KEY)])
        .err()
        .unwrap();
    assert!(
        problem.ends_with("pass it to the builder with `.key(…)` and `.other_cookie(…)`"),
        "{problem}"
    );
}

/// A path and a query that are set take another way through the parser than a URL that is whole.
#[test]
fn a_joined_url_equals_the_whole_one_parsed() {
    for base in [
        "https://api.example.com",
        "http://localhost:8080/v1/",
        "https://h.example/a%20b/c",
    ] {
        for (path, expected_path) in [
            ("/x/{id}", "/x/ü%2Fa'%3F|b"),
            ("/x/{id}.json#list", "/x/ü%2Fa'%3F|b.json"),
            ("/x//y {id}\\z", "/x//y ü%2Fa'%3F|b\\z"),
            ("/x?kind={id}", "/x?kind=ü%2Fa'%3F|b"),
            ("/", "/"),
        ] {
            for query in [&[][..], &["a"], &["a'b", "ü|[0]%20"]] {
                let pairs = query
                    .iter()
                    .map(|name| ((*name).to_owned(), "1 '<2".to_owned()));
                let request = Request {
                    path: vec![("id", "ü%2Fa'%3F|b".to_owned())],
                    query: pairs.collect(),
                    ..Request::default()
                };
                let mut whole = format!("{}{expected_path}", base.trim_end_matches('/'));
                for (name, value) in &request.query {
                    let separator = if whole.contains('?') { '&' } else { '?' };
                    whole.push_str(&format!("{separator}{name}={value}"));
                }
                let info = Info::get(path, "test");
                let joined = url(&info, Url::parse(base).unwrap(), &request).unwrap();
                assert_eq!(joined, Url::parse(&whole).unwrap());
            }
        }
    }
}
