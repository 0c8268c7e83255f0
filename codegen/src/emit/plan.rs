//! Which files there are, and which emitter writes each of them.

use proc_macro2::TokenStream;
use syn::Item;

use super::{Context, Items, client, incoming, modules, operations, server, types};
use crate::ir::{Api, Group, Module, Server, TypeDef};
use crate::names::Ident;
use crate::source::Location;

/// One file to write: plain data, so that another thread can emit it.
pub(crate) struct Job<'a> {
    /// Its path, with `/` between parts.
    pub(crate) path: String,
    /// The locations in the documents that it is generated from.
    pub(crate) origin: Vec<&'a Location>,
    content: FileContent<'a>,
}

enum FileContent<'a> {
    Root(&'a Api),
    Client(&'a Api),
    Module(&'a Module),
    Types(Vec<&'a Ident>, &'a Module),
    TypeFile(Vec<&'a TypeDef>),
    Operations(&'a Module),
    Group(&'a Group),
    Callbacks(&'a Module),
    Server(&'a Api, &'a Server),
    ServerOf(&'a Module, &'a Server),
}

impl Job<'_> {
    /// Returns the tag whose operations are in the file.
    pub(crate) fn tag(&self) -> Option<&str> {
        match self.content {
            FileContent::Group(group) => group.tag.as_deref(),
            _ => None,
        }
    }

    /// Emits the file's items one after another, and returns its imports.
    pub(crate) fn emit(&self, context: &Context, items: Items<'_>) -> TokenStream {
        let module = match &self.content {
            FileContent::TypeFile(types) => return types::emit(context, types, items),
            FileContent::Group(group) => return operations::emit(context, group, items),
            FileContent::Callbacks(module) => {
                return incoming::emit(context, &module.callbacks, items);
            }
            FileContent::Server(api, server) => {
                return server::root(context, api, server, items);
            }
            FileContent::ServerOf(module, server) => {
                return server::document(context, module, server, items);
            }
            FileContent::Root(api) => modules::root(context, api),
            FileContent::Client(api) => client::emit(context, api),
            FileContent::Module(module) => modules::document(context, module),
            FileContent::Types(files, module) => modules::types(files, &module.types),
            FileContent::Operations(module) => modules::operations(&module.groups),
        };
        items(Item::Verbatim(module));
        TokenStream::new()
    }
}

/// Lists every file of the API.
pub(crate) fn jobs(api: &Api) -> Vec<Job<'_>> {
    let roots: Vec<&Location> = api.modules.iter().map(|module| &module.at).collect();
    let job = |path: &str, content| Job {
        path: path.to_owned(),
        origin: roots.clone(),
        content,
    };
    let mut jobs = vec![
        job("mod.rs", FileContent::Root(api)),
        job("client.rs", FileContent::Client(api)),
    ];
    if let Some(server) = &api.server {
        jobs.push(job("server/mod.rs", FileContent::Server(api, server)));
        jobs.extend(api.modules.iter().map(|module| Job {
            path: format!("server/{}.rs", file_stem(&module.name)),
            origin: vec![&module.at],
            content: FileContent::ServerOf(module, server),
        }));
    }
    for module in &api.modules {
        add_module(module, &mut jobs);
    }
    jobs
}

fn add_module<'a>(module: &'a Module, jobs: &mut Vec<Job<'a>>) {
    let folder = file_stem(&module.name);
    let mut add = |path: String, at: &'a Location, content| {
        jobs.push(Job {
            path: format!("{folder}/{path}.rs"),
            origin: vec![at],
            content,
        });
    };
    add("mod".to_owned(), &module.at, FileContent::Module(module));
    // Operations first: their files are the largest, and the last job to start should be short.
    for group in &module.groups {
        let path = format!("operations/{}", file_stem(&group.method.as_module()));
        add(path, &group.at, FileContent::Group(group));
    }
    if !module.types.is_empty() {
        let files = by_file(&module.types);
        let names = files.iter().map(|types| &types[0].file).collect();
        add(
            "types/mod".to_owned(),
            &module.at,
            FileContent::Types(names, module),
        );
        for types in files {
            let path = format!("types/{}", file_stem(&types[0].file));
            add(path, &types[0].at, FileContent::TypeFile(types));
        }
    }
    if !module.groups.is_empty() {
        let path = "operations/mod".to_owned();
        add(path, &module.at, FileContent::Operations(module));
    }
    if let Some(first) = module.callbacks.first() {
        add(
            "callbacks".to_owned(),
            &first.at,
            FileContent::Callbacks(module),
        );
    }
}

/// Groups the types that share a file, which are adjacent.
fn by_file(types: &[TypeDef]) -> Vec<Vec<&TypeDef>> {
    types
        .chunk_by(|left, right| left.file == right.file)
        .map(|chunk| chunk.iter().collect())
        .collect()
}

/// Returns the name of the file for `mod name;`, without its extension.
fn file_stem(module: &Ident) -> &str {
    let name = module.as_str();
    name.strip_prefix("r#").unwrap_or(name)
}
