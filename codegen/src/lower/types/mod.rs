//! The named types of one module while they are gathered.

pub(crate) mod cycles;
pub(crate) mod derives;
pub(crate) mod equal;
pub(crate) mod graph;
pub(crate) mod uses;

use foldhash::HashMap;

use crate::ir::{Type, TypeDef};
use crate::names::{Case, Ident, Scope};
use crate::source::Location;

use super::facts::name_path::NamePath;
use crate::lower::facts::structure::MemberFacts;

/// A named type, and what is known of it beside.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) def: TypeDef,
    /// By field, where it is a struct.
    pub(crate) members: Vec<MemberFacts>,
    /// Components are generated even where nothing uses them.
    pub(crate) is_component: bool,
}

/// The named types of one module, in the order of the document.
#[derive(Debug, Default)]
pub(crate) struct Types {
    scope: Scope,
    /// In the order in which they were opened; those still under way are `None`.
    drafts: Vec<Option<Draft>>,
    /// Inline types by the pointer of their place: what several places refer to is one type.
    by_place: HashMap<String, Type>,
    /// Who has a name.
    owners: HashMap<Ident, Location>,
}

/// A type that was named and is under way.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) name: Ident,
    index: usize,
}

impl Types {
    /// Names the components, given by key and place. A key that is a good name as it is keeps it, whatever stands before it; one
    /// whose name is taken is a schema by name.
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

    /// The place of what has that name.
    pub(crate) fn owner(&self, name: &Ident) -> Option<&Location> {
        self.owners.get(name)
    }

    /// Begins a type that has its name.
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

    /// Names and begins an inline type.
    pub(crate) fn open_inline(&mut self, path: &NamePath, at: &Location) -> Opened {
        let name = self.name_inline(path, at);
        self.set_inline(at, Type::Named(name.clone()));
        self.open(name)
    }

    /// Ends a type.
    pub(crate) fn close(&mut self, opened: &Opened, draft: Draft) {
        if let Some(place) = self.drafts.get_mut(opened.index) {
            *place = Some(draft);
        }
    }

    /// The inline type of a place that was lowered before, or is under way.
    pub(crate) fn inline(&self, at: &Location) -> Option<&Type> {
        self.by_place.get(at.pointer())
    }

    /// Says what the inline type of a place is.
    pub(crate) fn set_inline(&mut self, at: &Location, ty: Type) {
        self.by_place.insert(at.pointer().to_owned(), ty);
    }

    /// All of them.
    pub(crate) fn into_drafts(self) -> Vec<Draft> {
        self.drafts.into_iter().flatten().collect()
    }
}
