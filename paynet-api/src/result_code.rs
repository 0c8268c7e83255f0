//! Paynet's result codes: an open list, so that unknown codes are kept.

use std::fmt;

use crate::runtime::{Decode, DecodeError, Encode, Error, Input, Label, Output};

/// The result code of a response. Codes with a known name are constants; any other number is kept.
///
/// The documents list names without explanations (source:
/// doc.paynet.com.tr/genel-bilgiler/hata-kodlari/doenues-kodlari for 0 to 21 and 100). 22 to 26,
/// 200 and 201 occur in Paynet's PHP helper only. What a code proves depends on the operation and
/// is documented there.
///
/// # Examples
///
/// ```
/// use paynet_api::ResultCode;
///
/// let code = ResultCode::from(6);
/// assert_eq!(code, ResultCode::NO_PROCESS);
/// assert_eq!(code.to_string(), "6 (noprocess)");
/// assert_eq!(ResultCode::from(999).name(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResultCode(i64);

impl ResultCode {
    /// Returns the number.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }

    /// Returns its name, if it is known.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        NAMES
            .iter()
            .find(|(code, _)| *code == self)
            .map(|(_, name)| *name)
    }
}

/// One line per code: the constant, the number, the name, and the source.
macro_rules! codes {
    (@source documented) => { "documented" };
    (@source helper_only) => { "not documented, known from Paynet's PHP helper only" };
    ($($constant:ident = $number:literal, $name:literal, $source:ident;)*) => {
        impl ResultCode {
            $(
                #[doc = concat!("`", $name, "` (", codes!(@source $source), ")")]
                pub const $constant: Self = Self($number);
            )*
        }

        const NAMES: &[(ResultCode, &str)] = &[$((ResultCode::$constant, $name)),*];
    };
}

codes! {
    SUCCESSFUL = 0, "successful", documented;
    UNSUCCESSFUL = 1, "unsuccessful", documented;
    COMPANY_BLOCKED = 2, "companyblocked", documented;
    AGENT_BLOCKED = 3, "agentblocked", documented;
    AGENT_NOT_FOUND = 4, "agentnotfound", documented;
    DUPLICATE_DATA = 5, "duplicatedata", documented;
    NO_PROCESS = 6, "noprocess", documented;
    UNAUTHORIZED = 7, "unauthorized", documented;
    SERVER_ERROR = 8, "servererror", documented;
    NOT_IMPLEMENTED = 9, "notimplemented", documented;
    TIMEOUT = 10, "timeout", documented;
    BAD_REQUEST = 11, "badrequest", documented;
    NO_DATA = 12, "nodata", documented;
    PAYNETJ_NO_SESSION = 13, "paynetjnosession", documented;
    PAYNETJ_WRONG_BIN = 14, "paynetjwrongbin", documented;
    PAYNETJ_UNMATCH_TRAN = 15, "paynetjunmatchtran", documented;
    PAYNETJ_3D_ERROR = 16, "paynetj3derror", documented;
    PAYNETJ_USED_SESSION = 17, "paynetjusedsession", documented;
    WRONG_CARD_DATA = 18, "wrongcarddata", documented;
    WRONG_TRANSACTION_TYPE = 19, "wrongtransactiontype", documented;
    WRONG_POS_TYPE = 20, "wrongpostype", documented;
    WRONG_RATIO_GET = 21, "wrongratioget", documented;
    PAYNETJ_EXPIRE_DATE_ERROR = 22, "paynetj_expire_date_error", helper_only;
    RATIO_CODE_NOT_FOUND = 23, "ratio_code_not_found", helper_only;
    INVOICE_NO_NOT_FOUND = 24, "invoice_no_not_found", helper_only;
    CARD_NOT_FOUND = 25, "card_not_found", helper_only;
    CARD_KEY_UNDEFINED = 26, "card_key_undefined", helper_only;
    OLD_SUCCESSFUL = 100, "oldsuccessful", documented;
    SUBSCRIPTION_ON = 200, "subscription_on", helper_only;
    SUBSCRIPTION_OFF = 201, "subscription_off", helper_only;
}

impl fmt::Display for ResultCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => write!(f, "{} ({name})", self.0),
            None => write!(f, "{}", self.0),
        }
    }
}

impl From<i64> for ResultCode {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl From<ResultCode> for i64 {
    fn from(code: ResultCode) -> Self {
        code.0
    }
}

impl Error {
    /// Returns [`code`](Self::code) as one of Paynet's result codes.
    #[must_use]
    pub fn result_code(&self) -> Option<ResultCode> {
        self.code().map(ResultCode)
    }
}

impl Label for ResultCode {
    fn label(code: i64) -> Option<&'static str> {
        Self(code).name()
    }
}

impl Encode for ResultCode {
    fn encode(&self, out: &mut Output) {
        self.0.encode(out);
    }
}

impl Decode for ResultCode {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.integer().map(Self)
    }
}
