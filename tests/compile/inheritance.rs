//! Schemas that extend one with a discriminator: which of them a value is, and what says so on the wire.

use super::discriminator_of_a_base as pets;
use super::discriminator_of_a_base_that_is_a_value::api::types as valued;
use super::discriminators_of_several_levels::api::types as nested;
use super::loopback::{exchanged, sent};
use super::{read, round_trip, written};
use pets::api::types::{Cat, Dog, Pet, Puppy, Robot};

#[test]
fn a_value_is_what_the_mapping_or_the_schemas_name_says() {
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
fn a_schema_says_which_it_is() {
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
async fn a_request_and_a_response_are_any_of_them() {
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
fn the_base_is_a_value_itself() {
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
        "it may be left out, and nothing says what else would mean it"
    );
    let mut car = Car::default();
    assert_eq!(written(&Vehicle::Car(car.clone())), r#"{"type":"car"}"#);
    car.type_ = Some("cabriolet".into());
    assert_eq!(
        written(&Vehicle::Car(car)),
        r#"{"type":"cabriolet"}"#,
        "what is said already is not said twice"
    );
    round_trip::<Fault>(r#"{"code":"other","text":"t"}"#);
    let fault: Fault = read(r#"{"code":"other","text":"t"}"#).expect("it fits");
    assert!(matches!(fault, Fault::Fault(_)));
    let either: Either = read(r#"{"code":"late","days":3}"#).expect("it fits");
    assert!(matches!(either, Either::Fault(Fault::LateFault(_))));
}

#[test]
fn one_discriminator_leads_to_another() {
    use nested::{Animal, Dog, Event, Pet};
    let json = r#"{"kingdom":"pet","petType":"house_cat","lives":9}"#;
    round_trip::<Animal>(json);
    let animal: Animal = read(json).expect("it fits");
    assert!(matches!(animal, Animal::Pet(Pet::HouseCat(_))));
    assert_eq!(written(&Dog::new()), r#"{"kingdom":"pet","petType":"dog"}"#);
    let event: Event = read(r##"{"@type":"#refund","why":"w"}"##).expect("it fits");
    assert!(matches!(event, Event::RefundEvent(_)));
}
