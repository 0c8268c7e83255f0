//! Dates and times at their edges.

use std::time::{Duration, SystemTime};

use super::DateTime;

fn unix(text: &str) -> Option<(i64, u32)> {
    text.parse::<DateTime>().ok()?.unix().ok()
}

#[test]
fn one_instant_in_many_formats() {
    for text in [
        "2024-05-31T09:30:00Z",
        "2024-05-31t09:30:00z",
        "2024-05-31 09:30:00Z",
        "2024-05-31T09:30Z",
        "2024-05-31T12:30:00+03:00",
        "2024-05-31T12:30:00.000+0300",
        "2024-05-31T12:30:00+03",
        "2024-05-30T23:00:00-10:30",
    ] {
        assert_eq!(unix(text), Some((1_717_147_800, 0)), "{text}");
    }
}

#[test]
fn first_and_last_instants_and_leap_seconds() {
    assert_eq!(unix("1970-01-01T00:00:00Z"), Some((0, 0)));
    assert_eq!(unix("1969-12-31T23:59:59.5Z"), Some((-1, 500_000_000)));
    assert_eq!(unix("2016-12-31T23:59:60Z"), unix("2017-01-01T00:00:00Z"));
    assert_eq!(
        unix("2024-05-31T09:30:00.1234567899Z"),
        Some((1_717_147_800, 123_456_789))
    );
    assert_eq!(unix("0000-01-01T00:00:00Z"), Some((-62_167_219_200, 0)));
    assert_eq!(unix("9999-12-31T23:59:59Z"), Some((253_402_300_799, 0)));
}

#[test]
fn instants_round_trip() {
    for (seconds, nanoseconds) in [
        (0, 0),
        (-1, 1),
        (1_717_147_800, 999_999_999),
        (-62_167_219_200, 0),
    ] {
        let text = DateTime::from_unix(seconds, nanoseconds).unwrap();
        assert_eq!(text.unix().unwrap(), (seconds, nanoseconds));
        let instant = text.instant().unwrap();
        assert_eq!(DateTime::try_from(instant).unwrap(), text);
    }
    let before = SystemTime::UNIX_EPOCH - Duration::from_millis(1500);
    assert_eq!(
        DateTime::try_from(before).unwrap().as_str(),
        "1969-12-31T23:59:58.500000000Z"
    );
    assert!(DateTime::from_unix(253_402_300_800, 0).is_err());
    assert!(DateTime::from_unix(i64::MIN, 0).is_err());
    assert!(DateTime::from_unix(0, 1_000_000_000).is_err());
}

#[test]
fn without_an_offset_there_is_no_instant() {
    let local: DateTime = "2024-05-31T12:30:00.5".parse().unwrap();
    let parts = local.parts().unwrap();
    assert_eq!((parts.offset, parts.nanosecond), (None, 500_000_000));
    assert!(local.unix().is_err() && local.instant().is_err());
}

#[test]
fn other_strings_are_rejected() {
    for text in [
        "",
        "2024-05-31",
        "2024-05-31T",
        "2024-05-31T24:00:00Z",
        "2024-05-31T12:60:00Z",
        "2024-05-31T12:30:61Z",
        "2024-05-31T12:30:00.Z",
        "2024-05-31T12:30.5Z",
        "2024-05-31T12:30:00+24:00",
        "2024-05-31T12:30:00+3",
        "2024-05-31T12:30:00 Z",
        "2024-02-30T12:30:00Z",
        "2024-05-31T12:30:00+٠٣",
        "31.05.2024 12:30",
        "1717147800",
        "2024-05-3é12:30:00",
    ] {
        assert!(text.parse::<DateTime>().is_err(), "{text}");
        assert!(DateTime::verbatim(text).unix().is_err(), "{text}");
    }
}
