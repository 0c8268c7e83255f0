//! Every runtime name that the emitters may mention, and how generated files reach it.
//!
//! A file that mentions one opens with `use <Options::runtime> as runtime;`, so that the path of the runtime stands once per file.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

/// The version of the contract that this generator writes against.
pub(super) const VERSION: u32 = 3;

/// The name under which a generated file knows the runtime.
pub(super) const ALIAS: &str = "runtime";

/// One item of the runtime, printed as `runtime::Item`.
#[derive(Clone, Copy)]
pub(super) struct Item(&'static str);

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let alias = format_ident!("{}", ALIAS);
        let name = format_ident!("{}", self.0);
        quote!(#alias::#name).to_tokens(tokens);
    }
}

macro_rules! items {
    ($($constant:ident = $name:literal;)*) => {
        $(pub(super) const $constant: Item = Item($name);)*
    };
}

// Values.
items! {
    ANY_JSON = "AnyJson";
    BASE64 = "Base64";
    DATE = "Date";
    DATE_TIME = "DateTime";
    DECIMAL = "Decimal";
    DECIMAL_TEXT = "DecimalText";
    FILE = "File";
    INTEGER = "Integer";
    MAYBE = "Maybe";
    PERSONAL = "Personal";
    SECRET = "Secret";
}

// Tables.
items! {
    ADVICE = "advice";
    CONTENTS = "contents";
    INCOMING = "incoming";
    INCOMING_CONTENTS = "incoming_contents";
    OBJECT = "object";
    OPEN_ENUM = "open_enum";
    OPEN_TEXT = "open_text";
    OPERATIONS = "operations";
    RULE_SETS = "rule_sets";
    UNION = "union";
}

// Operations.
items! {
    STYLE = "Style";
}

// The client and callbacks.
items! {
    BASE_URL = "BaseUrl";
    BUILD_ERROR = "BuildError";
    CALLBACK = "callback";
    CONTRACT = "CONTRACT";
    CORE = "Core";
    OWN_SERVER = "OwnServer";
    SCHEME = "Scheme";
    SCHEME_PLACE = "SchemePlace";
    SERVER_PLACE = "ServerPlace";
    SETTINGS = "Settings";
    TRANSPORT = "Transport";
    DECODE_ERROR = "DecodeError";
    UNSIGNED = "Unsigned";
}
