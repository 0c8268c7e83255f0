//! Expressions, and what surrounds them.

use proc_macro2::{Ident, Span};
use syn::{
    Expr, ExprArray, ExprCall, ExprClosure, ExprField, ExprLit, ExprMethodCall, ExprPath,
    ExprReference, ExprStruct, FieldValue, Lit, LitStr, Local, LocalInit, Member, Pat, PatIdent,
    PatTuple, Path, ReturnType, Stmt,
};

/// Builds a string literal.
pub(in crate::emit) fn string(value: &str) -> Expr {
    Expr::Lit(ExprLit {
        attrs: Vec::new(),
        lit: Lit::Str(LitStr::new(value, Span::call_site())),
    })
}

/// Builds the value of a variable, a constant or a function.
pub(in crate::emit) fn variable(path: impl Into<Path>) -> Expr {
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: path.into(),
    })
}

/// Builds `function(arguments)`.
pub(in crate::emit) fn call(
    function: impl Into<Path>,
    arguments: impl IntoIterator<Item = Expr>,
) -> Expr {
    Expr::Call(ExprCall {
        attrs: Vec::new(),
        func: Box::new(variable(function)),
        paren_token: Default::default(),
        args: arguments.into_iter().collect(),
    })
}

/// Builds `receiver.method(arguments)`.
pub(in crate::emit) fn method_call(
    receiver: Expr,
    method: Ident,
    arguments: impl IntoIterator<Item = Expr>,
) -> Expr {
    Expr::MethodCall(ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(receiver),
        dot_token: Default::default(),
        method,
        turbofish: None,
        paren_token: Default::default(),
        args: arguments.into_iter().collect(),
    })
}

/// Builds `base.field`.
pub(in crate::emit) fn field_of(base: Expr, field: Ident) -> Expr {
    Expr::Field(ExprField {
        attrs: Vec::new(),
        base: Box::new(base),
        dot_token: Default::default(),
        member: Member::Named(field),
    })
}

/// Builds `&expr`.
pub(in crate::emit) fn reference(expr: Expr) -> Expr {
    Expr::Reference(ExprReference {
        attrs: Vec::new(),
        and_token: Default::default(),
        mutability: None,
        expr: Box::new(expr),
    })
}

/// Builds `&[elements]`.
pub(in crate::emit) fn slice(elements: impl IntoIterator<Item = Expr>) -> Expr {
    reference(Expr::Array(ExprArray {
        attrs: Vec::new(),
        bracket_token: Default::default(),
        elems: elements.into_iter().collect(),
    }))
}

/// Builds `path { field: value }`, or `path { field }` for a field without a value.
pub(in crate::emit) fn record(
    path: impl Into<Path>,
    fields: impl IntoIterator<Item = (Ident, Option<Expr>)>,
) -> Expr {
    Expr::Struct(struct_literal(path.into(), fields))
}

/// Builds `path { field: value, ..rest }`.
pub(in crate::emit) fn struct_update(
    path: impl Into<Path>,
    fields: impl IntoIterator<Item = (Ident, Option<Expr>)>,
    rest: Expr,
) -> Expr {
    Expr::Struct(ExprStruct {
        dot2_token: Some(Default::default()),
        rest: Some(Box::new(rest)),
        ..struct_literal(path.into(), fields)
    })
}

fn struct_literal(
    path: Path,
    fields: impl IntoIterator<Item = (Ident, Option<Expr>)>,
) -> ExprStruct {
    ExprStruct {
        attrs: Vec::new(),
        qself: None,
        path,
        brace_token: Default::default(),
        fields: fields.into_iter().map(field_value).collect(),
        dot2_token: None,
        rest: None,
    }
}

fn field_value((name, value): (Ident, Option<Expr>)) -> FieldValue {
    FieldValue {
        attrs: Vec::new(),
        colon_token: value.is_some().then(Default::default),
        expr: value.unwrap_or_else(|| variable(name.clone())),
        member: Member::Named(name),
    }
}

/// Builds `|pattern| body`.
pub(in crate::emit) fn closure(pattern: Pat, body: Expr) -> Expr {
    Expr::Closure(ExprClosure {
        attrs: Vec::new(),
        lifetimes: None,
        modifiers: Default::default(),
        constness: None,
        asyncness: None,
        capture: None,
        inputs_begin: Default::default(),
        inputs: [pattern].into_iter().collect(),
        inputs_end: Default::default(),
        output: ReturnType::Default,
        body: Box::new(body),
    })
}

/// Builds `let name = value;`.
pub(in crate::emit) fn local(name: Ident, value: Expr) -> Stmt {
    Stmt::Local(Local {
        attrs: Vec::new(),
        let_token: Default::default(),
        modifiers: Default::default(),
        pat: pattern(name),
        init: Some(LocalInit {
            eq_token: Default::default(),
            expr: Box::new(value),
            diverge: None,
        }),
        semi_token: Default::default(),
    })
}

/// Builds the pattern that binds a name.
pub(in crate::emit) fn pattern(ident: Ident) -> Pat {
    Pat::Ident(PatIdent {
        attrs: Vec::new(),
        by_ref: None,
        mutability: None,
        ident,
        subpat: None,
    })
}

/// Builds the pattern `()`.
pub(in crate::emit) fn unit_pattern() -> Pat {
    Pat::Tuple(PatTuple {
        attrs: Vec::new(),
        paren_token: Default::default(),
        elems: Default::default(),
    })
}
