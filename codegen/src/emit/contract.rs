//! Every name of the runtime that generated code uses, and how generated files import the runtime.
//!
//! A file that mentions one starts with `use <Options::runtime> as runtime;`, so that the path of
//! the runtime is written once per file.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use syn::Path;

pub(super) use super::syntax::ident;
use super::{Context, syntax};
use crate::ir::{Media, Place, Presence, Style, Tolerance, Verb};
use crate::names::Name;

/// The version of the contract that this generator writes against.
pub(super) const VERSION: u32 = 6;

/// The name under which a generated file knows the runtime.
pub(super) const ALIAS: &str = "runtime";

/// Emits `use crate::runtime;`, or any other path under that name.
pub(super) fn import(context: &Context) -> TokenStream {
    let path = &context.runtime;
    let alias = ident(ALIAS);
    let last = path.clone().into_iter().last();
    if last.is_some_and(|last| last.to_string() == ALIAS) {
        quote!(use #path;)
    } else {
        quote!(use #path as #alias;)
    }
}

/// One item of the runtime, printed as `runtime::Item`.
#[derive(Clone, Copy)]
pub(super) struct Item(&'static str);

impl Item {
    /// Returns the path of something in the item, such as `runtime::Repeat::Safe`.
    pub(super) fn member(self, name: &str) -> Path {
        syntax::path([ident(ALIAS), ident(self.0), ident(name)])
    }
}

impl From<Item> for Path {
    fn from(item: Item) -> Self {
        function(item.0)
    }
}

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        Path::from(*self).to_tokens(tokens);
    }
}

macro_rules! items {
    ($($constant:ident = $name:literal;)*) => {
        $(pub(super) const $constant: Item = Item($name);)*
    };
}

// Types of values.
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

// Encoding and decoding JSON.
items! {
    DECODE = "Decode";
    DECODE_ERROR = "DecodeError";
    DECODE_OBJECT = "decode_object";
    ENCODE = "Encode";
    ENCODE_OBJECT = "encode_object";
    INPUT = "Input";
    OBJECT = "object";
    OPEN_STRING = "open_string";
    OUTPUT = "Output";
    STRING_ENUM = "string_enum";
    TOLERANCE = "Tolerance";
}

// Operations.
items! {
    CALL = "Call";
    CONTENTS = "Contents";
    CORE = "Core";
    INFO = "Info";
    METHOD = "Method";
    OPERATION = "Operation";
    REPEAT = "Repeat";
    REQUEST = "Request";
    REQUEST_PARTS = "request";
    RESPONSES = "Responses";
    STYLE = "Style";
}

// Outcome rules.
items! {
    ADVICE = "Advice";
    CODE = "Code";
    CONDITIONS = "conditions";
    RULE = "rule";
    RULE_SET = "RuleSet";
}

// The client.
items! {
    BASE_URL = "BaseUrl";
    BUILD_ERROR = "BuildError";
    CONTRACT = "CONTRACT";
    OWN_SERVER = "OwnServer";
    SCHEME = "Scheme";
    SCHEME_PLACE = "SchemePlace";
    SERVER_PLACE = "ServerPlace";
    SETTINGS = "Settings";
    TRANSPORT = "Transport";
}

// Requests that the API sends.
items! {
    CALLBACK = "callback";
    INCOMING = "Incoming";
    INCOMING_CONTENTS = "IncomingContents";
    READ_CONTENT = "ReadContent";
    RECEIVED = "Received";
    UNSIGNED = "Unsigned";
}

/// One item of the runtime's server role, printed as `runtime::server::Item`.
#[derive(Clone, Copy)]
pub(super) struct ServerItem(&'static str);

impl From<ServerItem> for Path {
    fn from(item: ServerItem) -> Self {
        syntax::path([ident(ALIAS), ident("server"), ident(item.0)])
    }
}

impl ToTokens for ServerItem {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        Path::from(*self).to_tokens(tokens);
    }
}

// The server role.
pub(super) const READ_BODY: ServerItem = ServerItem("ReadBody");
pub(super) const RECOGNIZED: ServerItem = ServerItem("Recognized");
pub(super) const REJECTION: ServerItem = ServerItem("Rejection");
pub(super) const ROUTES: ServerItem = ServerItem("routes");
pub(super) const SERVED: ServerItem = ServerItem("served");
pub(super) const SERVED_CONTENTS: ServerItem = ServerItem("ServedContents");
pub(super) const SERVER_REQUEST: ServerItem = ServerItem("ServerRequest");

/// Returns the method of `Members` and of `Fields` for a member of that presence.
pub(super) fn presence_method(presence: Presence) -> Ident {
    ident(match presence {
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::Nullable => "nullable",
        Presence::OptionalNullable => "maybe",
        Presence::InType => "in_type",
    })
}

/// Returns the constant of `Tolerance`, or `None` if nothing beyond the schema is accepted.
pub(super) fn tolerance(tolerance: Tolerance) -> Option<Ident> {
    Some(ident(match (tolerance.text, tolerance.empty) {
        (false, false) => return None,
        (true, false) => "TEXT",
        (false, true) => "EMPTY",
        (true, true) => "TEXT_OR_EMPTY",
    }))
}

/// Emits `= "wire"` if the name on the wire differs from the field's.
pub(super) fn wire(name: &Name) -> Option<TokenStream> {
    let Name { wire, rust } = name;
    (wire != rust.as_str()).then(|| quote!(= #wire))
}

/// Emits the path of an HTTP method, such as `runtime::Method::Get`.
pub(super) fn http_method(verb: Verb) -> TokenStream {
    let method = ident(method_name(verb));
    quote!(#METHOD::#method)
}

/// Returns the constructor of `Info` for an HTTP method, such as `runtime::Info::get`.
pub(super) fn info(verb: Verb) -> Path {
    INFO.member(&method_name(verb).to_ascii_lowercase())
}

/// Returns the name of an HTTP method, such as `Get`.
pub(super) fn method_name(verb: Verb) -> &'static str {
    match verb {
        Verb::Get => "Get",
        Verb::Put => "Put",
        Verb::Post => "Post",
        Verb::Delete => "Delete",
        Verb::Options => "Options",
        Verb::Head => "Head",
        Verb::Patch => "Patch",
        Verb::Trace => "Trace",
    }
}

/// Returns the method of `Request` and of `Received` for a parameter in that place, and its default
/// style.
pub(super) fn parameter(place: Place) -> (&'static str, Style) {
    // OAS 3.0.3, Parameter Object, "style" and "explode": the default values.
    match place {
        Place::Path => ("path", Style::Simple { explode: false }),
        Place::Query => ("query", Style::Form { explode: true }),
        Place::Header => ("header", Style::Simple { explode: false }),
        Place::Cookie => ("cookie", Style::Form { explode: true }),
    }
}

/// Emits the path of a style, such as `runtime::Style::DeepObject`.
pub(super) fn style(style: Style) -> TokenStream {
    match style {
        Style::Simple { explode } => quote!(#STYLE::Simple { explode: #explode }),
        Style::Label { explode } => quote!(#STYLE::Label { explode: #explode }),
        Style::Matrix { explode } => quote!(#STYLE::Matrix { explode: #explode }),
        Style::Form { explode } => quote!(#STYLE::Form { explode: #explode }),
        Style::SpaceDelimited => quote!(#STYLE::SpaceDelimited),
        Style::PipeDelimited => quote!(#STYLE::PipeDelimited),
        Style::DeepObject => quote!(#STYLE::DeepObject),
        Style::Json => quote!(#STYLE::Json),
    }
}

/// Returns the method of `Request` that writes a body of that kind.
pub(super) fn body(media: Media) -> Ident {
    ident(match media {
        Media::Json => "json",
        Media::Form => "form",
        Media::Multipart => "multipart",
        Media::Text => "text",
        Media::Bytes => "bytes",
    })
}

/// Returns the function that decodes the body of a response, such as `json`.
pub(super) fn response(content: Option<Media>) -> &'static str {
    match content {
        None => "empty",
        Some(Media::Text | Media::Form) => "text",
        Some(Media::Bytes | Media::Multipart) => "bytes",
        Some(Media::Json) => "json",
    }
}

/// Returns the path of a function of the runtime, printed as `runtime::function`.
pub(super) fn function(name: &str) -> Path {
    syntax::path([ident(ALIAS), ident(name)])
}
