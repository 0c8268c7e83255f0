//! Decodes and encodes the subtypes of a schema with a discriminator.

use super::discriminator_of_a_base as pets;
use super::discriminator_of_a_base_that_is_a_value::api::types as valued;
use super::discriminators_of_several_levels::api::types as nested;
use super::loopback::{exchanged, sent};
use super::{read, round_trip, written};
use pets::api::types::{Cat, Dog, Pet, Puppy, Robot};

#[test]
fn the_mapping_or_the_schema_name_selects_the_subtype() {
    let pet = |json: &str| {
        round_trip::<Pet>(json);
        read::<Pet>(json).expect("anything can be kept")
    };
    assert!(matches!(
        pet(r#"{"kind":"kitten","name":"a","parent":{"kind":"hound","name":"b"},"lives":9}"#),
        Pet::Cat(cat) if cat.lives == Some(9) && matches!(cat.parent.as_deref(), Some(Pet::Dog(_)))
    ));
    assert!(matches!(
        pet(r#"{"kind":"Puppy","name":"a","weeks":3}"#),
        Pet::Puppy(puppy) if puppy.weeks == Some(3)
    ));
    assert!(matches!(
        pet(r#"{"kind":"robot","watts":5}"#),
        Pet::Robot(_)
    ));
    assert!(matches!(
        pet(r#"{"kind":"Cat","name":"a","extra":1.50}"#),
        Pet::Other(_)
    ));
}

#[test]
fn a_subtype_sends_its_discriminator() {
    assert_eq!(written(&Dog::new("a")), r#"{"kind":"hound","name":"a"}"#);
    assert_eq!(
        written(&Pet::Puppy(Puppy::new("a"))),
        r#"{"kind":"Puppy","name":"a"}"#
    );
    assert_eq!(
        written(&Pet::Cat(Cat::new("kitten", "a"))),
        r#"{"kind":"kitten","name":"a"}"#
    );
    assert_eq!(written(&Pet::Robot(Robot::new())), r#"{"kind":"robot"}"#);
}

#[tokio::test]
async fn requests_and_responses_can_be_any_subtype() {
    let response = r#"[{"kind":"cat","name":"a"},{"kind":"dragon","fire":true}]"#;
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{response}",
        response.len()
    );
    let pet = Pet::Dog(Dog::new("a"));
    let (request, result) = exchanged(&answer, |url| {
        let client = pets::Client::builder(url).build().expect("it has all");
        client.pets().add_pet(&pet)
    })
    .await;
    assert!(
        request.ends_with("\n\n{\"kind\":\"hound\",\"name\":\"a\"}"),
        "{request}"
    );
    let all = result.expect("it is read").into_response();
    assert!(
        matches!(all.as_slice(), [Pet::Cat(_), Pet::Other(dragon)] if dragon.as_str().contains("fire"))
    );
    let request = sent(|url| {
        let client = pets::Client::builder(url).build().expect("it has all");
        client.pets().add_dog(&Dog::new("b"))
    })
    .await;
    assert!(
        request.ends_with("\n\n{\"kind\":\"hound\",\"name\":\"b\"}"),
        "{request}"
    );
}

#[test]
fn the_base_can_be_a_value() {
    use valued::{Car, Either, Fault, Vehicle, VehicleObject};
    let vehicle = |json: &str| {
        round_trip::<Vehicle>(json);
        read::<Vehicle>(json).expect("anything can be kept")
    };
    assert!(matches!(vehicle(r#"{"wheels":4}"#), Vehicle::Vehicle(_)));
    assert!(matches!(
        vehicle(r#"{"type":"car","wheels":4}"#),
        Vehicle::Car(_)
    ));
    assert!(matches!(vehicle(r#"{"type":"ship"}"#), Vehicle::Other(_)));
    assert_eq!(
        written(&Vehicle::Vehicle(VehicleObject::default())),
        "{}",
        "the discriminator is optional, and no value of it means the base"
    );
    let mut car = Car::default();
    assert_eq!(written(&Vehicle::Car(car.clone())), r#"{"type":"car"}"#);
    car.type_ = Some("cabriolet".into());
    assert_eq!(
        written(&Vehicle::Car(car)),
        r#"{"type":"cabriolet"}"#,
        "a discriminator that is set is not sent twice"
    );
    round_trip::<Fault>(r#"{"code":"other","text":"t"}"#);
    let fault: Fault = read(r#"{"code":"other","text":"t"}"#).expect("it fits");
    assert!(matches!(fault, Fault::Fault(_)));
    let either: Either = read(r#"{"code":"late","days":3}"#).expect("it fits");
    assert!(matches!(either, Either::Fault(Fault::LateFault(_))));
}

#[test]
fn discriminators_can_be_nested() {
    use nested::{Animal, Dog, Event, Pet};
    let json = r#"{"kingdom":"pet","petType":"house_cat","lives":9}"#;
    round_trip::<Animal>(json);
    let animal: Animal = read(json).expect("it fits");
    assert!(matches!(animal, Animal::Pet(Pet::HouseCat(_))));
    assert_eq!(written(&Dog::new()), r#"{"kingdom":"pet","petType":"dog"}"#);
    let event: Event = read(r##"{"@type":"#refund","why":"w"}"##).expect("it fits");
    assert!(matches!(event, Event::RefundEvent(_)));
}
