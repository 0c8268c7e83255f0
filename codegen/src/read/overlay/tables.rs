//! One table per object of OpenAPI Overlay 1.0.0.

use crate::read::grammar::table::{Need, Shape, Table, field, needed, no_rule, required};

/// What a whole overlay is.
pub(crate) const OVERLAY: Shape = Shape::Object(&ROOT);

// Overlay 1.0.0, Overlay Object.
static ROOT: Table = Table {
    name: "Overlay Object",
    fields: &[
        required("overlay", Shape::String),
        needed("info", Shape::Object(&INFO), Need::OrEmptyObject),
        field("extends", Shape::String),
        required("actions", Shape::Array(&Shape::Object(&ACTION))),
    ],
    rule: no_rule,
};

// Overlay 1.0.0, Info Object.
static INFO: Table = Table {
    name: "Info Object of an overlay",
    fields: &[
        needed("title", Shape::String, Need::OrEmptyString),
        needed("version", Shape::String, Need::OrEmptyString),
    ],
    rule: no_rule,
};

// Overlay 1.0.0, Action Object.
static ACTION: Table = Table {
    name: "Action Object",
    fields: &[
        required("target", Shape::String),
        field("description", Shape::String),
        field("update", Shape::Any),
        field("remove", Shape::Bool),
    ],
    rule: no_rule,
};
