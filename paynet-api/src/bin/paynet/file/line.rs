//! Splits one line of the file into its fields, and says in which column each begins.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder, Terminator};

/// A field, without its quotes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) text: String,
    /// The column of its first character, or of its opening quote; the first is 1.
    pub(super) column: usize,
}

/// A quote was opened in this column, and the line ends before it is closed.
///
/// CSV allows a field to go on in the next line. Here a line is a refund: with a quote that was
/// forgotten, the refunds up to the next quote would be lost without a word.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OpenQuote {
    pub(super) column: usize,
}

/// Splits a line, which is given without its end.
pub(super) fn split(line: &str, separator: u8) -> Result<Vec<Field>, OpenQuote> {
    if line.is_empty() {
        return Ok(Vec::new());
    }
    let mut reader = ReaderBuilder::new();
    let end = Terminator::Any(b'\n');
    let mut reader = reader.delimiter(separator).terminator(end).build();
    // The end of the line ends the last field, unless a quote is open.
    let input = format!("{line}\n");
    // A field is not longer than what it is read from.
    let mut output = vec![0; input.len()];
    let mut fields = Vec::new();
    let mut start = 0;
    loop {
        let column = line
            .get(..start)
            .map_or(1, |before| before.chars().count() + 1);
        let Read { length, read, end } = read(&mut reader, &input.as_bytes()[start..], &mut output);
        let Some(is_last) = end else {
            return Err(OpenQuote { column });
        };
        // Quotes and separators are of one byte, so no character is cut.
        let text = String::from_utf8_lossy(&output[..length]).into_owned();
        fields.push(Field { text, column });
        if is_last {
            return Ok(fields);
        }
        start += read;
    }
}

/// What was read for one field.
struct Read {
    /// How many bytes of the input, the separator included.
    read: usize,
    /// How many bytes of the output.
    length: usize,
    /// Whether it is the last of its line, or `None` if it does not end.
    end: Option<bool>,
}

fn read(reader: &mut Reader, input: &[u8], output: &mut [u8]) -> Read {
    let (result, read, length) = reader.read_field(input, output);
    let end = match result {
        ReadFieldResult::Field { record_end } => Some(record_end),
        ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull | ReadFieldResult::End => None,
    };
    Read { read, length, end }
}

#[cfg(test)]
mod tests {
    use super::{OpenQuote, split};

    fn fields(line: &str, separator: u8) -> Vec<(String, usize)> {
        let fields = split(line, separator).unwrap();
        fields.into_iter().map(|it| (it.text, it.column)).collect()
    }

    #[test]
    fn columns_are_counted_in_characters() {
        let expected = [("şğ", 1), ("", 4), ("a,\"b", 5), ("c", 13)];
        let expected = expected.map(|(text, column)| (text.to_owned(), column));
        assert_eq!(fields("şğ,,\"a,\"\"b\",c", b','), expected);
        assert_eq!(fields("a;b", b';')[1], ("b".to_owned(), 3));
        assert_eq!(fields("", b','), []);
        assert_eq!(fields(",", b',').len(), 2);
    }

    #[test]
    fn a_quote_that_is_not_closed_swallows_no_other_line() {
        assert_eq!(split("a,\"b,c", b','), Err(OpenQuote { column: 3 }));
        assert_eq!(split("a,b\"", b',').unwrap()[1].text, "b\"");
    }
}
