//! Names that stay apart.

use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Ident, Name};

/// Identifiers that stand beside each other and must differ: the fields of one object, the types of one module.
///
/// Who comes first keeps the name; the others get the smallest free number from 2 on, `amount_2`, `Amount2`.
/// So a name depends on what stands in the same scope alone.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    taken: BTreeSet<Ident>,
    next: BTreeMap<Ident, usize>,
}

impl Scope {
    /// A scope in which some names are spoken for already.
    #[must_use]
    pub fn reserving(names: &[&str]) -> Self {
        Self {
            taken: names.iter().map(|&name| Ident(name.to_owned())).collect(),
            next: BTreeMap::new(),
        }
    }

    /// A name for that text that nothing else in this scope has.
    pub fn take(&mut self, case: Case, text: &str) -> Ident {
        let wanted = case.ident(text);
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let next = self.next.entry(wanted.clone()).or_insert(2);
        loop {
            let numbered = case.numbered(&wanted, *next);
            *next += 1;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }

    /// Whether nothing has that text's name yet.
    #[must_use]
    pub fn is_free(&self, case: Case, text: &str) -> bool {
        !self.taken.contains(&case.ident(text))
    }

    /// Names for texts that stand beside each other. A text that is a good name as it is keeps it, whatever comes before it:
    /// `amount_2` stays `amount_2` beside `amount` and `Amount`.
    pub fn take_all<'t>(
        &mut self,
        case: Case,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Vec<Name> {
        let texts: Vec<&str> = texts.into_iter().collect();
        let exact: Vec<bool> = texts
            .iter()
            .map(|&text| {
                let ident = case.ident(text);
                ident.as_str() == text && self.taken.insert(ident)
            })
            .collect();
        std::iter::zip(texts, exact)
            .map(|(text, is_exact)| Name {
                wire: text.to_owned(),
                rust: if is_exact {
                    case.ident(text)
                } else {
                    self.take(case, text)
                },
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, Scope};

    #[track_caller]
    fn check(case: Case, texts: &[&str], expected: &[&str]) {
        let names = Scope::default().take_all(case, texts.iter().copied());
        let named: Vec<&str> = names.iter().map(|name| name.rust.as_str()).collect();
        assert_eq!(named, expected);
    }

    #[test]
    fn equal_after_normalising() {
        check(
            Case::Snake,
            &["amount", "Amount", "AMOUNT", "amount_2"],
            &["amount", "amount_3", "amount_4", "amount_2"],
        );
        check(
            Case::Variant,
            &["a-b", "a_b", "A1", "a1"],
            &["AB", "AB2", "A1", "A1_2"],
        );
        check(Case::Snake, &["@type", "type"], &["type_", "type_2"]);
    }

    #[test]
    fn reserved_names() {
        let mut scope = Scope::reserving(&["new"]);
        assert_eq!(scope.take(Case::Snake, "new").as_str(), "new_2");
    }
}
