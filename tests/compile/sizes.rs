//! Large members are in a `Box`, so no value is huge.

use crate::large_members_are_boxed::api::types::{Eight, Four, Sixteen, SixteenEither};

use super::{read, round_trip};

#[test]
fn a_type_is_small_however_large_its_members_are() {
    assert_eq!(size_of::<Eight>(), 2 * size_of::<Four>());
    assert!(size_of::<SixteenEither>() < size_of::<Eight>());
    assert!(size_of::<Sixteen>() < size_of::<Eight>());
}

#[test]
fn a_boxed_member_is_set_decoded_and_encoded_like_any_other() {
    let mut sixteen = Sixteen::new(
        Eight::default(),
        SixteenEither::Eight(Eight::default().into()),
    );
    sixteen.b = Some(Eight::default().into());
    let json = r#"{"a":{},"b":{},"either":{}}"#;
    assert_eq!(read(json), Ok(sixteen));
    round_trip::<Sixteen>(json);
    round_trip::<Sixteen>(
        r#"{"a":{"b":{"a":{"b":{"h":"1"}}}},"list":[{}],"map":{"k":{}},"either":{"z":{"a":{}}}}"#,
    );
}
