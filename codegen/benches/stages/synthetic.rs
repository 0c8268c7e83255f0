//! Synthetic documents of any number of operations, each of the same size.

use std::fmt::Write as _;
use std::ops::Range;

/// The number of operations of a tag, and so of a file.
const PER_TAG: usize = 10;

/// Returns an OpenAPI document with the operations of these numbers, in JSON.
pub(crate) fn document(operations: Range<usize>) -> String {
    let mut paths = String::new();
    let mut schemas = String::new();
    let first = operations.start;
    for number in operations {
        let comma = if number == first { "" } else { "," };
        let tag = number / PER_TAG;
        let _ = write!(paths, "{comma}{}", path(number, tag, first));
        let _ = write!(schemas, "{comma}{}", schema(number, first));
    }
    format!(
        r#"{{"openapi":"3.0.3","info":{{"title":"Synthetic","version":"1"}},
"servers":[{{"url":"https://api.example"}}],
"paths":{{{paths}}},"components":{{"schemas":{{{schemas}}}}}}}"#
    )
}

fn path(number: usize, tag: usize, first: usize) -> String {
    format!(
        r##""/things{number}/{{id}}":{{"post":{{"operationId":"change_thing{number}","tags":["Group {tag}"],
"summary":"Changes thing {number}.","description":"What it does is said in a sentence or two. It has `code` and a [link](https://example.com).",
"parameters":[{{"name":"id","in":"path","required":true,"schema":{{"type":"string"}}}},
{{"name":"limit","in":"query","description":"How many.","schema":{{"type":"integer"}}}}],
"requestBody":{{"required":true,"content":{{"application/json":{{"schema":{{"$ref":"#/components/schemas/Thing{number}"}}}}}}}},
"responses":{{"200":{{"description":"It was changed.","content":{{"application/json":{{"schema":{{"$ref":"#/components/schemas/Thing{number}"}}}}}}}},
"default":{{"description":"An error.","content":{{"application/json":{{"schema":{{"$ref":"#/components/schemas/Thing{first}"}}}}}}}}}}}}}}"##
    )
}

fn schema(number: usize, first: usize) -> String {
    let before = number.saturating_sub(1).max(first);
    format!(
        r##""Thing{number}":{{"type":"object","description":"A thing.","required":["name","amount"],"properties":{{
"name":{{"type":"string","description":"Its name, in a few words.","maxLength":100}},
"amount":{{"type":"number","description":"Its amount."}},
"created":{{"type":"string","format":"date-time"}},
"state":{{"type":"string","enum":["open","closed"]}},
"note":{{"type":"string","nullable":true}},
"parts":{{"type":"array","items":{{"$ref":"#/components/schemas/Thing{before}"}}}},
"inline":{{"type":"object","properties":{{"first{number}":{{"type":"integer"}},"second":{{"type":"boolean"}}}}}}}}}}"##
    )
}
