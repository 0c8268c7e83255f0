//! Gives each anchor of a YAML text a name of its own.
//!
//! YAML 1.2.2, 7.1: an alias means the last node before it that has the anchor, so a name may be
//! used again. The YAML library takes an alias for another node after that, without an error.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use granit_parser::{Scanner, StrInput, TokenType};

/// Returns the text with unique anchors. Lines stay where they are. A text that cannot be scanned
/// is returned as it is: parsing reports why.
pub(super) fn unique(text: &str) -> Cow<'_, str> {
    let names = if text.contains('&') {
        names(text)
    } else {
        None
    };
    match names {
        Some(names) if is_repeated(&names) => Cow::Owned(renamed(text, &names)),
        _ => Cow::Borrowed(text),
    }
}

/// The name of an anchor or of an alias.
struct Name {
    is_anchor: bool,
    name: String,
    /// With the `&` or `*` before it.
    bytes: Range<usize>,
}

/// Finds the anchors and aliases, in their order.
fn names(text: &str) -> Option<Vec<Name>> {
    let mut names = Vec::new();
    let options = granit_parser::options! { simple_key_max_lookahead: usize::MAX };
    for token in Scanner::with_options(StrInput::new(text), options) {
        let (span, token) = token.ok()?.into_parts();
        let (is_anchor, name) = match token {
            TokenType::Anchor(name) => (true, name),
            TokenType::Alias(name) => (false, name),
            _ => continue,
        };
        names.push(Name {
            is_anchor,
            name: name.into_owned(),
            bytes: span.start.byte_offset()?..span.end.byte_offset()?,
        });
    }
    Some(names)
}

/// Returns whether an anchor is defined more than once.
fn is_repeated(names: &[Name]) -> bool {
    let mut known = HashSet::new();
    let mut anchors = names.iter().filter(|name| name.is_anchor);
    !anchors.all(|anchor| known.insert(&anchor.name))
}

/// Numbers all anchors, and names each alias after its anchor.
fn renamed(text: &str, names: &[Name]) -> String {
    let mut renamed = String::with_capacity(text.len());
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut end = 0;
    for (index, name) in names.iter().enumerate() {
        if name.is_anchor {
            numbers.insert(&name.name, index);
        }
        // An alias without an anchor stays: the library reports it.
        let Some(number) = numbers.get(&*name.name) else {
            continue;
        };
        let sign = if name.is_anchor { '&' } else { '*' };
        renamed.push_str(&text[end..name.bytes.start]);
        renamed.push_str(&format!("{sign}anchor{number}"));
        end = name.bytes.end;
    }
    renamed.push_str(&text[end..]);
    renamed
}

#[cfg(test)]
mod tests {
    use super::unique;

    #[test]
    fn an_alias_means_the_last_anchor_before_it() {
        assert_eq!(
            unique("ş: &x 1\nb: *x\nc: &x 2\nd: [*x, &y 3, *y]\ne: \"&x *x\" # *x\nf: *z\n"),
            "ş: &anchor0 1\nb: *anchor0\nc: &anchor2 2\nd: [*anchor2, &anchor4 3, *anchor4]\ne: \"&x *x\" # *x\nf: *z\n"
        );
    }

    #[test]
    fn a_text_with_unique_anchors_stays() {
        let text = "a: &x 1\nb: &y 2\nc: [*x, *y, \"&x\"]\n";
        assert!(matches!(unique(text), std::borrow::Cow::Borrowed(same) if same == text));
        assert_eq!(unique("a: &x [1\nb: &x 2"), "a: &x [1\nb: &x 2");
    }
}
