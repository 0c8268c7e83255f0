//! The files that the parts of an API are written into: their paths, with `/` between parts.

use super::{Group, Module, TypeDef};
use crate::names::Ident;

/// The file of servers and credentials.
pub const CLIENT_FILE: &str = "client.rs";

impl Module {
    /// Returns the path of a file in the module's folder; `name` has no extension.
    #[must_use]
    pub fn file(&self, name: &str) -> String {
        format!("{}/{name}.rs", file_stem(&self.name))
    }

    /// Returns the path of the file of a tag's operations.
    #[must_use]
    pub fn operations_file(&self, group: &Group) -> String {
        let stem = group.method.as_module();
        self.file(&format!("operations/{}", file_stem(&stem)))
    }

    /// Returns the path of the file of a type.
    #[must_use]
    pub fn type_file(&self, ty: &TypeDef) -> String {
        self.file(&format!("types/{}", file_stem(&ty.file)))
    }

    /// Returns the path of the file of the callbacks.
    #[must_use]
    pub fn callbacks_file(&self) -> String {
        self.file("callbacks")
    }
}

/// Returns the name of the file for `mod name;`, without its extension.
#[must_use]
pub fn file_stem(module: &Ident) -> &str {
    let name = module.as_str();
    name.strip_prefix("r#").unwrap_or(name)
}
