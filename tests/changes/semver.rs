//! `cargo run -p tests --example semver`: asks cargo-semver-checks, which judges the public API of two
//! crates and knows nothing of specs, what each pair means for callers, and compares its answer with
//! ours. With a part of a name, only of those pairs, and with all that it says.

mod pairs;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use codegen::changes::{Rust, between};
use codegen::{Options, ir};
use tests::fixture;

/// Where cargo-semver-checks is searched first; then in `PATH`.
const INSTALLED: &str = "target/semver/bin/cargo-semver-checks";

/// Why it sees less than we do. That ours is right is shown by the compiler: the caller of a pair that we
/// call breaking does not compile (`support/changes.rs`).
const SEES_LESS: &str =
    "it compares no types, and asks no minor release for what is new: we are right";

/// The pairs of which it sees more, and who is right.
const SEES_MORE: &[(&str, &str)] = &[(
    "an environment is added",
    "the numbers of later variants shift, which compiles and means nothing: we are right",
)];

fn main() -> Result<(), Box<dyn Error>> {
    let root = fixture::root();
    let judge = Judge::find(&root)?;
    let changes = root.join("tests/changes");
    let text = pairs::before(&changes)?;
    let before = pairs::api(&text)?;
    let baseline = judge.document("before", &text)?;
    let only = env::args().nth(1);
    let is_meant = |pair: &pairs::Pair| only.as_ref().is_none_or(|it| pair.name.contains(it));
    let (mut agreed, mut known, mut unknown) = (0, 0, 0);
    for subject in pairs::subjects(&changes)? {
        for pair in pairs::of(&changes, &subject)?.into_iter().filter(is_meant) {
            let ours = ours(&before, &pairs::api(&pair.after)?);
            let current = judge.document("after", &pair.after)?;
            let (theirs, report) = judge.answer(&baseline, &current)?;
            if only.is_some() {
                println!("{report}");
            }
            let (count, verdict) = match reason(&pair.name, ours, theirs) {
                _ if ours == theirs => (&mut agreed, ""),
                Some(reason) => (&mut known, reason),
                None => (&mut unknown, "UNKNOWN"),
            };
            *count += 1;
            println!(
                "{:<62} {:<9} {:<9} {verdict}",
                pair.name,
                name(ours),
                name(theirs)
            );
        }
    }
    println!("{agreed} answers agree, {known} differ for a known reason, {unknown} for none");
    match unknown {
        0 => Ok(()),
        _ => Err("say in `SEES_MORE` who is right, or correct the class".into()),
    }
}

/// Returns why the answers differ, and who is right.
fn reason(pair: &str, ours: Rust, theirs: Rust) -> Option<&'static str> {
    if theirs < ours {
        return Some(SEES_LESS);
    }
    let known = SEES_MORE.iter().find(|(name, _)| *name == pair);
    known.map(|(_, reason)| *reason)
}

/// Returns the gravest class of what changed.
fn ours(before: &ir::Api, after: &ir::Api) -> Rust {
    let changes = between(before, after);
    let classes = changes.iter().map(|change| change.rust);
    classes.max().unwrap_or(Rust::Patch)
}

fn name(class: Rust) -> &'static str {
    match class {
        Rust::Breaking => "breaking",
        Rust::Addition => "addition",
        Rust::Patch => "patch",
    }
}

/// The program, and the crate that is documented for it again and again.
struct Judge {
    program: PathBuf,
    folder: PathBuf,
}

impl Judge {
    fn find(root: &Path) -> Result<Self, Box<dyn Error>> {
        let installed = root.join(INSTALLED);
        let program = match installed.exists() {
            true => installed,
            false => PathBuf::from("cargo-semver-checks"),
        };
        if Command::new(&program).arg("--version").output().is_err() {
            return Err("cargo install cargo-semver-checks --locked --root target/semver".into());
        }
        let folder = root.join("target/semver/pairs");
        fs::create_dir_all(folder.join("src"))?;
        let runtime = root.canonicalize()?.join("paynet-api");
        let manifest = format!(
            "[package]\nname = \"client\"\nversion = \"1.0.0\"\nedition = \"2024\"\n\n[dependencies]\npaynet-api = {{ path = {runtime:?} }}\n\n[workspace]\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(Self { program, folder })
    }

    /// Generates a client, and returns its documentation as JSON.
    fn document(&self, name: &str, text: &str) -> Result<PathBuf, Box<dyn Error>> {
        let options = Options {
            runtime: "paynet_api::runtime".to_owned(),
            ..Options::default()
        };
        let source = self.folder.join("src");
        fs::remove_dir_all(&source)?;
        for (file, code) in pairs::files(text, &options)?.iter() {
            let file = source.join("api").join(file);
            fs::create_dir_all(file.parent().unwrap_or(&source))?;
            fs::write(file, code)?;
        }
        fs::write(source.join("lib.rs"), "pub mod api;\n")?;
        let output = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()))
            .args(["rustdoc", "--quiet", "--lib", "--", "-Zunstable-options"])
            .args(["--output-format", "json", "--cap-lints", "allow"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            // JSON is not stable yet: the program needs what its version knows.
            .env("RUSTC_BOOTSTRAP", "1")
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        let kept = self.folder.join(format!("{name}.json"));
        fs::copy(self.folder.join("target/doc/client.json"), &kept)?;
        Ok(kept)
    }

    /// Asks whether a minor release is enough, then whether a patch is.
    fn answer(&self, baseline: &Path, current: &Path) -> Result<(Rust, String), Box<dyn Error>> {
        for (release, class) in [("minor", Rust::Breaking), ("patch", Rust::Addition)] {
            let output = Command::new(&self.program)
                .args(["semver-checks", "check-release", "--release-type", release])
                .arg("--baseline-rustdoc")
                .arg(baseline)
                .arg("--current-rustdoc")
                .arg(current)
                .output()?;
            let text = String::from_utf8_lossy(&output.stdout);
            let error = String::from_utf8_lossy(&output.stderr);
            let report = format!("{text}{error}");
            match output.status.success() {
                true => {}
                false if report.contains("Summary") => return Ok((class, report)),
                false => return Err(report.into()),
            }
        }
        Ok((Rust::Patch, String::new()))
    }
}
