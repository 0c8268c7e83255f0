//! Whole files: what is read, and every mistake with its place.

use super::{Form, read};
use crate::language::Language;

fn problems(bytes: &[u8]) -> Vec<String> {
    let problems = read(bytes).unwrap_err();
    let described = problems
        .iter()
        .map(|it| it.describe("f.csv", Language::English));
    described.collect()
}

/// Returns the places alone.
fn places(text: &str) -> Vec<String> {
    let problems = problems(text.as_bytes());
    let places = problems
        .iter()
        .map(|it| it.split(": ").next().unwrap().to_owned());
    places.collect()
}

#[test]
fn what_excel_writes_is_read() {
    let excel = "\u{FEFF}transaction;amount;key;müşteri\r\nxk_1;10.50;s-1;\"Ayşe; Şişli\"\r\n;;;\r\n\r\nxk_2;full;s-2;\r\n";
    let file = read(excel.as_bytes()).unwrap();
    let form = Form {
        separator: b';',
        has_mark: true,
        is_crlf: true,
    };
    assert_eq!(
        (file.form, file.not_read.as_slice()),
        (form, &["müşteri".to_owned()][..])
    );
    let rows: Vec<_> = file
        .rows
        .iter()
        .map(|it| (it.line, it.key.as_str()))
        .collect();
    assert_eq!(rows, [(2, "s-1"), (5, "s-2")]);
    assert_eq!(file.rows[0].fields[3], "Ayşe; Şişli");

    let plain = read(b"key,amount,transaction\nk,full,xk_1").unwrap();
    let form = Form {
        separator: b',',
        has_mark: false,
        is_crlf: false,
    };
    assert_eq!((plain.form, plain.rows.len()), (form, 1));
}

#[test]
fn every_wrong_line_is_reported_with_its_place() {
    let text = "transaction,amount,key\n\
        xk_1,\"10,50\",a\n\
        ,10.50,b\n\
        xk_3,1.00\n\
        xk_4,\"1.00,d\n\
        xk_5,zwölf, e\n\
        xk_6,1.00,a\n\
        xk_7,1.00,good\n";
    assert_eq!(
        problems(text.as_bytes()),
        [
            "f.csv:2:6: the amount has a comma: write `10.50`, with a dot",
            "f.csv:3:1: the transaction is empty: write the `xact_id` that Paynet returned",
            "f.csv:4:1: expected 3 fields, as in the first line, found 2: quote a field that contains the separator, and write amounts with a dot",
            "f.csv:5:6: the quote that begins here is not closed in this line: close it; a refund is one line",
            "f.csv:6:6: this is no amount: write lira in digits, a dot and two digits of kuruş, or `full` for the whole",
            "f.csv:6:12: the key must have at most 200 characters, no white space around it and no control characters",
            "f.csv:7:11: line 2 has the same key: give each refund its own",
        ]
    );
}

#[test]
fn bytes_of_windows_1254_are_found_in_each_line() {
    let bytes = b"transaction,amount,key,note\nxk_1,full,a,Ay\xFEe\nxk_2,full,b,ok\nxk_3,full,c,\xDEi\xFEli\n";
    let found = problems(bytes);
    assert_eq!(found.len(), 2);
    assert!(found[0].starts_with("f.csv:2:15: this character is not UTF-8, perhaps Windows-1254"));
    assert!(found[1].starts_with("f.csv:4:13: "));
    let utf16: Vec<u8> = "\u{FEFF}transaction"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert!(problems(&utf16)[0].starts_with("f.csv:1:1: the file is UTF-16"));
}

#[test]
fn lines_that_cannot_all_be_meant_are_wrong() {
    let header = "transaction,amount,key,total\n";
    for (rows, expected) in [
        ("xk_1,1.00,a,\nxk_2,1.00,a,\n", &["f.csv:3:11"][..]),
        ("xk_1,full,a,\nxk_1,full,b,\n", &["f.csv:3:6"]),
        ("xk_1,1.00,a,\nxk_2,full,b,\nxk_1,full,c,\n", &["f.csv:4:6"]),
        ("xk_1,full,a,\nxk_1,1.00,b,\n", &["f.csv:3:6"]),
        ("xk_1,1.00,a,2.00\nxk_1,1.00,b,3.00\n", &["f.csv:3:6"]),
        ("xk_1,1.00,a,2.00\nxk_1,1.01,b,\n", &["f.csv:3:6"]),
        ("xk_1,1.00,a,0.99\n", &["f.csv:2:6"]),
        ("xk_1,1.00,a,9\n", &["f.csv:2:13"]),
    ] {
        assert_eq!(places(&format!("{header}{rows}")), expected, "{rows}");
    }
    let parts = format!("{header}xk_1,1.00,a,2.00\nxk_1,1.00,b,\n");
    assert_eq!(read(parts.as_bytes()).unwrap().rows.len(), 2);
}

#[test]
fn a_file_without_refunds_is_wrong() {
    for text in ["transaction,amount,key", "transaction,amount,key\n\n,,\n"] {
        assert_eq!(places(text), ["f.csv:1:1"], "{text}");
    }
    assert_eq!(places("").len(), 3);
}

#[test]
fn every_problem_is_told_in_both_languages() {
    let text = "transaction,amount,key\nxk_1,\"10,50\",a\n,x,\nxk_3\nxk_4,\"1.00,d\nxk_5,full,k\nxk_5,full,k\n";
    for problem in read(text.as_bytes()).unwrap_err() {
        let english = problem.describe("f.csv", Language::English);
        let turkish = problem.describe("f.csv", Language::Turkish);
        assert_ne!(english, turkish);
    }
}
