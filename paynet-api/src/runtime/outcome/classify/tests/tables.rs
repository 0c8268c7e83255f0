//! The tables and the responses they describe. All of it is invented.

use crate::runtime::outcome::documented::{empty, error_json, json};
use crate::runtime::{
    Decode, DecodeError, Documented, Info, Input, Label, Method, Repeat, RuleSet, Statuses,
    Tolerance, advice, rule_sets,
};

pub(crate) const INFO: Info = Info {
    id: "test",
    method: Method::Post,
    path: "/",
    security: &[],
    server: None,
    repeat: Repeat::Never,
    rule_sets: &[],
    advice: &[SEVEN, ANY],
};

pub(crate) struct Response;

/// Readable where `code`, if it is there, is an integer and `ok` a boolean.
impl Decode for Response {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
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
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.object().map(|_| Self)
    }
}

pub(crate) const RESPONSES: &[Documented<Response>] = &[
    Documented::success(Statuses::Exact(200), &[], json),
    Documented::success(Statuses::Exact(204), &[], |raw| {
        empty(raw).map(|()| Response)
    }),
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

rule_sets! {
    AGREEING_READING for 200 {
        code "code"(TEXT) as Codes;
        message "message"(EMPTY);
        ["code"(TEXT_OR_EMPTY) one_of [0], "ok"(TEXT_OR_EMPTY) one_of [Bool(true)]] => Accepted;
        ["code"(TEXT_OR_EMPTY) one_of [100]] => AcceptedEarlier unless_sent ["amount"];
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
pub(crate) const AGREEING: &[RuleSet] = &[AGREEING_READING];

/// Two forms of an error, told apart by a member; and an empty success.
pub(crate) const FORMS: &[RuleSet] = &[WITH_RESULT, WITHOUT_RESULT, EMPTY_SUCCESS];
