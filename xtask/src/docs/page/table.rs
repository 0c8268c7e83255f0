//! Tables: of parameters, and of addresses.

use super::block::{Cell, Row, Table};
use super::builder::{Builder, address};
use super::words::{self, Column};
use crate::docs::facts::{Direction, Field, FieldType, Fields, Placed};

/// Reads a table, and adds what it says to the page. `section` is the section of a table that is
/// not in a tab.
pub(super) fn read(
    builder: &mut Builder,
    table: &Table,
    start: usize,
    title: &str,
    section: Option<&str>,
) {
    let Some(columns) = columns(builder, table) else {
        return;
    };
    if columns.contains(&Column::System) && columns.contains(&Column::Url) {
        addresses(builder, table, &columns);
        return;
    }
    if !columns.contains(&Column::Name) || !columns.contains(&Column::Type) {
        builder.fault(
            start,
            "a table that has neither names and types nor addresses",
        );
        return;
    }
    let fields = Fields {
        at: builder.page.text.at(start),
        list: rows(builder, table, &columns),
    };
    place(builder, fields, start, title, section);
}

/// Adds the fields of a table where its title says that they belong.
fn place(builder: &mut Builder, fields: Fields, start: usize, title: &str, section: Option<&str>) {
    let operation = &mut builder.page.operation;
    if section.is_some() {
        let last = operation.notifications.last_mut();
        match last.filter(|last| section == Some(&last.title) && last.fields.is_none()) {
            Some(notification) => notification.fields = Some(fields),
            None => builder.fault(start, "a table in a section that describes no notification"),
        }
        return;
    }
    let slot = match words::direction(title) {
        Some(Direction::Request) => &mut operation.request,
        Some(Direction::Response) => &mut operation.response,
        None => {
            builder.fault(
                start,
                format!("a table that is neither of a request nor of a response: `{title}`"),
            );
            return;
        }
    };
    if slot.replace(fields).is_some() {
        builder.fault(start, format!("a second table `{title}`"));
    }
}

/// Returns the columns; `None` if one is unknown, which is reported.
fn columns(builder: &mut Builder, table: &Table) -> Option<Vec<Column>> {
    let mut columns = Vec::new();
    for heading in &table.headings {
        let Some(column) = words::column(&heading.text) else {
            builder.fault(
                heading.start,
                format!("an unknown column `{}`", heading.text),
            );
            return None;
        };
        columns.push(column);
    }
    Some(columns)
}

/// Reads the rows of a table of parameters. A row that can't be read is reported.
fn rows(builder: &mut Builder, table: &Table, columns: &[Column]) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for row in &table.rows {
        if is_complete(builder, row, columns)
            && let Some(field) = field(builder, row, columns)
        {
            if fields.iter().any(|other| other.name == field.name) {
                builder.fault(row.start, format!("a second row for `{}`", field.name));
            } else {
                fields.push(field);
            }
        }
    }
    fields
}

/// Returns whether a row has as many cells as there are columns.
fn is_complete(builder: &mut Builder, row: &Row, columns: &[Column]) -> bool {
    let is_complete = row.written == columns.len();
    if !is_complete {
        let (found, expected) = (row.written, columns.len());
        let text = format!("expected a row of {expected} cells, found {found}");
        builder.fault(row.start, text);
    }
    is_complete
}

fn cell<'r>(row: &'r Row, columns: &[Column], column: Column) -> Option<&'r Cell> {
    let index = columns.iter().position(|it| *it == column)?;
    row.cells.get(index)
}

fn field(builder: &mut Builder, row: &Row, columns: &[Column]) -> Option<Field> {
    let name = cell(row, columns, Column::Name)?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "_-.[]".contains(letter);
    let text = name.text.trim();
    if text.is_empty() || !text.chars().all(is_name) {
        builder.fault(
            name.start,
            format!("expected the name of a parameter, found `{text}`"),
        );
        return None;
    }
    let type_cell = cell(row, columns, Column::Type)?;
    let word = type_cell.text.trim();
    let Some(json) = words::json_type(word) else {
        builder.fault(
            type_cell.start,
            format!("an unknown type `{word}` of `{text}`"),
        );
        return None;
    };
    let required = match cell(row, columns, Column::Required) {
        None => None,
        Some(cell) => Some(required(builder, text, cell)?),
    };
    let word = word.to_owned();
    Some(Field {
        name: text.to_owned(),
        at: builder.page.text.at(name.start),
        field_type: Some(Placed::new(
            FieldType { word, json },
            builder.page.text.at(type_cell.start),
        )),
        required,
        pages: None,
    })
}

/// Reads whether a field is required.
fn required(builder: &mut Builder, field: &str, cell: &Cell) -> Option<Placed<bool>> {
    let Some(required) = words::required(&cell.text) else {
        let found = cell.text.trim();
        let text = format!("expected whether `{field}` is required, found `{found}`");
        builder.fault(cell.start, text);
        return None;
    };
    Some(Placed::new(required, builder.page.text.at(cell.start)))
}

fn addresses(builder: &mut Builder, table: &Table, columns: &[Column]) {
    for row in &table.rows {
        let (Some(system), Some(url)) = (
            cell(row, columns, Column::System),
            cell(row, columns, Column::Url),
        ) else {
            continue;
        };
        let environment = words::environment(&system.text);
        if environment.is_none() {
            let found = system.text.trim();
            builder.fault(system.start, format!("an unknown environment `{found}`"));
            continue;
        }
        match address(url.text.trim()) {
            Some(mut address) => {
                address.environment = environment;
                let at = builder.page.text.at(url.start);
                builder.add_address(address, at);
            }
            None => {
                let found = url.text.trim();
                builder.fault(url.start, format!("expected an address, found `{found}`"));
            }
        }
    }
}
