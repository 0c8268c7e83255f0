//! The table that is printed: a line per program, each beside the bare one.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::Duration;

use super::program::Build;

/// What is known of a program.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) crates: BTreeSet<String>,
    pub(crate) builds: Vec<Build>,
}

impl Row {
    /// Creates a row of a program that has not been built.
    pub(crate) fn of(name: &'static str, crates: BTreeSet<String>) -> Self {
        Self {
            name,
            crates,
            builds: Vec::new(),
        }
    }

    /// Returns the columns' values.
    fn values(&self) -> [f64; 4] {
        let median = |time: fn(&Build) -> Option<Duration>| {
            let mut times: Vec<Duration> = self.builds.iter().filter_map(time).collect();
            times.sort();
            let middle = times.get(times.len() / 2);
            middle.copied().unwrap_or_default().as_secs_f64()
        };
        let size = self.builds.last().map_or(0, |build| build.bytes);
        [
            median(|build| Some(build.seconds)),
            median(|build| build.processor),
            self.crates.len() as f64,
            size as f64 / 1e6,
        ]
    }
}

/// Returns the heading: what the columns contain, and how they are measured.
pub(crate) fn heading(passes: u32) -> String {
    format!(
        "build: `cargo build --release` into an empty folder, crates downloaded before; the median of {passes}.\n\
         \x20      What else the machine does is part of it.\n\
         CPU: the processor's time of the same, in which that is less of a part\n\
         crates: the program's dependencies that are not for building or testing alone\n\
         size: of the program, stripped\n\n\
         {:<28} {:>8} {:>7} {:>8} {:>7} {:>8} {:>7} {:>8} {:>7}",
        "program", "build s", "more", "CPU s", "more", "crates", "more", "size MB", "more"
    )
}

/// Returns the line of a program, compared with the bare one.
pub(crate) fn line(row: &Row, bare: &Row) -> String {
    let mut line = format!("{:<28}", row.name);
    let columns = row.values().into_iter().zip(bare.values());
    for ((value, bare), digits) in columns.zip([1, 1, 0, 2]) {
        let _ = write!(line, " {value:>8.digits$} {:>7}", more(value, bare));
    }
    line
}

/// Returns how much more a value is, in percent.
fn more(value: f64, bare: f64) -> String {
    if bare == 0.0 {
        return "-".to_owned();
    }
    format!("{:+.1}%", (value / bare - 1.0) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(seconds: u64) -> Build {
        Build {
            seconds: Duration::from_secs(seconds),
            processor: None,
            bytes: 2_000_000 + seconds,
        }
    }

    #[test]
    fn the_median_is_compared_with_the_bare_program() {
        let crates = |names: &str| names.chars().map(String::from).collect();
        let mut bare = Row::of("bare", crates("ab"));
        bare.builds = [50, 10, 20].map(build).into();
        let mut ours = Row::of("ours", crates("abc"));
        ours.builds = [22, 90, 21].map(build).into();
        let line = line(&ours, &bare);
        let words: Vec<&str> = line.split_whitespace().collect();
        let expected = [
            "ours", "22.0", "+10.0%", "0.0", "-", "3", "+50.0%", "2.00", "+0.0%",
        ];
        assert_eq!(words, expected);
    }
}
