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
    let length = lower.chars().count();
    known
        .into_iter()
        // Cheaper than the distance, which is never less.
        .filter(|word| word.chars().count().abs_diff(length) <= far + 1)
        .map(|word| (strsim::osa_distance(&lower, &word.to_lowercase()), word))
        .filter(|(distance, _)| *distance <= far)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word.to_owned())
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
