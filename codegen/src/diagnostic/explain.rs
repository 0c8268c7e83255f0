//! What each code means, at length: one Markdown file per code in `explain/`, read by `cargo xtask explain`.
//!
//! A new code needs its file and a line here; `tests/explain.rs` holds codes, lines and files together.

/// The explanation of a code, in Markdown: what it means, why it matters, a wrong example and its fixed form.
#[must_use]
pub fn explain(code: &str) -> Option<&'static str> {
    let code = code.trim().to_ascii_uppercase();
    let (_, text) = TEXTS.iter().find(|(known, _)| *known == code)?;
    Some(text)
}

/// Each code and what it says in one line, in order.
pub fn codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXTS.iter().map(|(code, text)| {
        let title = text.lines().next().unwrap_or_default();
        let title = title.split_once(": ").map_or(title, |(_, title)| title);
        (*code, title)
    })
}

macro_rules! texts {
    ($($code:literal)*) => {
        &[$(($code, include_str!(concat!("explain/", $code, ".md")))),*]
    };
}

/// In order of the digits, a line each: whoever adds one touches no other.
const TEXTS: &[(&str, &str)] = texts! {
    "E0100"
    "W0101"
    "E0102"
    "E0103"
    "E0104"
    "E0105"
    "E0106"
    "E0107"
    "E0110"
    "E0111"
    "E0112"
    "E0113"
    "E0114"
    "E0115"
    "E0116"
    "E0117"
    "E0118"
    "E0119"
    "E0120"
    "E0121"
    "E0122"
    "W0130"
    "W0131"
    "W0132"
    "W0133"
    "W0134"
    "W0135"
    "E0136"
    "W0137"
    "W0138"
    "W0139"
    "W0140"
    "W0141"
    "W0142"
    "W0143"
    "W0144"
    "W0145"
    "W0146"
    "W0147"
    "W0149"
    "W0150"
    "W0151"
    "W0152"
    "W0153"
    "W0154"
    "W0155"
    "W0156"
    "W0157"
    "W0160"
    "W0161"
    "W0162"
    "W0163"
    "W0164"
    "W0166"
    "W0167"
    "W0168"
    "W0169"
    "W0172"
    "W0173"
    "W0180"
    "W0181"
    "W0182"
    "W0183"
    "W0184"
    "W0185"
    "W0186"
    "W0187"
    "W0188"
    "W0189"
    "W0190"
    "W0191"
    "W0192"
    "W0193"
    "W0194"
    "W0195"
    "W0196"
    "W0197"
    "W0198"
    "W0201"
    "W0202"
    "W0203"
    "W0204"
    "E0205"
    "W0206"
    "W0207"
    "W0208"
    "W0210"
    "W0211"
    "E0212"
    "W0213"
    "W0214"
    "W0221"
    "W0223"
    "W0224"
    "W0225"
    "W0230"
    "W0231"
    "W0232"
    "W0233"
    "W0241"
    "W0242"
    "E0243"
    "E0244"
    "W0245"
    "W0246"
    "W0247"
    "W0248"
    "E0261"
    "E0262"
    "W0263"
    "E0264"
    "E0265"
    "E0266"
    "E0267"
    "E0268"
    "E0281"
    "E0282"
    "E0283"
    "E0284"
    "E0285"
    "E0286"
    "W0287"
    "E0900"
};
