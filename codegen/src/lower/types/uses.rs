//! Which directions of each type are needed: what requests reach is written, what responses and callbacks reach is read.
//!
//! A component that nothing reaches is generated for both: somebody wrote it down, and hand-written code may use it.
//! A `readOnly` property is left out of a type that is only written, a `writeOnly` one of a type that is only read; in a type
//! that is both, it may be absent (see `presence`).

use crate::ir::{Callback, Group, Shape, Type, Uses};

use super::graph::Graph;
use super::{Draft, graph};
use crate::lower::facts::presence::presence;
use crate::lower::facts::structure::Direction;

/// Decides for all types of a module.
pub(crate) fn spread(drafts: &mut [Draft], groups: &[Group], callbacks: &[Callback]) {
    reach_all(drafts, groups, callbacks);
    for draft in drafts {
        settle_one_way(draft);
    }
}

/// Which directions of each type are needed, by draft, before anything is decided.
pub(crate) fn all(drafts: &mut [Draft], groups: &[Group], callbacks: &[Callback]) -> Vec<Uses> {
    reach_all(drafts, groups, callbacks);
    let uses = drafts.iter_mut().map(|draft| &mut draft.def.uses);
    uses.map(std::mem::take).collect()
}

fn reach_all(drafts: &mut [Draft], groups: &[Group], callbacks: &[Callback]) {
    let graph = Graph::of(drafts);
    for ty in written(groups) {
        reach(&graph, drafts, graph.target(ty), |uses| &mut uses.written);
    }
    for ty in read(groups, callbacks) {
        reach(&graph, drafts, graph.target(ty), |uses| &mut uses.read);
    }
    for number in 0..drafts.len() {
        let draft = &drafts[number];
        if draft.is_component && draft.def.uses == Uses::default() {
            reach(&graph, drafts, Some(number), |uses| &mut uses.written);
            reach(&graph, drafts, Some(number), |uses| &mut uses.read);
        }
    }
}

/// The types that requests are made of.
pub(crate) fn written(groups: &[Group]) -> impl Iterator<Item = &Type> {
    let operations = groups.iter().flat_map(|group| &group.operations);
    operations.flat_map(|operation| {
        let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        parameters.chain(contents.map(|content| &content.ty))
    })
}

/// The types that responses and callbacks are made of.
pub(crate) fn read<'i>(
    groups: &'i [Group],
    callbacks: &'i [Callback],
) -> impl Iterator<Item = &'i Type> {
    let operations = groups.iter().flat_map(|group| &group.operations);
    let responses = operations.flat_map(|operation| &operation.responses);
    responses
        .filter_map(|response| response.content.as_ref().map(|(_, ty)| ty))
        .chain(callbacks.iter().flat_map(Callback::types))
}

fn reach(
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

fn settle_one_way(draft: &mut Draft) {
    let uses = draft.def.uses;
    let Shape::Struct(object) = &mut draft.def.shape else {
        return;
    };
    let fields = std::mem::take(&mut object.fields);
    object.fields = std::iter::zip(fields, &draft.members)
        .filter_map(|(mut field, member)| {
            let (is_needed, is_one_way) = match member.direction {
                Direction::Both => (true, false),
                Direction::ReadOnly => (uses.read, true),
                Direction::WriteOnly => (uses.written, true),
            };
            if is_one_way && uses.read && uses.written {
                let mut facts = member.facts;
                facts.one_way = true;
                field.presence = presence(facts);
            }
            is_needed.then_some(field)
        })
        .collect();
}
