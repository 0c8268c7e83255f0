//! What holds of every run, whatever the input: also used by the targets of `cargo fuzz` and by a test.

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use codegen::diagnostic::Code;
use codegen::read::ItemKind;
use codegen::report::{Exception, State};
use codegen::{Diagnostics, Options, OutputFiles, Report, Sources, generate_and_report};

/// Codes that say that the generator itself is wrong.
const OUR_OWN_BUGS: &[Code] = &[Code::E0900];

/// More generated text than so many times the input, and this on top, is a hang in the making.
const GROWTH: usize = 2_000;
const FREE: usize = 4_000_000;

/// Runs everything over the sources. The error says which promise was broken.
pub(crate) fn check(sources: &Sources) -> Result<(), String> {
    let run = AssertUnwindSafe(|| {
        let (tree, diagnostics, report) = generate_and_report(sources, &Options::default());
        let reported = (report.text(sources), report.json(sources));
        let said = diagnostics.render(sources);
        let json = diagnostics.json(sources);
        (tree, diagnostics, said, json, report, reported)
    });
    let (tree, diagnostics, said, json, report, _) =
        catch_unwind(run).map_err(|cause| panicked(&*cause))?;
    if tree.is_none() != diagnostics.has_errors() {
        return Err("a tree beside errors, or neither".to_owned());
    }
    if said.is_empty() != diagnostics.is_empty()
        || json.lines().count() != diagnostics.iter().count()
    {
        return Err("diagnostics are lost in print".to_owned());
    }
    own_bugs(&diagnostics)?;
    if tree.is_some() {
        is_told(&report)?;
    }
    tree.map_or(Ok(()), |tree| files(sources, &tree))
}

fn panicked(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| cause.downcast_ref::<&str>().copied());
    format!("panic: {}", text.unwrap_or("without a word"))
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

/// Where no error stands, an operation that isn't generated has a reason with a code.
fn is_told(report: &Report) -> Result<(), String> {
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

fn files(sources: &Sources, tree: &OutputFiles) -> Result<(), String> {
    let given: usize = sources.iter().map(|(_, text)| text.len()).sum();
    let written: usize = tree.iter().map(|(_, text)| text.len()).sum();
    if written > given * GROWTH + FREE {
        return Err(format!("{given} bytes became {written}"));
    }
    for (path, text) in tree.iter() {
        if let Err(error) = syn::parse_file(text) {
            let mut said = format!("{path} is no Rust: {error}");
            let _ = write!(said, "\n{text}");
            return Err(said);
        }
    }
    Ok(())
}
