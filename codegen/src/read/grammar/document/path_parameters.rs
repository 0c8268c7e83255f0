//! Paths and the parameters that they name.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostics, RuleProblem};
use crate::read::grammar::tables::path::METHODS;
use crate::read::path_template;
use crate::read::syntax::node::Node;
use crate::source::Location;

use super::path_edits::Edits;

/// The values of `in`.
const LOCATIONS: [&str; 4] = ["query", "header", "path", "cookie"];

/// A parameter's `in` and `name`, which identify it.
type Key = (String, String);

/// The declared parameters, each with its location in the document.
type Declared = BTreeMap<Key, Location>;

/// Reports where paths and parameters contradict each other, and makes them agree. Paths with
/// invalid templates are removed.
pub(crate) fn check(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let mut edits = Edits::default();
    let invalid = check_paths(root, at, &mut edits, diagnostics);
    edits.apply(root, at, diagnostics);
    if let Some(paths) = root.find_mut("/paths").and_then(Node::as_object_mut) {
        paths.members.retain(|path, _| !invalid.contains(path));
    }
}

/// Checks all paths, and returns those with invalid templates.
fn check_paths(
    root: &Node,
    at: &Location,
    edits: &mut Edits,
    diagnostics: &mut Diagnostics,
) -> BTreeSet<String> {
    let mut invalid = BTreeSet::new();
    let Some(paths) = root.get("paths").and_then(Node::as_object) else {
        return invalid;
    };
    let at = at.child("paths");
    let mut templates: BTreeMap<String, Location> = BTreeMap::new();
    for (path, item) in paths.members.iter() {
        if path.starts_with("x-") {
            continue;
        }
        let location = item.location(&at, path);
        let (template, names) = match split(path) {
            Ok(split) => split,
            Err(problem) => {
                diagnostics.report(location.key(), problem);
                invalid.insert(path.to_owned());
                continue;
            }
        };
        check_unique(path, template, &location, &mut templates, diagnostics);
        let mut path = Path {
            root,
            path,
            names: &names,
            location: &location,
            edits,
            diagnostics,
        };
        path.check(item);
    }
    invalid
}

/// Splits a path into its text with empty braces and the expressions in them.
fn split(path: &str) -> Result<(String, Vec<String>), RuleProblem> {
    if path_template::has_dot_segment(path) {
        return Err(RuleProblem::DotSegment(path.to_owned()));
    }
    path_template::split(path).ok_or_else(|| RuleProblem::UnbalancedBraces(path.to_owned()))
}

// OAS 3.0.3, Paths Object: "Templated paths with the same hierarchy but different templated names
// MUST NOT exist as they are identical."
fn check_unique(
    path: &str,
    template: String,
    location: &Location,
    templates: &mut BTreeMap<String, Location>,
    diagnostics: &mut Diagnostics,
) {
    match templates.get(&template) {
        Some(first) => diagnostics.report_with(
            location.key(),
            RuleProblem::EqualPaths(path.to_owned()),
            vec![(first.key(), "the first".to_owned())],
        ),
        None => {
            templates.insert(template, location.clone());
        }
    }
}

/// The check of one path.
struct Path<'c> {
    root: &'c Node,
    path: &'c str,
    /// The expressions in the braces of the path.
    names: &'c [String],
    location: &'c Location,
    edits: &'c mut Edits,
    diagnostics: &'c mut Diagnostics,
}

impl Path<'_> {
    /// Checks the parameters of the path and of each operation.
    fn check(&mut self, item: &Node) {
        let common = self.declared(item, self.location, None);
        for method in METHODS {
            let Some(operation) = item.get(method) else {
                continue;
            };
            let location = operation.location(self.location, method);
            let own = self.declared(operation, &location, Some(method));
            if let (Some(common), Some(own)) = (&common, own) {
                // OAS 3.0.3, Operation Object: its parameters override those of the path and can't
                // remove them.
                let all = common.keys().chain(own.keys());
                self.check_declared(all, &location, method);
            }
        }
    }

    // OAS 3.0.3, Path Templating: "Each template expression in the path MUST correspond to a path
    // parameter".
    fn check_declared<'k>(
        &mut self,
        declared: impl Iterator<Item = &'k Key>,
        location: &Location,
        method: &'static str,
    ) {
        let declared: Vec<_> = declared.filter(|(in_, _)| in_ == "path").collect();
        for name in self.names {
            if !declared.iter().any(|(_, declared)| declared == name) {
                let problem = RuleProblem::UndeclaredPathParameter(name.clone());
                self.diagnostics.report(location.key(), problem);
                self.edits.declare(self.path, method, name);
            }
        }
    }

    /// Returns the declared parameters of a path or an operation, without those that the path
    /// doesn't contain and duplicates. Returns `None` if one of them is invalid or a reference that
    /// leads nowhere, because it could be any parameter.
    fn declared(
        &mut self,
        owner: &Node,
        at: &Location,
        method: Option<&'static str>,
    ) -> Option<Declared> {
        let mut declared = Declared::new();
        let mut are_clear = true;
        let list = owner.get("parameters");
        let at = list.map_or_else(|| at.clone(), |list| list.location(at, "parameters"));
        let list = list.and_then(Node::as_array).unwrap_or_default();
        for (index, parameter) in list.iter().enumerate() {
            let location = parameter.location(&at, index);
            let Some(key) = self.root.follow(parameter).and_then(key) else {
                are_clear = false;
                continue;
            };
            if key.0 == "path" && !self.names.contains(&key.1) {
                let (name, path) = (key.1.clone(), self.path.to_owned());
                let problem = RuleProblem::UnusedPathParameter { name, path };
                self.diagnostics.report(location, problem);
                self.edits.remove(self.path, method, index);
            } else if !self.insert_unique(key, location, &mut declared) {
                self.edits.remove(self.path, method, index);
            }
        }
        are_clear.then_some(declared)
    }

    // OAS 3.0.3, Operation Object: "The list MUST NOT include duplicated parameters. A unique
    // parameter is defined by a combination of a name and location."
    fn insert_unique(&mut self, key: Key, location: Location, declared: &mut Declared) -> bool {
        if let Some(first) = declared.get(&key) {
            let also = vec![(first.clone(), "the first".to_owned())];
            let (place, name) = key;
            let problem = RuleProblem::DuplicateParameter {
                name,
                location: place,
            };
            self.diagnostics.report_with(location, problem, also);
            return false;
        }
        declared.insert(key, location);
        true
    }
}

/// Returns the key of a parameter, or `None` if the parameter is invalid.
fn key(parameter: &Node) -> Option<Key> {
    let field = |key| parameter.get(key).and_then(Node::as_str);
    let in_ = field("in").filter(|in_| LOCATIONS.contains(in_))?;
    let name = field("name")?;
    let name = match in_ {
        // RFC 9110, section 5.1: field names are case-insensitive.
        "header" => name.to_ascii_lowercase(),
        _ => name.to_owned(),
    };
    Some((in_.to_owned(), name))
}
