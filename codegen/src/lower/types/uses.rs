//! Which types are encoded and decoded: requests contain the encoded ones, responses and callbacks
//! the decoded ones.
//!
//! A component that nothing contains is both: hand-written code may use it. A `readOnly` property is
//! omitted from a type that is only encoded, a `writeOnly` one from a type that is only decoded; in a
//! type that is both, it may be absent (see `presence`).

use crate::ir::{Callback, Group, Shape, Type, Uses};

use super::graph::Graph;
use super::{Draft, graph};
use crate::lower::facts::presence::presence;
use crate::lower::facts::structure::Direction;

/// Sets the uses of all types of a module, and the fields and presence that follow from them.
pub(crate) fn apply(drafts: &mut [Draft], groups: &[Group], callbacks: &[Callback]) {
    mark_all(drafts, groups, callbacks);
    for draft in drafts {
        apply_directions(draft);
    }
}

/// Returns the uses of each draft, and leaves the drafts unchanged.
pub(crate) fn all(drafts: &mut [Draft], groups: &[Group], callbacks: &[Callback]) -> Vec<Uses> {
    mark_all(drafts, groups, callbacks);
    let uses = drafts.iter_mut().map(|draft| &mut draft.def.uses);
    uses.map(std::mem::take).collect()
}

/// Marks the uses of all types.
fn mark_all(drafts: &mut [Draft], groups: &[Group], callbacks: &[Callback]) {
    let graph = Graph::of(drafts);
    for ty in encoded(groups) {
        mark(&graph, drafts, graph.target(ty), |uses| &mut uses.encoded);
    }
    for ty in decoded(groups, callbacks) {
        mark(&graph, drafts, graph.target(ty), |uses| &mut uses.decoded);
    }
    for number in 0..drafts.len() {
        let draft = &drafts[number];
        if draft.is_component && draft.def.uses == Uses::default() {
            mark(&graph, drafts, Some(number), |uses| &mut uses.encoded);
            mark(&graph, drafts, Some(number), |uses| &mut uses.decoded);
        }
    }
}

/// Returns the types in requests.
pub(crate) fn encoded(groups: &[Group]) -> impl Iterator<Item = &Type> {
    let operations = groups.iter().flat_map(|group| &group.operations);
    operations.flat_map(|operation| {
        let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        parameters.chain(contents.map(|content| &content.ty))
    })
}

/// Returns the types in responses and callbacks.
pub(crate) fn decoded<'i>(
    groups: &'i [Group],
    callbacks: &'i [Callback],
) -> impl Iterator<Item = &'i Type> {
    let operations = groups.iter().flat_map(|group| &group.operations);
    let responses = operations.flat_map(|operation| &operation.responses);
    responses
        .filter_map(|response| response.content.as_ref().map(|(_, ty)| ty))
        .chain(callbacks.iter().flat_map(Callback::types))
}

/// Marks a use of a type and of all types in it.
fn mark(
    graph: &Graph,
    drafts: &mut [Draft],
    from: Option<usize>,
    direction: fn(&mut Uses) -> &mut bool,
) {
    let mut queue: Vec<usize> = from.into_iter().collect();
    while let Some(number) = queue.pop() {
        let def = &mut drafts[number].def;
        if !std::mem::replace(direction(&mut def.uses), true) {
            let types = graph::types(&def.shape);
            queue.extend(types.into_iter().filter_map(|ty| graph.target(ty)));
        }
    }
}

/// Omits the fields that the uses don't need, and makes those of one direction optional.
fn apply_directions(draft: &mut Draft) {
    let uses = draft.def.uses;
    let Shape::Struct(object) = &mut draft.def.shape else {
        return;
    };
    let fields = std::mem::take(&mut object.fields);
    object.fields = std::iter::zip(fields, &draft.members)
        .filter_map(|(mut field, member)| {
            let (is_needed, has_one_direction) = match member.direction {
                Direction::Both => (true, false),
                Direction::ReadOnly => (uses.decoded, true),
                Direction::WriteOnly => (uses.encoded, true),
            };
            if has_one_direction && uses.decoded && uses.encoded {
                let mut facts = member.facts;
                facts.one_direction = true;
                field.presence = presence(facts);
            }
            is_needed.then_some(field)
        })
        .collect();
}
