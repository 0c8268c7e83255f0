//! Which of the sources a reference means.

/// File and fragment; `None` where no source is meant.
// RFC 3986, section 5.2: a relative reference is resolved against the place of the document that holds it.
pub(crate) fn resolve<'f, 't>(
    base: &str,
    text: &'t str,
    files: &[&'f str],
) -> Option<(&'f str, &'t str)> {
    let (address, fragment) = text.split_once('#').unwrap_or((text, ""));
    if address.is_empty() {
        let own = files.iter().find(|file| **file == base)?;
        return Some((own, fragment));
    }
    let meant = match address.split_once("://") {
        Some((_, path)) => path.to_owned(),
        None => {
            let joined = join(base, address);
            if let Some(file) = files.iter().find(|file| **file == joined) {
                return Some((file, fragment));
            }
            joined
        }
    };
    Some((by_end(&meant, files)?, fragment))
}

/// A relative path from the folder of a file, without `.` and `..`.
pub(crate) fn join(base: &str, path: &str) -> String {
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

/// The one source whose name is the end of a longer path: documents are given from other folders than they name.
fn by_end<'f>(path: &str, files: &[&'f str]) -> Option<&'f str> {
    let is_end = |long: &str, short: &str| {
        long.strip_suffix(short)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    };
    let mut found = files
        .iter()
        .filter(|file| is_end(path, file) || is_end(file, path));
    let first = found.next()?;
    found.next().is_none().then_some(*first)
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn files_are_found() {
        let files = ["specs/a.yaml", "specs/schemas/b.yaml", "c.yaml"];
        let file = |base, text| resolve(base, text, &files).map(|(file, _)| file);
        assert_eq!(file("specs/a.yaml", "schemas/b.yaml#/B"), Some(files[1]));
        assert_eq!(file("specs/a.yaml", "./schemas/b.yaml"), Some(files[1]));
        assert_eq!(file("specs/schemas/b.yaml", "../a.yaml#/A"), Some(files[0]));
        assert_eq!(file("specs/a.yaml", "#/A"), Some(files[0]));
        assert_eq!(
            file("specs/a.yaml", "https://example.com/x/c.yaml#/A"),
            Some(files[2])
        );
        assert_eq!(
            file("specs/a.yaml", "https://example.com/x/d.yaml#/A"),
            None
        );
        assert_eq!(file("specs/a.yaml", "Order"), None);
    }
}
