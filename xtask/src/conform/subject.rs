//! `Subject`: a document, its client, the generator's model of it, and the file that Prism reads.

use std::collections::BTreeSet;
use std::path::PathBuf;

use codegen::diagnostic::Diagnostics;
use codegen::ir::{Api, Module, Operation, Parameter, Place, Style, Type, Uses};
use codegen::names::{Case, Name};
use codegen::options::Options;
use codegen::output::OutputFiles;
use codegen::source::Location;
use codegen::{lower, read, render};
use serde_json::Value;

use super::compare;
use super::prism_file::{self, What};
use crate::documents::Document;
use crate::{paths, referred};

/// The path of the runtime in the client.
const RUNTIME: &str = "::paynet_api::runtime";

/// The query parameter that selects the status of Prism's response (so does the header `Prefer`,
/// but some documents define a header of that name).
pub(crate) const CODE: &str = "__code";

/// A document that is checked, and its client.
pub(crate) struct Subject {
    /// The generator's model of the document.
    pub(crate) api: Api,
    /// The generated files.
    pub(crate) tree: OutputFiles,
    /// What is checked.
    pub(crate) what: What,
    /// The document after overlays and conversion to 3.0, as JSON: requests are made from it.
    pub(crate) document: Value,
    /// The names of all its properties.
    pub(crate) declared: BTreeSet<String>,
    /// The document with its overlays, before any repair and conversion.
    pub(crate) given: Value,
    /// The file that Prism reads.
    pub(crate) prism_file: PathBuf,
}

impl Subject {
    /// Generates a client whose types are all both encoded and decoded.
    pub(crate) fn of(document: &Document, what: What) -> Result<Self, String> {
        let paths = std::iter::once(&document.path).chain(&document.overlays);
        let files: Vec<_> = paths
            .map(|path| (paths::spec_name(path), path.clone()))
            .collect();
        let sources = referred::read(files, &[]).map_err(|error| error.to_string())?;
        let options = Options {
            runtime: RUNTIME.to_owned(),
            ..Options::default()
        };
        let mut diagnostics = Diagnostics::default();
        let documents = read::read(&sources, &mut diagnostics);
        let mut api = lower::api(&documents, &options, &mut diagnostics);
        prepare(&mut api);
        let refused = "the generator refuses it: `cargo xtask corpus` says why";
        if diagnostics.has_errors() {
            return Err(refused.to_owned());
        }
        let tree = render::files(&api, &options, &mut diagnostics);
        let first = documents.first().ok_or(refused)?;
        let value = serde_json::to_value(first.api().value).map_err(|error| error.to_string())?;
        let (text, _) = read::print(&sources, first.name());
        let given = serde_yaml::from_str(&text.unwrap_or_default());
        let given: Value = given.map_err(|error| error.to_string())?;
        let prism_file = prism_file::file(document, given.clone(), what)?;
        Ok(Self {
            api,
            tree,
            what,
            declared: compare::declared(&value),
            document: value,
            given,
            prism_file,
        })
    }

    /// Returns the operations, each with its module, in a fixed order.
    pub(crate) fn operations(&self) -> impl Iterator<Item = (&Module, &Operation)> {
        self.api.modules.iter().flat_map(|module| {
            let groups = module.groups.iter();
            groups.flat_map(move |group| group.operations.iter().map(move |it| (module, it)))
        })
    }
}

/// Prepares the client for the driver: every type in both directions, one server, and a parameter
/// that selects the status of Prism's response.
fn prepare(api: &mut Api) {
    for module in &mut api.modules {
        for def in &mut module.types {
            def.uses = Uses {
                encoded: true,
                decoded: true,
            };
        }
        let at = module.at.clone();
        for group in &mut module.groups {
            for operation in &mut group.operations {
                operation.server = None;
                operation.parameters.push(instruction(at.clone()));
            }
        }
    }
}

/// Returns the optional query parameter [`CODE`].
fn instruction(at: Location) -> Parameter {
    Parameter {
        at,
        name: Name {
            wire: CODE.to_owned(),
            rust: Case::Snake.ident("instruction to Prism"),
        },
        doc: codegen::ir::Doc::default(),
        place: Place::Query,
        style: Style::Form { explode: true },
        reserved: false,
        ty: Type::String,
        required: false,
        fixed: None,
    }
}
