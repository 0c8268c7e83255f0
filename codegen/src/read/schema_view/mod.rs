//! One flat view of a schema, so that nothing else depends on `openapiv3`'s kinds of schema.

mod flatten;
mod notes;
mod schema_ref;
mod view;

pub use view::{Additional, JsonType, View};

use openapiv3::Schema;

use super::Located;

pub use schema_ref::SchemaRef;

/// Returns the keywords of a schema.
#[must_use]
pub fn view<'d>(schema: &Located<'d, Schema>) -> View<'d> {
    let mut view = annotations(schema);
    flatten::kind(schema, &mut view);
    view.notes = notes::notes(&schema.value.schema_kind);
    view
}

/// Returns a view of the keywords that every kind of schema has.
fn annotations<'d>(schema: &Located<'d, Schema>) -> View<'d> {
    let data = &schema.value.schema_data;
    View {
        at: schema.at.clone(),
        json_type: None,
        format: None,
        enumeration: Vec::new(),
        minimum: None,
        maximum: None,
        properties: Vec::new(),
        required: &[],
        additional: Additional::Absent,
        items: None,
        all_of: Vec::new(),
        one_of: Vec::new(),
        any_of: Vec::new(),
        not: None,
        discriminator: data
            .discriminator
            .as_ref()
            .map(|value| schema.step("discriminator", value)),
        nullable: data.nullable,
        read_only: data.read_only,
        write_only: data.write_only,
        deprecated: data.deprecated,
        default: data.default.as_ref().map(|v| schema.step("default", v)),
        example: data.example.as_ref().map(|v| schema.step("example", v)),
        title: data.title.as_deref(),
        description: data.description.as_deref(),
        notes: Vec::new(),
        extensions: &data.extensions,
    }
}
