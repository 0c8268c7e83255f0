//! The tables and the replies they describe. All of it is invented.

use super::super::super::documented::{empty, error_json, json};
use super::super::super::{
    Decode, Documented, Info, Input, Label, Method, Reading, Repeat, Statuses, Tolerance,
    Unreadable, advice, readings,
};

pub(super) const INFO: Info = Info {
    id: "test",
    method: Method::Post,
    path: "/",
    security: &[],
    server: None,
    repeat: Repeat::Never,
    readings: &[],
    advice: &[SEVEN, ANY],
};

pub(super) struct Reply;

/// Readable where `code`, if it is there, is an integer and `ok` a boolean.
impl Decode for Reply {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        let mut fields = input.object()?;
        fields.tolerating(Tolerance::TEXT).optional::<i64>("code")?;
        fields
            .tolerating(Tolerance::TEXT_OR_EMPTY)
            .optional::<bool>("ok")?;
        Ok(Self)
    }
}

#[derive(Debug)]
struct Fault;

impl Decode for Fault {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        input.object().map(|_| Self)
    }
}

pub(super) const REPLIES: &[Documented<Reply>] = &[
    Documented::success(Statuses::Exact(200), &[], json),
    Documented::success(Statuses::Exact(204), &[], |raw| empty(raw).map(|()| Reply)),
    Documented::error(Statuses::Exact(400), &[], error_json::<Fault>),
    Documented::error(Statuses::Range(4), &[], error_json::<Fault>),
    Documented::error(Statuses::Default, &[], error_json::<Fault>),
];

struct Codes;

impl Label for Codes {
    fn label(code: i64) -> Option<&'static str> {
        (code == 6).then_some("six")
    }
}

advice! {
    SEVEN for 200 when ["code"(TEXT_OR_EMPTY) one_of [7]] {
        "seven";
    }
    ANY {
        "any";
    }
}

readings! {
    AGREEING_READING for 200 {
        code "code"(TEXT) as Codes;
        message "message"(EMPTY);
        ["code"(TEXT_OR_EMPTY) one_of [0], "ok"(TEXT_OR_EMPTY) one_of [Bool(true)]] => Accepted;
        ["code"(TEXT_OR_EMPTY) one_of [100]] => DoneBefore unless_sent ["amount"];
        ["code"(TEXT_OR_EMPTY) one_of [0, 6], "ok"(TEXT_OR_EMPTY) one_of [Bool(false)]] => Refused;
    }

    WITH_RESULT for 400, 404 when ["result"(EMPTY) present] {
        code "result"(EMPTY) as Codes;
        message "message"(EMPTY);
        ["result"(TEXT_OR_EMPTY) one_of [6, Text("no")]] => Refused;
    }

    WITHOUT_RESULT for 400, 200 when ["result"(EMPTY) absent] {
        code "code"(TEXT) as Codes;
        [] => Refused;
        [] => Accepted;
    }

    EMPTY_SUCCESS for 204 {
        [] => Accepted;
    }
}

/// Code and flag must agree; code 100 is "done before", but not if an amount was sent.
pub(super) const AGREEING: &[Reading] = &[AGREEING_READING];

/// Two forms of an error, told apart by a member; and an empty success.
pub(super) const FORMS: &[Reading] = &[WITH_RESULT, WITHOUT_RESULT, EMPTY_SUCCESS];
