//! An example of a merchant's backend: the four calls, against a server on loopback that simulates
//! Paynet.

use std::error::Error;

use paynet_api::{
    Amount, BaseUrl, CaptureCancellation, Paynet, PreauthCancellation, Refund, Secret, Acceptance, StartReversal, XactId,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", four_calls().await?);
    Ok(())
}

/// Makes the four calls one after the other and says what came of them.
async fn four_calls() -> Result<String, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let server: BaseUrl = format!("http://{}", listener.local_addr()?).parse()?;
    let serving = tokio::spawn(serve(listener));
    let paynet = Paynet::builder(server).secret_key("sck_invented").build()?;
    let id = XactId::new("xk_invented")?;

    let refund = Refund::partial(id.clone(), Amount::from_kurus(1050)?);
    let refunded = paynet.transaction().refund(&refund).await?;
    let capture = paynet.transaction().cancel_capture(&CaptureCancellation::new(id.clone())).await?;
    let preauth = paynet.transaction().cancel_preauth(&PreauthCancellation::new(id.clone())).await?;
    let start = paynet.soft_pos().start_reversal(&Secret::new("session"), &StartReversal::new(id)).await?;

    assert_eq!(refunded.acceptance(), Acceptance::New);
    let net = capture.response().net_amount.as_ref().map_or_else(String::new, ToString::to_string);
    let message = preauth.response().message.clone().unwrap_or_default();
    serving.abort();
    Ok(format!("net {net}, {message}, {:?}", start.response().encryption_key))
}

/// Answers every request with what its path calls for. Invented responses.
async fn serve(listener: TcpListener) -> std::io::Result<()> {
    loop {
        let (mut stream, _) = listener.accept().await?;
        let mut request = String::new();
        while !request.ends_with('}') {
            let mut buffer = [0; 4096];
            let count = stream.read(&mut buffer).await?;
            request.push_str(&String::from_utf8_lossy(&buffer[..count]));
        }
        let body = match request.split(' ').nth(1).unwrap_or_default() {
            "/v1/transaction/capture_reversal" => r#"{"is_succeed":true,"code":0,"net_amount":14.650}"#,
            "/v1/softpos/init_reversal_transaction" => {
                r#"{"code":0,"payment_session_id":"p","deeplink_url":"paypos://x","encryption_key":"canary"}"#
            }
            _ => r#"{"code":0,"message":"tamam"}"#,
        };
        let head = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
        stream.write_all(format!("{head}{body}").as_bytes()).await?;
    }
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn an_outside_project_makes_all_four_calls() {
        let said = super::four_calls().await.expect("all four are accepted");
        assert!(said.starts_with("net 14.650, tamam, "), "{said}");
        assert!(!said.contains("canary"), "an encryption key was printed");
    }
}
