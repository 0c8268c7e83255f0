//! The list of assumptions and the code agree.

use std::fs;
use std::path::Path;

use super::Assumption;

#[test]
fn the_code_refers_to_every_assumption() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sandbox");
    let mut code = String::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("assumptions.rs") {
                code.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    for assumption in Assumption::ALL {
        let reference = format!("Assumption::{assumption:?}");
        let follows = |rest: &str| !rest.starts_with(|it: char| it.is_alphanumeric());
        let mut places = code.split(&reference).skip(1);
        assert!(places.any(follows), "{reference} is nowhere in the code");
    }
}
