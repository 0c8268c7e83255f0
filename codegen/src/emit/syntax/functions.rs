//! Functions of an `impl`.

use proc_macro2::Ident;
use syn::{
    Attribute, Block, FnArg, ImplItem, ImplItemFn, Lifetime, PatType, Receiver, ReceiverKind,
    ReturnType, Safety, Signature, Stmt, Type,
};

use super::items::public;
use super::pattern;
use super::types::generics;

/// A public function.
pub(in crate::emit) struct Function {
    pub(in crate::emit) attributes: Vec<Attribute>,
    pub(in crate::emit) name: Ident,
    pub(in crate::emit) lifetime: Option<Lifetime>,
    pub(in crate::emit) arguments: Vec<FnArg>,
    pub(in crate::emit) output: Type,
    pub(in crate::emit) body: Vec<Stmt>,
}

impl Function {
    /// Builds the member of an `impl`.
    pub(in crate::emit) fn into_member(self) -> ImplItem {
        ImplItem::Fn(ImplItemFn {
            attrs: self.attributes,
            vis: public(),
            modifiers: Default::default(),
            sig: Signature {
                constness: None,
                asyncness: None,
                safety: Safety::Default,
                abi: None,
                fn_token: Default::default(),
                ident: self.name,
                generics: generics(self.lifetime),
                paren_token: Default::default(),
                inputs: self.arguments.into_iter().collect(),
                variadic: None,
                output: ReturnType::Type(Default::default(), Box::new(self.output)),
            },
            block: Block {
                brace_token: Default::default(),
                stmts: self.body,
            },
        })
    }
}

/// Builds `name: ty`.
pub(in crate::emit) fn argument(name: impl Into<Ident>, ty: Type) -> FnArg {
    FnArg::Typed(PatType {
        attrs: Vec::new(),
        pat: Box::new(pattern(name.into())),
        colon_token: Default::default(),
        ty: Box::new(ty),
    })
}

/// Builds `&self`.
pub(in crate::emit) fn shared_receiver() -> FnArg {
    FnArg::Receiver(Receiver {
        attrs: Vec::new(),
        mutability: None,
        self_token: Default::default(),
        kind: ReceiverKind::Reference(Default::default(), None, None),
    })
}
