//! The tables and the replies they describe. All of it is invented.

use super::super::super::documented::{empty, error_json, json};
use super::super::super::{
    Advice, Code, Condition, Decode, Documented, Info, Input, Is, Literal, Meaning, Member, Method,
    Reading, Repeat, Rule, Statuses, Tolerance, Unreadable,
};

pub(super) const INFO: Info = Info {
    id: "test",
    method: Method::Post,
    path: "/",
    security: &[],
    server: None,
    repeat: Repeat::Never,
    readings: &[],
    advice: &[
        Advice {
            statuses: &[200],
            when: &[is("code", &[Literal::Int(7)])],
            text: "seven",
        },
        Advice {
            statuses: &[],
            when: &[],
            text: "any",
        },
    ],
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

const fn member(name: &'static str, tolerance: Tolerance) -> Member {
    Member { name, tolerance }
}

const fn is(name: &'static str, literals: &'static [Literal]) -> Condition {
    Condition {
        member: member(name, Tolerance::TEXT_OR_EMPTY),
        is: Is::OneOf(literals),
    }
}

const fn rule(
    meaning: Meaning,
    when: &'static [Condition],
    unless_sent: &'static [&'static str],
) -> Rule {
    Rule {
        meaning,
        when,
        unless_sent,
    }
}

const CODE: Option<Code> = Some(Code {
    member: member("code", Tolerance::TEXT),
    label,
});
const MESSAGE: Option<Member> = Some(member("message", Tolerance::EMPTY));

const fn label(code: i64) -> Option<&'static str> {
    if code == 6 { Some("six") } else { None }
}

/// Code and flag must agree; code 100 is "done before", but not if an amount was sent.
pub(super) const AGREEING: &[Reading] = &[Reading {
    statuses: &[200],
    when: &[],
    code: CODE,
    message: MESSAGE,
    rules: &[
        rule(
            Meaning::Accepted,
            &[
                is("code", &[Literal::Int(0)]),
                is("ok", &[Literal::Bool(true)]),
            ],
            &[],
        ),
        rule(
            Meaning::DoneBefore,
            &[is("code", &[Literal::Int(100)])],
            &["amount"],
        ),
        rule(
            Meaning::Refused,
            &[
                is("code", &[Literal::Int(0), Literal::Int(6)]),
                is("ok", &[Literal::Bool(false)]),
            ],
            &[],
        ),
    ],
}];

/// Two forms of an error, told apart by a member; and an empty success.
pub(super) const FORMS: &[Reading] = &[
    Reading {
        statuses: &[400, 404],
        when: &[Condition {
            member: member("result", Tolerance::EMPTY),
            is: Is::Present,
        }],
        code: Some(Code {
            member: member("result", Tolerance::EMPTY),
            label,
        }),
        message: MESSAGE,
        rules: &[rule(
            Meaning::Refused,
            &[is("result", &[Literal::Int(6), Literal::Text("no")])],
            &[],
        )],
    },
    Reading {
        statuses: &[400, 200],
        when: &[Condition {
            member: member("result", Tolerance::EMPTY),
            is: Is::Absent,
        }],
        code: CODE,
        message: None,
        rules: &[
            rule(Meaning::Refused, &[], &[]),
            rule(Meaning::Accepted, &[], &[]),
        ],
    },
    Reading {
        statuses: &[204],
        when: &[],
        code: None,
        message: None,
        rules: &[rule(Meaning::Accepted, &[], &[])],
    },
];
