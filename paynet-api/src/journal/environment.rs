//! Which system a client's reversals belong to.

use crate::{BaseUrl, Environment, Paynet};

/// Returns the name of the client's environment, or its base URL if it is another system.
pub(super) fn environment(paynet: &Paynet) -> String {
    let server = server(paynet);
    let published = [
        (Environment::Production, "production"),
        (Environment::Sandbox, "sandbox"),
    ];
    let found = published
        .into_iter()
        .find(|(environment, _)| BaseUrl::from(*environment).as_str() == server);
    found.map_or(server, |(_, name)| name.to_owned())
}

/// Returns the base URL that a client's calls are sent to. It has no user and no query.
fn server(paynet: &Paynet) -> String {
    let any = crate::transaction::types::TransactionDetailQuery::default();
    paynet.transaction().detail(&any).server().to_owned()
}

#[cfg(test)]
mod tests {
    use super::environment;
    use crate::{BaseUrl, Environment, Paynet};

    #[test]
    fn published_servers_have_names() {
        let of = |server: BaseUrl| environment(&Paynet::builder(server).build().unwrap());
        assert_eq!(of(Environment::Production.into()), "production");
        assert_eq!(of(Environment::Sandbox.into()), "sandbox");
        let same = "https://api.paynet.com.tr/".parse().unwrap();
        assert_eq!(of(same), "production");
        let own = "http://127.0.0.1:8080".parse().unwrap();
        assert_eq!(of(own), "http://127.0.0.1:8080");
    }
}
