//! Paths and the parameters they name.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostics, RuleProblem};
use crate::read::syntax::node::Node;
use crate::source::Location;

use super::path_edits::Edits;
use crate::read::grammar::tables::path::METHODS;
use crate::read::path_template;

const PLACES: [&str; 4] = ["query", "header", "path", "cookie"];

/// A parameter as it is told apart: by place and name.
type Declared = BTreeMap<(String, String), Location>;

/// Reports where paths and parameters disagree, and lets them agree.
pub(crate) fn check(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let mut edits = Edits::default();
    let unclear = look(root, at, &mut edits, diagnostics);
    edits.make(root, at, diagnostics);
    if let Some(paths) = root.find_mut("/paths").and_then(Node::as_object_mut) {
        paths.members.retain(|path, _| !unclear.contains(path));
    }
}

/// Returns the paths that say not where their values go.
fn look(
    root: &Node,
    at: &Location,
    edits: &mut Edits,
    diagnostics: &mut Diagnostics,
) -> BTreeSet<String> {
    let mut unclear = BTreeSet::new();
    let Some(paths) = root.get("paths").and_then(Node::as_object) else {
        return unclear;
    };
    let at = at.child("paths");
    let mut templates: BTreeMap<String, Location> = BTreeMap::new();
    for (path, item) in paths.members.iter() {
        if path.starts_with("x-") {
            continue;
        }
        let place = item.location(&at, path);
        let Some((plain, names)) = path_template::split(path) else {
            let problem = RuleProblem::PathTemplate(path.to_owned());
            diagnostics.report(place.key(), problem);
            unclear.insert(path.to_owned());
            continue;
        };
        equal_paths(path, plain, &place, &mut templates, diagnostics);
        let mut one = OnePath {
            root,
            path,
            names: &names,
            place: &place,
            edits,
            diagnostics,
        };
        one.check(item);
    }
    unclear
}

// OAS 3.0.3, Paths Object: "Templated paths with the same hierarchy but different templated names MUST NOT exist as
// they are identical."
fn equal_paths(
    path: &str,
    plain: String,
    place: &Location,
    templates: &mut BTreeMap<String, Location>,
    diagnostics: &mut Diagnostics,
) {
    match templates.get(&plain) {
        Some(first) => diagnostics.report_with(
            place.key(),
            RuleProblem::EqualPaths(path.to_owned()),
            vec![(first.key(), "the first".to_owned())],
        ),
        None => {
            templates.insert(plain, place.clone());
        }
    }
}

/// A path with its parameters.
struct OnePath<'c> {
    root: &'c Node,
    path: &'c str,
    names: &'c [String],
    place: &'c Location,
    edits: &'c mut Edits,
    diagnostics: &'c mut Diagnostics,
}

impl OnePath<'_> {
    fn check(&mut self, item: &Node) {
        let common = self.declared(item, self.place, None);
        for method in METHODS {
            let Some(operation) = item.get(method) else {
                continue;
            };
            let place = operation.location(self.place, method);
            if let (Some(common), Some(own)) =
                (&common, self.declared(operation, &place, Some(method)))
            {
                // OAS 3.0.3, Operation Object: its parameters override those of the path, and can't remove them.
                let all = common.keys().chain(own.keys());
                self.undeclared(all, &place, method);
            }
        }
    }

    // OAS 3.0.3, Path Templating: "Each template expression in the path MUST correspond to a path parameter".
    fn undeclared<'k>(
        &mut self,
        all: impl Iterator<Item = &'k (String, String)>,
        place: &Location,
        method: &'static str,
    ) {
        let declared: Vec<_> = all.filter(|(place, _)| place == "path").collect();
        for name in self.names {
            if !declared.iter().any(|(_, declared)| declared == name) {
                let problem = RuleProblem::UndeclaredPathParameter(name.clone());
                self.diagnostics.report(place.key(), problem);
                self.edits.declare(self.path, method, name);
            }
        }
    }

    /// The parameters of a path or an operation; `None` where one of them is unclear or a reference that leads nowhere,
    /// since any name may be meant.
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
            let place = parameter.location(&at, index);
            let Some(key) = self.root.follow(parameter).and_then(key) else {
                are_clear = false;
                continue;
            };
            if key.0 == "path" && !self.names.contains(&key.1) {
                let (name, path) = (key.1.clone(), self.path.to_owned());
                let problem = RuleProblem::UnusedPathParameter { name, path };
                self.diagnostics.report(place.clone(), problem);
                self.edits.remove(self.path, method, index);
            } else if !self.once(key, place, &mut declared) {
                self.edits.remove(self.path, method, index);
            }
        }
        are_clear.then_some(declared)
    }

    // OAS 3.0.3, Operation Object: "The list MUST NOT include duplicated parameters. A unique parameter is defined by a
    // combination of a name and location."
    fn once(&mut self, key: (String, String), place: Location, declared: &mut Declared) -> bool {
        let is_first = !declared.contains_key(&key);
        if let Some(first) = declared.get(&key) {
            let also = vec![(first.clone(), "the first".to_owned())];
            let (in_, name) = key;
            let problem = RuleProblem::DuplicateParameter { name, place: in_ };
            self.diagnostics.report_with(place, problem, also);
        } else {
            declared.insert(key, place);
        }
        is_first
    }
}

/// Place and name of a parameter, if they are what they may be.
fn key(parameter: &Node) -> Option<(String, String)> {
    let text = |key| parameter.get(key).and_then(Node::as_str);
    let place = text("in").filter(|place| PLACES.contains(place))?;
    let name = text("name")?;
    let name = match place {
        // RFC 9110, 5.1: names of fields are equal in any letters.
        "header" => name.to_ascii_lowercase(),
        _ => name.to_owned(),
    };
    Some((place.to_owned(), name))
}
