//! Converts the root of a document: servers and components.

use crate::read::syntax::node::{EcoString, Node, NodeKind};
use crate::source::Location;

use super::{body, parameter, response, security, strings};

/// The key of each kind of component in Swagger 2.0 and in OpenAPI 3.0.
const COMPONENTS: [(&str, &str); 4] = [
    ("definitions", "schemas"),
    ("parameters", "parameters"),
    ("responses", "responses"),
    ("securityDefinitions", "securitySchemes"),
];

/// Converts the parts of the server's URL to `servers`.
// Swagger 2.0, Swagger Object: "host", "basePath" and "schemes". Without a host, the server is the
// one that serves the document, so the caller has to specify it.
pub(crate) fn convert_servers(root: &mut Node, at: &Location) {
    let [host, path, schemes] =
        ["host", "basePath", "schemes"].map(|key| root.take_with_origin(key, at));
    let text = |node: &Option<Node>| node.as_ref().and_then(Node::as_str).map(str::to_owned);
    let base = text(&path).unwrap_or_default();
    let base = base.trim_matches('/');
    let base = match base {
        "" => String::new(),
        base => format!("/{base}"),
    };
    let Some(place) = host
        .as_ref()
        .or(path.as_ref())
        .and_then(|it| it.origin.clone())
    else {
        return;
    };
    let schemes = schemes.as_ref().map(strings).unwrap_or_default();
    let is_plain = !schemes.is_empty() && !schemes.iter().any(|scheme| scheme == "https");
    let url = match text(&host) {
        Some(host) if is_plain && schemes.iter().any(|scheme| scheme == "http") => {
            format!("http://{host}{base}")
        }
        Some(host) => format!("https://{host}{base}"),
        None if base.is_empty() => return,
        None => base,
    };
    let mut server = Node::empty_object();
    server.add("url", Node::string(&url).with_origin(&place));
    let list = Node::from(NodeKind::Array(vec![server.with_origin(&place)]));
    root.add("servers", list.with_origin(&place));
}

/// Moves the components into `components`.
pub(crate) fn move_components(root: &mut Node, at: &Location) {
    let mut components = Node::empty_object();
    for (from, to) in COMPONENTS {
        let Some(mut all) = root.take_with_origin(from, at) else {
            continue;
        };
        let at = all.location(at, from);
        let Some(object) = all.as_object_mut() else {
            components.add(to, all);
            continue;
        };
        // Body parameters are copied into the operations that refer to them.
        object
            .members
            .retain(|_, one| to != "parameters" || !body::is_body_parameter(one));
        for (name, one) in object.members.iter_mut() {
            let place = one.location(&at, name);
            match to {
                "parameters" => parameter::convert(one, &place),
                "responses" => response::convert_headers(one, &place),
                "securitySchemes" => security::convert(one, &place),
                _ => {}
            }
        }
        components.add(to, all);
    }
    root.add("components", components);
}

/// Redirects a reference to a component that was moved.
pub(crate) fn redirect(text: &mut EcoString) {
    for (from, to) in COMPONENTS {
        if let Some(rest) = text.strip_prefix(&format!("#/{from}/")) {
            *text = format!("#/components/{to}/{rest}").into();
            return;
        }
    }
}
