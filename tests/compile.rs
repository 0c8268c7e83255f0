//! Compiles every case with warnings denied, and decodes and encodes the values of some.

#![expect(
    clippy::expect_used,
    reason = "a value that cannot be written has nothing to compare"
)]
#![deny(warnings)]

use paynet_api::runtime::{Decode, DecodeError, Encode, Input, Maybe, Output};

#[path = "compile/alternatives.rs"]
mod alternatives;

include!(concat!(env!("OUT_DIR"), "/cases/cases.rs"));

#[path = "compile/inheritance.rs"]
mod inheritance;
#[path = "compile/loopback.rs"]
mod loopback;
#[path = "compile/odd_members.rs"]
mod odd_members;
#[path = "compile/oddities.rs"]
mod oddities;
#[path = "compile/parts.rs"]
mod parts;
#[path = "compile/received.rs"]
mod received;
#[path = "compile/requests.rs"]
mod requests;
#[path = "compile/responses.rs"]
mod responses;
#[path = "compile/scalars.rs"]
mod scalars;
#[path = "compile/security.rs"]
mod security;
#[path = "compile/segments.rs"]
mod segments;
#[path = "compile/served.rs"]
mod served;
#[path = "compile/servers.rs"]
mod servers;
#[path = "compile/sizes.rs"]
mod sizes;
#[path = "compile/styles.rs"]
mod styles;

/// A type that `cases/outcomes/rust_type.yaml` names. All of its values are sent.
pub type Celsius = paynet_api::runtime::Decimal;

/// A type that `cases/outcomes/rust_type.yaml` names. It has a value for an omitted member.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    /// Omitted when encoded.
    Unlimited,
    /// Sent unchanged.
    Location(String),
}

impl paynet_api::runtime::Encode for Limit {
    fn encode(&self, out: &mut paynet_api::runtime::Output) {
        if let Self::Location(limit) = self {
            limit.encode(out);
        }
    }

    fn is_absent(&self) -> bool {
        *self == Self::Unlimited
    }
}

impl Decode for Limit {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        String::decode(input).map(Self::Location)
    }
}

impl paynet_api::runtime::Absent for Limit {
    fn absent() -> Self {
        Self::Unlimited
    }
}

/// A type that `cases/outcomes/outcome_code_that_names_its_own_type.yaml` names. It names codes.
pub struct Verdict;

impl paynet_api::runtime::Label for Verdict {
    fn label(code: i64) -> Option<&'static str> {
        (code == 7).then_some("seven")
    }
}

/// Decodes a value from JSON.
fn read<T: Decode>(json: &str) -> Result<T, DecodeError> {
    T::decode(Input::parse(json.as_bytes())?)
}

/// Encodes a value as JSON.
fn written(value: &impl Encode) -> String {
    let mut out = Output::new();
    value.encode(&mut out);
    String::from_utf8(out.into_bytes()).expect("JSON is UTF-8")
}

/// Asserts that decoding and encoding does not change a value.
fn round_trip<T: Decode + Encode>(json: &str) {
    let value: T = read(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(written(&value), json);
}

#[test]
fn absent_null_and_a_value_are_distinguished() {
    use object_nullable_times_required::api::types::Patch;
    round_trip::<Patch>(r#"{"always":"a","present":null}"#);
    round_trip::<Patch>(
        r#"{"always":"a","present":"p","maybe":"m","tristate":null,"defaulted":7}"#,
    );
    let patch: Patch = read(r#"{"always":"a","present":null,"tristate":"t"}"#).expect("it fits");
    assert_eq!(patch.tristate, Maybe::Value("t".to_owned()));
    for wrong in [
        r#"{"present":null}"#,
        r#"{"always":"a"}"#,
        r#"{"always":null,"present":null}"#,
    ] {
        assert!(read::<Patch>(wrong).is_err(), "{wrong}");
    }
    assert!(read::<Patch>(r#"{"always":"a","present":null,"maybe":null}"#).is_err());
}

#[test]
fn an_unknown_enum_value_is_kept() {
    use string_enum_is_open::api::types::{Order, Status};
    round_trip::<Order>(r#"{"status":"lost","mood":"+1"}"#);
    let order: Order = read(r#"{"status":"in-transit"}"#).expect("it fits");
    assert_eq!(order.status, Some(Status::InTransit));
    let order: Order = read(r#"{"status":"lost"}"#).expect("it fits");
    assert_eq!(order.status, Some(Status::Other("lost".into())));
}

#[test]
fn numbers_keep_their_digits() {
    use scalar_formats::api::types::Formats;
    round_trip::<Formats>(
        r#"{"small":-1,"big":9007199254740993,"exact":0.30,"also_exact":"14.650"}"#,
    );
    let formats: Formats =
        read(r#"{"plain":100.0}"#).expect("a number with a zero fraction is an integer");
    assert_eq!(formats.plain, Some(100));
    for wrong in [
        r#"{"small":2147483648}"#,
        r#"{"plain":0.5}"#,
        r#"{"plain":"1"}"#,
        r#"{"exact":"1"}"#,
    ] {
        assert!(read::<Formats>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn only_declared_tolerances_apply() {
    use tolerance::api::types::Response;
    let response = |json| {
        read::<Response>(json)
            .map(|response| (response.code, response.note, response.paid, response.bank))
    };
    let bank = Some("6000".to_owned());
    assert_eq!(
        response(r#"{"code":"7","note":"","paid":"true","bank":6000}"#),
        Ok((Some(7), None, Some(true), bank))
    );
    assert_eq!(
        response(r#"{"code":7,"note":null,"paid":"","bank":""}"#),
        Ok((Some(7), None, None, None))
    );
    for wrong in [
        r#"{"code":""}"#,
        r#"{"code":null}"#,
        r#"{"code":"seven"}"#,
        r#"{"note":7}"#,
        r#"{"paid":"yes"}"#,
        r#"{"paid":1}"#,
    ] {
        assert!(response(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn additional_properties_are_kept() {
    use object_additional_properties_beside_properties::api::types::Labels;
    round_trip::<Labels>(r#"{"owner":"o","a":1,"b":2}"#);
    assert!(read::<Labels>(r#"{"owner":"o","a":"one"}"#).is_err());
}

#[test]
fn deep_recursion_is_an_error_and_not_a_stack_overflow() {
    use recursion_boxes_only_where_needed::api::types::Tree;
    round_trip::<Tree>(r#"{"left":{"left":{}},"children":[{},{"left":{}}],"named":{"a":{}}}"#);
    let deep = format!("{}{}", r#"{"left":"#.repeat(100_000), "{}") + &"}".repeat(100_000);
    assert!(read::<Tree>(&deep).is_err());
}

#[test]
fn all_of_is_one_object() {
    round_trip::<all_of_merges_members::api::types::Grandchild>(
        r#"{"id":"i","note":"n","extra":true,"own":1}"#,
    );
    round_trip::<all_of_one_reference_is_that_type::api::types::Order>(
        r#"{"total":{"amount":"1"}}"#,
    );
}

#[test]
fn names_on_the_wire_are_those_of_the_document() {
    type All = names_keywords_digits_and_letters::api::types::Self_;
    round_trip::<All>(
        r#"{"type":"a","gen":"b","self":"c","Self":"d","2nd-try":"e","tutarı":"f","a.b/c":"g","@":"h"}"#,
    );
}

#[test]
fn sensitive_values_are_not_printed() {
    use sensitive_values::api::types::Login;
    let json = r#"{"key":"canary-1","email":"canary-2","floor":77177}"#;
    round_trip::<Login>(json);
    let printed = format!("{:?}", read::<Login>(json).expect("it fits"));
    assert!(
        !printed.contains("canary") && !printed.contains("77177"),
        "{printed}"
    );
}

#[test]
fn a_custom_type_decides_what_is_omitted() {
    let mut heat = rust_type::api::types::Heat::new("hall", Limit::Unlimited);
    assert_eq!(written(&heat), r#"{"room":"hall"}"#);
    heat.limit = Limit::Location("21".to_owned());
    assert_eq!(written(&heat), r#"{"room":"hall","limit":"21"}"#);
}

#[test]
fn a_duplicate_member_is_an_error() {
    assert!(read::<tolerance::api::types::Response>(r#"{"code":0,"code":1}"#).is_err());
    assert!(
        read::<tolerance::api::types::Response>(r#"{"code":0,"unheard_of":1,"unheard_of":2}"#)
            .is_ok()
    );
}
