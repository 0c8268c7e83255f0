//! Strings that match a regular expression, and whether a string does.

use regex::Regex;
use regex_syntax::hir::{Class, Hir, HirKind};

/// The shortest string of at least so many letters that the expression's own words give. `None` for
/// expressions of another dialect.
pub(super) fn matching(pattern: &str, least: usize) -> Option<String> {
    let hir = regex_syntax::parse(&rust(pattern)).ok()?;
    let minimal = written(&hir, 0);
    if minimal.chars().count() >= least {
        return Some(minimal);
    }
    let longer = (1..=least).map(|extra| written(&hir, extra));
    longer.into_iter().find(|it| it.chars().count() >= least)
}

/// Whether a string matches. An expression of another dialect is not our judgement: it does.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    Regex::new(&rust(pattern)).map_or(true, |regex| regex.is_match(text))
}

/// The expression in Rust's dialect: JavaScript lets any sign be escaped.
fn rust(pattern: &str) -> String {
    pattern
        .replace("\\/", "/")
        .replace("\\_", "_")
        .replace("\\@", "@")
}

/// A string that the expression matches; repetitions are made `extra` times more than needed.
fn written(hir: &Hir, extra: usize) -> String {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => String::new(),
        HirKind::Literal(literal) => String::from_utf8_lossy(&literal.0).into_owned(),
        HirKind::Class(class) => letter(class).map_or_else(String::new, String::from),
        HirKind::Repetition(repetition) => {
            let least = repetition.min as usize;
            let most = repetition.max.map_or(usize::MAX, |it| it as usize);
            let optional = usize::from(least == 0 && most > 1 && extra == 0);
            let count = (least + extra + optional).min(most);
            written(&repetition.sub, 0).repeat(count)
        }
        HirKind::Capture(capture) => written(&capture.sub, extra),
        HirKind::Concat(parts) => parts.iter().map(|part| written(part, extra)).collect(),
        HirKind::Alternation(parts) => {
            let first = parts.iter().map(|part| written(part, extra));
            first
                .into_iter()
                .find(|it| !it.is_empty())
                .unwrap_or_default()
        }
    }
}

/// A plain letter of a class where there is one.
fn letter(class: &Class) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.iter().map(|it| (it.start(), it.end())).collect(),
        Class::Bytes(class) => class
            .iter()
            .map(|it| (it.start().into(), it.end().into()))
            .collect(),
    };
    let holds = |c: &char| ranges.iter().any(|(from, to)| from <= c && c <= to);
    let plain = ['a', 'A', '1', '0', '-', '_'];
    plain
        .into_iter()
        .find(holds)
        .or_else(|| ranges.first().map(|(from, _)| *from))
}

#[cfg(test)]
mod tests {
    use super::{matches, matching};

    #[test]
    fn strings_match_the_pattern_that_they_are_made_for() {
        let patterns = [
            (r"^[A-Z]{3}$", 0),
            (r"^\d{4}-\d{2}$", 0),
            (r"^(live|test)_[0-9a-f]+$", 12),
            (r"^https?:\/\/.+$", 0),
            (r"^\S*$", 5),
        ];
        for (pattern, least) in patterns {
            let text = matching(pattern, least).expect(pattern);
            assert!(matches(pattern, &text), "{pattern} gives {text}");
            assert!(text.len() >= least, "{pattern} gives {text}");
        }
    }

    #[test]
    fn another_dialect_is_not_judged() {
        let lookahead = "^(?!x)y$";
        assert_eq!(matching(lookahead, 0), None);
        assert!(matches(lookahead, "x"));
    }
}
