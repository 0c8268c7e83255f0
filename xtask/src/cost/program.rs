//! `Program`: a minimal project below `target/cost`, which is built from nothing.

use std::collections::BTreeSet;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use crate::paths;

const OURS: &str = include_str!("programs/ours.rs");
const BARE: &str = include_str!("programs/bare.rs");

/// What both programs need besides a client.
const TOKIO: &str = r#"tokio = { version = "1", features = ["macros", "rt-multi-thread"] }"#;

/// What the bare program needs: TLS by rustls and ring, as ours.
const CLIENT: &str = r#"reqwest = { version = "0.13.5", default-features = false, features = ["rustls-no-provider"] }
rustls = { version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }
serde_json = "1""#;

/// A project that sends one refund.
pub(crate) struct Program {
    pub(crate) name: &'static str,
    folder: &'static str,
    source: &'static str,
    dependencies: String,
}

/// The result of a build.
pub(crate) struct Build {
    /// From the start of cargo to its end.
    pub(crate) seconds: Duration,
    /// The processor's time of cargo and the compilers, where the system says it.
    pub(crate) processor: Option<Duration>,
    /// The size of the program without its symbols.
    pub(crate) bytes: u64,
}

impl Program {
    /// Returns the programs, the bare one first.
    pub(crate) fn all() -> [Self; 3] {
        let ours = |name, folder, features: &str| Self {
            name,
            folder,
            source: OURS,
            dependencies: format!("paynet-api = {{ path = {:?}{features} }}", paths::runtime()),
        };
        [
            Self {
                name: "reqwest alone",
                folder: "bare",
                source: BARE,
                dependencies: CLIENT.to_owned(),
            },
            ours(
                "paynet-api, no features",
                "none",
                ", default-features = false",
            ),
            ours("paynet-api, default features", "default", ""),
        ]
    }

    /// Writes the project, with the versions of this workspace.
    pub(crate) fn create(&self) -> Result<(), String> {
        let folder = paths::cost().join(self.folder);
        let manifest = format!(
            "[package]\nname = \"refund\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [workspace]\n\n[profile.release]\nstrip = true\n\n[dependencies]\n{}\n{TOKIO}\n",
            self.dependencies
        );
        let write = || -> io::Result<()> {
            fs::create_dir_all(folder.join("src"))?;
            fs::write(folder.join("Cargo.toml"), manifest)?;
            fs::write(folder.join("src").join("main.rs"), self.source)?;
            let lock = paths::root().join("Cargo.lock");
            fs::copy(lock, folder.join("Cargo.lock")).map(drop)
        };
        write().map_err(|error| format!("could not write {}: {error}", folder.display()))
    }

    /// Returns the crates that the program needs, for this system. Downloads what is missing.
    pub(crate) fn crates(&self) -> Result<BTreeSet<String>, String> {
        let printed = self.cargo(&["tree", "--edges", "normal", "--prefix", "none"])?;
        let lines = printed.lines().filter_map(|line| {
            let (name, rest) = line.split_once(" v")?;
            let version = rest.split(' ').next()?;
            Some(format!("{name} {version}"))
        });
        Ok(lines.filter(|line| line != "refund 0.0.0").collect())
    }

    /// Builds the program from nothing.
    pub(crate) fn build(&self) -> Result<Build, String> {
        let target = paths::cost().join(self.folder).join("target");
        let failed = |error: io::Error| format!("{}: {error}", target.display());
        if target.exists() {
            fs::remove_dir_all(&target).map_err(failed)?;
        }
        let (start, before) = (Instant::now(), processor());
        self.cargo(&["build", "--release", "--quiet"])?;
        let seconds = start.elapsed();
        let processor = processor()
            .zip(before)
            .map(|(after, before)| after - before);
        let program = target.join("release").join("refund");
        let program = program.with_extension(env::consts::EXE_EXTENSION);
        let bytes = fs::metadata(program).map_err(failed)?.len();
        Ok(Build {
            seconds,
            processor,
            bytes,
        })
    }

    fn cargo(&self, arguments: &[&str]) -> Result<String, String> {
        let folder = paths::cost().join(self.folder);
        let output = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()))
            .args(arguments)
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .env_remove("RUSTFLAGS")
            .current_dir(&folder)
            .output();
        let output = output.map_err(|error| format!("could not start cargo: {error}"))?;
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            false => Err(format!(
                "{}: cargo {} failed: {}",
                self.name,
                arguments.join(" "),
                String::from_utf8_lossy(&output.stderr)
            )),
        }
    }
}

/// Returns the processor's time of all ended processes that this one started. Linux says it in
/// hundredths of a second.
// proc_pid_stat(5): "cutime" and "cstime" are fields 16 and 17; the name, field 2, is in parentheses.
fn processor() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = stat.rsplit_once(") ")?;
    let times = fields.split(' ').skip(13).take(2);
    let hundredths: Option<Vec<u64>> = times.map(|time| time.parse().ok()).collect();
    Some(Duration::from_millis(hundredths?.iter().sum::<u64>() * 10))
}
