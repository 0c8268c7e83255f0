//! Alternatives of an `anyOf` that have the same members, as one object.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::read::schema_view;
use crate::read::schema_view::{SchemaRef, View};
use crate::source::Location;

use super::Gatherer;
use crate::lower::context::{Context, Out};
use crate::lower::facts::members;
use crate::lower::facts::slot::Slot;
use crate::lower::facts::structure::Structure;
use crate::lower::schema::object;
use crate::lower::schema::object::{Members, PropertyKind};

/// The object of alternatives that have the same members.
pub(crate) fn alike(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    slot: &Slot,
    alternatives: &[SchemaRef<'_>],
) -> Structure {
    let members = gathered(cx, out, view, slot, alternatives);
    object::structure(cx, out, &members)
}

/// Its members: it requires what all of the alternatives require.
pub(crate) fn gathered<'d, 'c: 'd>(
    cx: &Context<'c>,
    out: &mut Out<'_>,
    view: &View<'d>,
    slot: &Slot,
    alternatives: &[SchemaRef<'d>],
) -> Members<'d> {
    let mut all = Gatherer::new(cx, out);
    all.open.push(view.at.clone());
    let mut required: Option<Vec<(&str, Location)>> = None;
    let mut texts = Texts::new();
    for alternative in alternatives {
        gather(cx, alternative, &mut texts);
        all.part(alternative, slot);
        let own = std::mem::take(&mut all.gathered.members.required);
        required = Some(match required {
            None => own,
            Some(mut known) => {
                known.retain(|(name, _)| own.iter().any(|(other, _)| other == name));
                known
            }
        });
    }
    for property in all.gathered.members.properties.values_mut() {
        let known = texts.remove(property.name).unwrap_or_default();
        // A text with spaces is prose for people and no value to match on.
        if known.len() > 1 && !known.iter().any(|text| text.contains(' ')) {
            property.kind = PropertyKind::Texts(known);
        }
    }
    all.gathered.members.required = required.unwrap_or_default();
    all.gathered.name_merged(slot);
    all.gathered.members
}

/// The known values of each member that is a string, of all alternatives.
type Texts<'d> = BTreeMap<&'d str, Vec<String>>;

fn gather<'d, 'c: 'd>(cx: &Context<'c>, alternative: &SchemaRef<'d>, texts: &mut Texts<'d>) {
    for (name, schema) in members::schemas(cx.document, alternative) {
        let Some(resolved) = cx.document.schema(&schema) else {
            continue;
        };
        let known = texts.entry(name).or_default();
        for value in schema_view::view(&resolved.item).enumeration {
            match value {
                Value::String(text) if !known.contains(&text) => known.push(text),
                _ => {}
            }
        }
    }
}
