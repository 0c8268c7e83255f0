//! Component schemas: each is a type with the component's own name.

use crate::ir::{Doc, Shape};
use crate::read::schema_view;
use crate::read::schema_view::SchemaRef;

use super::inheritance;
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc::schema_doc;
use crate::lower::facts::naming;
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::schema;
use crate::lower::types::Draft;

/// Lowers a component schema.
pub(crate) fn lower(cx: &Context<'_>, out: &mut Out<'_>, key: &str, schema: &SchemaRef<'_>) {
    let Some(component) = cx.components.get(key) else {
        return;
    };
    let opened = out.types.open(component.name.clone());
    let second = format!("{key} Schema");
    let words = (key, second.as_str());
    naming::report_taken(out, schema.at(), words, &opened.name, naming::owner);
    let name = NamePath::root(component.name.as_str(), &component.file);
    let (structure, doc) = match schema {
        SchemaRef::Reference(_) => {
            let ty = schema::value(cx, out, schema, &name).ty;
            (Shape::Alias(ty).into(), Doc::default())
        }
        SchemaRef::Schema(located) => {
            let view = schema_view::view(located);
            match cx.inheritance.base(key) {
                Some(base) => inheritance::lower(cx, out, (key, base), &view, &name),
                None => {
                    let structure = schema::structure(cx, out, &view, &name);
                    (structure, schema_doc::doc(cx, out, &view))
                }
            }
        }
    };
    let draft = Draft {
        is_component: true,
        ..naming::draft(out, &opened.name, &name, structure, doc, schema.at())
    };
    out.types.close(&opened, draft);
}
