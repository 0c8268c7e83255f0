//! What OpenAPI 3.1 says about the document as a whole.

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use super::lost::Lost;

/// The dialect that a document has without `jsonSchemaDialect`.
const DIALECT: &str = "https://spec.openapis.org/oas/3.1/dialect/base";

pub(crate) fn document(root: &mut Node, at: &Location, lost: &mut Lost) {
    paths(root);
    dialect(root, at, lost);
    let place = root.get("info").map(|info| info.location(at, "info"));
    if let (Some(info), Some(place)) = (root.find_mut("/info"), place) {
        summary(info, &place, lost);
        license(info, &place, lost);
    }
}

// OAS 3.1.0, OpenAPI Object: "An OpenAPI document MUST contain at least one paths field, a components field or a
// webhooks field."
fn paths(root: &mut Node) {
    let has_others = root.get("components").is_some() || root.get("webhooks").is_some();
    if let (true, Some(object)) = (has_others, root.as_object_mut()) {
        let none = || NodeKind::Object(Object::default()).into();
        object.members.or_insert("paths", none());
    }
}

// OAS 3.1.0, OpenAPI Object: "jsonSchemaDialect" is the default value for "$schema".
fn dialect(root: &mut Node, at: &Location, lost: &mut Lost) {
    if let Some(dialect) = root.take("jsonSchemaDialect")
        && dialect.as_str() != Some(DIALECT)
    {
        lost.note(
            "jsonSchemaDialect",
            dialect.location(at, "jsonSchemaDialect"),
        );
    }
}

// OAS 3.1.0, Info Object: "summary" is a short summary of the API. 3.0 has a description alone.
fn summary(info: &mut Node, at: &Location, lost: &mut Lost) {
    let Some(summary) = info.take("summary") else {
        return;
    };
    let place = summary.location(at, "summary");
    match info.as_object_mut() {
        Some(object) if !object.members.contains_key("description") => {
            let described = summary.with_origin(&place);
            object.members.insert("description", described);
        }
        _ => lost.note("summary", place),
    }
}

// OAS 3.1.0, License Object: "identifier" is an SPDX expression, and excludes "url".
fn license(info: &mut Node, at: &Location, lost: &mut Lost) {
    let at = at.child("license");
    if let Some(license) = info.find_mut("/license")
        && let Some(identifier) = license.take("identifier")
    {
        lost.note("identifier", identifier.location(&at, "identifier"));
    }
}
