//! Personal data in a request: it is sent as it is, and redacted where the provider repeats it.

use paynet_api::runtime::*;

use crate::operation::Paid;
use crate::server::Server;

/// An invented operation that sends a name, a number and a header about a person.
#[derive(Clone, Debug)]
struct Invite {
    name: Personal<String>,
    floor: Personal<i64>,
}

impl Encode for Invite {
    fn encode(&self, out: &mut Output) {
        let mut members = out.object();
        members.required("name", &self.name);
        members.required("floor", &self.floor);
        members.end();
    }
}

impl Operation for Invite {
    type Response = Paid;
    const INFO: Info = Info::post("/invite", "invite");
    const OUTCOME_RULES: &'static [RuleSet] = &[RuleSet {
        statuses: &[200],
        when: &[],
        tolerate: &[],
        code: None,
        message: Some("message"),
        rules: &[rule!(Refused if "code" in [1])],
    }];
    const RESPONSES: Responses<Paid> = &[json("200")];
    fn write(&self, request: &mut Request) {
        request.header("X-Name", &self.name);
        request.json(self);
    }
}

#[tokio::test]
async fn personal_data_of_a_request_is_sent_and_not_printed() {
    let body = r#"{"code":1,"message":"no CANARY-HOLDER on floor 4711, room 12"}"#;
    let mut server = Server::answering("200 OK", "", body).await;
    let settings = Settings::new(server.base().parse().unwrap());
    let invite = Invite {
        name: Personal::from("Canary \"Holder\"".to_owned()),
        floor: Personal::from(4711),
    };
    let error = settings.build().unwrap().call(invite).await.unwrap_err();
    assert_eq!(
        error.message(),
        Some("no [redacted] on floor [redacted], room 12")
    );
    let request = server.requests().remove(0);
    assert!(
        request.contains("x-name: Canary \"Holder\"\r\n"),
        "{request}"
    );
    assert!(
        request.ends_with(r#"{"name":"Canary \"Holder\"","floor":4711}"#),
        "{request}"
    );
}
