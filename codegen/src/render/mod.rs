//! Tokens to text: prettyplease for items, `lines` for the runtime's tables, blank lines between them, and the header.
//!
//! The printer leaves no blank line between items and drops comments; both are made here, from the parsed file and never from its text.

mod lines;
mod spacing;

use syn::{Attribute, File, ImplItem, Item, ItemImpl};

use crate::diagnostic::{Diagnostics, EmitProblem};
use crate::emit::{Context, Job, Part, jobs};
use crate::ir::Api;
use crate::options::Options;
use crate::output::{HEADER, OutputFiles};
use crate::parallel;
use crate::source::Location;

const HINT: &str = ". Do not edit: change the spec and generate again.";

/// All files of the API. One that is no Rust, which is our mistake, is reported where it comes from and left out.
#[must_use]
pub fn tree(api: &Api, options: &Options, diagnostics: &mut Diagnostics) -> OutputFiles {
    let jobs = jobs(api);
    let texts = parallel::map(
        &jobs,
        || Context::new(options),
        |context, job| file(job, context).map_err(|error| error.to_string()),
    );
    let mut tree = OutputFiles::default();
    for (job, text) in jobs.into_iter().zip(texts) {
        match text {
            Ok(text) => tree.insert(job.path, text),
            Err(reason) => {
                let path = job.path;
                let at = job.origin.first().map(|at| (*at).clone());
                let problem = EmitProblem::NoRust { path, reason };
                diagnostics.report(at.unwrap_or_else(|| Location::root(&"".into())), problem);
            }
        }
    }
    tree
}

/// The first half of [`tree`]: how many parts all files have together. For benches, which measure it by itself.
#[must_use]
pub fn parts(api: &Api, options: &Options) -> usize {
    let context = Context::new(options);
    let parts = jobs(api).into_iter().map(|job| job.emit(&context).len());
    parts.sum()
}

fn file(job: &Job<'_>, context: &Context) -> syn::Result<String> {
    let mut body = String::new();
    let mut attributes = Vec::new();
    for part in job.emit(context) {
        match part {
            Part::Items(tokens) => {
                let file: File = syn::parse2(tokens)?;
                attributes.extend(file.attrs);
                items(file.items, &mut body);
            }
            Part::Lines(lines) => lines::print(&lines, &mut body),
        }
    }
    let head = header(&job.origin) + &inner(attributes);
    Ok(head + &body)
}

/// A blank line before each item, but for modules and imports that follow their like.
fn items(items: Vec<Item>, text: &mut String) {
    let mut previous = None;
    for item in items {
        let kind = std::mem::discriminant(&item);
        let is_line = matches!(item, Item::Use(_) | Item::Mod(_));
        if !(is_line && previous == Some(kind)) {
            text.push('\n');
        }
        previous = Some(kind);
        text.push_str(&spaced(item));
    }
}

fn header(origin: &[&Location]) -> String {
    let origin: Vec<String> = origin
        .iter()
        .map(|at| match at.pointer() {
            "" => at.file().to_string(),
            _ => at.to_string(),
        })
        .collect();
    // A key of the document may hold a line break; the header is one line.
    let origin = origin.join(", ").replace(char::is_control, " ");
    format!("{HEADER}{origin}{HINT}\n")
}

fn inner(attrs: Vec<Attribute>) -> String {
    let inner = print(Vec::new(), attrs);
    let separator = if inner.is_empty() { "" } else { "\n" };
    format!("#![cfg_attr(rustfmt, rustfmt_skip)]\n{separator}{inner}")
}

fn spaced(item: Item) -> String {
    match item {
        // A list of constants reads best as a list.
        Item::Impl(item) if item.items.len() > 1 && !item.items.iter().all(is_const) => {
            spaced_impl(item)
        }
        item => print(vec![item], Vec::new()),
    }
}

fn is_const(item: &ImplItem) -> bool {
    matches!(item, ImplItem::Const(_))
}

/// Each member is printed in an `impl` of its own, whose first and last lines are those of the empty one.
fn spaced_impl(mut item: ItemImpl) -> String {
    let members = std::mem::take(&mut item.items);
    let empty = print_impl(&item, None);
    let opening = empty.trim_end().trim_end_matches('}');
    let printed: Vec<String> = members
        .into_iter()
        .map(|member| {
            let whole = print_impl(&item, Some(member));
            let member = whole
                .strip_prefix(opening)
                .and_then(|rest| rest.strip_suffix("}\n"));
            member.unwrap_or(&whole).to_owned()
        })
        .collect();
    format!(
        "{opening}\n{}}}\n",
        printed.concat().trim_start_matches('\n')
    )
}

fn print_impl(item: &ItemImpl, member: Option<ImplItem>) -> String {
    let mut item = item.clone();
    item.items.extend(member);
    print(vec![Item::Impl(item)], Vec::new())
}

fn print(items: Vec<Item>, attrs: Vec<Attribute>) -> String {
    prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs,
        items,
    })
}
