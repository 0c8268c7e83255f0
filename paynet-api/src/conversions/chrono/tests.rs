//! Round trips, and what cannot be converted: ranges, offsets and leap seconds.

use super::{
    ChronoDateTime, Date, DateTime, FixedOffset, NaiveDate, NaiveDateTime, TurkishDateTime, Utc,
};

fn date_time(text: &str) -> DateTime {
    text.parse().unwrap()
}

fn fixed(text: &str) -> Option<ChronoDateTime<FixedOffset>> {
    ChronoDateTime::try_from(&date_time(text)).ok()
}

#[test]
fn dates_round_trip() {
    for text in ["0000-01-01", "1970-01-01", "2024-02-29", "9999-12-31"] {
        let date: Date = text.parse().unwrap();
        let naive = NaiveDate::try_from(&date).unwrap();
        assert_eq!(naive.to_string(), text);
        assert_eq!(Date::try_from(naive), Ok(date));
    }
    assert!(NaiveDate::try_from(&Date::verbatim("29.02.2024")).is_err());
    for naive in [NaiveDate::MIN, NaiveDate::MAX] {
        assert!(Date::try_from(naive).is_err());
    }
    let year_10000 = NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap();
    assert!(Date::try_from(year_10000).is_err());
}

#[test]
fn offsets_and_leap_seconds_round_trip() {
    for text in [
        "2024-05-31T12:30:00+03:00",
        "2024-05-30T23:00:00.500000000-10:30",
        "2016-12-31T23:59:60+00:00",
        "2016-12-31T23:59:60.250000000+00:00",
        "0000-01-01T00:00:00+00:00",
        "9999-12-31T23:59:59.999999999+00:00",
    ] {
        let back = DateTime::try_from(fixed(text).unwrap()).unwrap();
        assert_eq!(back.as_str(), text);
    }
    assert_eq!(fixed("2024-05-31T12:30:00"), None);
}

#[test]
fn instants_are_those_of_unix_time() {
    for text in [
        "2024-05-31T12:30:00+03:00",
        "1969-12-31T23:59:59.5Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
    ] {
        let instant = ChronoDateTime::<Utc>::try_from(&date_time(text)).unwrap();
        let unix = (instant.timestamp(), instant.timestamp_subsec_nanos());
        assert_eq!(date_time(text).unix(), Ok(unix), "{text}");
        let back = DateTime::try_from(instant).unwrap();
        assert_eq!(back.unix(), Ok(unix), "{text}");
    }
    assert!(DateTime::try_from(ChronoDateTime::<Utc>::MIN_UTC).is_err());
    assert!(DateTime::try_from(ChronoDateTime::<Utc>::MAX_UTC).is_err());
}

#[test]
fn what_a_string_cannot_say_is_an_error() {
    let offset = FixedOffset::east_opt(3 * 3600 + 1).unwrap();
    let naive: NaiveDateTime = "2024-05-31T12:30:00".parse().unwrap();
    let odd = naive.and_local_timezone(offset).unwrap();
    assert!(DateTime::try_from(odd).is_err());
}

#[test]
fn naive_dates_and_times_have_no_offset() {
    for text in [
        "2024-05-31T12:30:00",
        "2024-05-31T12:30:00.250000000",
        "0000-01-01T00:00:00",
        "9999-12-31T23:59:59.999999999",
    ] {
        let naive = NaiveDateTime::try_from(&date_time(text)).unwrap();
        assert_eq!(naive, text.parse().unwrap());
        assert_eq!(DateTime::try_from(naive).unwrap().as_str(), text);
        let turkish = TurkishDateTime::try_from(naive).unwrap();
        assert_eq!(turkish.as_str(), text);
        assert_eq!(NaiveDateTime::try_from(&turkish), Ok(naive));
    }
    for text in ["2024-05-31T12:30:00Z", "2024-05-31T12:30:00+03:00"] {
        assert!(NaiveDateTime::try_from(&date_time(text)).is_err(), "{text}");
        let turkish = TurkishDateTime::from(text);
        assert!(NaiveDateTime::try_from(&turkish).is_err(), "{text}");
    }
    let leap = NaiveDateTime::try_from(&date_time("2016-12-31T23:59:60")).unwrap();
    assert_eq!(
        DateTime::try_from(leap).unwrap().as_str(),
        "2016-12-31T23:59:60"
    );
    assert!(TurkishDateTime::try_from(leap).is_err());
    assert!(DateTime::try_from(NaiveDateTime::MIN).is_err());
    assert!(TurkishDateTime::try_from(NaiveDateTime::MAX).is_err());
}
