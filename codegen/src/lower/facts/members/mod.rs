//! The members of an object while they are gathered: its own, and those of the parts of an `allOf`.

pub(crate) mod agreement;
pub(crate) mod properties;

use indexmap::IndexMap;

use crate::ir::Type;
use crate::read::schema_view::{Additional, SchemaRef, View};
use crate::source::Location;

use super::fixed::only_string;
use super::naming::name_path::NamePath;
use super::structure::Direction;
use super::traits::Traits;
use crate::lower::context::Context;

/// The members of an object, wherever they were gathered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members<'d> {
    /// By name, in the document's order.
    pub(crate) properties: IndexMap<&'d str, Property<'d>>,
    /// The names of the required members, each with its location.
    pub(crate) required: Vec<(&'d str, Location)>,
    /// What all other members are, and the object whose schema says so.
    pub(crate) additional: Option<(Additional<'d>, NamePath)>,
    /// Alternatives that share the members, each with its name or its keyword.
    pub(crate) flattened: Vec<(String, Type)>,
}

/// A named member.
#[derive(Clone, Debug)]
pub(crate) struct Property<'d> {
    pub(crate) name: &'d str,
    pub(crate) schema: SchemaRef<'d>,
    /// The object that has it, after which its type is named.
    pub(crate) owner: NamePath,
    pub(crate) kind: PropertyKind<'d>,
    /// Whether another definition of the property admits null.
    pub(crate) nullable: bool,
    /// The direction that another definition of the property states.
    pub(crate) direction: Direction,
}

/// What decides the type of a property.
#[derive(Clone, Debug)]
pub(crate) enum PropertyKind<'d> {
    /// Its schema.
    Schema,
    /// Nothing: its definitions contradict each other.
    Untyped,
    /// The known strings of several definitions.
    Enum(Vec<String>),
    /// Several definitions, each an object: the type has the members of all of them.
    Merged(Vec<SchemaRef<'d>>),
    /// A discriminator: the only value, which distinguishes the object from other subtypes of its
    /// base.
    Discriminator(String),
    /// The merged definitions of a list's items.
    List(Box<Property<'d>>),
}

impl<'d> Members<'d> {
    /// Returns the members that a schema names itself.
    pub(crate) fn own(view: &View<'d>, name: &NamePath) -> Self {
        let required_at = view.at.child("required");
        let required = view.required.iter().enumerate();
        let properties = view.properties.iter();
        Self {
            properties: properties
                .map(|(key, schema)| (*key, Property::own(key, schema, name)))
                .collect(),
            required: required
                .map(|(index, key)| (key.as_str(), required_at.child(index)))
                .collect(),
            additional: Some((view.additional.clone(), name.clone()))
                .filter(|(additional, _)| !matches!(additional, Additional::Absent)),
            flattened: Vec::new(),
        }
    }

    /// Gives each discriminator the value that distinguishes the schema at this location from the
    /// other subtypes of its base.
    pub(crate) fn fix_discriminators<'c: 'd>(&mut self, cx: &Context<'c>, at: &Location) {
        for (member, tag) in cx.inheritance.tags(at).into_iter().flatten() {
            if let (Some(property), Some(tag)) = (self.properties.get_mut(member), tag)
                && Traits::of(cx.document, &property.schema).is_string()
                && property.only_string(cx, &Type::String).as_ref() != Some(tag)
            {
                property.kind = PropertyKind::Discriminator(tag.clone());
            }
        }
    }

    /// Returns whether there is nothing that a struct could have.
    pub(crate) fn is_empty(&self) -> bool {
        self.properties.is_empty() && self.additional.is_none() && self.flattened.is_empty()
    }
}

impl<'d> Property<'d> {
    fn own(name: &'d str, schema: &SchemaRef<'d>, owner: &NamePath) -> Self {
        Self {
            name,
            schema: schema.clone(),
            owner: owner.clone(),
            kind: PropertyKind::Schema,
            nullable: false,
            direction: Direction::Both,
        }
    }

    /// Returns the only string that a value of the property can be. `ty` is its type.
    pub(crate) fn only_string(&self, cx: &Context<'_>, ty: &Type) -> Option<String> {
        match &self.kind {
            PropertyKind::Discriminator(tag) => Some(tag.clone()),
            _ => only_string(cx, &self.schema, ty),
        }
    }
}
