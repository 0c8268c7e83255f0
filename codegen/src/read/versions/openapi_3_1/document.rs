//! Converts the parts of a document outside of its operations and schemas.

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use crate::read::versions::ignored_keywords::IgnoredKeywords;

/// The dialect of a document without `jsonSchemaDialect`.
const DIALECT: &str = "https://spec.openapis.org/oas/3.1/dialect/base";

/// Converts the OpenAPI Object and the Info Object.
pub(crate) fn convert(root: &mut Node, at: &Location, ignored: &mut IgnoredKeywords) {
    add_paths(root);
    remove_dialect(root, at, ignored);
    let place = root.get("info").map(|info| info.location(at, "info"));
    if let (Some(info), Some(place)) = (root.find_mut("/info"), place) {
        convert_summary(info, &place, ignored);
        convert_license(info, &place, ignored);
    }
}

/// Adds `paths`, which OpenAPI 3.0 requires, to a document that only has other parts.
// OAS 3.1.0, OpenAPI Object: "An OpenAPI document MUST contain at least one paths field, a
// components field or a webhooks field."
fn add_paths(root: &mut Node) {
    let has_others = root.get("components").is_some() || root.get("webhooks").is_some();
    if let (true, Some(object)) = (has_others, root.as_object_mut()) {
        let none = || NodeKind::Object(Object::default()).into();
        object.members.or_insert("paths", none());
    }
}

// OAS 3.1.0, OpenAPI Object: "jsonSchemaDialect" is the default value for "$schema".
fn remove_dialect(root: &mut Node, at: &Location, ignored: &mut IgnoredKeywords) {
    if let Some(dialect) = root.take("jsonSchemaDialect")
        && dialect.as_str() != Some(DIALECT)
    {
        ignored.add(
            "jsonSchemaDialect",
            dialect.location(at, "jsonSchemaDialect"),
        );
    }
}

// OAS 3.1.0, Info Object: "summary" is a short summary of the API. OpenAPI 3.0
// only has a description.
fn convert_summary(info: &mut Node, at: &Location, ignored: &mut IgnoredKeywords) {
    let Some(summary) = info.take("summary") else {
        return;
    };
    let place = summary.location(at, "summary");
    match info.as_object_mut() {
        Some(object) if !object.members.contains_key("description") => {
            let description = summary.with_origin(&place);
            object.members.insert("description", description);
        }
        _ => ignored.add("summary", place),
    }
}

// OAS 3.1.0, License Object: "identifier" is an SPDX expression, and excludes "url".
fn convert_license(info: &mut Node, at: &Location, ignored: &mut IgnoredKeywords) {
    let at = at.child("license");
    if let Some(license) = info.find_mut("/license")
        && let Some(identifier) = license.take("identifier")
    {
        ignored.add("identifier", identifier.location(&at, "identifier"));
    }
}
