//! The file of a batch: CSV, a refund in each line.
//!
//! It is read as a whole, and every line that is wrong is reported: nothing is sent while one is.
//!
//! | module | content |
//! | --- | --- |
//! | `line` | the fields of a line, and their columns |
//! | `header` | the first line: the columns, and what separates them |
//! | `row` | a line: a refund |
//! | `amount` | `10.50` or `full`, and what to write instead of something else |
//! | `together` | what only several lines together show |
//! | `check` | reads a file from the disk, and prints what is wrong |
//! | `problem` | what can be wrong, in words |

mod amount;
mod check;
mod header;
mod line;
mod problem;
mod row;
mod together;

#[cfg(test)]
mod tests;

pub(crate) use check::{check, wrong_file};
pub(crate) use row::Row;

use header::Header;
use problem::{Kind, Problem};
use together::KeyAt;

/// What a file of refunds has.
#[derive(Debug)]
pub(crate) struct BatchFile {
    pub(crate) form: Form,
    /// The names of all columns.
    pub(crate) columns: Vec<String>,
    /// The names of those that are not read.
    pub(crate) not_read: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

/// How the file is written: the result file is written in the same way, so the same program opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) separator: u8,
    /// Whether it begins with a byte order mark, as Excel's "CSV UTF-8" does.
    pub(crate) has_mark: bool,
    /// Whether lines end as on Windows.
    pub(crate) is_crlf: bool,
}

const MARK: char = '\u{FEFF}';

/// Reads a file.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the lines.
fn read(bytes: &[u8]) -> Result<BatchFile, Vec<Problem>> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(vec![problem(1, 1, Kind::Utf16)]);
    }
    // What is not UTF-8 is reported, so what it is replaced by is sent nowhere.
    let decoded = String::from_utf8_lossy(bytes);
    let text = decoded.strip_prefix(MARK).unwrap_or(&decoded);
    let first = text.split('\n').next().unwrap_or_default();
    let mut problems: Vec<Problem> = lines(text).filter_map(not_utf8).collect();
    let header = match Header::read(first.trim_end_matches('\r')) {
        Ok(header) => header,
        // Without knowing the columns, what is wrong below cannot be told.
        Err(wrong) => return Err(in_order(problems, wrong)),
    };
    let form = Form {
        separator: header.separator,
        has_mark: decoded.starts_with(MARK),
        is_crlf: first.ends_with('\r'),
    };
    let rows = rows(text, &header, &mut problems);
    if rows.is_empty() && problems.is_empty() {
        problems.push(problem(1, 1, Kind::NoRefunds));
    }
    match problems.is_empty() {
        true => Ok(BatchFile {
            form,
            not_read: header.not_read(),
            columns: header.names,
            rows,
        }),
        false => Err(in_order(problems, Vec::new())),
    }
}

/// Returns the lines without their ends, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let lines = text
        .split('\n')
        .map(|it| it.strip_suffix('\r').unwrap_or(it));
    lines.zip(1..)
}

/// Reads the lines below the first.
fn rows(text: &str, header: &Header, problems: &mut Vec<Problem>) -> Vec<Row> {
    let (mut rows, mut keys) = (Vec::new(), Vec::new());
    for (text, line) in lines(text).skip(1) {
        let key = match Row::read(line, text, header) {
            Ok(None) => None,
            Ok(Some(row)) => {
                let key = (row.key.clone(), row.key_column());
                rows.push(row);
                Some(key)
            }
            Err(wrong) => {
                problems.extend(wrong.problems);
                wrong.key
            }
        };
        keys.extend(key.map(|(key, column)| KeyAt { key, line, column }));
    }
    problems.extend(together::second_keys(&keys));
    problems.extend(together::check(&rows));
    rows
}

/// Finds the first character of a line that is not UTF-8, or was replaced in an earlier conversion.
fn not_utf8((text, line): (&str, usize)) -> Option<Problem> {
    let before = text
        .chars()
        .position(|it| it == char::REPLACEMENT_CHARACTER)?;
    Some(problem(line, before + 1, Kind::NotUtf8))
}

fn in_order(mut problems: Vec<Problem>, others: Vec<Problem>) -> Vec<Problem> {
    problems.extend(others);
    problems.sort_by_key(|it| (it.line, it.column));
    problems
}

const fn problem(line: usize, column: usize, kind: Kind) -> Problem {
    Problem { line, column, kind }
}
