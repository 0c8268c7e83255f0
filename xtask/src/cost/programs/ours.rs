//! A refund with `paynet-api`: the server, the secret key and the sale are arguments.

use std::error::Error;

use paynet_api::{BaseUrl, Paynet, Refund, XactId};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = || arguments.next().ok_or("usage: refund URL KEY SALE");
    let (url, key, sale) = (argument()?, argument()?, argument()?);
    let server: BaseUrl = url.parse()?;
    let paynet = Paynet::builder(server).secret_key(key).build()?;
    let refund = Refund::full(XactId::new(sale)?);
    paynet.transaction().refund(&refund).await?;
    println!("accepted");
    Ok(())
}
