//! Which files there are, and which emitter writes each of them.

use proc_macro2::TokenStream;
use syn::Item;

use super::{Context, Items, client, incoming, modules, operations, server, types};
use crate::ir::{Api, CLIENT_FILE, Group, Module, Server, TypeDef, file_stem};
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
        job(CLIENT_FILE, FileContent::Client(api)),
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
    let mut add = |path: String, at: &'a Location, content| {
        jobs.push(Job {
            path,
            origin: vec![at],
            content,
        });
    };
    let file = |name: &str| module.file(name);
    add(file("mod"), &module.at, FileContent::Module(module));
    // Operations first: their files are the largest, and the last job to start should be short.
    for group in &module.groups {
        let path = module.operations_file(group);
        add(path, &group.at, FileContent::Group(group));
    }
    if !module.types.is_empty() {
        let files = by_file(&module.types);
        let names = files.iter().map(|types| &types[0].file).collect();
        let list = FileContent::Types(names, module);
        add(file("types/mod"), &module.at, list);
        for types in files {
            let path = module.type_file(types[0]);
            add(path, &types[0].at, FileContent::TypeFile(types));
        }
    }
    if !module.groups.is_empty() {
        let list = FileContent::Operations(module);
        add(file("operations/mod"), &module.at, list);
    }
    if let Some(first) = module.callbacks.first() {
        let content = FileContent::Callbacks(module);
        add(module.callbacks_file(), &first.at, content);
    }
}

/// Groups the types that share a file, which are adjacent.
fn by_file(types: &[TypeDef]) -> Vec<Vec<&TypeDef>> {
    types
        .chunk_by(|left, right| left.file == right.file)
        .map(|chunk| chunk.iter().collect())
        .collect()
}
