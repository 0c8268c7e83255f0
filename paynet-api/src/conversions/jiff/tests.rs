//! Round trips, and what cannot be converted: ranges, offsets and leap seconds.

use super::{Date, DateTime, Timestamp, TurkishDateTime, civil};

fn date_time(text: &str) -> DateTime {
    text.parse().unwrap()
}

#[test]
fn dates_round_trip() {
    for text in ["0000-01-01", "1970-01-01", "2024-02-29", "9999-12-31"] {
        let date: Date = text.parse().unwrap();
        let civil = civil::Date::try_from(&date).unwrap();
        assert_eq!(civil.to_string(), text);
        assert_eq!(Date::try_from(civil), Ok(date));
    }
    assert!(civil::Date::try_from(&Date::verbatim("29.02.2024")).is_err());
    assert!(Date::try_from(civil::date(-1, 1, 1)).is_err());
    assert!(Date::try_from(civil::Date::MIN).is_err());
}

#[test]
fn instants_round_trip() {
    for (text, expected) in [
        ("2024-05-31T12:30:00+03:00", "2024-05-31T09:30:00Z"),
        ("2024-05-30T23:00:00.5-10:30", "2024-05-31T09:30:00.5Z"),
        (
            "1969-12-31T23:59:59.999999999Z",
            "1969-12-31T23:59:59.999999999Z",
        ),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
    ] {
        let instant = Timestamp::try_from(&date_time(text)).unwrap();
        assert_eq!(instant, expected.parse().unwrap(), "{text}");
        let back = DateTime::try_from(instant).unwrap();
        assert_eq!(Timestamp::try_from(&back).unwrap(), instant);
    }
    for text in ["2024-05-31T12:30:00", "9999-12-31T23:59:59Z"] {
        assert!(Timestamp::try_from(&date_time(text)).is_err(), "{text}");
    }
    assert!(DateTime::try_from(Timestamp::MIN).is_err());
    assert!(DateTime::try_from(Timestamp::MAX).is_ok());
    let before_year_0: Timestamp = "-000001-12-31T23:59:59Z".parse().unwrap();
    assert!(DateTime::try_from(before_year_0).is_err());
}

#[test]
fn civil_dates_and_times_have_no_offset() {
    for text in [
        "2024-05-31T12:30:00",
        "2024-05-31T12:30:00.250000000",
        "0000-01-01T00:00:00",
        "9999-12-31T23:59:59.999999999",
    ] {
        let civil = civil::DateTime::try_from(&date_time(text)).unwrap();
        assert_eq!(civil, text.parse().unwrap());
        assert_eq!(DateTime::try_from(civil).unwrap().as_str(), text);
        let turkish = TurkishDateTime::try_from(civil).unwrap();
        assert_eq!(turkish.as_str(), text);
        assert_eq!(civil::DateTime::try_from(&turkish), Ok(civil));
    }
    for text in [
        "2024-05-31T12:30:00Z",
        "2024-05-31T12:30:00+03:00",
        "2016-12-31T23:59:60",
    ] {
        assert!(
            civil::DateTime::try_from(&date_time(text)).is_err(),
            "{text}"
        );
        let turkish = TurkishDateTime::from(text);
        assert!(civil::DateTime::try_from(&turkish).is_err(), "{text}");
    }
    assert!(DateTime::try_from(civil::DateTime::MIN).is_err());
    assert!(TurkishDateTime::try_from(civil::DateTime::MIN).is_err());
}
