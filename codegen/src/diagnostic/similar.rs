//! Finds the known name that a misspelt one is similar to, for "did you mean …".

/// Returns the known name that is most similar to the written one, if it is similar enough.
pub(crate) fn similar<'k>(
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<String> {
    let far = (written.chars().count() / 3).clamp(1, 3);
    within(far, written, known)
}

/// Returns the known name with the fewest edits, if they are at most `far`.
pub(crate) fn within<'k>(
    far: usize,
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<String> {
    let lower = written.to_lowercase();
    let (length, letters) = (lower.chars().count(), letters(&lower));
    known
        .into_iter()
        .take(KNOWN)
        // Both are cheaper than the distance: it is never less than the one, and twice it never less than the other.
        .filter(|word| word.chars().count().abs_diff(length) <= far + 1)
        .filter(|word| {
            (crate::diagnostic::similar::letters(word) ^ letters).count_ones() as usize
                <= 2 * far + 2
        })
        .take(COMPARED)
        .map(|word| (strsim::osa_distance(&lower, &word.to_lowercase()), word))
        .filter(|(distance, _)| *distance <= far)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word.to_owned())
}

/// How many known names are looked at, and how many of them compared: a document with a hundred
/// thousand mistakes must not take forever.
const KNOWN: usize = 20_000;
const COMPARED: usize = 100;

/// Returns which letters and digits occur, as one bit each.
fn letters(word: &str) -> u64 {
    let bytes = word.bytes().map(|byte| byte.to_ascii_lowercase());
    bytes.fold(0, |letters, byte| letters | 1 << (byte & 63))
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[test]
    fn near_words_are_found() {
        let known = ["description", "required", "in"];
        assert_eq!(similar("descripton", known).as_deref(), Some("description"));
        assert_eq!(similar("Required", known).as_deref(), Some("required"));
        assert_eq!(similar("nullable", known), None);
    }
}
