//! Strings that can have one value alone, where their type is a plain string.

use crate::ir::Type;
use crate::read::schema_view;
use crate::read::schema_view::{JsonType, SchemaRef};

use super::extension::SchemaExtensions;
use super::form;
use crate::lower::context::Context;
use crate::lower::schema::scalar;

/// Returns the only string that a value of the schema can be. `ty` is the type of the value.
pub(crate) fn only_string(cx: &Context<'_>, schema: &SchemaRef<'_>, ty: &Type) -> Option<String> {
    let resolved = cx.document.schema(schema)?;
    let view = schema_view::view(&resolved.item);
    let is_string = match (ty, resolved.component) {
        // A component's name is another name for its own type.
        (Type::Named(name), Some(key)) => {
            let (extensions, _) = SchemaExtensions::of(&view);
            cx.components.get(key).is_some_and(|it| it.name == *name)
                && extensions.rust_type.is_none()
                && extensions.sensitive.is_none()
                && scalar::lower(&view, JsonType::String) == Type::String
        }
        (ty, _) => *ty == Type::String,
    };
    form::only_string(&view).filter(|_| is_string)
}
