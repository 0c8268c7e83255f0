//! The operations of an OpenAPI document as facts, whether it is a spec or a part of a page.

use std::sync::Arc;

use codegen::source::Location;
use serde_json::{Map, Value};

use super::document::{Document, OpenApi};
use super::schema::{field_type, fields};
use super::source::{cited, pages};
use crate::docs::facts::{Address, Direction, Field, Fields, Notification, Operation, Placed};
use crate::docs::json::escaped;
use crate::docs::page::words;

/// An operation of a spec.
#[derive(Clone, Debug)]
pub(crate) struct SpecOperation {
    pub(crate) facts: Operation,
    /// The document that has it.
    pub(crate) file: Arc<str>,
    pub(crate) path: String,
    /// The pages that the operation itself cites.
    pub(crate) pages: Vec<String>,
    pub(crate) examples: Vec<Example>,
    /// The pointers of its bodies' schemas.
    pub(crate) schemas: Vec<(Direction, String)>,
}

impl SpecOperation {
    /// Returns the pointer of one direction's schema.
    pub(crate) fn schema(&self, direction: Direction) -> Option<&str> {
        let mut schemas = self.schemas.iter();
        let found = schemas.find(|(it, _)| *it == direction);
        found.map(|(_, pointer)| pointer.as_str())
    }
}

/// An example that a spec gives.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) direction: Direction,
    /// What it is from, such as `orders.md, example "Request"`.
    pub(crate) cited: Vec<String>,
    pub(crate) value: Value,
    pub(crate) at: Location,
}

/// Returns the operations of a document of the specs.
pub(super) fn of_document(document: &Document) -> Vec<SpecOperation> {
    let place = |pointer: &str| document.place(pointer);
    let api = OpenApi {
        value: document.value(),
        place: &place,
    };
    operations(api, document.file())
}

/// Returns the operations of a document.
pub(crate) fn operations(api: OpenApi<'_>, file: &Arc<str>) -> Vec<SpecOperation> {
    let mut operations = Vec::new();
    for path in keys(api.value.get("paths")) {
        let item = format!("/paths/{}", escaped(path));
        let methods = [
            "get", "put", "post", "delete", "options", "head", "patch", "trace",
        ];
        for method in methods {
            let pointer = format!("{item}/{method}");
            if api.value.pointer(&pointer).is_some() {
                operations.push(operation(api, file, path, method, &pointer));
            }
        }
    }
    operations
}

fn operation(
    api: OpenApi<'_>,
    file: &Arc<str>,
    path: &str,
    method: &str,
    pointer: &str,
) -> SpecOperation {
    let at = api.at(pointer);
    let bodies = bodies(api, pointer);
    let body = |direction| {
        let (_, media) = bodies.iter().find(|(it, _)| *it == direction)?;
        fields(api, &format!("{media}/schema"))
    };
    let value = api.value.pointer(pointer);
    let schemas = bodies.iter().filter_map(|(direction, media)| {
        let (_, schema) = api.inside(media, "schema")?;
        Some((*direction, schema))
    });
    SpecOperation {
        facts: Operation {
            paths: vec![Placed::new(path.to_owned(), at.clone())],
            method: Some(Placed::new(method.to_owned(), at.clone())),
            addresses: servers(api, path),
            parameters: parameters(api, pointer),
            request: body(Direction::Request),
            response: body(Direction::Response),
            notifications: notifications(api, pointer),
            at,
        },
        file: Arc::clone(file),
        path: path.to_owned(),
        pages: value.and_then(pages).unwrap_or_default(),
        examples: bodies.iter().flat_map(|body| examples(api, body)).collect(),
        schemas: schemas.collect(),
    }
}

fn servers(api: OpenApi<'_>, path: &str) -> Vec<Placed<Address>> {
    let servers = api.value.get("servers").and_then(Value::as_array);
    let servers = servers.into_iter().flatten().enumerate();
    let addresses = servers.filter_map(|(index, server)| {
        let origin = server.get("url")?.as_str()?.trim_end_matches('/');
        let name = server.get("description").and_then(Value::as_str);
        let address = Address {
            environment: words::environment(name.unwrap_or_default()),
            origin: origin.to_owned(),
            path: path.to_owned(),
        };
        Some(Placed::new(address, api.at(&format!("/servers/{index}"))))
    });
    addresses.collect()
}

/// Returns the pointers of the JSON media types of the request and of the successful response.
fn bodies(api: OpenApi<'_>, operation: &str) -> Vec<(Direction, String)> {
    let mut bodies = Vec::new();
    if let Some((_, body)) = api.inside(operation, "requestBody") {
        bodies.push((Direction::Request, body));
    }
    let statuses = keys(api.value.pointer(&format!("{operation}/responses")));
    if let Some(status) = statuses.into_iter().find(|status| status.starts_with('2'))
        && let Some((_, response)) = api.inside(operation, &format!("responses/{status}"))
    {
        bodies.push((Direction::Response, response));
    }
    let media = |(direction, body): (Direction, String)| {
        let (_, media) = api.inside(&body, "content/application~1json")?;
        Some((direction, media))
    };
    bodies.into_iter().filter_map(media).collect()
}

fn parameters(api: OpenApi<'_>, operation: &str) -> Option<Fields> {
    let own = format!("{operation}/parameters");
    let list = api.value.pointer(&own)?.as_array()?;
    let fields = (0..list.len()).filter_map(|index| {
        let (parameter, pointer) = api.inside(&own, &index.to_string())?;
        let at = api.at(&pointer);
        let schema = api
            .inside(&pointer, "schema")
            .and_then(|it| field_type(it.0));
        let is_required = parameter.get("required").and_then(Value::as_bool);
        Some(Field {
            name: parameter.get("name")?.as_str()?.to_owned(),
            field_type: schema.map(|it| Placed::new(it, at.clone())),
            required: Some(Placed::new(is_required.unwrap_or_default(), at.clone())),
            pages: pages(parameter),
            at,
        })
    });
    Some(Fields {
        list: fields.collect(),
        at: api.at(operation),
    })
}

/// Returns the callbacks, each named after the member of the request that its address is in.
fn notifications(api: OpenApi<'_>, operation: &str) -> Vec<Notification> {
    let mut notifications = Vec::new();
    for name in keys(api.value.pointer(&format!("{operation}/callbacks"))) {
        let Some((callback, pointer)) =
            api.inside(operation, &format!("callbacks/{}", escaped(name)))
        else {
            continue;
        };
        for expression in keys(Some(callback)) {
            let post = format!("{pointer}/{}/post", escaped(expression));
            if api.value.pointer(&post).is_none() {
                continue;
            }
            let member = expression.trim_end_matches('}').rsplit('/').next();
            let body = bodies(api, &post).into_iter().next();
            notifications.push(Notification {
                title: member.unwrap_or_default().to_owned(),
                at: api.at(&post),
                fields: body.and_then(|(_, media)| fields(api, &format!("{media}/schema"))),
            });
        }
    }
    notifications
}

fn examples(api: OpenApi<'_>, (direction, media): &(Direction, String)) -> Vec<Example> {
    let names = keys(api.value.pointer(&format!("{media}/examples"))).into_iter();
    let examples = names.filter_map(|name| {
        let (example, pointer) = api.inside(media, &format!("examples/{}", escaped(name)))?;
        Some(Example {
            direction: *direction,
            cited: cited(example),
            value: example.get("value")?.clone(),
            at: api.at(&pointer),
        })
    });
    examples.collect()
}

fn keys(value: Option<&Value>) -> Vec<&String> {
    value
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(Map::keys)
        .collect()
}
