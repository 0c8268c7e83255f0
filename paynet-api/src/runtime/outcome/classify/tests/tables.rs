//! The rule sets, and the responses that they classify. All of it is invented.

use crate::runtime::outcome::documented::{decode_empty, error_json, json, variant};
use crate::runtime::{
    Advice, Code, Decode, DecodeError, Documented, Input, Label, RuleSet, Tolerance, conditions,
    rule,
};

pub(crate) const ADVICE: &[Advice] = &[SEVEN, ANY];

#[derive(Debug)]
pub(crate) struct Response;

/// Every member is optional, except that `id` must be a string where it is present.
impl Decode for Response {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        let mut fields = input.object()?;
        fields.tolerating(Tolerance::TEXT).optional::<i64>("code");
        fields
            .tolerating(Tolerance::TEXT_OR_EMPTY)
            .optional::<bool>("ok");
        fields.optional::<i64>("amount");
        if fields.find("id")?.is_some() {
            fields.required::<String>("id")?;
        }
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
    json("200"),
    variant("204", |body| decode_empty(body).map(|()| Response)),
    error_json::<Fault, _>("400"),
    error_json::<Fault, _>("4XX"),
    error_json::<Fault, _>("default"),
];

struct Codes;

impl Label for Codes {
    fn label(code: i64) -> Option<&'static str> {
        (code == 6).then_some("six")
    }
}

const SEVEN: Advice = Advice {
    statuses: &[200],
    when: conditions!("code" in [7]),
    tolerate: &[("code", Tolerance::TEXT_OR_EMPTY)],
    text: "seven",
};

const ANY: Advice = Advice {
    statuses: &[],
    when: &[],
    tolerate: &[],
    text: "any",
};

/// Code and flag must agree; code 100 is "accepted earlier", but not if an amount was sent.
pub(crate) const AGREEING: &[RuleSet] = &[RuleSet {
    statuses: &[200],
    when: &[],
    tolerate: &[
        ("code", Tolerance::TEXT_OR_EMPTY),
        ("ok", Tolerance::TEXT_OR_EMPTY),
        ("message", Tolerance::EMPTY),
    ],
    code: Some(Code::labeled::<Codes>("code")),
    message: Some("message"),
    rules: &[
        rule!(Accepted if "code" in [0], "ok" in [true]),
        rule!(AcceptedEarlier if "code" in [100] unless sent("amount")),
        rule!(Refused if "code" in [0, 6], "ok" in [false]),
    ],
}];

/// Two kinds of error that differ in a member, and an empty success.
pub(crate) const FORMS: &[RuleSet] = &[WITH_RESULT, WITHOUT_RESULT, EMPTY_SUCCESS];

const WITH_RESULT: RuleSet = RuleSet {
    statuses: &[400, 404],
    when: conditions!("result" present),
    tolerate: &[
        ("result", Tolerance::TEXT_OR_EMPTY),
        ("message", Tolerance::EMPTY),
    ],
    code: Some(Code::labeled::<Codes>("result")),
    message: Some("message"),
    rules: &[rule!(Refused if "result" in [6, "no"])],
};

const WITHOUT_RESULT: RuleSet = RuleSet {
    statuses: &[400, 200],
    when: conditions!("result" absent),
    tolerate: &[("result", Tolerance::EMPTY), ("code", Tolerance::TEXT)],
    code: Some(Code::labeled::<Codes>("code")),
    message: None,
    rules: &[rule!(Refused always), rule!(Accepted always)],
};

const EMPTY_SUCCESS: RuleSet = RuleSet {
    statuses: &[204],
    when: &[],
    tolerate: &[],
    code: None,
    message: None,
    rules: &[rule!(Accepted always)],
};
