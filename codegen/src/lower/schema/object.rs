//! Objects: known members, and what `additionalProperties` says about the others.
//!
//! | `properties` | `additionalProperties` | becomes |
//! | --- | --- | --- |
//! | some | nothing or `false` | a struct; unknown members are ignored when reading |
//! | some | `true` or a schema | a struct whose field `rest` keeps the others |
//! | none | a schema | a map |
//! | none | nothing or `true` | untyped JSON |
//! | none | `false` | a struct without fields |

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::diagnostic::similar::similar;
use crate::diagnostic::{ExtensionProblem, SchemaProblem};
use crate::ir::{Derives, Doc, Field, Shape, Struct, Type};
use crate::names::{Case, Ident, Name, Scope};
use crate::read::schema_view;
use crate::read::schema_view::{Additional, SchemaRef, View};
use crate::source::Location;

use super::{Value, named};
use crate::lower::context::{Context, Out};
use crate::lower::facts::presence::{Facts, presence};
use crate::lower::facts::schema_doc;
use crate::lower::facts::slot::Slot;
use crate::lower::facts::structure::Direction;
use crate::lower::facts::structure::{Member, Structure};
use crate::lower::facts::traits::Traits;
use crate::lower::schema;

/// The members of an object, wherever they were gathered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members<'d> {
    /// By name, in the document's order.
    pub(crate) properties: IndexMap<&'d str, Property<'d>>,
    /// Names of required members, each with its place.
    pub(crate) required: Vec<(&'d str, Location)>,
    /// What the others are, and where that stands.
    pub(crate) additional: Option<(Additional<'d>, Slot)>,
    /// Alternatives that share the members, each with its name or the keyword it stands under.
    pub(crate) flat: Vec<(String, Type)>,
}

/// A named member.
#[derive(Clone, Debug)]
pub(crate) struct Property<'d> {
    pub(crate) name: &'d str,
    pub(crate) schema: SchemaRef<'d>,
    /// The object that it stands in: its type is named after that.
    pub(crate) owner: Slot,
    pub(crate) kind: PropertyKind<'d>,
    /// Null is a value, another description says.
    pub(crate) nullable: bool,
    /// In which direction it goes, another description says.
    pub(crate) direction: Direction,
}

/// What is known of a property's type.
#[derive(Clone, Debug)]
pub(crate) enum PropertyKind<'d> {
    /// What its schema says.
    Schema,
    /// Nothing: its descriptions contradict each other.
    Untyped,
    /// It is one of these texts, each from another description.
    Texts(Vec<String>),
    /// It is an object of the members of all of these.
    Parts(Vec<SchemaRef<'d>>),
    /// It is this text alone: it says which of the schemas that extend another the object is.
    Tag(String),
    /// It is a list, and this is known of its items.
    List(Box<Property<'d>>),
}

impl<'d> Members<'d> {
    /// Says which texts tell an object from others that extend what it extends.
    pub(crate) fn tell<'c: 'd>(&mut self, cx: &Context<'c>, at: &Location) {
        for (member, tag) in cx.inheritance.tags(at).into_iter().flatten() {
            if let (Some(property), Some(tag)) = (self.properties.get_mut(member), tag)
                && Traits::of(cx.document, &property.schema).is_text()
                && fixed(cx, property, &Type::String).as_ref() != Some(tag)
            {
                property.kind = PropertyKind::Tag(tag.clone());
            }
        }
    }
}

/// The struct of an object schema.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    slot: &Slot,
) -> Structure {
    let mut members = own_members(view, slot);
    members.tell(cx, &view.at);
    structure(cx, out, &members)
}

/// The map type of an object schema without known members.
pub(crate) fn map(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    values: &SchemaRef<'_>,
    slot: &Slot,
) -> Type {
    let value = schema::whole(cx, out, values, &slot.child("Value").of("Entry"));
    Type::Map(Box::new(value))
}

/// The members that a schema names itself.
pub(crate) fn own_members<'d>(view: &View<'d>, slot: &Slot) -> Members<'d> {
    let required_at = view.at.child("required");
    let required = view.required.iter().enumerate();
    Members {
        properties: view
            .properties
            .iter()
            .map(|(name, schema)| {
                let property = Property {
                    name,
                    schema: schema.clone(),
                    owner: slot.clone(),
                    kind: PropertyKind::Schema,
                    nullable: false,
                    direction: Direction::Both,
                };
                (*name, property)
            })
            .collect(),
        required: required
            .map(|(index, name)| (name.as_str(), required_at.child(index)))
            .collect(),
        additional: Some((view.additional.clone(), slot.clone()))
            .filter(|(additional, _)| !matches!(additional, Additional::Absent)),
        flat: Vec::new(),
    }
}

/// The struct of some members.
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
    let flat = members.flat.iter();
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

fn field(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    property: &Property<'_>,
    name: Name,
    required: bool,
) -> (Field, Member) {
    let at = property.schema.at();
    let slot = property.owner.child(property.name);
    let Value { ty, traits, doc } = value(cx, out, property, &slot);
    if traits.absent && required {
        out.report(at, ExtensionProblem::NeverAbsent);
    }
    let facts = Facts {
        in_type: traits.absent && !required,
        empty: traits.tolerance.empty,
        one_way: false,
        required,
        // Untyped JSON can be null itself, but absence has to be told from it all the same.
        nullable: traits.nullable || property.nullable,
    };
    let fixed = fixed(cx, property, &ty);
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
    (field, Member { direction, facts })
}

fn value(cx: &Context<'_>, out: &mut Out<'_>, property: &Property<'_>, slot: &Slot) -> Value {
    match &property.kind {
        PropertyKind::Schema => schema::value(cx, out, &property.schema, slot),
        PropertyKind::Untyped => Value::untyped(),
        PropertyKind::Texts(texts) => Value {
            ty: named::texts(out, slot, property.schema.at(), texts),
            traits: Traits::of(cx.document, &property.schema),
            doc: Doc::default(),
        },
        PropertyKind::Parts(parts) => {
            let ty = named::parts(cx, out, slot, (property.name, property.schema.at()), parts);
            of_several(cx, out, property, ty)
        }
        PropertyKind::Tag(tag) => {
            let mut value = of_several(cx, out, property, Type::String);
            value.doc.notes.push(format!("discriminator: {tag}"));
            value
        }
        PropertyKind::List(item) => {
            let Value { ty, traits, .. } = value(cx, out, item, &slot.child("Item").of("Element"));
            let is_nullable = (traits.nullable || item.nullable) && ty != Type::Json;
            let item = if is_nullable {
                Type::Option(Box::new(ty))
            } else {
                ty
            };
            of_several(cx, out, property, Type::Vec(Box::new(item)))
        }
    }
}

/// What several descriptions made; the last one's words are its documentation.
fn of_several(cx: &Context<'_>, out: &mut Out<'_>, property: &Property<'_>, ty: Type) -> Value {
    Value {
        ty,
        traits: Traits::of(cx.document, &property.schema),
        doc: match &property.schema {
            SchemaRef::Schema(last) => schema_doc::doc(cx, out, &schema_view::view(last)),
            SchemaRef::Reference(_) => Doc::default(),
        },
    }
}

/// The only text that a property can have.
fn fixed(cx: &Context<'_>, property: &Property<'_>, ty: &Type) -> Option<String> {
    match &property.kind {
        PropertyKind::Tag(tag) => Some(tag.clone()),
        _ => schema::only_text(cx, &property.schema, ty),
    }
}

fn rest(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    members: &Members<'_>,
    scope: &mut Scope,
) -> Option<(Ident, Type)> {
    let ty = match members.additional.as_ref()? {
        (Additional::Schema(schema), owner) => {
            schema::whole(cx, out, schema, &owner.child("Value").of("Entry"))
        }
        (Additional::Allowed(true), _) => Type::Json,
        (Additional::Allowed(false) | Additional::Absent, _) => return None,
    };
    let name = scope.take_or(Case::Snake, "rest", "additional properties");
    Some((name, ty))
}

/// For more names in one object than these nobody is told what was meant: each is compared with every property.
const SUGGESTIONS: usize = 100;

fn report_unknown(out: &mut Out<'_>, members: &Members<'_>) {
    let strangers = members.required.iter();
    let strangers = strangers.filter(|(name, _)| !members.properties.contains_key(name));
    for (index, (name, at)) in strangers.enumerate() {
        let known = members.properties.keys().copied();
        let meant = (index < SUGGESTIONS).then(|| similar(name, known));
        let problem = SchemaProblem::UnknownRequired((*name).to_owned(), meant.flatten());
        out.report(at, problem);
    }
}
