//! Collects the spans of a text while it is scanned from start to end.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::spans::Span;

/// The spans that were collected so far.
#[derive(Default)]
pub(super) struct SpanBuilder<'t> {
    spans: Vec<Span<'t>>,
    /// The aliases, each with the value that it repeats.
    aliases: BTreeMap<usize, usize>,
    open: Vec<Container<'t>>,
}

/// An object or a list that hasn't ended.
struct Container<'t> {
    span: usize,
    is_object: bool,
    /// The key whose value is next.
    key: Option<(Cow<'t, str>, Range<usize>)>,
}

impl<'t> SpanBuilder<'t> {
    /// Returns whether the next token is a key.
    pub(super) fn expects_key(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.is_object && open.key.is_none())
    }

    /// Adds a key. One that is itself an object or a list can't be named by a JSON pointer and is
    /// empty.
    pub(super) fn key(&mut self, key: Cow<'t, str>, range: Range<usize>) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some((key, range));
        }
    }

    /// Adds a value and returns its index.
    pub(super) fn value(&mut self, range: Range<usize>) -> usize {
        let index = self.spans.len();
        let (key, key_range) = match self.open.last_mut() {
            Some(open) => open.key.take().unzip(),
            None => (None, None),
        };
        self.spans.push(Span {
            key: key.unwrap_or_default(),
            key_range,
            range,
            is_container: false,
            end: index + 1,
        });
        index
    }

    /// Adds an alias of another value.
    pub(super) fn alias(&mut self, range: Range<usize>, target: Option<usize>) {
        let index = self.value(range);
        self.aliases.extend(target.map(|target| (index, target)));
    }

    /// Starts an object or a list and returns its index.
    pub(super) fn start(&mut self, range: Range<usize>, is_object: bool) -> usize {
        if self.expects_key() {
            self.key(Cow::Borrowed(""), range.clone());
        }
        let index = self.value(range);
        self.spans[index].is_container = true;
        self.open.push(Container {
            span: index,
            is_object,
            key: None,
        });
        index
    }

    /// Ends the innermost object or list at a byte.
    pub(super) fn end(&mut self, byte: usize) {
        if let Some(open) = self.open.pop() {
            let end = self.spans.len();
            let span = &mut self.spans[open.span];
            span.range.end = byte;
            span.end = end;
        }
    }

    /// Returns all spans and the aliases among them. A container that hasn't ended contains all
    /// values behind it.
    pub(super) fn finish(mut self) -> (Vec<Span<'t>>, BTreeMap<usize, usize>) {
        let end = self.spans.len();
        for open in self.open {
            self.spans[open.span].end = end;
        }
        (self.spans, self.aliases)
    }
}
