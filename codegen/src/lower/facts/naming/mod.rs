//! Defines types: names them, and reports a name that is not the first choice of its place.

pub(crate) mod name_path;

use crate::diagnostic::SchemaProblem;
use crate::ir::{Doc, Type, TypeDef, Uses};
use crate::names::Ident;
use crate::source::Location;

use self::name_path::NamePath;
use super::structure::Structure;
use crate::lower::context::Out;
use crate::lower::types::{Draft, Opened};

/// Names the inline type at a location, lowers it, and returns it.
///
/// `key` is the location by which the type is found again. `lower` gets the name path of the types
/// inside.
pub(crate) fn define(
    out: &mut Out<'_>,
    name: &NamePath,
    (at, key): (&Location, &Location),
    lower: impl FnOnce(&mut Out<'_>, &NamePath) -> (Structure, Doc),
) -> Type {
    let (opened, inner) = open(out, name, at, key);
    let (structure, doc) = lower(out, &inner);
    let draft = draft(out, &opened.name, &inner, structure, doc, at);
    out.types.close(&opened, draft);
    Type::Named(opened.name)
}

/// Names and opens an inline type, and returns it with the name path of the types inside.
pub(crate) fn open(
    out: &mut Out<'_>,
    name: &NamePath,
    at: &Location,
    key: &Location,
) -> (Opened, NamePath) {
    let opened = out.types.open_inline(name, key);
    let words = name.words();
    if opened.name == Ident::type_name(&words) {
        return (opened, name.clone());
    }
    report_taken(out, at, (&words, &name.second()), &opened.name, owner);
    let inner = NamePath::root(opened.name.as_str(), &name.file);
    (opened, inner)
}

/// Returns the location of the type that has a name.
pub(crate) fn owner(out: &Out<'_>, name: &Ident) -> Option<Location> {
    out.types.owner(name).cloned()
}

/// Reports a name that is not the first choice of its place, because something else has that one.
pub(crate) fn report_taken(
    out: &mut Out<'_>,
    at: &Location,
    (first, second): (&str, &str),
    given: &Ident,
    owner: impl Fn(&Out<'_>, &Ident) -> Option<Location>,
) {
    let wanted = Ident::type_name(first);
    if *given != wanted {
        let problem = SchemaProblem::NameTaken {
            wanted: wanted.to_string(),
            given: given.to_string(),
            is_numbered: *given != Ident::type_name(second),
        };
        match owner(out, &wanted) {
            Some(owner) => out.report_both(at, problem, (&owner.key(), "this has it")),
            None => out.report(at, problem),
        }
    }
}

/// Returns the draft of a type whose structure is known.
pub(crate) fn draft(
    out: &Out<'_>,
    name: &Ident,
    path: &NamePath,
    structure: Structure,
    doc: Doc,
    at: &Location,
) -> Draft {
    Draft {
        def: TypeDef {
            at: out.origin(at),
            file: Ident::clone(&path.file),
            name: name.clone(),
            doc,
            shape: structure.shape,
            uses: Uses::default(),
        },
        members: structure.members,
        is_component: false,
    }
}
