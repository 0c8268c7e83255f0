//! The result file: the lines of the batch, and what became of each.
//!
//! It is written as a whole at the end, under another name first: it is never half a file. What a
//! process that was killed has done is in the journal, and the next run writes the file.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process;

use csv::{Terminator, WriterBuilder};

use super::report::Report;
use crate::exit::Failure;
use crate::file::{BatchFile, Form};
use crate::language::{Language, text};
use crate::words;

/// The columns that are added. If the batch has them, because it was a result file itself, they are
/// replaced.
const ADDED: [&str; 4] = ["state", "code", "when", "evidence"];

/// A result file that can be written.
pub(super) struct ResultFile {
    path: PathBuf,
    /// The name until it is whole.
    partial: PathBuf,
}

impl ResultFile {
    /// Makes sure that the file can be written, before anything is sent.
    ///
    /// # Errors
    ///
    /// If it cannot be, or another file would be overwritten.
    pub(super) fn prepare(path: &Path, batch: &Path, language: Language) -> Result<Self, Failure> {
        let name = path.display();
        if path.exists() && (is_same(path, batch) || !is_result(path)) {
            return Err(Failure::new(text!(
                language,
                "{name} exists and is no result file: name another with --result; nothing was sent",
                "{name} var ve bir sonuç dosyası değil: --result ile başkasını yazın; hiçbir şey gönderilmedi",
            )));
        }
        // Another run may write the same result at this moment.
        let mut partial = OsString::from(path);
        partial.push(format!(".{}.partial", process::id()));
        let partial = PathBuf::from(partial);
        // It is removed again, so that nothing is left behind if the process is killed.
        let tried = File::create(&partial).map(drop);
        let tried = tried.and_then(|()| fs::remove_file(&partial));
        tried.map_err(|error| {
            Failure::new(text!(
                language,
                "the result cannot be written to {name}: {error}; nothing was sent",
                "sonuç {name} dosyasına yazılamıyor: {error}; hiçbir şey gönderilmedi",
            ))
        })?;
        Ok(Self {
            path: path.to_owned(),
            partial,
        })
    }

    /// Writes the file.
    pub(super) fn write(self, batch: &BatchFile, reports: &[Report]) -> io::Result<()> {
        let mut file = File::create(&self.partial)?;
        write(&mut file, batch, reports)?;
        file.sync_all()?;
        fs::rename(&self.partial, &self.path)
    }
}

fn is_same(path: &Path, other: &Path) -> bool {
    let [path, other] = [path, other].map(|it| it.canonicalize().ok());
    path.is_some() && path == other
}

/// Returns whether a file's first line ends with the columns that are added.
fn is_result(path: &Path) -> bool {
    let mut first = String::new();
    let read = File::open(path).and_then(|file| BufReader::new(file).read_line(&mut first));
    let columns = first.trim_end().rsplit([',', ';']).take(ADDED.len());
    read.is_ok() && columns.eq(ADDED.iter().rev().copied())
}

fn write(file: &mut File, batch: &BatchFile, reports: &[Report]) -> io::Result<()> {
    let Form {
        separator,
        has_mark,
        is_crlf,
    } = batch.form;
    if has_mark {
        file.write_all("\u{FEFF}".as_bytes())?;
    }
    let terminator = match is_crlf {
        true => Terminator::CRLF,
        false => Terminator::Any(b'\n'),
    };
    let mut builder = WriterBuilder::new();
    let mut writer = builder
        .delimiter(separator)
        .terminator(terminator)
        .from_writer(file);
    let own = |fields: &[String]| {
        let fields = batch.columns.iter().zip(fields);
        let own = fields.filter(|(column, _)| !ADDED.contains(&column.as_str()));
        own.map(|(_, field)| field.clone()).collect::<Vec<_>>()
    };
    writer.write_record(
        own(&batch.columns)
            .into_iter()
            .chain(ADDED.map(str::to_owned)),
    )?;
    for (row, report) in batch.rows.iter().zip(reports) {
        let added = [
            report.state.to_owned(),
            report.code.map(|code| code.to_string()).unwrap_or_default(),
            report.when.map(words::instant).unwrap_or_default(),
            report.evidence.clone(),
        ];
        writer.write_record(own(&row.fields).into_iter().chain(added))?;
    }
    writer.flush()
}
