//! Names that generated items can't have.

/// The Rust Reference, Keywords: strict and reserved ones of edition 2024. The weak ones are good identifiers.
pub(super) const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// What generated code takes from the standard prelude without a path: a type of that name would shadow it in its own file.
pub(super) const PRELUDE: &[&str] = &[
    "Box", "Default", "Err", "From", "Into", "None", "Ok", "Option", "Result", "Send", "Some",
    "String", "Sync", "ToString", "Vec",
];
