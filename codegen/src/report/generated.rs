//! What was generated, by the names and places that the documents know it by.
//!
//! The one file of the report that knows how the IR is built.

use std::collections::BTreeMap;

use crate::ir::{
    Api, Body, DocumentedMedia, Module, Operation, Place, Response, Shape, Statuses, Type, TypeDef,
};
use crate::read::{Item, ItemKind};
use crate::source::Location;

use super::State;

/// The types of a module by name.
type Types<'a> = BTreeMap<&'a str, &'a TypeDef>;

/// What was generated.
#[derive(Default)]
pub(super) struct Generated {
    /// By document, sort and name.
    named: BTreeMap<(String, ItemKind, String), State>,
    /// Schemas and callbacks, which are known by where they were written.
    placed: BTreeMap<(String, String), State>,
    /// What no diagnostic says: members that are kept as JSON, contents that are handed over as they come.
    pub(super) remarks: Vec<(Location, String)>,
}

impl Generated {
    pub(super) fn of(api: &Api) -> Self {
        let mut generated = Self::default();
        for module in &api.modules {
            let types = module
                .types
                .iter()
                .map(|def| (def.name.as_str(), def))
                .collect();
            for group in &module.groups {
                for operation in &group.operations {
                    generated.operation(module, operation, &types);
                }
            }
            for callback in &module.callbacks {
                let state = state(&types, callback.types());
                generated.place(&callback.at, state);
            }
            for def in &module.types {
                generated.type_def(def, &types);
            }
        }
        generated
    }

    /// What became of a part.
    pub(super) fn state(&self, item: &Item) -> State {
        let found = match item.kind {
            ItemKind::Schema | ItemKind::Callback => self.placed.get(&place(&item.at)),
            part => {
                let key = (item.document.to_string(), part, item.name.clone());
                self.named.get(&key)
            }
        };
        found.copied().unwrap_or(State::NotGenerated)
    }

    fn operation(&mut self, module: &Module, operation: &Operation, types: &Types<'_>) {
        let verb = format!("{:?}", operation.verb).to_uppercase();
        let name = format!("{verb} {}", operation.path);
        self.name(module, ItemKind::Operation, name.clone(), State::Typed);
        for parameter in &operation.parameters {
            let place = place_word(parameter.place);
            let name = format!("{name} {place} {}", parameter.name.wire);
            self.name(
                module,
                ItemKind::Parameter,
                name,
                state(types, [&parameter.ty]),
            );
        }
        if let Some(body) = &operation.body {
            self.name(
                module,
                ItemKind::Body,
                name.clone(),
                state(types, body_types(body)),
            );
            for content in &body.contents {
                self.contents(
                    module,
                    &name,
                    &content.documented,
                    state(types, [&content.ty]),
                );
            }
        }
        for response in &operation.responses {
            let name = format!("{name} {}", status_word(response.statuses));
            let state = state(types, response_types(response));
            self.contents(module, &name, &response.documented, state);
            self.name(module, ItemKind::Response, name, state);
        }
    }

    fn contents(
        &mut self,
        module: &Module,
        owner: &str,
        documented: &[DocumentedMedia],
        state: State,
    ) {
        for one in documented {
            self.name(
                module,
                ItemKind::Content,
                format!("{owner} {}", one.key),
                state,
            );
            if one.is_undecoded {
                let text = "it is handed over as it comes: no type is made of its schema";
                self.remarks.push((one.at.clone(), text.to_owned()));
            }
        }
    }

    fn type_def(&mut self, def: &TypeDef, types: &Types<'_>) {
        let known = match &def.shape {
            Shape::Alias(ty) => state(types, [ty]),
            _ => State::Typed,
        };
        self.place(&def.at, known);
        if let Shape::Struct(object) = &def.shape {
            let untyped = object
                .fields
                .iter()
                .filter(|field| is_json(types, &field.ty, 0));
            let members = untyped.map(|field| {
                let text = format!("the member `{}` is kept as JSON", field.name.wire);
                (field.at.clone(), text)
            });
            self.remarks.extend(members);
        }
    }

    /// Of several that have one name, such as responses of one status, the least typed counts.
    fn name(&mut self, module: &Module, kind: ItemKind, name: String, state: State) {
        let key = (module.at.file().to_string(), kind, name);
        let known = self.named.entry(key).or_insert(state);
        *known = (*known).max(state);
    }

    fn place(&mut self, at: &Location, state: State) {
        self.placed.entry(place(at)).or_insert(state);
    }
}

fn place(at: &Location) -> (String, String) {
    (at.file().to_string(), at.pointer().to_owned())
}

fn body_types(body: &Body) -> Vec<&Type> {
    body.contents.iter().map(|content| &content.ty).collect()
}

fn response_types(response: &Response) -> Vec<&Type> {
    response.content.iter().map(|(_, ty)| ty).collect()
}

fn place_word(place: Place) -> String {
    format!("{place:?}").to_lowercase()
}

fn status_word(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exact(code) => code.to_string(),
        Statuses::Range(digit) => format!("{digit}XX"),
        Statuses::Default => "default".to_owned(),
    }
}

fn state<'t>(known: &Types<'_>, types: impl IntoIterator<Item = &'t Type>) -> State {
    let mut types = types.into_iter();
    if types.any(|ty| is_json(known, ty, 0)) {
        State::Json
    } else {
        State::Typed
    }
}

/// Whether nothing is known of a value. An alias leads to another only so often: whoever made them go round must not hang us.
fn is_json(known: &Types<'_>, ty: &Type, depth: usize) -> bool {
    match ty {
        Type::Json => true,
        Type::Option(inner)
        | Type::Box(inner)
        | Type::Personal(inner)
        | Type::Vec(inner)
        | Type::Map(inner) => is_json(known, inner, depth),
        Type::Named(name) if depth < 20 => match known.get(name.as_str()).map(|def| &def.shape) {
            Some(Shape::Alias(ty)) => is_json(known, ty, depth + 1),
            _ => false,
        },
        _ => false,
    }
}
