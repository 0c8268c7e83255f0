//! What a client is counted by: its operations, and the places that are left as JSON.

use codegen::ir::{Api, Operation, Shape, Type, TypeDef};

/// How many operations there are.
pub(crate) fn operations(api: &Api) -> usize {
    calls(api).count()
}

/// The members, aliases, parameters and bodies whose type is, or holds, untyped JSON.
pub(crate) fn places(api: &Api) -> usize {
    let definitions = api.modules.iter().flat_map(|module| &module.types);
    let defined = definitions.flat_map(of_definition);
    let used = calls(api).flat_map(of_operation);
    defined.chain(used).filter(|ty| is_untyped(ty)).count()
}

fn calls(api: &Api) -> impl Iterator<Item = &Operation> {
    let groups = api.modules.iter().flat_map(|module| &module.groups);
    groups.flat_map(|group| &group.operations)
}

fn of_definition(def: &TypeDef) -> Vec<&Type> {
    match &def.shape {
        Shape::Struct(shape) => {
            let rest = shape.rest.iter().chain(&shape.flat).map(|(_, ty)| ty);
            let fields = shape.fields.iter().map(|field| &field.ty);
            fields.chain(rest).collect()
        }
        Shape::Union(shape) => shape.alternatives.iter().map(|one| &one.ty).collect(),
        Shape::Alias(ty) => vec![ty],
        Shape::OpenEnum(_) => Vec::new(),
    }
}

fn of_operation(operation: &Operation) -> Vec<&Type> {
    let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
    let body = operation.body.iter().map(|body| &body.ty);
    let replies = operation.replies.iter();
    let replies = replies.filter_map(|reply| reply.content.as_ref());
    let replies = replies.map(|(_, ty)| ty);
    parameters.chain(body).chain(replies).collect()
}

fn is_untyped(ty: &Type) -> bool {
    match ty {
        Type::Json => true,
        Type::Personal(inner)
        | Type::Vec(inner)
        | Type::Map(inner)
        | Type::Option(inner)
        | Type::Box(inner) => is_untyped(inner),
        _ => false,
    }
}
