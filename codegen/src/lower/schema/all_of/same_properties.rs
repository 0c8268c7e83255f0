//! Alternatives of an `anyOf` that have the same properties: one object, which requires what all of
//! them require.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::read::schema_view;
use crate::read::schema_view::{SchemaRef, View};
use crate::source::Location;

use super::gather::Gatherer;
use crate::lower::context::Context;
use crate::lower::facts::members::properties;
use crate::lower::facts::members::{Members, PropertyKind};
use crate::lower::facts::naming::name_path::NamePath;

impl<'d> Gatherer<'_, '_, 'd> {
    /// Gathers the members of alternatives that have the same properties.
    pub(super) fn same_properties(
        mut self,
        view: &View<'d>,
        alternatives: &[SchemaRef<'d>],
        name: &NamePath,
    ) -> Members<'d> {
        self.open.push(view.at.clone());
        let mut required: Option<Vec<(&str, Location)>> = None;
        let mut strings = Strings::new();
        for alternative in alternatives {
            gather_strings(self.cx, alternative, &mut strings);
            self.part(alternative, name);
            let own = std::mem::take(&mut self.gathered.members.required);
            required = Some(match required {
                None => own,
                Some(mut known) => {
                    known.retain(|(name, _)| own.iter().any(|(other, _)| other == name));
                    known
                }
            });
        }
        for property in self.gathered.members.properties.values_mut() {
            let known = strings.remove(property.name).unwrap_or_default();
            // A string with spaces is prose for people, and no value to match on.
            if known.len() > 1 && !known.iter().any(|string| string.contains(' ')) {
                property.kind = PropertyKind::Enum(known);
            }
        }
        self.gathered.members.required = required.unwrap_or_default();
        self.gathered.name_merged(name);
        self.gathered.members
    }
}

/// The known values of each property that is a string, of all alternatives.
type Strings<'d> = BTreeMap<&'d str, Vec<String>>;

/// Adds the known strings of an alternative's properties.
fn gather_strings<'d>(cx: &Context<'d>, alternative: &SchemaRef<'d>, strings: &mut Strings<'d>) {
    for (name, schema) in properties::schemas(cx.document, alternative) {
        let Some(resolved) = cx.document.schema(&schema) else {
            continue;
        };
        let known = strings.entry(name).or_default();
        for value in schema_view::view(&resolved.item).enumeration {
            match value {
                Value::String(string) if !known.contains(&string) => known.push(string),
                _ => {}
            }
        }
    }
}
