//! Converts the HTML in descriptions to Markdown.
//!
//! Only paired tags that have an equivalent are converted; `inline` escapes all others.

use std::ops::Range;

use pulldown_cmark::Event;

use super::edits::Edits;
use super::markdown::parse;

/// Converts paragraphs, lists, code, emphasis and links to Markdown.
pub(super) fn to_markdown(text: &str) -> String {
    if !text.contains("</") && !text.contains("<br") {
        return text.to_owned();
    }
    let mut edits = Edits::default();
    let mut open: Vec<Tag> = Vec::new();
    for tag in tags(text) {
        if tag.name == "br" {
            edits.replace(tag.range, PARAGRAPH);
        } else if !tag.closes {
            open.push(tag);
        } else if let Some(index) = open.iter().rposition(|before| before.name == tag.name) {
            let inside = open.split_off(index);
            if !open.iter().any(|outer| outer.name == "code") {
                pair(text, &inside[0], &tag, &mut edits);
            }
        }
    }
    let paragraphs = edits.apply(text);
    let paragraphs = paragraphs.split(PARAGRAPH).map(items);
    let paragraphs: Vec<String> = paragraphs.filter(|text| !text.is_empty()).collect();
    paragraphs.join("\n\n")
}

/// Separates paragraphs until they are joined. No text that rustc accepts contains it.
const PARAGRAPH: char = '\u{1}';

/// Precedes the items of a list in the same way.
const ITEM: char = '\u{2}';

fn items(paragraph: &str) -> String {
    let mut items = paragraph.split(ITEM).map(str::trim);
    let first = items.next().unwrap_or_default();
    let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
    let items = items.join("\n");
    let gap = if first.is_empty() || items.is_empty() {
        ""
    } else {
        "\n\n"
    };
    format!("{first}{gap}{items}")
}

/// A tag in the text.
struct Tag<'t> {
    range: Range<usize>,
    name: &'t str,
    /// What follows the name.
    rest: &'t str,
    closes: bool,
}

/// Lists the tags outside code, in order.
fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    for (event, range) in parse(text) {
        if !matches!(event, Event::Html(_) | Event::InlineHtml(_)) {
            continue;
        }
        let mut from = range.start;
        while let Some(start) = text[from..range.end].find('<') {
            let start = from + start;
            let Some(length) = text[start..range.end].find('>') else {
                break;
            };
            from = start + length + 1;
            tags.extend(tag(text, start..from));
        }
    }
    tags
}

fn tag(text: &str, range: Range<usize>) -> Option<Tag<'_>> {
    let inside = &text[range.start + 1..range.end - 1];
    let (closes, inside) = match inside.strip_prefix('/') {
        Some(inside) => (true, inside),
        None => (false, inside),
    };
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric());
    let (name, rest) = inside.split_at(end.unwrap_or(inside.len()));
    (!name.is_empty()).then_some(Tag {
        range,
        name,
        rest,
        closes,
    })
}

/// Converts a pair of tags.
fn pair(text: &str, open: &Tag<'_>, close: &Tag<'_>, edits: &mut Edits) {
    let inner = &text[open.range.end..close.range.start];
    match open.name {
        "p" | "div" | "ul" | "ol" | "blockquote" => {
            edits.replace(open.range.clone(), PARAGRAPH);
            edits.replace(close.range.clone(), PARAGRAPH);
        }
        "li" => {
            edits.replace(open.range.clone(), ITEM);
            edits.replace(close.range.clone(), "");
        }
        "strong" | "b" => marked(open, close, inner, "**", edits),
        "em" | "i" | "var" => marked(open, close, inner, "*", edits),
        "code" if !inner.contains('`') => {
            let code = format!("`{}`", characters(inner.trim()));
            edits.replace(open.range.start..close.range.end, code);
        }
        "a" => match address(open.rest) {
            Some(address) => {
                edits.replace(open.range.clone(), "[");
                edits.replace(close.range.clone(), format!("]({address})"));
            }
            None => {
                edits.replace(open.range.clone(), "");
                edits.replace(close.range.clone(), "");
            }
        },
        _ => {}
    }
}

/// Puts a mark on both sides of the trimmed text: beside a blank it would mark nothing.
fn marked(open: &Tag<'_>, close: &Tag<'_>, inner: &str, mark: &str, edits: &mut Edits) {
    let start = inner.len() - inner.trim_start().len();
    let end = inner.len() - inner.trim_end().len();
    if start == inner.len() {
        return;
    }
    let before = format!("{}{mark}", &inner[..start]);
    let after = format!("{mark}{}", &inner[inner.len() - end..]);
    edits.replace(open.range.start..open.range.end + start, before);
    edits.replace(close.range.start - end..close.range.end, after);
}

/// Returns the target of a link, if it is an absolute address.
fn address(attributes: &str) -> Option<&str> {
    let value = attributes.split_once("href=")?.1;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let address = value[1..].split(quote).next()?.trim();
    let is_plain = !address.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<'));
    (address.starts_with("http") && is_plain).then_some(address)
}

/// Removes tags and decodes entities: Markdown shows code literally.
fn characters(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('<') {
        plain.push_str(before);
        match tail.split_once('>') {
            Some((_, tail)) => rest = tail,
            None => {
                plain.push('<');
                rest = tail;
            }
        }
    }
    plain.push_str(rest);
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    named.iter().fold(plain, |text, (name, character)| {
        text.replace(name, character)
    })
}

#[cfg(test)]
mod tests {
    use super::to_markdown;

    #[test]
    fn html_with_an_equivalent_becomes_markdown() {
        let cases = [
            ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
            ("<p>One.</p>\n\n<p>Two.</p>", "One.\n\nTwo."),
            ("a<br/>b<br>c", "a\n\nb\n\nc"),
            (
                "<code>id</code> of <strong>Note: </strong>x",
                "`id` of **Note:** x",
            ),
            (
                "A:<ul><li>one</li><li><em>two</em></li></ul>B",
                "A:\n\n- one\n- *two*\n\nB",
            ),
            (
                "<a href=\"https://x.example/a\">here</a>, <a href='/b'>there</a>",
                "[here](https://x.example/a), there",
            ),
            ("<code>a&lt;b<var>c</var></code>", "`a<bc`"),
            ("`<p>code</p>` stays", "`<p>code</p>` stays"),
            (
                "<p>not closed, Vec<String> </b>",
                "<p>not closed, Vec<String> </b>",
            ),
            (
                "<table><tr><td>a</td></tr></table>",
                "<table><tr><td>a</td></tr></table>",
            ),
            ("no tags: a < b", "no tags: a < b"),
        ];
        for (given, wanted) in cases {
            assert_eq!(to_markdown(given), wanted, "{given:?}");
        }
    }
}
