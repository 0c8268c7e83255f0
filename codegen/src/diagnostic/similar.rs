//! "Did you mean …": the word that was meant, among those that are known.

/// The known word nearest to what was written, if it is near enough to be meant.
pub(crate) fn similar<'k>(
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<String> {
    let far = (written.chars().count() / 3).clamp(1, 3);
    within(far, written, known)
}

/// The known word that is at most so many slips away.
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

/// So many known words are looked at, and so many of them compared: a document with a hundred thousand mistakes must end.
const KNOWN: usize = 20_000;
const COMPARED: usize = 100;

/// Which letters and digits occur, a bit each.
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
