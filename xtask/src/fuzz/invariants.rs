//! Invariants of every run, whatever the input. The targets of `cargo fuzz` and a test check them
//! too.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use codegen::diagnostic::Code;
use codegen::read::ItemKind;
use codegen::report::{Exception, State};
use codegen::{Diagnostics, Options, OutputFiles, Report, Server, Sources, generate_and_report};

/// Codes that mean a bug of the generator itself.
const OUR_OWN_BUGS: &[Code] = &[Code::E0900];

/// The most bytes of output per byte of input, and the bytes that are always allowed. More output
/// would amount to a hang.
const GROWTH: usize = 2_000;
const FREE: usize = 4_000_000;

/// The stack for parsing a generated file.
const PARSER_STACK: usize = 8 << 20;

/// Runs the generator on the sources.
///
/// # Errors
///
/// Names the invariant that does not hold.
pub(crate) fn check(sources: &Sources) -> Result<(), String> {
    let run = AssertUnwindSafe(|| {
        let options = Options {
            server: Some(Server::default()),
            ..Options::default()
        };
        let (files, diagnostics, report) = generate_and_report(sources, &options);
        let reported = (report.text(sources), report.json(sources));
        let rendered = diagnostics.render(sources);
        let json = diagnostics.json(sources);
        (files, diagnostics, rendered, json, report, reported)
    });
    let (output, diagnostics, rendered, json, report, _) =
        catch_unwind(run).map_err(|cause| panicked(&*cause))?;
    if output.is_none() != diagnostics.has_errors() {
        return Err("files beside errors, or neither".to_owned());
    }
    if rendered.is_empty() != diagnostics.is_empty()
        || json.lines().count() != diagnostics.iter().count()
    {
        return Err("diagnostics are lost in print".to_owned());
    }
    own_bugs(&diagnostics)?;
    if output.is_some() {
        check_reported(&report)?;
    }
    output.map_or(Ok(()), |output| files(sources, &output))
}

fn panicked(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| cause.downcast_ref::<&str>().copied());
    format!("panic: {}", text.unwrap_or("without a message"))
}

fn own_bugs(diagnostics: &Diagnostics) -> Result<(), String> {
    let mut problems = diagnostics
        .iter()
        .map(|diagnostic| (&diagnostic.problem, &diagnostic.at));
    match problems.find(|(problem, _)| OUR_OWN_BUGS.contains(&problem.code())) {
        Some((problem, at)) => Err(format!("{}: {} at {at}", problem.code(), problem.message())),
        None => Ok(()),
    }
}

/// Checks that every operation that is not generated has a reason with a code, unless there are
/// errors.
fn check_reported(report: &Report) -> Result<(), String> {
    let lost = report.exceptions().iter().filter(|exception| {
        exception.kind == Some(ItemKind::Operation) && exception.state == State::NotGenerated
    });
    let is_silent = |exception: &&Exception| {
        let mut reasons = exception.reasons.iter();
        reasons.all(|reason| reason.code.is_none())
    };
    match lost.into_iter().find(is_silent) {
        Some(exception) => Err(format!("silently lost: {}", exception.name)),
        None => Ok(()),
    }
}

fn files(sources: &Sources, output: &OutputFiles) -> Result<(), String> {
    let given: usize = sources.iter().map(|(_, text)| text.len()).sum();
    let written: usize = output.iter().map(|(_, text)| text.len()).sum();
    if written > given * GROWTH + FREE {
        return Err(format!("{given} bytes became {written}"));
    }
    for (path, text) in output.iter() {
        if let Err(error) = parse(text) {
            return Err(format!("{path} is not valid Rust: {error}\n{text}"));
        }
    }
    Ok(())
}

/// Parses a file on a thread of its own: in debug builds, `syn` takes 45 KB of stack for each level
/// of a type. The generator prints files on such threads too.
fn parse(text: &str) -> Result<(), String> {
    let parse = || {
        syn::parse_file(text)
            .map(drop)
            .map_err(|error| error.to_string())
    };
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(PARSER_STACK);
        let thread = thread.spawn_scoped(scope, parse);
        let thread = thread.map_err(|error| error.to_string())?;
        thread.join().unwrap_or_else(|cause| Err(panicked(&*cause)))
    })
}
