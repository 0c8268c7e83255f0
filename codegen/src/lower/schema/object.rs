//! Objects: known members, and what `additionalProperties` says about the others.
//!
//! | `properties` | `additionalProperties` | becomes |
//! | --- | --- | --- |
//! | some | nothing or `false` | a struct; unknown members are ignored when decoding |
//! | some | `true` or a schema | a struct whose field `rest` keeps the others |
//! | none | a schema | a map |
//! | none | nothing or `true` | untyped JSON |
//! | none | `false` | a struct without fields |

use std::collections::HashSet;

use crate::diagnostic::similar::similar;
use crate::diagnostic::{ExtensionProblem, SchemaProblem};
use crate::ir::{Derives, Doc, Field, Shape, Struct, Type};
use crate::names::{Case, Ident, Name, Scope};
use crate::read::schema_view;
use crate::read::schema_view::{Additional, SchemaRef, View};

use crate::lower::context::{Context, Out};
use crate::lower::facts::doc::schema_doc;
use crate::lower::facts::members::{Members, Property, PropertyKind};
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::facts::presence::{PresenceFacts, presence};
use crate::lower::facts::structure::{Direction, MemberFacts, Structure};
use crate::lower::facts::traits::Traits;
use crate::lower::facts::value::Value;
use crate::lower::facts::{naming, open_enum};
use crate::lower::schema;

/// Lowers an object schema to a struct.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    name: &NamePath,
) -> Structure {
    let mut members = Members::own(view, name);
    members.fix_discriminators(cx, &view.at);
    structure(cx, out, &members)
}

/// Lowers an object schema without known members to a map.
pub(crate) fn map(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    values: &SchemaRef<'_>,
    name: &NamePath,
) -> Type {
    let value = schema::present(cx, out, values, &name.child("Value").of("Entry"));
    Type::Map(Box::new(value))
}

/// Lowers members to a struct.
pub(crate) fn structure(cx: &Context<'_>, out: &mut Out<'_>, members: &Members<'_>) -> Structure {
    let mut scope = Scope::default();
    let names = scope.take_all(Case::Snake, members.properties.keys().copied());
    let required: HashSet<&str> = members.required.iter().map(|(name, _)| *name).collect();
    let mut fields = Vec::new();
    let mut facts = Vec::new();
    for (property, name) in std::iter::zip(members.properties.values(), names) {
        let is_required = required.contains(property.name);
        let (field, member) = field(cx, out, property, name, is_required);
        fields.push(field);
        facts.push(member);
    }
    report_unknown(out, members);
    let rest = rest(cx, out, members, &mut scope);
    let flat = members.flattened.iter();
    let flat = flat.map(|(keyword, ty)| {
        let otherwise = format!("{keyword} alternatives");
        (scope.take_or(Case::Snake, keyword, &otherwise), ty.clone())
    });
    let shape = Shape::Struct(Struct {
        fields,
        rest,
        flat: flat.collect(),
        derives: Derives::default(),
    });
    Structure {
        shape,
        members: facts,
    }
}

/// Lowers a property to a field, with the facts that decided its presence.
fn field(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    property: &Property<'_>,
    name: Name,
    required: bool,
) -> (Field, MemberFacts) {
    let at = property.schema.at();
    let path = property.owner.child(property.name);
    let Value { ty, traits, doc } = value(cx, out, property, &path);
    if traits.absent && required {
        out.report(at, ExtensionProblem::NeverAbsent);
    }
    let facts = PresenceFacts {
        in_type: traits.absent && !required,
        empty: traits.tolerance.empty,
        one_direction: false,
        required,
        // Untyped JSON can be null itself, but absence is still another state.
        nullable: traits.nullable || property.nullable,
    };
    let fixed = property.only_string(cx, &ty);
    let field = Field {
        at: out.origin(at),
        name,
        doc,
        ty,
        presence: presence(facts),
        tolerance: traits.tolerance,
        fixed,
    };
    let direction = match traits.direction {
        Direction::Both => property.direction,
        own => own,
    };
    (field, MemberFacts { direction, facts })
}

/// Lowers the value of a property.
fn value(cx: &Context<'_>, out: &mut Out<'_>, property: &Property<'_>, name: &NamePath) -> Value {
    match &property.kind {
        PropertyKind::Schema => schema::value(cx, out, &property.schema, name),
        PropertyKind::Untyped => Value::untyped(),
        PropertyKind::Enum(strings) => Value {
            ty: string_enum(out, property, strings, name),
            traits: Traits::of(cx.document, &property.schema),
            doc: Doc::default(),
        },
        PropertyKind::Merged(definitions) => {
            let place = (property.name, property.schema.at());
            let ty = schema::merged(cx, out, place, definitions, name);
            with_last_doc(cx, out, property, ty)
        }
        PropertyKind::Discriminator(tag) => {
            let mut value = with_last_doc(cx, out, property, Type::String);
            value.doc.notes.push(format!("discriminator: {tag}"));
            value
        }
        PropertyKind::List(item) => {
            let mut value = value(cx, out, item, &name.child("Item").of("Element"));
            value.traits.nullable |= item.nullable;
            let item = value.into_present();
            with_last_doc(cx, out, property, Type::Vec(Box::new(item)))
        }
    }
}

/// Defines the enum of the strings that several definitions of a property list.
fn string_enum(
    out: &mut Out<'_>,
    property: &Property<'_>,
    strings: &[String],
    name: &NamePath,
) -> Type {
    let at = property.schema.at();
    let strings: Vec<&str> = strings.iter().map(String::as_str).collect();
    // The schema at this location may be lowered by itself too, with its own values alone.
    naming::define(out, name, (at, &at.child("enum")), |_, _| {
        (open_enum::of_values(&strings).into(), Doc::default())
    })
}

/// Returns the value of a property with several definitions, documented by the last one.
fn with_last_doc(cx: &Context<'_>, out: &mut Out<'_>, property: &Property<'_>, ty: Type) -> Value {
    Value {
        ty,
        traits: Traits::of(cx.document, &property.schema),
        doc: match &property.schema {
            SchemaRef::Schema(last) => schema_doc::doc(cx, out, &schema_view::view(last)),
            SchemaRef::Reference(_) => Doc::default(),
        },
    }
}

/// Lowers the members that have no field of their own, and names their field.
fn rest(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    members: &Members<'_>,
    scope: &mut Scope,
) -> Option<(Ident, Type)> {
    let ty = match members.additional.as_ref()? {
        (Additional::Schema(schema), owner) => {
            schema::present(cx, out, schema, &owner.child("Value").of("Entry"))
        }
        (Additional::Allowed(true), _) => Type::Json,
        (Additional::Allowed(false) | Additional::Absent, _) => return None,
    };
    let name = scope.take_or(Case::Snake, "rest", "additional properties");
    Some((name, ty))
}

/// Suggests similar names for so many unknown names of one object: each is compared with every
/// property.
const MAX_SUGGESTIONS: usize = 100;

/// Reports required members that the object does not have.
fn report_unknown(out: &mut Out<'_>, members: &Members<'_>) {
    let unknown = members.required.iter();
    let unknown = unknown.filter(|(name, _)| !members.properties.contains_key(name));
    for (index, (name, at)) in unknown.enumerate() {
        let known = members.properties.keys().copied();
        let similar = (index < MAX_SUGGESTIONS).then(|| similar(name, known));
        let problem = SchemaProblem::UnknownRequired((*name).to_owned(), similar.flatten());
        out.report(at, problem);
    }
}
