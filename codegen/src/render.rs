//! Turns tokens into text: prettyplease lays out the items; blank lines between them and the header
//! are added here, from the syntax tree.

use std::mem::Discriminant;

use proc_macro2::TokenStream;
use syn::{Attribute, File, ImplItem, Item, ItemImpl};

use crate::diagnostic::{Diagnostics, EmitProblem};
use crate::emit::{Context, Job, jobs};
use crate::ir::Api;
use crate::options::Options;
use crate::output::{HEADER, OutputFiles};
use crate::parallel;
use crate::source::Location;

const HINT: &str = ". Do not edit: change the spec and generate again.";

/// Renders all files of the API. A file that is not valid Rust, which is a bug of the generator, is
/// reported at its origin and omitted.
#[must_use]
pub fn files(api: &Api, options: &Options, diagnostics: &mut Diagnostics) -> OutputFiles {
    let jobs = jobs(api);
    let texts = parallel::map(
        &jobs,
        || Context::new(options),
        |context, job| file(job, context).map_err(|error| error.to_string()),
    );
    let mut files = OutputFiles::default();
    for (job, text) in jobs.into_iter().zip(texts) {
        match text {
            Ok(text) => files.insert(job.path, text),
            Err(reason) => {
                let path = job.path;
                let at = job.origin.first().map(|at| (*at).clone());
                let problem = EmitProblem::InvalidRust { path, reason };
                diagnostics.report(at.unwrap_or_else(|| Location::root(&"".into())), problem);
            }
        }
    }
    files
}

/// Emits every file without rendering it, and counts their items. For benches, which measure this
/// half by itself.
#[must_use]
pub fn emitted(api: &Api, options: &Options) -> usize {
    let context = Context::new(options);
    let mut count = 0;
    for job in jobs(api) {
        job.emit(&context, &mut |_| count += 1);
    }
    count
}

fn file(job: &Job<'_>, context: &Context) -> syn::Result<String> {
    let mut body = Body::default();
    let mut result = Ok(());
    let imports = job.emit(context, &mut |item| {
        if result.is_ok() {
            result = body.add(item);
        }
    });
    result?;
    let mut imported = Body::default();
    imported.parse(imports)?;
    Ok(header(job) + &inner_attributes(body.attributes) + &imported.text + &body.text)
}

/// The text of a file while its items are added.
#[derive(Default)]
struct Body {
    attributes: Vec<Attribute>,
    text: String,
    previous: Option<Discriminant<Item>>,
}

impl Body {
    /// Adds what was emitted, after parsing what was quoted.
    fn add(&mut self, item: Item) -> syn::Result<()> {
        match item {
            Item::Verbatim(tokens) => self.parse(tokens),
            Item::Impl(mut item) => {
                for member in &mut item.items {
                    if let ImplItem::Verbatim(tokens) = member {
                        *member = syn::parse2(std::mem::take(tokens))?;
                    }
                }
                self.item(Item::Impl(item))
            }
            item => self.item(item),
        }
    }

    fn parse(&mut self, tokens: TokenStream) -> syn::Result<()> {
        let File { attrs, items, .. } = syn::parse2(tokens)?;
        self.attributes.extend(attrs);
        items.into_iter().try_for_each(|item| self.item(item))
    }

    /// Adds an item with a blank line before it, except between modules, between imports, and
    /// before a macro call, which belongs to the item above.
    fn item(&mut self, item: Item) -> syn::Result<()> {
        let kind = std::mem::discriminant(&item);
        let is_attached = match item {
            Item::Use(_) | Item::Mod(_) => self.previous == Some(kind),
            Item::Macro(_) => self.previous.is_some(),
            _ => false,
        };
        if !is_attached {
            self.text.push('\n');
        }
        self.previous = Some(kind);
        match item {
            Item::Impl(item) if needs_space(&item) => {
                spaced_impl(item, &mut self.text)?;
            }
            item => self.text.push_str(&print(vec![item], Vec::new())),
        }
        Ok(())
    }
}

fn header(job: &Job<'_>) -> String {
    let origin = job.origin.iter().map(|at| match (job.tag(), at.pointer()) {
        // The pointer of a tag ends in an index, which says nothing to a reader.
        (Some(tag), _) => format!("{}, tag \"{tag}\"", at.file()),
        (None, "") => at.file().to_string(),
        (None, _) => at.to_string(),
    });
    let origin: Vec<String> = origin.collect();
    // A key of the document may contain a line break; the header is one line.
    let origin = origin.join(", ").replace(char::is_control, " ");
    format!("{HEADER}{origin}{HINT}\n")
}

fn inner_attributes(attrs: Vec<Attribute>) -> String {
    let inner = print(Vec::new(), attrs);
    let separator = if inner.is_empty() { "" } else { "\n" };
    format!("#![cfg_attr(rustfmt, rustfmt_skip)]\n{separator}{inner}")
}

/// Whether the members of an `impl` are set apart: those of a trait are few, and constants are a
/// list.
fn needs_space(item: &ItemImpl) -> bool {
    let is_const = |item: &ImplItem| matches!(item, ImplItem::Const(_));
    item.trait_.is_none() && item.items.len() > 1 && !item.items.iter().all(is_const)
}

/// Prints each member in an `impl` of its own, and puts a blank line between them.
fn spaced_impl(mut item: ItemImpl, text: &mut String) -> syn::Result<()> {
    const CLOSE: &str = "}\n";
    // An `impl` that opens and closes on one line.
    let shell: ItemImpl = syn::parse_str("impl X {}")?;
    let members = std::mem::take(&mut item.items);
    let empty = print(vec![Item::Impl(item)], Vec::new());
    text.push_str(empty.strip_suffix(CLOSE).unwrap_or(&empty));
    for (index, member) in members.into_iter().enumerate() {
        text.push('\n');
        if index > 0 {
            text.push('\n');
        }
        let mut alone = shell.clone();
        alone.items.push(member);
        let printed = print(vec![Item::Impl(alone)], Vec::new());
        let lines = printed.split_once('\n').map_or("", |(_, rest)| rest);
        let lines = lines.strip_suffix(CLOSE).unwrap_or(lines);
        text.push_str(lines.trim_end_matches('\n'));
    }
    text.push('\n');
    text.push_str(CLOSE);
    Ok(())
}

fn print(items: Vec<Item>, attrs: Vec<Attribute>) -> String {
    prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs,
        items,
    })
}
