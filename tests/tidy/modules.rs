//! The module graphs have no cycles but those that are listed here with a reason.

use std::collections::BTreeSet;

use super::files;
use super::graph::Graph;

/// A cycle of modules that is allowed.
struct Exception {
    folder: &'static str,
    modules: &'static [&'static str],
    /// The module that all others of the cycle go through: no other two name each other, unless
    /// they are in one folder below it.
    door: &'static str,
    reason: &'static str,
}

/// An exception that is no longer needed fails the test.
const EXCEPTIONS: &[Exception] = &[Exception {
    folder: "codegen/src",
    modules: &[
        "lower::schema",
        "lower::schema::all_of",
        "lower::schema::all_of::gather",
        "lower::schema::array",
        "lower::schema::inline",
        "lower::schema::object",
        "lower::schema::union",
    ],
    door: "lower::schema",
    reason: "schemas contain schemas: each form lowers what it contains through the dispatch",
}];

fn check(folder: &str) {
    let graph = Graph::of(folder);
    let files = files(folder, "rs").into_iter();
    let files = files.filter(|path| !path.to_string_lossy().contains("/generated/"));
    assert_eq!(graph.edges.len(), files.count(), "modules of {folder}");
    let edges: usize = graph.edges.values().map(BTreeSet::len).sum();
    assert!(edges > graph.edges.len() / 2, "{edges} edges in {folder}");
    let exceptions: Vec<&Exception> = EXCEPTIONS.iter().filter(|it| it.folder == folder).collect();
    let set = |it: &Exception| -> BTreeSet<String> {
        it.modules.iter().map(|it| (*it).to_owned()).collect()
    };
    let cycles = graph.cycles();
    let unknown: Vec<String> = cycles
        .iter()
        .filter(|cycle| !exceptions.iter().any(|it| set(it) == **cycle))
        .map(|cycle| format!("{cycle:?}\n{}", graph.inside(cycle)))
        .collect();
    assert!(
        unknown.is_empty(),
        "cycles in {folder}:\n{}",
        unknown.join("\n")
    );
    for exception in exceptions {
        assert!(
            cycles.contains(&set(exception)),
            "this exception is no longer needed: {:?} ({})",
            exception.modules,
            exception.reason
        );
        check_door(&graph, exception);
    }
}

/// Checks that the modules of a cycle name each other through its door alone.
fn check_door(graph: &Graph, exception: &Exception) {
    let modules: BTreeSet<&str> = exception.modules.iter().copied().collect();
    let folder = |module: &str| {
        let below = module.strip_prefix(exception.door)?.strip_prefix("::")?;
        below.split("::").next().map(str::to_owned)
    };
    let mut through = 0;
    for from in &modules {
        for to in &graph.edges[*from] {
            if [*from, to.as_str()].contains(&exception.door) {
                through += 1;
            } else if modules.contains(to.as_str()) {
                assert_eq!(folder(from), folder(to), "{from} names {to}");
            }
        }
    }
    assert!(through >= modules.len(), "{through} edges through the door");
}

#[test]
fn modules_of_the_generator_have_no_cycles() {
    check("codegen/src");
}

#[test]
fn modules_of_the_client_have_no_cycles() {
    check("paynet-api/src");
}

#[test]
fn modules_of_xtask_have_no_cycles() {
    check("xtask/src");
}

/// The folders of the client's runtime: each uses only those before it. `incoming`, `server` and
/// `macros` may use all of them.
const RUNTIME: &[&str] = &[
    "errors", "values", "json", "wire", "http", "outcome", "call", "incoming", "server", "macros",
];

#[test]
fn folders_of_the_runtime_use_only_those_before_them() {
    let place = |module: &str| {
        let folder = module.strip_prefix("runtime::")?.split("::").next();
        RUNTIME.iter().position(|it| Some(*it) == folder)
    };
    let mut seen = 0;
    for (module, targets) in Graph::of("paynet-api/src").edges {
        let Some(own) = place(&module) else {
            assert!(
                !module.starts_with("runtime::"),
                "{module} has no place in the order of the runtime's folders"
            );
            continue;
        };
        for target in targets {
            let used = place(&target).unwrap_or_else(|| {
                panic!("{module} uses {target}: the runtime knows nothing outside of it")
            });
            seen += 1;
            assert!(used <= own, "{module} may not use {target}");
        }
    }
    assert!(seen > 100, "only {seen} uses were found");
}
