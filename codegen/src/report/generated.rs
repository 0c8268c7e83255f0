//! Looks up in the IR what became of an item.
//!
//! This is the only file of the report that depends on the structure of the IR.

use std::collections::BTreeMap;

use crate::ir::{
    Api, Body, DocumentedMedia, Module, Operation, Place, Response, Shape, Type, TypeDef,
};
use crate::read::{Item, ItemKind};
use crate::source::Location;

use super::State;

/// The types of a module by name.
type Types<'a> = BTreeMap<&'a str, &'a TypeDef>;

/// A longer chain of aliases is taken for a cycle.
const MAX_ALIASES: usize = 20;

/// The items that were generated, each with its state.
#[derive(Default)]
pub(super) struct Generated {
    /// The states by document, kind and name.
    by_name: BTreeMap<(String, ItemKind, String), State>,
    /// The states of schemas and callbacks, by file and pointer.
    by_location: BTreeMap<(String, String), State>,
    /// What no diagnostic reports: fields that are kept as JSON, and bodies that aren't decoded.
    pub(super) remarks: Vec<(Location, String)>,
}

impl Generated {
    /// Collects the items of all modules.
    pub(super) fn of(api: &Api) -> Self {
        let mut generated = Self::default();
        for module in &api.modules {
            let types = module.types.iter();
            let types = types.map(|def| (def.name.as_str(), def)).collect();
            for group in &module.groups {
                for operation in &group.operations {
                    generated.add_operation(module, operation, &types);
                }
            }
            for callback in &module.callbacks {
                let state = state(&types, callback.types());
                generated.add_at(&callback.at, state);
            }
            for def in &module.types {
                generated.add_type(def, &types);
            }
        }
        generated
    }

    /// Returns what became of an item.
    pub(super) fn state(&self, item: &Item) -> State {
        let state = match item.kind {
            ItemKind::Schema | ItemKind::Callback => self.by_location.get(&key(&item.at)),
            kind => {
                let key = (item.document.to_string(), kind, item.name.clone());
                self.by_name.get(&key)
            }
        };
        state.copied().unwrap_or(State::NotGenerated)
    }

    /// Adds an operation with its parameters, body and responses.
    fn add_operation(&mut self, module: &Module, operation: &Operation, types: &Types<'_>) {
        let verb = format!("{:?}", operation.verb).to_uppercase();
        let name = format!("{verb} {}", operation.path);
        self.add_named(module, ItemKind::Operation, name.clone(), State::Typed);
        for parameter in &operation.parameters {
            let place = place_name(parameter.place);
            let name = format!("{name} {place} {}", parameter.name.wire);
            let state = state(types, [&parameter.ty]);
            self.add_named(module, ItemKind::Parameter, name, state);
        }
        if let Some(body) = &operation.body {
            let body_state = state(types, body_types(body));
            self.add_named(module, ItemKind::Body, name.clone(), body_state);
            for content in &body.contents {
                let state = state(types, [&content.ty]);
                self.add_contents(module, &name, &content.documented, state);
            }
        }
        for response in &operation.responses {
            let name = format!("{name} {}", response.statuses);
            let state = state(types, response_types(response));
            self.add_contents(module, &name, &response.documented, state);
            self.add_named(module, ItemKind::Response, name, state);
        }
    }

    /// Adds the media types of a body or a response.
    fn add_contents(
        &mut self,
        module: &Module,
        owner: &str,
        contents: &[DocumentedMedia],
        state: State,
    ) {
        for content in contents {
            let name = format!("{owner} {}", content.key);
            self.add_named(module, ItemKind::Content, name, state);
            if content.is_undecoded {
                let text =
                    "its bytes are returned as received: no type is generated for its schema";
                self.remarks.push((content.at.clone(), text.to_owned()));
            }
        }
    }

    /// Adds a type, and a remark for each of its fields that is JSON.
    fn add_type(&mut self, def: &TypeDef, types: &Types<'_>) {
        let def_state = match &def.shape {
            Shape::Alias(ty) => state(types, [ty]),
            _ => State::Typed,
        };
        self.add_at(&def.at, def_state);
        if let Shape::Struct(object) = &def.shape {
            let fields = object.fields.iter();
            let untyped = fields.filter(|field| is_json(types, &field.ty, 0));
            self.remarks.extend(untyped.map(|field| {
                let text = format!("the property `{}` is kept as JSON", field.name.wire);
                (field.at.clone(), text)
            }));
        }
    }

    /// Adds an item by its name. Of several with one name, such as responses with the same status,
    /// the least typed one counts.
    fn add_named(&mut self, module: &Module, kind: ItemKind, name: String, state: State) {
        let key = (module.at.file().to_string(), kind, name);
        let known = self.by_name.entry(key).or_insert(state);
        *known = (*known).max(state);
    }

    /// Adds an item by its location. The type of a schema comes before others at its location.
    fn add_at(&mut self, at: &Location, state: State) {
        self.by_location.entry(key(at)).or_insert(state);
    }
}

/// Returns file and pointer of a location, which ignores its mark.
pub(super) fn key(at: &Location) -> (String, String) {
    (at.file().to_string(), at.pointer().to_owned())
}

fn body_types(body: &Body) -> Vec<&Type> {
    body.contents.iter().map(|content| &content.ty).collect()
}

fn response_types(response: &Response) -> Vec<&Type> {
    response.content.iter().map(|(_, ty)| ty).collect()
}

/// Returns a parameter's location as the inventory has it.
fn place_name(place: Place) -> String {
    format!("{place:?}").to_lowercase()
}

/// Returns `Json` if one of the types is JSON.
fn state<'t>(known: &Types<'_>, types: impl IntoIterator<Item = &'t Type>) -> State {
    let mut types = types.into_iter();
    if types.any(|ty| is_json(known, ty, 0)) {
        State::Json
    } else {
        State::Typed
    }
}

/// Returns whether a type is JSON, or contains nothing but JSON.
fn is_json(known: &Types<'_>, ty: &Type, aliases: usize) -> bool {
    match ty {
        Type::Json => true,
        Type::Option(inner)
        | Type::Box(inner)
        | Type::Personal(inner)
        | Type::Vec(inner)
        | Type::Map(inner) => is_json(known, inner, aliases),
        Type::Named(name) if aliases < MAX_ALIASES => {
            match known.get(name.as_str()).map(|def| &def.shape) {
                Some(Shape::Alias(ty)) => is_json(known, ty, aliases + 1),
                _ => false,
            }
        }
        _ => false,
    }
}
