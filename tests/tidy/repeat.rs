//! Every operation of the specs that is not a read says whether it may be sent again: what the method
//! implies is not enough where money is moved.

use serde_yaml::Value;

use super::{files, read};

#[test]
fn every_operation_that_is_not_a_read_has_x_repeat() {
    let mut count = 0;
    for path in [files("specs", "json"), files("specs", "yaml")].concat() {
        let document = parse(&read(&path));
        let overlay = path.with_extension("overlay.yaml");
        let overlay = overlay.exists().then(|| parse(&read(&overlay)));
        let paths = document.get("paths").and_then(Value::as_mapping);
        for (route, item) in paths.into_iter().flatten() {
            for method in ["post", "put", "patch", "delete"] {
                let Some(operation) = item.get(method) else {
                    continue;
                };
                count += 1;
                let target = format!("$.paths['{}'].{method}", route.as_str().unwrap_or_default());
                let is_added = overlay.as_ref().is_some_and(|it| adds(it, &target));
                assert!(
                    operation.get("x-repeat").is_some() || is_added,
                    "{}: {target} lacks `x-repeat`",
                    path.display()
                );
            }
        }
        for (path, operation) in overlay.iter().flat_map(added) {
            count += 1;
            assert!(
                operation.get("x-repeat").is_some(),
                "the overlay lacks `x-repeat` at {}",
                path.as_str().unwrap_or_default()
            );
        }
    }
    assert!(count >= 13, "only {count} operations were found");
}

/// Returns whether an overlay adds `x-repeat` to its target.
fn adds(overlay: &Value, target: &str) -> bool {
    let actions = overlay.get("actions").and_then(Value::as_sequence);
    actions.into_iter().flatten().any(|action| {
        let update = action.get("update");
        action.get("target").and_then(Value::as_str) == Some(target)
            && update.is_some_and(|update| update.get("x-repeat").is_some())
    })
}

/// Returns the operations of the paths that an overlay adds, but for reads.
fn added(overlay: &Value) -> Vec<(&Value, &Value)> {
    let actions = overlay.get("actions").and_then(Value::as_sequence);
    let updates = actions
        .into_iter()
        .flatten()
        .filter(|action| action.get("target").and_then(Value::as_str) == Some("$.paths"));
    let paths = updates.filter_map(|action| action.get("update")?.as_mapping());
    let items = paths.flat_map(|paths| paths.iter());
    let operations = items.flat_map(|(path, item)| {
        let methods = ["post", "put", "patch", "delete"].into_iter();
        methods.filter_map(move |method| Some((path, item.get(method)?)))
    });
    operations.collect()
}

fn parse(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}
