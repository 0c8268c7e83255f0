//! Keeps the names of a scope distinct.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashSet};

use super::{Case, Ident, Name, words};

/// Identifiers that must differ: the fields of one object, the types of one module.
///
/// The first to take a name keeps it. The others get a second name, made of their location or their
/// spelling, so that it does not depend on the rest of the document. Only if that is taken too,
/// they get the smallest free number from 2 on: `amount_2`, `Amount2`.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    reserved: BTreeSet<Ident>,
    /// Never iterated, and neither is `next`: the order of a hash map must not reach the output.
    taken: HashSet<Ident>,
    next: HashMap<Ident, usize>,
}

impl Scope {
    /// Creates a scope with reserved names, which get a `_` as keywords do: `new_`.
    #[must_use]
    pub fn reserving(names: &[&str]) -> Self {
        Self {
            reserved: names.iter().map(|&name| Ident(name.to_owned())).collect(),
            ..Self::default()
        }
    }

    /// Takes a name for a string that nothing else in this scope has.
    pub fn take(&mut self, case: Case, text: &str) -> Ident {
        self.take_or(case, text, text)
    }

    /// Takes a name for `text`, or for `otherwise` if that is taken.
    pub fn take_or(&mut self, case: Case, text: &str, otherwise: &str) -> Ident {
        self.take_or_else(case, text, || otherwise.to_owned())
    }

    /// Takes a name for `text`, or for the result of `otherwise` if that is taken.
    pub fn take_or_else(
        &mut self,
        case: Case,
        text: &str,
        otherwise: impl FnOnce() -> String,
    ) -> Ident {
        let wanted = self.wanted(case, text);
        self.take_wanted(case, wanted, otherwise)
    }

    fn take_wanted(
        &mut self,
        case: Case,
        wanted: Ident,
        otherwise: impl FnOnce() -> String,
    ) -> Ident {
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let second = self.wanted(case, &otherwise());
        if self.taken.insert(second.clone()) {
            return second;
        }
        let next = self.next.entry(second.clone()).or_insert(2);
        loop {
            let numbered = case.numbered(&second, *next);
            *next += 1;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }

    /// Returns whether the name for a string is not taken yet.
    #[must_use]
    pub fn is_free(&self, case: Case, text: &str) -> bool {
        let ident = case.ident(text);
        !self.taken.contains(&ident) && !self.reserved.contains(&ident)
    }

    /// Takes names for several strings. A string that is a valid name itself keeps it, whatever
    /// comes before it: `amount_2` stays `amount_2` beside `amount` and `Amount`. Strings of equal
    /// names are distinguished by their spelling.
    pub fn take_all<'t>(
        &mut self,
        case: Case,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Vec<Name> {
        self.take_all_or(case, texts, |_, text| words::spelled(text))
    }

    /// Takes names for several strings; `otherwise` gives another string for one whose name is
    /// taken.
    pub fn take_all_or<'t>(
        &mut self,
        case: Case,
        texts: impl IntoIterator<Item = &'t str>,
        otherwise: impl Fn(usize, &str) -> String,
    ) -> Vec<Name> {
        let texts: Vec<&str> = texts.into_iter().collect();
        let wanted: Vec<Ident> = texts.iter().map(|text| self.wanted(case, text)).collect();
        let exact: Vec<bool> = std::iter::zip(&texts, &wanted)
            .map(|(text, ident)| ident.as_str() == *text && self.taken.insert(ident.clone()))
            .collect();
        let all = std::iter::zip(texts, std::iter::zip(wanted, exact)).enumerate();
        all.map(|(index, (text, (wanted, is_exact)))| Name {
            wire: text.to_owned(),
            rust: if is_exact {
                wanted
            } else {
                self.take_wanted(case, wanted, || otherwise(index, text))
            },
        })
        .collect()
    }

    fn wanted(&self, case: Case, text: &str) -> Ident {
        let ident = case.ident(text);
        if self.reserved.contains(&ident) {
            Ident(format!("{ident}_"))
        } else {
            ident
        }
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
    fn equal_names_are_distinguished_by_spelling() {
        check(
            Case::Snake,
            &["amount", "Amount", "AMOUNT", "amount_2"],
            &[
                "amount",
                "amount_capitalized",
                "amount_uppercase",
                "amount_2",
            ],
        );
        check(
            Case::Snake,
            &["user_id", "userId", "user-id"],
            &["user_id", "user_id_camel_case", "user_dash_id"],
        );
        check(
            Case::Variant,
            &["a-b", "a_b", "A1", "a1"],
            &["AB", "AUnderscoreB", "A1", "A1Lowercase"],
        );
        check(Case::Snake, &["type", "@type"], &["type_", "at_type"]);
        check(Case::Variant, &["1.0", "10"], &["N10", "N10_2"]);
        check(Case::Variant, &["10", "1.0"], &["N10", "N1Dot0"]);
        check(
            Case::Snake,
            &["a", "A", "á", "Á", "a"],
            &["a", "a_uppercase", "á", "á_uppercase", "a_lowercase"],
        );
    }

    #[test]
    fn a_second_name_is_used_before_a_number() {
        let mut scope = Scope::default();
        let mut take = || scope.take_or(Case::Type, "Order", "Order Schema");
        let names = [take(), take(), take()];
        assert_eq!(
            names.map(|name| name.as_str().to_owned()),
            ["Order", "OrderSchema", "OrderSchema2"]
        );
    }

    #[test]
    fn reserved_names_get_an_underscore() {
        let mut scope = Scope::reserving(&["new"]);
        assert_eq!(scope.take(Case::Snake, "new").as_str(), "new_");
        assert_eq!(scope.take(Case::Snake, "New").as_str(), "new_2");
    }
}
