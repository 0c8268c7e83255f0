//! The proposed version, and the entry for the changelog, which a person edits.

use codegen::changes::{Change, Release, Rust};

/// A section of the entry: its title, and which changes it has.
type Section = (&'static str, fn(&Change) -> bool);

/// Returns the summary: what the changes ask for, and a draft of the entry.
/// `version` is that of the base, and `now` that of the workspace.
pub(super) fn entry(changes: &[Change], release: Release, version: &str, now: &str) -> String {
    let next = release.after(version);
    let next = next.unwrap_or_else(|| "the next version".to_owned());
    let mut text = format!("\nproposed version: {next} (it was {version}, and is {now})\n");
    text.push_str(&format!(
        "proposed entry for CHANGELOG.md:\n\n## [{next}]\n"
    ));
    let sections: [Section; 4] = [
        ("Breaking", |it| it.rust == Rust::Breaking),
        ("Added", |it| it.rust == Rust::Addition),
        ("Changed on the wire", |it| {
            it.rust == Rust::Patch && !it.wire.is_none()
        }),
        ("Documentation", |it| {
            it.rust == Rust::Patch && it.wire.is_none()
        }),
    ];
    for (title, belongs) in sections {
        let lines = changes.iter().filter(|change| belongs(change));
        let lines: Vec<String> = lines.map(|it| format!("- {}\n", sentence(it))).collect();
        if !lines.is_empty() {
            text.push_str(&format!("\n### {title}\n\n{}", lines.concat()));
        }
    }
    text
}

/// Returns a change as a sentence.
fn sentence(change: &Change) -> String {
    let mut letters = change.what.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    let outcome = match change.wire.outcomes {
        true => " **What counts as success changes.**",
        false => "",
    };
    format!(
        "{}{}.{outcome}",
        first.unwrap_or_default(),
        letters.as_str()
    )
}
