//! Identifiers, paths and types.

use proc_macro2::{Ident, Span};
use syn::{
    AngleBracketedGenericArguments, GenericArgument, GenericParam, Generics, Lifetime,
    LifetimeParam, Path, PathArguments, PathSegment, TraitBound, Type, TypeImplTrait, TypeInfer,
    TypeParamBound, TypePath, TypeReference, TypeSlice, TypeTuple,
};

/// Builds an identifier or a keyword that a path can have.
pub(in crate::emit) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Builds `first::second`.
pub(in crate::emit) fn path(segments: impl IntoIterator<Item = Ident>) -> Path {
    Path {
        leading_colon: None,
        segments: segments.into_iter().map(PathSegment::from).collect(),
    }
}

/// Builds the type of that path.
pub(in crate::emit) fn named(path: impl Into<Path>) -> Type {
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path: path.into(),
    })
}

/// Builds `path<Argument>`.
pub(in crate::emit) fn generic(
    path: impl Into<Path>,
    arguments: impl IntoIterator<Item = Type>,
) -> Type {
    let arguments = arguments.into_iter().map(GenericArgument::Type);
    named(with_arguments(path.into(), arguments))
}

/// Builds `path::<Argument>`, as it is written in an expression.
pub(in crate::emit) fn generic_path(
    path: impl Into<Path>,
    arguments: impl IntoIterator<Item = Type>,
) -> Path {
    let arguments = arguments.into_iter().map(GenericArgument::Type);
    let mut path = with_arguments(path.into(), arguments);
    if let Some(last) = path.segments.last_mut()
        && let PathArguments::AngleBracketed(arguments) = &mut last.arguments
    {
        arguments.colon2_token = Some(Default::default());
    }
    path
}

/// Adds arguments to the last segment of a path.
pub(super) fn with_arguments(
    mut path: Path,
    arguments: impl IntoIterator<Item = GenericArgument>,
) -> Path {
    if let Some(last) = path.segments.last_mut() {
        last.arguments = PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: Default::default(),
            args: arguments.into_iter().collect(),
            gt_token: Default::default(),
        });
    }
    path
}

/// Builds `&'lifetime elem`.
pub(in crate::emit) fn borrow(lifetime: Option<Lifetime>, elem: Type) -> Type {
    Type::Reference(TypeReference {
        attrs: Vec::new(),
        and_token: Default::default(),
        lifetime,
        mutability: None,
        elem: Box::new(elem),
    })
}

/// Builds `[elem]`.
pub(in crate::emit) fn slice_type(elem: Type) -> Type {
    Type::Slice(TypeSlice {
        attrs: Vec::new(),
        bracket_token: Default::default(),
        elem: Box::new(elem),
    })
}

/// Builds `impl Into<target>`.
pub(in crate::emit) fn impl_into(target: Type) -> Type {
    let bound = TraitBound {
        paren_token: None,
        lifetimes: None,
        modifiers: Default::default(),
        maybe: None,
        path: with_arguments(ident("Into").into(), [GenericArgument::Type(target)]),
    };
    Type::ImplTrait(TypeImplTrait {
        attrs: Vec::new(),
        impl_token: Default::default(),
        bounds: [TypeParamBound::Trait(bound)].into_iter().collect(),
    })
}

/// Builds `()`.
pub(in crate::emit) fn unit() -> Type {
    Type::Tuple(TypeTuple {
        attrs: Vec::new(),
        paren_token: Default::default(),
        elems: Default::default(),
    })
}

/// Builds `_`.
pub(in crate::emit) fn inferred() -> Type {
    Type::Infer(TypeInfer {
        attrs: Vec::new(),
        underscore_token: Default::default(),
    })
}

/// Builds a lifetime from its name with the apostrophe.
pub(in crate::emit) fn lifetime(name: &str) -> Lifetime {
    Lifetime::new(name, Span::call_site())
}

/// Builds `<'lifetime>`.
pub(super) fn generics(lifetime: Option<Lifetime>) -> Generics {
    let params = lifetime.map(|lifetime| GenericParam::Lifetime(LifetimeParam::new(lifetime)));
    Generics {
        lt_token: params.is_some().then(Default::default),
        gt_token: params.is_some().then(Default::default),
        params: params.into_iter().collect(),
        where_clause: None,
    }
}
