//! Whether the judge looks at bodies at all: Prism passes everything where its validator cannot
//! compile a schema. A body that cannot be valid is sent for each operation, without our client.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::process::Prism;
use crate::conform::plan::described::{self, Described};
use crate::conform::schema::Schemas;
use crate::conform::subject::Subject;

/// The operations whose JSON bodies the judge does not look at.
pub(crate) fn blind(subject: &Subject, prism: &Prism) -> Vec<String> {
    let schemas = Schemas::of(&subject.document);
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
            let answer = exchange(prism.authority(), &method, &path, &wrong.to_string());
            // One that crashed is not blind.
            if answer.is_ok_and(|answer| !answer.is_empty() && !is_about_body(&answer)) {
                blind.push(format!("{method} {}", operation.path));
            }
        }
    }
    blind
}

/// A value that the schema forbids.
fn wrong(schemas: Schemas<'_>, schema: &Value) -> Option<Value> {
    let mut values = [json!("nonsense"), json!(12), json!([]), json!({})].into_iter();
    values.find(|value| !schemas.fits(schema, value))
}

fn is_about_body(answer: &str) -> bool {
    answer.contains("Request body") || answer.contains(r#""request","body""#)
}

/// Sends one request, and returns all that comes back.
fn exchange(authority: &str, method: &str, path: &str, body: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(authority)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
