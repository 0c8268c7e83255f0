//! Whatever is posted to the address of a refund.

#![no_main]

use paynet_api::transaction::callbacks::parse_refund_decided;
use serde_json::Value;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}');
    let is_object = serde_json::from_str::<Value>(text).is_ok_and(|it| it.is_object());
    match parse_refund_decided(body) {
        Ok(unsigned) => {
            assert!(is_object, "{text}");
            assert!(!format!("{unsigned:?}").is_empty());
            // A decision has a code.
            assert!(
                unsigned.claim().code.is_none() || text.contains("ode"),
                "{text}"
            );
        }
        Err(error) => assert!(!format!("{error} {error:?}").is_empty()),
    }
});
