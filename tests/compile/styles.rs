//! Parameters as bytes on loopback: every row of OAS 3.0.3, Parameter Object, "Style Examples", and
//! values that the table does not cover. Typed parameters are in `requests.rs`.

use paynet_api::runtime::{AnyJson, Call, Operation};

use super::loopback::sent_unread;
use super::parameters_of_every_style::Client;
use super::parameters_of_every_style::api::operations as of;

/// The four columns of the standard's table.
const COLUMNS: [&str; 4] = [
    r#""""#,
    r#""blue""#,
    r#"["blue","black","brown"]"#,
    r#"{"R":100,"G":200,"B":150}"#,
];

/// Returns the part of the request that contains the parameter.
async fn carried<O: Operation>(
    call: impl FnOnce(&Client, AnyJson) -> Call<O>,
    value: &str,
) -> String {
    let value = value.parse().expect("it is JSON");
    let request = sent_unread(|server| {
        let client = Client::builder(server).build().expect("it needs nothing");
        call(&client, value)
    })
    .await;
    let header = |name: &str| {
        let line = request.lines().find_map(|line| line.strip_prefix(name));
        line.map(str::to_owned)
    };
    if let Some(value) = header("x-color: ").or_else(|| header("cookie: ")) {
        return value;
    }
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = target.trim_end_matches("/end");
    let (_, carried) = path
        .split_once('?')
        .or_else(|| path.rsplit_once('/'))
        .unwrap_or_default();
    let named = carried.find(['.', ';']).map(|at| &carried[at..]);
    named.unwrap_or(carried).to_owned()
}

/// Checks the rows of a style: what each column must look like; `-` where the table says n/a.
macro_rules! row {
    ($operation:ident, $value:ident => $call:expr; $($expected:literal)+) => {
        for (column, expected) in std::iter::zip(COLUMNS, [$($expected),+]) {
            if expected != "-" {
                let carried = carried(|client, $value| {
                    let $operation = client.api();
                    $call
                }, column).await;
                assert_eq!(carried, expected, "{} of {column}", stringify!($call));
            }
        }
    };
}

#[tokio::test]
async fn path_parameters_match_the_table_of_the_standard() {
    row!(api, v => api.matrix(&v); ";color" ";color=blue" ";color=blue,black,brown" ";color=R,100,G,200,B,150");
    row!(api, v => api.matrix_exploded(&v); ";color" ";color=blue" ";color=blue;color=black;color=brown" ";R=100;G=200;B=150");
    row!(api, v => api.label(&v); "." ".blue" ".blue.black.brown" ".R.100.G.200.B.150");
    row!(api, v => api.label_exploded(&v); "." ".blue" ".blue.black.brown" ".R=100.G=200.B=150");
    row!(api, v => api.simple(&v); "-" "blue" "blue,black,brown" "R,100,G,200,B,150");
    row!(api, v => api.simple_exploded(&v); "-" "blue" "blue,black,brown" "R=100,G=200,B=150");
}

#[tokio::test]
async fn query_parameters_match_the_table_of_the_standard() {
    row!(api, v => api.form().with(|of: &mut of::FormOperation| of.color = Some(v)); "color=" "color=blue" "color=blue,black,brown" "color=R,100,G,200,B,150");
    row!(api, v => api.form_exploded().with(|of: &mut of::FormExplodedOperation| of.color = Some(v)); "color=" "color=blue" "color=blue&color=black&color=brown" "R=100&G=200&B=150");
    row!(api, v => api.space().with(|of: &mut of::SpaceOperation| of.color = Some(v)); "-" "-" "color=blue%20black%20brown" "color=R%20100%20G%20200%20B%20150");
    row!(api, v => api.pipe().with(|of: &mut of::PipeOperation| of.color = Some(v)); "-" "-" "color=blue|black|brown" "color=R|100|G|200|B|150");
    row!(api, v => api.deep().with(|of: &mut of::DeepOperation| of.color = Some(v)); "-" "-" "color[0]=blue&color[1]=black&color[2]=brown" "color[R]=100&color[G]=200&color[B]=150");
    row!(api, v => api.content().with(|of: &mut of::ContentOperation| of.color = Some(v)); "color=%22%22" "color=%22blue%22" "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D" "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D");
}

#[tokio::test]
async fn headers_and_cookies_match_the_table_of_the_standard() {
    row!(api, v => api.header().with(|of: &mut of::HeaderOperation| of.x_color = Some(v)); "-" "blue" "blue,black,brown" "R,100,G,200,B,150");
    row!(api, v => api.header_exploded().with(|of: &mut of::HeaderExplodedOperation| of.x_color = Some(v)); "-" "blue" "blue,black,brown" "R=100,G=200,B=150");
    row!(api, v => api.cookie().with(|of: &mut of::CookieOperation| of.color = Some(v)); "color=" "color=blue" "color=blue,black,brown" "color=R,100,G,200,B,150");
    row!(api, v => api.cookie_exploded().with(|of: &mut of::CookieExplodedOperation| of.color = Some(v)); "color=" "color=blue" "color=blue&color=black&color=brown" "R=100&G=200&B=150");
}

#[tokio::test]
async fn reserved_characters_are_escaped_unless_allowed() {
    let text = r#""a/b?c=d&e+f #%[ü,""#;
    let encoded = "a%2Fb%3Fc%3Dd%26e%2Bf%20%23%25%5B%C3%BC%2C";
    let simple = carried(|client, v| client.api().simple(&v), text).await;
    assert_eq!(simple, encoded);
    let set = |of: &mut of::FormExplodedOperation, v| of.color = Some(v);
    let form = carried(
        |client, v| client.api().form_exploded().with(|of| set(of, v)),
        text,
    )
    .await;
    assert_eq!(form, format!("color={encoded}"));
    let set = |of: &mut of::ReservedOperation, v| of.color = Some(v);
    let reserved = carried(
        |client, v| client.api().reserved().with(|of| set(of, v)),
        text,
    )
    .await;
    assert_eq!(reserved, "color=a/b?c=d%26e%2Bf%20%23%25[%C3%BC,");
}

#[tokio::test]
async fn values_beyond_the_table() {
    let nested = r#"{"a":[{"b":1},null],"c":null,"d e":{"f":[true]}}"#;
    let set = |of: &mut of::DeepOperation, v| of.color = Some(v);
    let deep = carried(
        |client, v| client.api().deep().with(|of| set(of, v)),
        nested,
    )
    .await;
    assert_eq!(deep, "color[a][0][b]=1&color[d%20e][f][0]=true");
    let set = |of: &mut of::FormExplodedOperation, v| of.color = Some(v);
    let form = carried(
        |client, v| client.api().form_exploded().with(|of| set(of, v)),
        nested,
    )
    .await;
    assert_eq!(form, "a[0][b]=1&d%20e[f][0]=true");
}

#[tokio::test]
async fn a_value_that_would_change_the_path_is_refused() {
    for value in [r#""""#, r#"".""#, r#""..""#, "null", "[]", "{}"] {
        let client = Client::builder(paynet_api::runtime::BaseUrl::published(
            "http://127.0.0.1:9",
        ))
        .build()
        .expect("it needs nothing");
        let value = value.parse().expect("it is JSON");
        let error = client
            .api()
            .simple(&value)
            .await
            .expect_err("it is another path");
        assert_eq!(error.kind(), paynet_api::runtime::ErrorKind::InvalidRequest);
    }
}
