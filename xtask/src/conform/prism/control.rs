//! Finds operations whose bodies Prism does not validate: it accepts any body if its validator
//! cannot compile the schema. Sends an invalid body to each operation, without our client.
//!
//! Prism reports nothing about the body of a request whose credentials are missing, so these are
//! sent too.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use codegen::ir::SchemeKind;
use serde_json::{Value, json};

use super::process::Prism;
use crate::conform::plan::described::{self, Described};
use crate::conform::schema::Schemas;
use crate::conform::subject::Subject;

/// Returns the operations whose JSON bodies Prism does not validate.
pub(crate) fn blind(subject: &Subject, prism: &Prism) -> Vec<String> {
    let schemas = Schemas::of(&subject.document);
    let credentials = Credentials::of(subject);
    let mut blind = Vec::new();
    for (_, operation) in subject.operations() {
        let described = Described::of(&subject.document, operation);
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let json = contents.filter(|content| content.key == "application/json");
        for media in json.filter_map(|content| described.content(content)) {
            let schema = media.get("schema").unwrap_or(&Value::Null);
            let Some(wrong) = wrong(schemas, schema) else {
                continue;
            };
            let method = format!("{:?}", operation.verb).to_uppercase();
            let path = described::path(&described, operation);
            let path = format!("{path}?{}", credentials.query);
            let answers: Option<Vec<String>> = AUTHORIZATIONS
                .iter()
                .map(|authorization| {
                    let headers = format!("{authorization}{}", credentials.headers);
                    let body = wrong.to_string();
                    let answer = exchange(prism.authority(), &method, &path, &headers, &body);
                    // A crash is not acceptance.
                    answer.ok().filter(|answer| !answer.is_empty())
                })
                .collect();
            if answers.is_some_and(|answers| !answers.iter().any(|it| is_about_body(it))) {
                blind.push(format!("{method} {}", operation.path));
            }
        }
    }
    blind
}

/// The headers that are tried: an operation may forbid any, or ask for either.
const AUTHORIZATIONS: [&str; 3] = [
    "",
    "Authorization: Bearer invented\r\n",
    "Authorization: Basic dXNlcjpwYXNzd29yZA==\r\n",
];

/// The other credentials of a document.
#[derive(Default)]
struct Credentials {
    headers: String,
    query: String,
}

impl Credentials {
    fn of(subject: &Subject) -> Self {
        let mut credentials = Self::default();
        for scheme in &subject.api.client.schemes {
            match &scheme.kind {
                SchemeKind::Header { name, .. } if !name.eq_ignore_ascii_case("authorization") => {
                    credentials.headers += &format!("{name}: invented\r\n");
                }
                SchemeKind::Query(name) => credentials.query += &format!("{name}=invented&"),
                SchemeKind::Cookie(name) => {
                    credentials.headers += &format!("Cookie: {name}=invented\r\n");
                }
                SchemeKind::Header { .. } | SchemeKind::Basic | SchemeKind::Bearer => {}
            }
        }
        credentials
    }
}

/// Returns a value that the schema forbids.
fn wrong(schemas: Schemas<'_>, schema: &Value) -> Option<Value> {
    let mut values = [json!("nonsense"), json!(12), json!([]), json!({})].into_iter();
    values.find(|value| !schemas.fits(schema, value))
}

fn is_about_body(answer: &str) -> bool {
    answer.contains("Request body") || answer.contains(r#""request","body""#)
}

/// Sends one request, and returns the whole response.
fn exchange(
    authority: &str,
    method: &str,
    path: &str,
    headers: &str,
    body: &str,
) -> io::Result<String> {
    let mut stream = TcpStream::connect(authority)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n{headers}\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
