//! Structs, impls, and their members.

use proc_macro2::{Ident, TokenStream};
use syn::{
    Attribute, Expr, Field, Fields, FieldsNamed, GenericArgument, Generics, ImplItem,
    ImplItemConst, ImplItemMacro, ImplItemType, Item, ItemImpl, ItemMacro, ItemStruct, Lifetime,
    Macro, MacroDelimiter, Path, Type, Visibility,
};

use super::named;
use super::types::{generics, with_arguments};

/// Builds `pub struct name { fields }`.
pub(in crate::emit) fn structure(
    attributes: Vec<Attribute>,
    name: impl Into<Ident>,
    fields: impl IntoIterator<Item = Field>,
) -> Item {
    Item::Struct(ItemStruct {
        attrs: attributes,
        vis: public(),
        struct_token: Default::default(),
        ident: name.into(),
        generics: Generics::default(),
        fields: Fields::Named(FieldsNamed {
            brace_token: Default::default(),
            named: fields.into_iter().collect(),
        }),
        semi_token: None,
    })
}

/// Builds `pub name: ty`.
pub(in crate::emit) fn field(
    attributes: impl Into<Vec<Attribute>>,
    name: impl Into<Ident>,
    ty: Type,
) -> Field {
    Field {
        attrs: attributes.into(),
        vis: public(),
        modifiers: Default::default(),
        ident: Some(name.into()),
        colon_token: Some(Default::default()),
        ty,
        default: None,
    }
}

/// Builds `pub`.
pub(super) fn public() -> Visibility {
    Visibility::Public(Default::default())
}

/// Builds `impl path { members }`.
pub(in crate::emit) fn inherent_impl(path: impl Into<Path>, members: Vec<ImplItem>) -> Item {
    Item::Impl(bare_impl(path, members))
}

/// Builds `impl<'lifetime> name<'lifetime> { members }`.
pub(in crate::emit) fn inherent_impl_of(
    name: impl Into<Ident>,
    lifetime: Lifetime,
    members: Vec<ImplItem>,
) -> Item {
    let argument = GenericArgument::Lifetime(lifetime.clone());
    let ty = with_arguments(Path::from(name.into()), [argument]);
    Item::Impl(ItemImpl {
        generics: generics(Some(lifetime)),
        ..bare_impl(ty, members)
    })
}

/// Builds `impl path for name { members }`.
pub(in crate::emit) fn trait_impl(
    path: impl Into<Path>,
    name: impl Into<Ident>,
    members: Vec<ImplItem>,
) -> Item {
    Item::Impl(ItemImpl {
        trait_: Some((path.into(), Default::default())),
        ..bare_impl(name.into(), members)
    })
}

fn bare_impl(ty: impl Into<Path>, members: Vec<ImplItem>) -> ItemImpl {
    ItemImpl {
        attrs: Vec::new(),
        modifiers: Default::default(),
        unsafety: None,
        impl_token: Default::default(),
        generics: Generics::default(),
        trait_: None,
        self_ty: Box::new(named(ty)),
        brace_token: Default::default(),
        items: members,
    }
}

/// Builds `type name = ty;`.
pub(in crate::emit) fn associated_type(name: impl Into<Ident>, ty: Type) -> ImplItem {
    ImplItem::Type(ImplItemType {
        attrs: Vec::new(),
        vis: Visibility::Inherited,
        modifiers: Default::default(),
        type_token: Default::default(),
        ident: name.into(),
        generics: Generics::default(),
        eq_token: Default::default(),
        ty,
        semi_token: Default::default(),
    })
}

/// Builds `const name: ty = value;`.
pub(in crate::emit) fn constant(name: impl Into<Ident>, ty: Type, value: Expr) -> ImplItem {
    ImplItem::Const(bare_constant(name.into(), ty, value))
}

/// Builds `pub const name: ty = value;`.
pub(in crate::emit) fn public_constant(
    attributes: impl Into<Vec<Attribute>>,
    name: impl Into<Ident>,
    ty: Type,
    value: Expr,
) -> ImplItem {
    ImplItem::Const(ImplItemConst {
        attrs: attributes.into(),
        vis: public(),
        ..bare_constant(name.into(), ty, value)
    })
}

fn bare_constant(name: Ident, ty: Type, value: Expr) -> ImplItemConst {
    ImplItemConst {
        attrs: Vec::new(),
        vis: Visibility::Inherited,
        modifiers: Default::default(),
        const_token: Default::default(),
        ident: name,
        generics: Generics::default(),
        colon_token: Default::default(),
        ty,
        eq_token: Default::default(),
        expr: value,
        semi_token: Default::default(),
    }
}

/// Builds `path!(tokens);` as an item.
pub(in crate::emit) fn macro_item(path: impl Into<Path>, tokens: TokenStream) -> Item {
    Item::Macro(ItemMacro {
        attrs: Vec::new(),
        ident: None,
        mac: mac(path.into(), tokens),
        semi_token: Some(Default::default()),
    })
}

/// Builds `path!(tokens);` in an `impl`.
pub(in crate::emit) fn macro_member(path: impl Into<Path>, tokens: TokenStream) -> ImplItem {
    ImplItem::Macro(ImplItemMacro {
        attrs: Vec::new(),
        mac: mac(path.into(), tokens),
        semi_token: Some(Default::default()),
    })
}

fn mac(path: Path, tokens: TokenStream) -> Macro {
    Macro {
        path,
        bang_token: Default::default(),
        delimiter: MacroDelimiter::Paren(Default::default()),
        tokens,
    }
}
