//! Finds the source that a reference refers to.

use foldhash::{HashMap, HashMapExt as _, HashSet};

/// The names of the sources, for lookup by the URI in a reference.
pub(crate) struct Files<'f> {
    /// Never iterated.
    all: HashSet<&'f str>,
    /// The names by their last step. Never iterated.
    by_last_step: HashMap<&'f str, Vec<&'f str>>,
}

impl<'f> Files<'f> {
    pub(crate) fn new(names: impl Iterator<Item = &'f str>) -> Self {
        let all: HashSet<&str> = names.collect();
        let mut by_last_step: HashMap<&str, Vec<&str>> = HashMap::new();
        for name in &all {
            by_last_step.entry(last_step(name)).or_default().push(name);
        }
        Self { all, by_last_step }
    }

    /// Returns the source and the fragment that a reference in the source `base` refers to, or
    /// `None` if it refers to none of the sources.
    // RFC 3986, section 5.2: a relative reference is resolved against the URI of its document.
    pub(crate) fn resolve<'t>(&self, base: &str, text: &'t str) -> Option<(&'f str, &'t str)> {
        let (address, fragment) = text.split_once('#').unwrap_or((text, ""));
        let name = match address {
            "" => return Some((self.exact(base)?, fragment)),
            address => name(base, address),
        };
        let file = self.exact(&name).or_else(|| self.by_end(&name))?;
        Some((file, fragment))
    }

    fn exact(&self, name: &str) -> Option<&'f str> {
        self.all.get(name).copied()
    }

    /// Returns the one source whose name is the end of a longer path, or the reverse: documents are
    /// given from other folders than they name.
    fn by_end(&self, path: &str) -> Option<&'f str> {
        let is_end = |long: &str, short: &str| {
            long.strip_suffix(short)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        let same = self.by_last_step.get(last_step(path))?;
        let mut found = same
            .iter()
            .filter(|file| is_end(path, file) || is_end(file, path));
        let first = found.next()?;
        found.next().is_none().then_some(*first)
    }
}

fn last_step(name: &str) -> &str {
    name.rsplit_once('/').map_or(name, |(_, last)| last)
}

/// Returns the name of the source at an address: the path from wherever sources are read, or a URL
/// without its scheme.
pub(crate) fn name(base: &str, address: &str) -> String {
    match address.split_once("://") {
        Some((_, path)) => path.split('?').next().unwrap_or_default().to_owned(),
        None => join(base, address),
    }
}

/// Joins a relative path to the folder of a file, without `.` and `..`.
fn join(base: &str, path: &str) -> String {
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    let is_absolute = path.starts_with('/');
    let steps = folder.split('/').filter(|_| !is_absolute);
    for part in steps.chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::Files;

    #[test]
    fn files_are_found() {
        let names = [
            "specs/a.yaml",
            "specs/schemas/b.yaml",
            "c.yaml",
            "raw.example.com/x/e.yaml",
            "specs/e.yaml",
        ];
        let files = Files::new(names.into_iter());
        let file = |base, text| files.resolve(base, text).map(|(file, _)| file);
        assert_eq!(file("specs/a.yaml", "schemas/b.yaml#/B"), Some(names[1]));
        assert_eq!(file("specs/a.yaml", "./schemas/b.yaml"), Some(names[1]));
        assert_eq!(file("specs/schemas/b.yaml", "../a.yaml#/A"), Some(names[0]));
        assert_eq!(file("specs/a.yaml", "#/A"), Some(names[0]));
        let in_c = "https://example.com/x/c.yaml#/A";
        assert_eq!(file("specs/a.yaml", in_c), Some(names[2]));
        let in_d = "https://example.com/x/d.yaml#/A";
        assert_eq!(file("specs/a.yaml", in_d), None);
        // A source that is named after its URL takes precedence over one with the same end.
        let in_e = "https://raw.example.com/x/e.yaml?raw=true#/A";
        assert_eq!(file("specs/a.yaml", in_e), Some(names[3]));
        assert_eq!(file(names[3], "e.yaml"), Some(names[3]));
        assert_eq!(file("specs/a.yaml", "Order"), None);
    }
}
