//! How code mentions a name: patterns for lines. They know no types, so what they find is what *may*
//! not compile any more.

use codegen::changes::RustName;
use codegen::ir::{Api, Success, Type};
use regex::Regex;

/// One way in which code mentions a name.
pub(super) struct Usage {
    /// The lines that mention it.
    line: Regex,
    /// A file without this has nothing to do with it.
    file: Option<Regex>,
    /// The lines that only seem to mention it.
    except: Option<Regex>,
}

/// What opens with a name and a brace, and lists no fields.
const BLOCK: &str = r"\b(impl|fn|struct|trait)\b";

impl Usage {
    /// Returns the ways in which a name of a state of the API is mentioned.
    pub(super) fn of(name: &RustName, api: &Api) -> Vec<Self> {
        let usages = match name {
            RustName::Item(name) => vec![Self::new(&word(name), None)],
            RustName::Module(name) => vec![Self::new(&format!(r"\b{name}::"), None)],
            RustName::Method(_, name) => {
                vec![Self::new(&format!(r"(\.|::){}\(", bare(name)), None)]
            }
            RustName::Associated(of, name) => {
                let name = bare(name);
                let of_itself = format!(r"\bimpl\b[^{{]*\b{of}\b");
                vec![
                    Self::new(&format!(r"\b{of}::{name}\b"), None),
                    Self::new(&format!(r"\bSelf::{name}\b"), Some(&of_itself)),
                ]
            }
            // A list of all fields in a pattern, an expression or a macro call.
            RustName::Fields(of) => {
                let line = format!(r#"\b{of} (\("[^"]*"\) )?\{{"#);
                let usage = Self::new(&line, None);
                let except = Regex::new(BLOCK).ok();
                vec![usage.map(|usage| Self { except, ..usage })]
            }
            RustName::Field(of, name) => {
                let name = bare(name);
                let access = format!(r"\.(r#)?{name}\b([^(:]|$)");
                let listed = format!(r"(^|[{{,(\s])(r#)?{name}\s*([,}}]|:[^:])");
                let file = related(of, api);
                vec![Self::new(&format!("{access}|{listed}"), Some(&file))]
            }
        };
        usages.into_iter().flatten().collect()
    }

    fn new(line: &str, file: Option<&str>) -> Option<Self> {
        let file = match file {
            Some(pattern) => Some(Regex::new(pattern).ok()?),
            None => None,
        };
        Some(Self {
            line: Regex::new(line).ok()?,
            file,
            except: None,
        })
    }

    pub(super) fn is_in_file(&self, text: &str) -> bool {
        self.file.as_ref().is_none_or(|file| file.is_match(text))
    }

    pub(super) fn is_in_line(&self, line: &str) -> bool {
        let is_excepted = |except: &Regex| except.is_match(line);
        self.line.is_match(line) && !self.except.as_ref().is_some_and(is_excepted)
    }
}

fn word(name: &str) -> String {
    format!(r"\b{name}\b")
}

fn bare(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// Returns what a file mentions that has values of a type: the type, what sends or returns it, or the
/// methods that do.
fn related(of: &str, api: &Api) -> String {
    let mut names = vec![word(of)];
    let is_it = |ty: &Type| matches!(ty, Type::Named(name) if name.as_str() == of);
    let groups = api.modules.iter().flat_map(|module| &module.groups);
    for operation in groups.flat_map(|group| &group.operations) {
        let bodies = operation.body.iter().flat_map(|body| &body.contents);
        let is_sent = bodies.into_iter().any(|content| is_it(&content.ty));
        let is_returned = matches!(&operation.success, Success::One(ty) if is_it(ty));
        if is_sent || is_returned || operation.value.as_str() == of {
            names.push(word(operation.value.as_str()));
            names.push(format!(r"\.{}\(", bare(operation.method.as_str())));
        }
    }
    names.join("|")
}

#[cfg(test)]
mod tests {
    use codegen::ir::{Api, Client};

    use super::{RustName, Usage};

    #[test]
    fn a_name_is_found_where_it_is_used() {
        let name = |it: &str| it.to_owned();
        let item = RustName::Item(name("Refund"));
        let field = RustName::Field(name("Refund"), name("amount"));
        let fields = RustName::Fields(name("Refund"));
        let variant = RustName::Associated(name("Kind"), name("Small"));
        let method = RustName::Method(name("Orders"), name("refund"));
        for (name, line, expected) in [
            (&item, "use types::{Refund, Sale};", true),
            (&item, "RefundResponse", false),
            (&field, "let sum = refund.amount;", true),
            (&field, "refund.amount()", false),
            (&field, "Refund { amount: 1, .. }", true),
            (
                &field,
                "    Refund (\"refund\") { xact_id, amount, address }",
                true,
            ),
            (&field, "use crate::amount::Amount;", false),
            (&field, "let amount = 1;", false),
            (&fields, "    Refund (\"refund\") { xact_id }", true),
            (&fields, "let Refund { xact_id, .. } = refund;", true),
            (&fields, "fn f() -> Refund {", false),
            (&fields, "impl Stored for Refund {", false),
            (&variant, "Kind::Small => 1,", true),
            (&variant, "Kind::Smaller => 1,", false),
            (&method, "client.orders().refund(&refund)", true),
            (&method, "refund", false),
        ] {
            let usages = Usage::of(name, &api());
            assert!(!usages.is_empty(), "{name}");
            let is_found = usages.iter().any(|usage| usage.is_in_line(line));
            assert_eq!(is_found, expected, "{name} in {line}");
        }
    }

    fn api() -> Api {
        Api {
            client: Client {
                environments: Vec::new(),
                templates: Vec::new(),
                own_servers: Vec::new(),
                schemes: Vec::new(),
            },
            modules: Vec::new(),
            server: None,
        }
    }
}
