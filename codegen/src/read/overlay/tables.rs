//! One table per object of OpenAPI Overlay 1.0.0.

use crate::read::grammar::table::{Need, Shape, Table, field, needed, no_rule, required};

/// What a whole overlay is.
pub(crate) const OVERLAY: Shape = Shape::Object(&ROOT);

// Overlay 1.0.0, Overlay Object.
static ROOT: Table = Table {
    name: "Overlay Object",
    fields: &[
        required("overlay", Shape::Text),
        needed("info", Shape::Object(&INFO), Need::OrEmptyObject),
        field("extends", Shape::Text),
        required("actions", Shape::List(&Shape::Object(&ACTION))),
    ],
    rule: no_rule,
};

// Overlay 1.0.0, Info Object.
static INFO: Table = Table {
    name: "Info Object of an overlay",
    fields: &[
        needed("title", Shape::Text, Need::OrEmptyText),
        needed("version", Shape::Text, Need::OrEmptyText),
    ],
    rule: no_rule,
};

// Overlay 1.0.0, Action Object.
static ACTION: Table = Table {
    name: "Action Object",
    fields: &[
        required("target", Shape::Text),
        field("description", Shape::Text),
        field("update", Shape::Any),
        field("remove", Shape::Bool),
    ],
    rule: no_rule,
};
