//! The generated half of the driver: the client's settings, and a function per operation that
//! builds its value from JSON.

use std::fmt::Write as _;

use codegen::ir::{Body, Media, Module, Operation, Response, SchemeKind, Success};
use codegen::output::{HEADER, OutputFiles};

use super::types::rust;
use crate::conform::subject::{CODE, Subject};

/// The client with one more module, which may use what only the client itself may.
pub(super) fn with_operations(subject: &Subject) -> OutputFiles {
    let mut tree = subject.tree.clone();
    let root = tree.get("mod.rs").unwrap_or_default();
    let root = format!("{root}\npub mod {MODULE};\n");
    tree.insert("mod.rs", root);
    tree.insert(format!("{MODULE}.rs"), operations(subject));
    tree
}

/// Beside modules that are named after documents.
const MODULE: &str = "operations_of_all";

/// The text of the module.
fn operations(subject: &Subject) -> String {
    let mut text = format!("{HEADER}`cargo xtask conform`.\n#![allow(unused, clippy::all)]\n\n");
    text += "use paynet_api::runtime;\n\n\
         use crate::case::{Again, Case, Send, Sending, again};\n\n";
    text += &core(subject);
    let count = subject.operations().count();
    let names: Vec<String> = (0..count).map(|it| format!("operation_{it}")).collect();
    let _ = write!(
        text,
        "pub const ALL: &[Send] = &[{}];\n\n",
        names.join(", ")
    );
    for (number, (module, operation)) in subject.operations().enumerate() {
        text += &function(number, module, operation);
    }
    text
}

/// The function that makes a client with every credential that the document asks for.
fn core(subject: &Subject) -> String {
    let mut text =
        "pub\nfn core(server: &str) -> Result<runtime::Core, Box<dyn std::error::Error>> {\n    \
         let mut settings = runtime::Settings::new(server.parse::<runtime::BaseUrl>()?);\n"
            .to_owned();
    for scheme in &subject.api.client.schemes {
        let (call, values) = match scheme.kind {
            SchemeKind::Basic => ("basic", "\"user\".to_owned(), \"password\".into()"),
            _ => ("credential", "\"invented\".into()"),
        };
        let constant = format!("crate::api::client::{}", scheme.constant);
        let _ = writeln!(text, "    settings.{call}(&{constant}, {values});");
    }
    text + "    Ok(settings.build()?)\n}\n\n"
}

fn function(number: usize, module: &Module, operation: &Operation) -> String {
    let name = format!(
        "crate::api::{}::operations::{}",
        module.name, operation.value
    );
    let mut fields = String::new();
    for parameter in &operation.parameters {
        let field = &parameter.name.rust;
        let value = match (parameter.name.wire.as_str(), parameter.required) {
            (CODE, _) => "case.code()".to_owned(),
            (_, true) => format!("case.required(\"{field}\")?"),
            (_, false) => format!("case.optional(\"{field}\")?"),
        };
        let _ = writeln!(fields, "        {field}: {value},");
    }
    if let Some(body) = &operation.body {
        let _ = writeln!(fields, "        body: {},", value(module, body));
    }
    let (response, error) = (again(module, operation), errors(module, operation));
    format!(
        "fn operation_{number}(case: &Case<'_>) -> Result<Sending, String> {{\n    \
         let operation = {name} {{\n{fields}    }};\n    \
         Ok(case.send(operation, {response}, {error}))\n}}\n\n"
    )
}

/// The value of the body's field.
fn value(module: &Module, body: &Body) -> String {
    let Some(choice) = &body.choice else {
        return match body.required {
            true => "case.required(\"body\")?".to_owned(),
            false => "case.optional(\"body\")?".to_owned(),
        };
    };
    let choice = format!("crate::api::{}::operations::{choice}", module.name);
    let last = body.contents.len() - 1;
    let arms = body.contents.iter().enumerate().map(|(index, content)| {
        let variant = &content.variant;
        let pattern = if index == last {
            "_".to_owned()
        } else {
            format!("\"{variant}\"")
        };
        format!("{pattern} => {choice}::{variant}(case.required(\"body\")?)")
    });
    let arms: Vec<String> = arms.collect();
    let value = format!("match case.variant() {{ {} }}", arms.join(", "));
    match body.required {
        true => value,
        false => format!("if case.has(\"body\") {{ Some({value}) }} else {{ None }}"),
    }
}

/// The function that encodes a decoded success again, where it is JSON.
fn again(module: &Module, operation: &Operation) -> String {
    let successes = || {
        operation
            .responses
            .iter()
            .filter(|response| response.success)
    };
    match &operation.success {
        Success::One(_) if successes().all(|it| it.content.is_none() || is_json(it)) => {
            "|response| again(response)".to_owned()
        }
        Success::Many(name) => {
            let arms = successes().filter(|it| is_json(it)).filter_map(|response| {
                let variant = response.variant.as_ref()?;
                let module = &module.name;
                Some(format!(
                    "crate::api::{module}::operations::{name}::{variant}(value) => again(value), "
                ))
            });
            let arms: String = arms.collect();
            format!("|response| match response {{ {arms}_ => None }}")
        }
        _ => "|_| None".to_owned(),
    }
}

/// The function that encodes a decoded error again: one of these types.
fn errors(module: &Module, operation: &Operation) -> String {
    let errors = operation.responses.iter();
    let errors = errors.filter(|response| !response.success && is_json(response));
    let mut types: Vec<String> = errors
        .filter_map(|response| response.content.as_ref())
        .map(|(_, ty)| rust(module.name.as_str(), ty))
        .collect();
    types.dedup();
    let tries = types
        .iter()
        .map(|ty| format!(".or_else(|| error.body::<{ty}>().and_then(again))"));
    let tries: String = tries.collect();
    format!("|error| None::<Result<String, String>>{tries}")
}

fn is_json(response: &Response) -> bool {
    matches!(response.content, Some((Media::Json, _)))
}
