//! Decodes and encodes integers of every width, and strings of known formats.

use paynet_api::runtime::{Base64, Date, DateTime, Integer};

use super::loopback::sent;
use super::{read, round_trip, written};

#[test]
fn integers_of_every_width() {
    use crate::integers_of_every_width::api::types::Widths;
    round_trip::<Widths>(
        r#"{"int8":-128,"int16":-32768,"uint8":255,"uint16":65535,"uint32":4294967295,"uint64":18446744073709551615,"limits_are_documented":256,"wider_than_its_format":9999999999,"never_negative":18446744073709551615,"of_any_size":-1,"ether":115792089237316195423570985008687907853269984665640564039457584007913129639935}"#,
    );
    let widths: Widths =
        read(r#"{"uint8":1e2,"int8":100.0,"of_any_size":1e30}"#).expect("a zero fraction");
    assert_eq!((widths.uint8, widths.int8), (Some(100), Some(100)));
    assert_eq!(
        widths.of_any_size.as_ref().map(Integer::as_str),
        Some("1e30")
    );
    for wrong in [
        r#"{"uint8":256}"#,
        r#"{"uint16":-1}"#,
        r#"{"int8":0.5}"#,
        r#"{"uint64":18446744073709551616}"#,
        r#"{"of_any_size":0.5}"#,
        r#"{"of_any_size":"1"}"#,
    ] {
        assert!(read::<Widths>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn strings_of_known_formats_are_kept_as_received() {
    use crate::strings_of_known_formats::api::types::Receipt;
    round_trip::<Receipt>(
        r#"{"day":"2024-05-31","paid_at":"2024-05-31T12:30:00.1234567890+03:00","total":"14.650","logo":"+/8=","token":"-_8","pin":"MTIzNA==","born":"1990-01-02"}"#,
    );
    let born = r#"{"day":"","paid_at":"","total":"","born":"1990-01-02"}"#;
    let printed = format!("{:?}", read::<Receipt>(born));
    assert!(!printed.contains("1990"), "{printed}");
    // None of them matches its format. The response is decoded nevertheless.
    let odd = r#"{"day":"31.05.2024","paid_at":"","total":"14,65 TRY","logo":"?"}"#;
    round_trip::<Receipt>(odd);
    let receipt: Receipt = read(odd).expect("texts are kept");
    assert_eq!(receipt.day.as_str(), "31.05.2024");
    assert!(receipt.day.parts().is_err() && receipt.paid_at.unix().is_err());
    assert!(receipt.total.decimal().is_err());
    assert!(receipt.logo.is_some_and(|logo| logo.bytes().is_err()));
    for wrong in [
        r#"{"day":20240531,"paid_at":"","total":""}"#,
        r#"{"day":"","paid_at":"","total":14.65}"#,
    ] {
        assert!(read::<Receipt>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn strings_of_known_formats_are_created_from_values() {
    use crate::strings_of_known_formats::api::types::Receipt;
    let mut receipt = Receipt::new(
        Date::new(2024, 5, 31).expect("there is one"),
        DateTime::from_unix(1_717_147_800, 0).expect("it is of this year"),
        "14.650".parse().expect("it is a number"),
    );
    receipt.logo = Some(Base64::new([0xfb, 0xff]));
    assert_eq!(
        written(&receipt),
        r#"{"day":"2024-05-31","paid_at":"2024-05-31T09:30:00Z","total":"14.650","logo":"+/8="}"#
    );
}

#[tokio::test]
async fn parameters_can_be_strings_of_known_formats() {
    use crate::strings_of_known_formats::Client;
    let day: Date = "2024-05-31".parse().expect("it is a day");
    let since = "2024-05-31T12:30:00+03:00".parse().ok();
    let request = sent(|server| {
        let client = Client::builder(server).build().expect("it needs nothing");
        client.api().receipts(&day).with(|receipts| {
            receipts.since = since;
        })
    })
    .await;
    let target = request.lines().next();
    assert_eq!(
        target,
        Some("GET /receipts/2024-05-31?since=2024-05-31T12%3A30%3A00%2B03%3A00 HTTP/1.1")
    );
}
