//! A caller of the first document: everything that it can name, with its type. The build script
//! compiles it against each of the others, whose module stands for `MODULE`.

use api::shop::{callbacks, operations, types};
use paynet_api::Call;
use tests::changes::MODULE as api;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn order() -> types::Order {
    let mut order: types::Order = types::Order::new("1", 2_i32);
    let id: String = order.id.clone();
    let size: i32 = order.size;
    order.note = Some(String::from("Fragile."));
    order.address = Some(String::from("https://example.org/shipped"));
    order.kind = Some(types::Kind::Small);
    order.gift = Some(types::Gift::Card(types::Card::new("Hello")));
    println!("{id} {size} {}", order == order.clone());
    order
}

fn kind(kind: &types::Kind) -> Option<&str> {
    match kind {
        types::Kind::Small => Some("S"),
        types::Kind::Medium => Some("M"),
        types::Kind::Large => Some("L"),
        types::Kind::Other(text) => Some(text),
        _ => None,
    }
}

fn gift(gift: &types::Gift) -> Option<String> {
    match gift {
        types::Gift::Card(card) => Some(card.words.clone()),
        types::Gift::Box(it) => it.rest.get("size").cloned().or(Some(it.color.clone())),
        types::Gift::Other(_) | _ => None,
    }
}

fn client(shop: &str) -> Result<api::Client, paynet_api::BuildError> {
    let mut server = api::OwnDomainServer::new();
    server.shop = shop.to_owned();
    api::Client::builder(server).build()?;
    api::Client::builder(api::Environment::Production)
        .key("secret")
        .login("user", "password")
        .production_server(api::Environment::Test)
        .build()
}

async fn create(orders: operations::Orders<'_>, order: &types::Order) -> Outcome {
    let call: Call<operations::CreateOrderOperation, types::Created> = orders.create_order(order);
    let created: types::Created = call.with(|it| it.page = Some(1_i64)).await?.into_response();
    let code: Option<i64> = created.code;
    let name: Option<String> = created.name.clone();
    let kind: Option<types::Kind> = created.kind.clone();
    let same = created == types::Created::default() && is_eq(&created);
    println!("{code:?} {name:?} {kind:?} {same}");
    let change = |it: &mut operations::CreateOrderOperation| it.body.size = 3;
    orders.create_order(order).with(change).await?;
    Ok(())
}

fn is_eq(_: &impl Eq) -> bool {
    true
}

async fn replace(orders: operations::Orders<'_>, order: &types::Order) -> Outcome {
    match orders.replace_order("1", None).await?.into_response() {
        operations::ReplaceOrderResponse::Ok(types::Created { code, .. }) => println!("{code:?}"),
        operations::ReplaceOrderResponse::Created(types::Shipment { carrier, .. }) => {
            println!("{carrier:?}");
        }
        _ => {}
    }
    let change = |it: &mut operations::ReplaceOrderOperation| it.body = Some(order.clone());
    orders.replace_order("1", order).with(change).await?;
    Ok(())
}

async fn others(client: api::Client) -> Outcome {
    let orders: operations::Orders<'_> = client.orders();
    let call = orders.list_orders("open", 10_i64);
    let call = call.with(|it| it.tags = Some(vec![String::from("new")]));
    let (): () = call.await?.into_response();
    let mut note = types::Note::new("Fragile.");
    note.tags = Some(vec![String::from("packer")]);
    let (): () = orders.add_note(&note).await?.into_response();
    let problem = types::Problem::default();
    let shipped: types::Shipment = callbacks::parse_shipped(b"{}")?.into_claim();
    let parcel = types::Box_::new("red");
    println!("{:?} {:?} {:?} {parcel:?}", problem.reason, problem.code, shipped.carrier);
    Ok(())
}
