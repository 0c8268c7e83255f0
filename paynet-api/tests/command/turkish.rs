//! Everything that a person reads, in Turkish.

use paynet_api::sandbox::{Fault, Operation};

use crate::bench::{Bench, Ended};

fn paynet(bench: &Bench, arguments: &[&str]) -> Ended {
    let mut command = bench.command(arguments);
    command
        .env("LC_ALL", "tr_TR.UTF-8")
        .output()
        .unwrap()
        .into()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_told_in_turkish() {
    let bench = Bench::new().await;
    let [a, b, c] = &bench.sales();
    bench.batch([
        format!("{a},10.50,a"),
        format!("{b},99.00,b"),
        format!("{c},full,c"),
    ]);
    bench.sandbox.inject(Fault::cut().only(Operation::Refund));
    let unsent = paynet(&bench, &["refund", "batch.csv"]);
    unsent.expect(4, &["dosyada", "gönderilecek", "sorulacak bir uçbirim yok"]);
    let arguments = ["refund", "batch.csv", "--yes", "--at-once", "1"];
    let ended = paynet(&bench, &arguments);
    ended.expect(
        6,
        &[
            "ortam: http://127.0.0.1:",
            "kabul edildi: 1 (1 tam iade, diğerleri 0.00 TL)",
            "reddedildi: 1",
            "bilinmiyor: 1",
            "Bazı sonuçlar bilinmiyor",
            "sonuç: batch.result.csv",
        ],
    );
    // Scripts read the result file, so its states are of no language.
    assert_eq!(bench.states(), ["unknown", "refused", "accepted"]);
    let status = paynet(&bench, &["status"]);
    status.expect(
        6,
        &[
            "        1  bilinmiyor",
            "Bunlarla ilgilenilmeli",
            "işleminden 10.50 TL",
        ],
    );
    paynet(&bench, &["resolve"]).expect(6, &["öncekinden bir fazla iade var", "şüpheli: 1"]);
    paynet(&bench, &["journal", "show", "b"]).expect(0, &["reddedildi (11)"]);
}
