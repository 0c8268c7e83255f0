//! Decodes and encodes `oneOf` and `anyOf`, and open string enums.

use super::{read, round_trip, written};

#[test]
fn alternatives_are_distinguished() {
    use crate::one_of_by_shape::api::types::{Payment, PaymentMeans};
    let means = |json: &str| {
        round_trip::<Payment>(&format!(r#"{{"means":{json}}}"#));
        read::<Payment>(&format!(r#"{{"means":{json}}}"#)).map(|payment| payment.means)
    };
    assert_eq!(means("\"a\""), Ok(Some(PaymentMeans::Text("a".into()))));
    assert_eq!(means("7"), Ok(Some(PaymentMeans::Integer(7))));
    assert!(matches!(means(r#"["a"]"#), Ok(Some(PaymentMeans::List(_)))));
    assert!(matches!(
        means(r#"{"number":"4","month":1}"#),
        Ok(Some(PaymentMeans::Card(_)))
    ));
    // Both objects can be decoded as either: the alternative without unknown members wins.
    assert!(matches!(
        means(r#"{"iban":"TR","month":1}"#),
        Ok(Some(PaymentMeans::Iban(_)))
    ));
    assert!(matches!(
        means(r#"{"address":"a"}"#),
        Ok(Some(PaymentMeans::ByMail(_)))
    ));
    for unknown in ["true", "1.5", "[1]"] {
        assert!(matches!(means(unknown), Ok(Some(PaymentMeans::Other(_)))));
    }
    round_trip::<Payment>(r#"{"note":null,"day":"2024-01-01","mood":"glad"}"#);
}

#[test]
fn an_unknown_discriminator_is_kept() {
    use crate::one_of_with_a_discriminator::api::types::{Dog, Pet};
    let pet = |json: &str| {
        round_trip::<Pet>(json);
        read::<Pet>(json).expect("anything can be kept")
    };
    assert!(matches!(
        pet(r#"{"kind":"kitten","lives":9}"#),
        Pet::Cat(cat) if cat.lives == Some(9)
    ));
    assert!(matches!(
        pet(r#"{"kind":"dog","friend":{"kind":"cat"}}"#),
        Pet::Dog(dog) if matches!(dog.friend.as_deref(), Some(Pet::Cat(_)))
    ));
    assert!(matches!(
        pet(r#"{"kind":"fox","price":1.50}"#),
        Pet::Other(_)
    ));
    assert!(matches!(
        pet(r#"{"kind":"cat","lives":"nine"}"#),
        Pet::Other(_)
    ));
    assert_eq!(written(&Pet::Dog(Dog::default())), r#"{"kind":"dog"}"#);
}

#[test]
fn an_enum_member_distinguishes_alternatives() {
    use crate::one_of_with_distinct_enums::api::types::Event;
    round_trip::<Event>(r#"{"type":"stolen","at":"noon"}"#);
    let event = |json| read::<Event>(json).expect("anything can be kept");
    assert!(matches!(event(r#"{"type":"captured"}"#), Event::Paid(_)));
    assert!(matches!(event(r#"{"type":"stolen"}"#), Event::Lost(_)));
    assert!(matches!(event(r#"{"type":"found"}"#), Event::Other(_)));
    assert!(matches!(event(r#"{"at":"noon"}"#), Event::Paid(_)));
}

#[test]
fn alternatives_share_an_objects_members() {
    use crate::one_of_beside_properties::api::types::{Animal, Means, Order, OrderOneOf, Shipment};
    round_trip::<Order>(r#"{"id":"i","iban":"TR"}"#);
    round_trip::<Shipment>(r#"{"weight":1,"number":"4"}"#);
    round_trip::<Animal>(r#"{"kind":"Bird","wings":2}"#);
    let order: Order = read(r#"{"id":"i","iban":"TR"}"#).expect("it fits");
    assert!(matches!(order.one_of, OrderOneOf::Iban(_)));
    let shipment: Shipment = read(r#"{"weight":1,"number":"4"}"#).expect("it fits");
    assert!(matches!(shipment.means, Means::Card(_)));
    round_trip::<Order>(r#"{"id":"i","cash":true}"#);
}

#[test]
fn the_only_value_of_an_enum_is_filled_in_but_not_required() {
    use crate::string_enum_of_one_value_is_filled_in::api::types::Order;
    assert_eq!(written(&Order::new("i")), r#"{"object":"order","id":"i"}"#);
    round_trip::<Order>(r#"{"object":"deleted_order","id":"i","kind":"fancy"}"#);
}

#[test]
fn an_enum_of_many_values_is_a_string_with_constants() {
    use crate::string_enum_of_more_than_64_values_is_a_string::api::types::Carrier;
    assert_eq!(read(r#""v7""#), Ok(Carrier::V7));
    assert_eq!(written(&Carrier::V64), r#""v64""#);
    round_trip::<Carrier>(r#""v65""#);
}

#[test]
fn alternatives_with_the_same_members_share_their_values() {
    use crate::any_of_with_other_values_of_the_same_properties::api::types::{Detail, DetailIssue};
    let detail: Detail = read(r#"{"issue":"MISSING"}"#).expect("it fits");
    assert_eq!(detail.issue, Some(DetailIssue::Missing));
    round_trip::<Detail>(r#"{"issue":"BROKEN","description":"d"}"#);
}

#[test]
fn decoding_alternatives_terminates() {
    use crate::one_of_with_a_discriminator::api::types::Pet;
    let deep = format!("{}{}", r#"{"x":1,"friend":"#.repeat(120), "{}") + &"}".repeat(120);
    assert!(read::<Pet>(&deep).is_ok());
}
