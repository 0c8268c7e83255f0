//! Whether a server can read the parts of an operation: how each is written decides.

use crate::ir::{Media, Module, Operation, Parameter, Place, Shape, Style, Type};

/// A longer chain of aliases is taken for a cycle.
const MAX_ALIASES: usize = 20;

/// Returns why a server can't read an operation.
pub(super) fn obstacle(module: &Module, operation: &Operation) -> Option<String> {
    let mut parameters = operation.parameters.iter();
    if let Some(parameter) = parameters.find(|it| !is_readable(module, it)) {
        let name = &parameter.name.wire;
        return Some(format!("the parameter `{name}` can't be read in its style"));
    }
    let mut contents = operation.body.iter().flat_map(|body| &body.contents);
    let multipart = contents.find(|content| content.media == Media::Multipart);
    multipart.map(|content| format!("a body of `{}` can't be read", content.key))
}

/// Returns whether a path parameter may be several segments.
pub(super) fn spans(parameter: &Parameter) -> bool {
    parameter.place == Place::Path && parameter.reserved
}

/// Returns whether a parameter can be read in its style.
fn is_readable(module: &Module, parameter: &Parameter) -> bool {
    let content = content(module, &parameter.ty, 0);
    match (parameter.style, content) {
        (Style::Json, _) | (Style::DeepObject, Content::Object) => true,
        (Style::Simple { .. } | Style::Form { .. }, Content::Scalar) => true,
        (Style::Simple { .. } | Style::SpaceDelimited | Style::PipeDelimited, Content::List) => {
            true
        }
        (Style::Form { .. }, Content::List) => parameter.place == Place::Query,
        _ => false,
    }
}

/// What a type contains, as far as styles distinguish it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Scalar,
    /// A list of scalars.
    List,
    Object,
    /// A list of lists or of objects.
    Nested,
}

/// Returns what a type contains. A value without a schema, and one of several, is taken for a
/// scalar.
fn content(module: &Module, ty: &Type, aliases: usize) -> Content {
    match ty {
        Type::Personal(inner) | Type::Option(inner) | Type::Box(inner) => {
            content(module, inner, aliases)
        }
        Type::Vec(inner) => match content(module, inner, aliases) {
            Content::Scalar => Content::List,
            _ => Content::Nested,
        },
        Type::Map(_) => Content::Object,
        Type::Named(name) => {
            let def = module.types.iter().find(|def| def.name == *name);
            match def.map(|def| &def.shape) {
                Some(Shape::Struct(_)) => Content::Object,
                Some(Shape::Alias(target)) if aliases < MAX_ALIASES => {
                    content(module, target, aliases + 1)
                }
                _ => Content::Scalar,
            }
        }
        _ => Content::Scalar,
    }
}
