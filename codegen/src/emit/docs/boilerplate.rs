//! Boilerplate documentation of generated code, in each language.
//!
//! Texts of the spec do not pass through here.

use crate::options::Language;

/// The boilerplate of one language.
pub(in crate::emit) struct Boilerplate {
    pub(in crate::emit) deprecated: &'static str,
    pub(in crate::emit) source: &'static str,
    pub(in crate::emit) example: &'static str,
    pub(in crate::emit) nothing_sent: &'static str,
    pub(in crate::emit) repeat_safe: &'static str,
    pub(in crate::emit) repeat_idempotent: &'static str,
    pub(in crate::emit) repeat_idempotent_by: fn(&[String]) -> String,
    pub(in crate::emit) repeat_resolve_with: fn(&[String]) -> String,
    pub(in crate::emit) repeat_never: &'static str,
    pub(in crate::emit) outcome_rules: &'static str,
    pub(in crate::emit) advice: &'static str,
    pub(in crate::emit) catch_all: &'static str,
    pub(in crate::emit) operation: fn(&str, &str) -> String,
    pub(in crate::emit) contents: fn(&str) -> String,
    pub(in crate::emit) responses: fn(&str) -> String,
    pub(in crate::emit) constructor: &'static str,
    pub(in crate::emit) constructor_with_optional: &'static str,
    pub(in crate::emit) constructor_of_server: &'static str,
    pub(in crate::emit) additional_properties: &'static str,
    pub(in crate::emit) client: &'static str,
    pub(in crate::emit) client_builder: &'static str,
    pub(in crate::emit) builder: &'static str,
    pub(in crate::emit) build: &'static str,
    pub(in crate::emit) transport: &'static str,
    pub(in crate::emit) environment: &'static str,
    pub(in crate::emit) scheme: fn(&str) -> String,
    pub(in crate::emit) server: fn(&str) -> String,
    pub(in crate::emit) own_server: fn(&str) -> String,
    pub(in crate::emit) own_path: fn(&str) -> String,
    pub(in crate::emit) server_request: &'static str,
    pub(in crate::emit) server_read: &'static str,
}

impl Boilerplate {
    /// Returns the boilerplate of a language.
    pub(in crate::emit) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Turkish => &TURKISH,
        }
    }
}

static ENGLISH: Boilerplate = Boilerplate {
    deprecated: "deprecated in the API's description",
    source: "Source",
    example: "Examples",
    nothing_sent: "Nothing is sent before the call is awaited.",
    repeat_safe: "Safe to repeat: the call changes nothing. It is sent again by itself, a few times at most, if no connection was \
                  established, if it was lost, or if the status is 408, 429, 500, 502, 503 or 504.",
    repeat_idempotent: "May be sent again: sent twice, the call has the same effect as once.",
    repeat_idempotent_by: |names| {
        let names = names.join(" and ");
        format!(
            "May be sent again with the same {names}: sent twice, the call has the same effect as once."
        )
    },
    repeat_resolve_with: |operations| {
        let operations = operations.join(" or ");
        format!(
            "Never sent again automatically. After an unknown outcome, find out what happened before you send it again: look with \
             {operations}."
        )
    },
    repeat_never: "Never sent again automatically. After an unknown outcome, do not send it again before you know what happened.",
    outcome_rules: "The first rule set that applies, and in it the first rule that holds, decides; otherwise the outcome is unknown.",
    advice: "What an error says to do next: the first that applies.",
    catch_all: "A value that this version does not know, as received.",
    operation: |method, request| format!("The request sent by [`{method}`]: {request}."),
    contents: |method| format!("The body sent by [`{method}`], by media type."),
    responses: |method| format!("The successful responses of [`{method}`]."),
    constructor: "Creates a value from its required fields.",
    constructor_with_optional: "Creates a value from its required fields. Optional fields are omitted.",
    constructor_of_server: "Creates a value from the variables without a default.",
    additional_properties: "Additional properties.",
    client: "A client of the API. It is cheap to clone and can be shared between threads.",
    client_builder: "Builds a [client](Client).",
    builder: "Creates a builder for a client of one server; there is no default server.",
    build: "Builds the client.\n\n# Errors\n\nReturns an error if the server, a credential or the transport is invalid.",
    transport: "Sets timeouts, limits, proxies and certificates.",
    environment: "The published servers.",
    scheme: |method| format!("The credential that [`{method}`] sets."),
    server: |method| format!("The server that [`{method}`] sets."),
    own_server: |urls| {
        format!(
            "Sets the server of the operations that have their own, `{urls}`. By default they are sent there if the client uses a \
             published server, and to the client's server otherwise."
        )
    },
    own_path: |path| {
        format!(
            "Sets the server of the operations that have their own. By default they are sent to the path `{path}` of the client's \
             server."
        )
    },
    server_request: "A request of the API, as its server receives it.",
    server_read: "Recognizes a received request as one of the operations, and reads it.\n\n# Errors\n\nReturns an error if it is none of them, lacks a credential, or is not what the document allows.",
};

static TURKISH: Boilerplate = Boilerplate {
    deprecated: "API tanımında kullanımdan kaldırılmış",
    source: "Kaynak",
    example: "Örnekler",
    nothing_sent: "Çağrı beklenmeden (`.await`) hiçbir şey gönderilmez.",
    repeat_safe: "Güvenle tekrarlanabilir: çağrı hiçbir şeyi değiştirmez. Bağlantı kurulamazsa veya koparsa ya da durum kodu 408, 429, \
                  500, 502, 503 veya 504 ise kendiliğinden, en fazla birkaç kez yeniden gönderilir.",
    repeat_idempotent: "Yeniden gönderilebilir: iki kez gönderilen çağrının etkisi bir kez gönderilenle aynıdır.",
    repeat_idempotent_by: |names| {
        let names = names.join(" ve ");
        format!(
            "Aynı {names} ile yeniden gönderilebilir: iki kez gönderilen çağrının etkisi bir kez gönderilenle aynıdır."
        )
    },
    repeat_resolve_with: |operations| {
        let operations = operations.join(" veya ");
        format!(
            "Otomatik olarak yeniden gönderilmez. Sonuç bilinmiyorsa yeniden göndermeden önce ne olduğunu öğrenin: {operations} ile \
             sorgulayın."
        )
    },
    repeat_never: "Otomatik olarak yeniden gönderilmez. Sonuç bilinmiyorsa ne olduğunu öğrenmeden yeniden göndermeyin.",
    outcome_rules: "Koşulları uyan ilk kural kümesinde sağlanan ilk kural sonucu belirler; böyle bir kural yoksa sonuç bilinmiyor sayılır.",
    advice: "Bir hatanın önerdiği sonraki adım: koşulları uyan ilki.",
    catch_all: "Bu sürümün bilmediği bir değer, alındığı hâliyle.",
    operation: |method, request| format!("[`{method}`] çağrısının gönderdiği istek: {request}."),
    contents: |method| format!("[`{method}`] çağrısının gönderdiği gövde, medya türüne göre."),
    responses: |method| format!("[`{method}`] çağrısının başarılı yanıtları."),
    constructor: "Zorunlu alanlardan bir değer oluşturur.",
    constructor_with_optional: "Zorunlu alanlardan bir değer oluşturur. İsteğe bağlı alanlar boş kalır.",
    constructor_of_server: "Varsayılanı olmayan değişkenlerden bir değer oluşturur.",
    additional_properties: "Ek özellikler.",
    client: "API istemcisi. Kopyalanması ucuzdur; iş parçacıkları arasında paylaşılabilir.",
    client_builder: "Bir [istemci](Client) oluşturur.",
    builder: "Tek bir sunucuya bağlanan istemci için bir oluşturucu döndürür; varsayılan sunucu yoktur.",
    build: "İstemciyi oluşturur.\n\n# Errors\n\nSunucu, bir kimlik bilgisi veya bağlantı ayarları geçersizse hata döndürür.",
    transport: "Zaman aşımlarını, sınırları, vekil sunucuları ve sertifikaları belirler.",
    environment: "Yayımlanmış sunucular.",
    scheme: |method| format!("[`{method}`] ile verilen kimlik bilgisi."),
    server: |method| format!("[`{method}`] ile verilen sunucu."),
    own_server: |urls| {
        format!(
            "Kendi sunucusu (`{urls}`) olan işlemlerin sunucusunu belirler. Aksi belirtilmedikçe bu işlemler, istemci yayımlanmış bir \
             sunucu kullanıyorsa oraya, kullanmıyorsa istemcinin sunucusuna gönderilir."
        )
    },
    own_path: |path| {
        format!(
            "Kendi sunucusu olan işlemlerin sunucusunu belirler. Aksi belirtilmedikçe bu işlemler, istemcinin sunucusunun `{path}` \
             yoluna gönderilir."
        )
    },
    server_request: "API'nin bir isteği, sunucunun aldığı hâliyle.",
    server_read: "Alınan bir isteğin hangi işlem olduğunu belirler ve içeriğini okur.\n\n# Errors\n\nİstek bu işlemlerden biri değilse, kimlik bilgisi eksikse veya tanıma uymuyorsa hata döndürür.",
};
