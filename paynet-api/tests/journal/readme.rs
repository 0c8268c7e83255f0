//! The README's example is that of the module's documentation, which is compiled.

#[test]
fn the_readme_shows_what_the_module_shows() {
    let readme = include_str!("../../../README.md");
    let module = include_str!("../../src/journal/mod.rs");
    let section = readme.split("\n## The journal\n").nth(1).unwrap();
    let example = section.split("```rust,ignore\n").nth(1).unwrap();
    let example = example.split("\n```").next().unwrap();
    let compiled: Vec<&str> = module
        .lines()
        .filter_map(|line| line.strip_prefix("//! "))
        .collect();
    let lines = example.lines().filter(|line| !line.is_empty());
    assert!(lines.clone().count() > 10);
    for line in lines {
        assert!(compiled.contains(&line), "{line}");
    }
}
