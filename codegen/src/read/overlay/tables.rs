//! The tables of OpenAPI Overlay 1.0.0.

use crate::read::grammar::table::{Shape, Table, defaulted, optional, required};

/// The shape of a whole overlay.
pub(crate) const OVERLAY: Shape = Shape::Object(&ROOT);

// Overlay 1.0.0, Overlay Object.
static ROOT: Table = Table {
    name: "Overlay Object",
    fields: &[
        required("overlay", Shape::String),
        defaulted("info", Shape::Object(&INFO)),
        optional("extends", Shape::String),
        required("actions", Shape::Array(&Shape::Object(&ACTION))),
    ],
    rule: None,
};

// Overlay 1.0.0, Info Object.
static INFO: Table = Table {
    name: "Info Object of an overlay",
    fields: &[
        defaulted("title", Shape::String),
        defaulted("version", Shape::String),
    ],
    rule: None,
};

// Overlay 1.0.0, Action Object.
static ACTION: Table = Table {
    name: "Action Object",
    fields: &[
        required("target", Shape::String),
        optional("description", Shape::String),
        optional("update", Shape::Any),
        optional("remove", Shape::Bool),
    ],
    rule: None,
};
