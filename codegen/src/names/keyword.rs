//! Names that generated items cannot have.

/// The strict and reserved keywords of edition 2024 (The Rust Reference, Keywords). Weak keywords
/// are valid identifiers.
pub(super) const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The names of the standard prelude that generated code uses without a path: a type of that name
/// would shadow them in its file.
pub(super) const PRELUDE: &[&str] = &[
    "Box", "Default", "Err", "From", "Into", "None", "Ok", "Option", "Result", "Send", "Some",
    "String", "Sync", "ToString", "Vec",
];
