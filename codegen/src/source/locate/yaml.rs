//! Scans the spans of a YAML text, from the events of a parser.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser};

use super::builder::SpanBuilder;

/// Collects the spans of a text, or of its start up to a syntax error.
pub(super) fn spans(text: &str) -> SpanBuilder<'_> {
    let mut spans = SpanBuilder::default();
    let mut anchors: BTreeMap<usize, usize> = BTreeMap::new();
    let options = granit_parser::options! {
        emit_comments: false,
        simple_key_max_lookahead: usize::MAX,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        let Ok((event, span)) = event else { break };
        let range = bytes(&span);
        let (anchor, index) = match event {
            Event::Scalar(value, ..) if spans.expects_key() => {
                spans.key(value, range);
                continue;
            }
            Event::Alias(_) if spans.expects_key() => {
                spans.key(Cow::Borrowed(""), range);
                continue;
            }
            Event::Alias(anchor) => {
                spans.alias(range, anchors.get(&anchor).copied());
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => {
                spans.end(range.end);
                continue;
            }
            Event::Scalar(_, _, anchor, _) => (anchor, spans.value(range)),
            Event::MappingStart(_, anchor, _) => (anchor, spans.start(range, true)),
            Event::SequenceStart(_, anchor, _) => (anchor, spans.start(range, false)),
            Event::DocumentEnd => break,
            _ => continue,
        };
        if anchor != 0 {
            anchors.insert(anchor, index);
        }
    }
    spans
}

/// Returns the bytes of an event.
fn bytes(span: &granit_parser::Span) -> Range<usize> {
    let start = span.start.byte_offset().unwrap_or_default();
    start..span.end.byte_offset().unwrap_or(start)
}
