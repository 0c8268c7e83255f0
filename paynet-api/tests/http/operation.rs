//! Invented operations, written like generated ones, and a client for them.

use paynet_api::runtime::*;

pub(crate) static KEY: Scheme = Scheme {
    name: "SecretKey",
    method: "secret_key",
    place: SchemePlace::Header {
        name: "Authorization",
        prefix: "Basic ",
    },
};

/// A payment that is accepted with code 0, accepted earlier with 100, and refused with 1.
#[derive(Clone, Debug)]
pub(crate) struct Pay {
    pub(crate) id: String,
    pub(crate) tags: Vec<String>,
    pub(crate) session: Option<Secret>,
    pub(crate) amount: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Paid {
    pub(crate) code: Option<i64>,
    pub(crate) message: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    pub(crate) result: i64,
}

impl Encode for Pay {
    fn encode(&self, out: &mut Output) {
        let mut members = out.object();
        members.required("amount", &self.amount);
        members.end();
    }
}

impl Decode for Paid {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        let mut fields = input.object()?;
        let paid = Self {
            code: fields.optional("code"),
            message: fields.optional("message"),
        };
        fields.end().map(|()| paid)
    }
}

impl Decode for Fault {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            result: input.object()?.required("result")?,
        })
    }
}

struct Codes;

impl Label for Codes {
    fn label(code: i64) -> Option<&'static str> {
        (code == 1).then_some("unsuccessful")
    }
}

impl Operation for Pay {
    type Response = Paid;
    const INFO: Info = Info {
        security: &[&[&KEY]],
        ..Info::post("/v1/pay/{id}", "pay")
    };
    const OUTCOME_RULES: &'static [RuleSet] = &[
        RuleSet {
            statuses: &[200],
            when: &[],
            tolerate: &[],
            code: Some(Code::labeled::<Codes>("code")),
            message: Some("message"),
            rules: &[
                rule!(Accepted if "code" in [0]),
                rule!(AcceptedEarlier if "code" in [100]),
                rule!(Refused if "code" in [1]),
            ],
        },
        RuleSet {
            statuses: &[400],
            when: &[],
            tolerate: &[],
            code: Some(Code::labeled::<Codes>("result")),
            message: None,
            rules: &[rule!(Refused if "result" present)],
        },
    ];
    const ADVICE: &'static [Advice] = &[Advice {
        statuses: &[400],
        when: &[],
        tolerate: &[],
        text: "Look at the request.",
    }];
    const RESPONSES: Responses<Paid> = &[json("200"), error_json::<Fault, _>("400")];
    fn write(&self, request: &mut Request) {
        request.path("id", &self.id);
        request.query("tag", &self.tags);
        request.header("Session-Key", &self.session);
        request.json(self);
    }
}

/// An operation without a body, without a credential and without outcome rules.
#[derive(Clone, Debug)]
pub(crate) struct Look;

impl Operation for Look {
    type Response = Paid;
    const INFO: Info = Info::get("/look", "look");
    const RESPONSES: Responses<Paid> = &[json("2XX"), error_empty("default")];
}

/// The same as a `DELETE`.
#[derive(Clone, Debug)]
pub(crate) struct Remove;

impl Operation for Remove {
    type Response = Paid;
    const INFO: Info = Info::delete("/look", "remove");
    const RESPONSES: Responses<Paid> = Look::RESPONSES;
}

pub(crate) fn pay() -> Pay {
    Pay {
        id: "a".into(),
        tags: Vec::new(),
        session: None,
        amount: 5,
    }
}

/// Returns a client with a key that no message may print.
pub(crate) fn client(base: &str, transport: Transport) -> Core {
    let mut settings = Settings::new(base.parse().unwrap());
    settings.credential(&KEY, Secret::new("sck_canary"));
    settings.transport(transport);
    settings.build().unwrap()
}
