//! Invented operations, written by hand as the generator writes them, and a client for them.

use paynet_api::runtime::*;

pub(crate) static KEY: Scheme = Scheme {
    name: "SecretKey",
    method: "secret_key",
    place: SchemePlace::Header {
        name: "Authorization",
        prefix: "Basic ",
    },
};

/// A payment that is accepted with code 0, done before with 100, and refused with 1.
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
        Ok(Self {
            code: fields.optional("code")?,
            message: fields.optional("message")?,
        })
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

rule_sets! {
    PAY_READING_1 for 200 {
        code "code" as Codes;
        message "message";
        ["code" one_of [0]] => Accepted;
        ["code" one_of [100]] => AcceptedEarlier;
        ["code" one_of [1]] => Refused;
    }

    PAY_READING_2 for 400 {
        code "result" as Codes;
        ["result" present] => Refused;
    }
}

impl Operation for Pay {
    type Response = Paid;
    const INFO: &'static Info = &Info {
        id: "pay",
        method: Method::Post,
        path: "/v1/pay/{id}",
        security: &[&[&KEY]],
        server: None,
        repeat: Repeat::Never,
        rule_sets: &[PAY_READING_1, PAY_READING_2],
        advice: &[Advice {
            statuses: &[400],
            when: &[],
            text: "Look at the request.",
        }],
    };
    const RESPONSES: &'static [Documented<Paid>] = &[
        Documented::success(Statuses::Exact(200), &[], json::<Paid>),
        Documented::error(Statuses::Exact(400), &[], error_json::<Fault>),
    ];
    fn write(&self, request: &mut Request) {
        request.path("id", &self.id);
        request.query("tag", &self.tags);
        request.header("Session-Key", &self.session);
        request.json("body", self);
    }
}

/// A look at something: without a body, without a credential, without rule_sets.
#[derive(Clone, Debug)]
pub(crate) struct Look;

impl Operation for Look {
    type Response = Paid;
    const INFO: &'static Info = &Info {
        id: "look",
        method: Method::Get,
        path: "/look",
        security: &[],
        server: None,
        repeat: Repeat::Safe,
        rule_sets: &[],
        advice: &[],
    };
    const RESPONSES: &'static [Documented<Paid>] = &[
        Documented::success(Statuses::Range(2), &[], json::<Paid>),
        Documented::error(Statuses::Default, &[], error_empty),
    ];
    fn write(&self, _: &mut Request) {}
}

pub(crate) fn pay() -> Pay {
    Pay {
        id: "a".into(),
        tags: Vec::new(),
        session: None,
        amount: 5,
    }
}

/// A client with a key that no message may show.
pub(crate) fn client(base: &str, transport: Transport) -> Core {
    let mut settings = Settings::new(base.parse().unwrap());
    settings.credential(&KEY, Secret::new("sck_canary"));
    settings.transport(transport);
    settings.build().unwrap()
}
