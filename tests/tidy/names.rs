//! The names of one module: what it defines, what it imports, and the paths that its code names.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;

/// What one module defines, imports and names.
#[derive(Default)]
pub(super) struct Module {
    pub(super) items: BTreeSet<String>,
    /// Imported names, with their paths from the root of the crate.
    pub(super) imports: BTreeMap<String, Vec<String>>,
    /// Those that are imported to be re-exported.
    pub(super) exports: BTreeSet<String>,
    /// Paths that the code names, as written.
    pub(super) paths: Vec<Vec<String>>,
}

/// Collects the names of a file.
pub(super) fn names(name: &str, file: &syn::File) -> Module {
    let mut module = Module::default();
    let mut collector = Collector {
        name,
        module: &mut module,
    };
    collector.visit_file(file);
    module
}

/// Resolves the first segment of a path in a module, if it is not the name of a crate.
pub(super) fn absolute(module: &str, first: &str) -> Vec<String> {
    let mut here: Vec<String> = module.split("::").map(str::to_owned).collect();
    here.retain(|it| !it.is_empty());
    match first {
        "crate" => return Vec::new(),
        "self" => {}
        "super" => {
            here.pop();
        }
        name => here.push(name.to_owned()),
    }
    here
}

struct Collector<'m> {
    name: &'m str,
    module: &'m mut Module,
}

impl Collector<'_> {
    fn define(&mut self, ident: &syn::Ident) {
        self.module.items.insert(ident.to_string());
    }

    fn imports(&mut self, item: &syn::ItemUse) {
        let before: BTreeSet<String> = self.module.imports.keys().cloned().collect();
        self.import(&item.tree, None);
        if !matches!(item.vis, syn::Visibility::Inherited) {
            let names = self.module.imports.keys();
            let new = names.filter(|name| !before.contains(*name));
            self.module.exports.extend(new.cloned());
        }
    }

    /// Adds what a tree imports. There is no path before its first segment.
    fn import(&mut self, tree: &syn::UseTree, path: Option<Vec<String>>) {
        match tree {
            syn::UseTree::Path(step) => {
                let segment = step.ident.to_string();
                let path = match path {
                    None => absolute(self.name, &segment),
                    Some(mut path) if segment == "super" => {
                        path.pop();
                        path
                    }
                    Some(path) => [path, vec![segment]].concat(),
                };
                self.import(&step.tree, Some(path));
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                if let Some(path) = path
                    && let Some(last) = path.last().cloned()
                {
                    self.module.imports.insert(last, path);
                }
            }
            syn::UseTree::Name(name) => {
                let name = name.ident.to_string();
                let path = [path.unwrap_or_default(), vec![name.clone()]].concat();
                self.module.imports.insert(name, path);
            }
            syn::UseTree::Rename(rename) => {
                let path = [path.unwrap_or_default(), vec![rename.ident.to_string()]].concat();
                self.module.imports.insert(rename.rename.to_string(), path);
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, path.clone());
                }
            }
            syn::UseTree::Glob(_) => {}
        }
    }

    /// Paths among the tokens of a macro call.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = Vec::new();
        let mut colons = 0;
        for tree in tokens {
            match tree {
                TokenTree::Ident(ident) if colons == 2 || path.is_empty() => {
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                other => {
                    self.finish(&mut path);
                    colons = 0;
                    match other {
                        TokenTree::Ident(ident) => path.push(ident.to_string()),
                        TokenTree::Group(group) => self.tokens(group.stream()),
                        _ => {}
                    }
                }
            }
        }
        self.finish(&mut path);
    }

    fn finish(&mut self, path: &mut Vec<String>) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.module.paths.push(path);
        }
    }
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if attributes(item).iter().any(is_test) {
            return;
        }
        match item {
            syn::Item::Struct(it) => self.define(&it.ident),
            syn::Item::Enum(it) => self.define(&it.ident),
            syn::Item::Trait(it) => self.define(&it.ident),
            syn::Item::Type(it) => self.define(&it.ident),
            syn::Item::Const(it) => self.define(&it.ident),
            syn::Item::Static(it) => self.define(&it.ident),
            syn::Item::Fn(it) => self.define(&it.sig.ident),
            syn::Item::Use(it) => return self.imports(it),
            _ => {}
        }
        syn::visit::visit_item(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path.segments.iter().map(|it| it.ident.to_string());
        let mut segments: Vec<String> = segments.collect();
        self.finish(&mut segments);
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
        syn::visit::visit_macro(self, call);
    }
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Mod(it) => &it.attrs,
        syn::Item::Fn(it) => &it.attrs,
        syn::Item::Impl(it) => &it.attrs,
        syn::Item::Use(it) => &it.attrs,
        _ => &[],
    }
}

fn is_test(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string().contains("test"))
}
