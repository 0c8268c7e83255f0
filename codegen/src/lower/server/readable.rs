//! Whether a server can read the parts of an operation: how each is written decides.

use foldhash::HashMap;

use crate::ir::{Content, Media, Operation, Parameter, Place, Shape, Style, Type};
use crate::names::Ident;

/// The types of a module by name.
pub(super) type Types<'a> = HashMap<&'a Ident, &'a Shape>;

/// A longer chain of aliases is taken for a cycle.
const MAX_ALIASES: usize = 20;

/// Returns why a server can't read an operation.
pub(super) fn obstacle(types: &Types<'_>, operation: &Operation) -> Option<String> {
    let mut parameters = operation.parameters.iter();
    if let Some(parameter) = parameters.find(|it| !is_readable(types, it)) {
        let name = &parameter.name.wire;
        return Some(format!("the parameter `{name}` can't be read in its style"));
    }
    let contents = operation.body.iter().flat_map(|body| &body.contents);
    let mut members = contents.filter_map(|content| unreadable_member(types, content));
    let member = members.next()?;
    Some(format!(
        "the member `{member}` of its form can't be read in its style"
    ))
}

/// Returns a member of a form that can't be read in its style.
fn unreadable_member<'c>(types: &Types<'c>, form: &'c Content) -> Option<&'c str> {
    match form.media {
        // Parts with names in brackets.
        Media::Multipart => form.styles.first().map(|(name, _)| name.as_str()),
        Media::Form => {
            let default = Style::Form { explode: true };
            let mut members = members(types, &form.ty, 0).into_iter();
            let found = members.find(|(name, ty)| {
                let style = form.styles.iter().find(|(known, _)| known == name);
                let style = style.map_or(default, |(_, style)| *style);
                let is_object = kind(types, ty, 0).is_object();
                is_object && !matches!(style, Style::Json | Style::DeepObject)
            });
            found.map(|(name, _)| name)
        }
        Media::Json | Media::Text | Media::Bytes => None,
    }
}

/// Returns the members of an object by name; those that may have any name have `*`.
fn members<'c>(types: &Types<'c>, ty: &'c Type, aliases: usize) -> Vec<(&'c str, &'c Type)> {
    match ty {
        Type::Option(inner) | Type::Box(inner) => members(types, inner, aliases),
        Type::Map(inner) => vec![("*", inner)],
        Type::Named(name) => match types.get(name) {
            Some(Shape::Struct(shape)) => {
                let fields = shape.fields.iter();
                let fields = fields.map(|field| (field.name.wire.as_str(), &field.ty));
                let rest = shape.rest.iter().map(|(_, ty)| ("*", ty));
                fields.chain(rest).collect()
            }
            Some(Shape::Alias(target)) if aliases < MAX_ALIASES => {
                members(types, target, aliases + 1)
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Returns whether a parameter can be read in its style.
fn is_readable(types: &Types<'_>, parameter: &Parameter) -> bool {
    match (parameter.style, kind(types, &parameter.ty, 0)) {
        (Style::Json | Style::DeepObject, _) | (_, Kind::Scalar) => true,
        (Style::Form { explode: true }, Kind::OpenObject) => false,
        (Style::Form { explode: true }, _) => parameter.place == Place::Query,
        (_, kind) => kind == Kind::List,
    }
}

/// Returns whether the members of a parameter are query parameters of their own.
pub(super) fn is_spread(types: &Types<'_>, parameter: &Parameter) -> bool {
    parameter.style == Style::Form { explode: true }
        && kind(types, &parameter.ty, 0) == Kind::Object
}

/// What a type contains, as far as styles distinguish it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Scalar,
    /// A list of scalars.
    List,
    /// An object with known members.
    Object,
    /// An object with any members.
    OpenObject,
    /// A list of lists or of objects.
    Nested,
}

impl Kind {
    fn is_object(self) -> bool {
        matches!(self, Self::Object | Self::OpenObject)
    }
}

/// Returns what a type contains. A value without a schema, and one of several, is taken for a
/// scalar.
fn kind(types: &Types<'_>, ty: &Type, aliases: usize) -> Kind {
    match ty {
        Type::Personal(inner) | Type::Option(inner) | Type::Box(inner) => {
            kind(types, inner, aliases)
        }
        Type::Vec(inner) => match kind(types, inner, aliases) {
            Kind::Scalar => Kind::List,
            _ => Kind::Nested,
        },
        Type::Map(_) => Kind::OpenObject,
        Type::Named(name) => match types.get(name) {
            Some(Shape::Struct(shape)) if shape.rest.is_none() && shape.flat.is_empty() => {
                Kind::Object
            }
            Some(Shape::Struct(_)) => Kind::OpenObject,
            Some(Shape::Alias(target)) if aliases < MAX_ALIASES => kind(types, target, aliases + 1),
            _ => Kind::Scalar,
        },
        _ => Kind::Scalar,
    }
}
