//! The named types of one module while they are lowered.

pub(crate) mod boxed;
pub(crate) mod cycles;
pub(crate) mod derives;
pub(crate) mod equal;
pub(crate) mod graph;
mod search;
mod size;
pub(crate) mod uses;

use foldhash::HashMap;

use crate::ir::{Type, TypeDef};
use crate::names::{Case, Ident, Scope};
use crate::source::Location;

use super::facts::naming::name_path::NamePath;
use crate::lower::facts::structure::MemberFacts;

/// A named type that is not final yet.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) def: TypeDef,
    /// By field, if it is a struct.
    pub(crate) members: Vec<MemberFacts>,
    /// Whether it is a component, which is generated even if nothing uses it.
    pub(crate) is_component: bool,
}

/// The named types of one module, in the order of the document.
#[derive(Debug, Default)]
pub(crate) struct Types {
    scope: Scope,
    /// In the order in which they were opened. Those that are not closed are `None`.
    drafts: Vec<Option<Draft>>,
    /// Inline types by pointer: several references to one location are one type.
    inline: HashMap<String, Type>,
    /// The location of what has a name.
    owners: HashMap<Ident, Location>,
}

/// A type that has its name and is being lowered.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) name: Ident,
    index: usize,
}

impl Types {
    /// Names the components, given by key and location. A key that is a valid name keeps it, whatever
    /// comes before it. The second choice ends in `Schema`.
    pub(crate) fn name_components<'k>(
        &mut self,
        components: impl IntoIterator<Item = (&'k str, Location)>,
    ) -> Vec<Ident> {
        let (keys, places): (Vec<&str>, Vec<Location>) = components.into_iter().unzip();
        let names = self
            .scope
            .take_all_or(Case::Type, keys, |_, key| format!("{key} Schema"));
        let names: Vec<Ident> = names.into_iter().map(|name| name.rust).collect();
        self.owners.extend(std::iter::zip(names.clone(), places));
        names
    }

    /// Returns the location of what has the name.
    pub(crate) fn owner(&self, name: &Ident) -> Option<&Location> {
        self.owners.get(name)
    }

    /// Opens a type that has its name.
    pub(crate) fn open(&mut self, name: Ident) -> Opened {
        let index = self.drafts.len();
        self.drafts.push(None);
        Opened { name, index }
    }

    /// Names an inline type.
    pub(crate) fn name_inline(&mut self, path: &NamePath, at: &Location) -> Ident {
        let name = self
            .scope
            .take_or_else(Case::Type, &path.words(), || path.second());
        self.owners.insert(name.clone(), at.clone());
        name
    }

    /// Names and opens an inline type.
    pub(crate) fn open_inline(&mut self, path: &NamePath, at: &Location) -> Opened {
        let name = self.name_inline(path, at);
        self.set_inline(at, Type::Named(name.clone()));
        self.open(name)
    }

    /// Closes a type with its draft.
    pub(crate) fn close(&mut self, opened: &Opened, draft: Draft) {
        if let Some(place) = self.drafts.get_mut(opened.index) {
            *place = Some(draft);
        }
    }

    /// Returns the inline type at a location, if it was opened before.
    pub(crate) fn inline(&self, at: &Location) -> Option<&Type> {
        self.inline.get(at.pointer())
    }

    /// Sets the inline type at a location.
    pub(crate) fn set_inline(&mut self, at: &Location, ty: Type) {
        self.inline.insert(at.pointer().to_owned(), ty);
    }

    /// Returns the types that were closed.
    pub(crate) fn into_drafts(self) -> Vec<Draft> {
        self.drafts.into_iter().flatten().collect()
    }
}
