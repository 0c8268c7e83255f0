//! Objects of several schemas, members of one direction, and parameters that are unions.

#![expect(
    clippy::field_reassign_with_default,
    reason = "callers write it this way, because the types are `#[non_exhaustive]`"
)]

use super::loopback::sent;
use super::{read, round_trip, written};

#[test]
fn an_object_of_several_schemas_has_the_members_of_all() {
    use crate::all_of_describes_a_property_twice::api::types::{
        CardPayment, CardPaymentPayer, PaymentState,
    };
    round_trip::<CardPayment>(
        r#"{"payer":{"name":"n","parent":{"name":"p","parent":{"name":"q","tax_id":"2"},"tax_id":"1"}},"state":"paid","count":2,"note":null,"details":{"a":"x","b":true}}"#,
    );
    let payment: CardPayment =
        read(r#"{"payer":{"name":"n"},"state":"paid","count":100.0}"#).expect("it fits");
    assert_eq!(payment.state, Some(PaymentState::Paid));
    assert_eq!((payment.id, payment.count), (None, 100));
    round_trip::<CardPayment>(
        r#"{"payer":{"name":"n"},"count":1,"issues":[{"field":"f","issue":"TOO_LONG"},{"issue":"ODD"}]}"#,
    );
    let made = CardPayment::new(CardPaymentPayer::new("n"), 1);
    assert_eq!(written(&made), r#"{"payer":{"name":"n"},"count":1}"#);
    assert!(read::<CardPayment>(r#"{"payer":{"tax_id":"1"},"count":1}"#).is_err());
}

#[test]
fn several_unions_share_an_objects_members() {
    use crate::all_of_several_unions::api::types::{Order, OrderOneOf, OrderOneOfAlternatives};
    round_trip::<Order>(r#"{"id":"i","iban":"TR","street":"s"}"#);
    let order: Order = read(r#"{"id":"i","box":7,"number":"4"}"#).expect("it fits");
    assert!(matches!(order.one_of, OrderOneOf::Card(_)));
    assert!(matches!(
        order.one_of_alternatives,
        OrderOneOfAlternatives::Box(_)
    ));
}

#[test]
fn null_in_one_of_the_alternatives_is_a_value() {
    use crate::any_of_with_the_same_properties_is_one_object::api::types::Contact;
    round_trip::<Contact>(r#"{"id":"i","phone":null}"#);
}

#[test]
fn a_member_of_one_direction_is_required_in_that_direction_only() {
    use crate::read_only_and_write_only::api::types::{Card, NewCard, StoredCard};
    assert_eq!(
        written(&NewCard::new("4", "h")),
        r#"{"number":"4","holder":"h"}"#
    );
    assert!(read::<StoredCard>(r#"{"id":"i","holder":"h"}"#).is_ok());
    assert!(read::<StoredCard>(r#"{"holder":"h"}"#).is_err());
    assert_eq!(written(&Card::new("h")), r#"{"holder":"h"}"#);
    assert!(read::<Card>(r#"{"id":"i","holder":"h"}"#).is_ok());
}

#[tokio::test]
async fn parameters_can_be_unions() {
    use crate::parameters_of_unions::Client;
    use crate::parameters_of_unions::api::types::{
        FindCreated, FindCreatedObject, FindId, FindTagItem, FindXMode, FindXModeText,
    };
    let mut since = FindCreatedObject::default();
    since.gt = Some(1);
    since.lt = Some(2);
    let request = |id: FindId, created: FindCreated, mode: FindXMode| {
        sent(move |server| {
            let client = Client::builder(server).build().expect("it needs nothing");
            client.orders().find(&id).with(|find| {
                find.created = Some(created);
                find.tag = Some(vec![FindTagItem::Integer(1), FindTagItem::Boolean(true)]);
                find.x_mode = Some(mode);
            })
        })
    };
    let mode = FindXMode::Text(FindXModeText::Safe);
    let sent = request(FindId::Integer(7), FindCreated::Object(since), mode).await;
    let target = "GET /orders/7?created[gt]=1&created[lt]=2&tag=1&tag=true HTTP/1.1\n";
    assert!(sent.starts_with(target), "{sent}");
    assert!(sent.contains("\nx-mode: safe\n"), "{sent}");
    let text = FindId::Text("a/b".to_owned());
    let sent = request(text, FindCreated::Integer(5), FindXMode::Integer(3)).await;
    let target = "GET /orders/a%2Fb?created=5&tag=1&tag=true HTTP/1.1\n";
    assert!(sent.starts_with(target), "{sent}");
    assert!(sent.contains("\nx-mode: 3\n"), "{sent}");
}
