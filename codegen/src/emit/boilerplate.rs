//! The fixed phrases of generated documentation, in each language.
//!
//! What a spec says in its own words does not pass through here.

use crate::options::Language;

/// The phrases of one language.
pub(super) struct Boilerplate {
    pub(super) deprecated: &'static str,
    pub(super) source: &'static str,
    pub(super) example: &'static str,
    pub(super) repeat_safe: &'static str,
    pub(super) repeat_never: &'static str,
    pub(super) any_other_value: &'static str,
    pub(super) as_value: fn(&str) -> String,
    pub(super) contents_of: fn(&str) -> String,
    pub(super) responses_of: fn(&str) -> String,
    pub(super) new_with_required: &'static str,
    pub(super) rest: &'static str,
    pub(super) client: &'static str,
    pub(super) client_builder: &'static str,
    pub(super) builder: &'static str,
    pub(super) build: &'static str,
    pub(super) transport: &'static str,
    pub(super) environment: &'static str,
    pub(super) own_server: fn(&str) -> String,
    pub(super) own_path: fn(&str) -> String,
    pub(super) new_with_defaults: &'static str,
}

impl Boilerplate {
    /// The phrases of that language.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Turkish => &TURKISH,
        }
    }
}

static ENGLISH: Boilerplate = Boilerplate {
    deprecated: "deprecated in the API's description",
    source: "Source",
    example: "Example",
    repeat_safe: "May be sent again: it changes nothing.",
    repeat_never: "Never sent again by itself: after an unknown outcome, find out first what happened.",
    any_other_value: "Any other value, kept as it was sent.",
    as_value: |method| format!("[`{method}`] as a value."),
    contents_of: |method| format!("What [`{method}`] can send, by media type."),
    responses_of: |method| format!("What a successful [`{method}`] gives."),
    new_with_required: "With what is required; everything else is left out.",
    rest: "Members that have no field of their own.",
    client: "The client: cheap to clone, and safe to share between threads.",
    client_builder: "Gathers what a [`Client`] needs.",
    builder: "Starts a client of one server, which is always named: there is no default.",
    build: "Checks what was given, and gives the client.",
    transport: "Timeouts, limits, proxies, certificates.",
    environment: "The published servers.",
    own_server: |urls| {
        format!(
            "Some operations have a server of their own, `{urls}`: with a published server they go there. With an address of the caller's \
             own they go where all others go, unless this says otherwise."
        )
    },
    own_path: |path| {
        format!(
            "Some operations are sent to the path `{path}` of the client's server, unless this says otherwise."
        )
    },
    new_with_defaults: "With what has no default; the rest is as it is by default.",
};

static TURKISH: Boilerplate = Boilerplate {
    deprecated: "API tanımında kullanımdan kaldırılmış",
    source: "Kaynak",
    example: "Örnek",
    repeat_safe: "Yeniden gönderilebilir: hiçbir şeyi değiştirmez.",
    repeat_never: "Kendiliğinden yeniden gönderilmez: sonucu bilinmiyorsa önce ne olduğu öğrenilmelidir.",
    any_other_value: "Başka bir değer; gönderildiği gibi saklanır.",
    as_value: |method| format!("Değer olarak [`{method}`]."),
    contents_of: |method| format!("[`{method}`] ile gönderilebilenler, medya türüne göre."),
    responses_of: |method| format!("Başarılı bir [`{method}`] çağrısının sonucu."),
    new_with_required: "Zorunlu alanlarla; diğer her şey boş bırakılır.",
    rest: "Kendi alanı olmayan üyeler.",
    client: "İstemci: kopyalanması ucuzdur, iş parçacıkları arasında paylaşılabilir.",
    client_builder: "Bir [`Client`] için gerekenleri toplar.",
    builder: "Tek bir sunucunun istemcisini başlatır; sunucu her zaman belirtilir, varsayılanı yoktur.",
    build: "Verilenleri denetler ve istemciyi oluşturur.",
    transport: "Zaman aşımları, sınırlar, vekil sunucular, sertifikalar.",
    environment: "Yayımlanmış sunucular.",
    own_server: |urls| {
        format!(
            "Bazı işlemlerin kendi sunucusu vardır, `{urls}`: yayımlanmış bir sunucuyla oraya gönderilir. Çağıranın kendi verdiği bir \
             adresle, burada başka bir sunucu verilmedikçe, diğerleriyle aynı yere gönderilir."
        )
    },
    own_path: |path| {
        format!(
            "Bazı işlemler, burada başka bir sunucu verilmedikçe, istemci sunucusunun `{path}` yoluna gönderilir."
        )
    },
    new_with_defaults: "Varsayılanı olmayanlarla; diğerleri varsayılan değerindedir.",
};
