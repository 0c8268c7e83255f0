//! What Paynet does not document, and what the sandbox does there: the only list of it.

/// Defines the assumptions: one entry each, with what the sandbox does and why.
macro_rules! assumptions {
    ($($name:ident: $does:literal, $why:literal;)*) => {
        /// Something that Paynet does not document, and that the sandbox had to decide.
        ///
        /// A test that passes only because of one of these proves nothing about Paynet. Where a
        /// refusal follows from an assumption, the response's `message` names it.
        ///
        /// # Examples
        ///
        /// ```
        /// use paynet_api::sandbox::Assumption;
        ///
        /// for assumption in Assumption::ALL {
        ///     println!("{assumption:?}: {} {}", assumption.does(), assumption.why());
        /// }
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Assumption {
            $(
                #[doc = $does]
                ///
                #[doc = $why]
                $name,
            )*
        }

        impl Assumption {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns what the sandbox does.
            #[must_use]
            pub const fn does(self) -> &'static str {
                match self {
                    $(Self::$name => $does,)*
                }
            }

            /// Returns why.
            #[must_use]
            pub const fn why(self) -> &'static str {
                match self {
                    $(Self::$name => $why,)*
                }
            }
        }
    };
}

assumptions! {
    TurkishDay:
        "A day ends at midnight in Turkish time.",
        "Neither the end of the day nor a time zone is documented; Paynet is Turkish.";
    SameDayPart:
        "A partial refund on the day of the sale is refused with code 1, or cancels the whole sale, as `Rules::same_day` says.",
        "The page says that it is not possible, and that everything is cancelled; it does not say what a request with an amount does.";
    PartOfTheWhole:
        "A partial refund of exactly the sale's amount counts as a full one.",
        "It gives back the same money; the page does not mention it.";
    FullAfterParts:
        "A full refund after partial ones gives back the rest.",
        "An absent amount means the whole, and more than the rest cannot be given back.";
    TooMuch:
        "An amount that exceeds what is left is refused with code 11.",
        "`badrequest` is the only name in the table of result codes that fits.";
    NothingLeft:
        "A transaction of which nothing is left to reverse or capture is refused with code 6.",
        "`noprocess` is read as: there was nothing to do it to.";
    Repeated:
        "A reversal of the whole, or a capture, that was done before is answered as `Rules::repeated` says, at first with code 100.",
        "Code 100, an earlier success, is documented only for charges that are sent again after they succeeded; that reversals have it is an inference.";
    UnknownTransaction:
        "A transaction that the sandbox does not have is refused with code 12.",
        "`nodata` is what the table of result codes calls it; no page shows it.";
    WrongKind:
        "A refund of something other than a sale, and the like, is refused with code 19.",
        "`wrongtransactiontype` is what the table of result codes calls it.";
    FailedPayment:
        "A payment that did not succeed cannot be reversed or captured: code 6.",
        "No money was taken or blocked.";
    RefundDecided:
        "Whether a refund is approved is decided at once, or by the test, as `Rules::approval` says.",
        "When Paynet decides, and how long it takes, is not documented.";
    DisapprovedRefund:
        "A refund that is not approved gives nothing back, and what it asked for can be refunded again.",
        "What follows from the decision is not documented.";
    OneCapture:
        "A pre-authorization is captured once; what the capture leaves is released.",
        "Whether it can be captured in several parts is not documented.";
    CancelledCapture:
        "Cancelling a capture gives its amount back, and does not open the pre-authorization again.",
        "What follows for the pre-authorization is not documented.";
    CaptureNumber:
        "A capture to be cancelled is named by its own number or by that of the pre-authorization, as `Rules::capture_named_by` says.",
        "The page says \"process id\", and not of which of the two.";
    BankDeclines:
        "Where the bank declines a capture or its cancellation, code 1 goes with `is_succeed` false.",
        "`is_succeed` false under status 200 is documented; what the code is then is not.";
    CodeOfACapture:
        "The response to a capture has the members of a capture cancellation's after `is_succeed`.",
        "The page's table ends at `is_succeed`; this is by analogy.";
    Commission:
        "The commission is 2 %, and its tax 18 % of that, each rounded down to kuruş.",
        "These give the numbers of the documented capture cancellation (15, 0.3, 0.05).";
    Reversed:
        "`reversed` is true as soon as the whole amount is given back; `reversed_xact_id` is then the last reversal.",
        "Both are known from Paynet's PHP helper and a sample of an older page, by name.";
    Visible:
        "Look-ups show a reversal when `Rules::visible_after` has passed on the sandbox's clock, at first at once.",
        "How soon Paynet's look-ups show a reversal is not documented.";
    ListedReversals:
        "The list of reversals has refunds as soon as they are accepted, without those that were not approved, and cancellations of captures and pre-authorizations.",
        "An older page calls it a list of refund requests; whether it has the cancellations is not documented.";
    ListedByEntry:
        "The list of reversals goes by the day of the reversal.",
        "Whether the days are those of the transactions or of the reversals is not documented.";
    MaskedNumber:
        "The masked number of a transaction keeps the middle and hides seven characters after `xk_` and the last nine.",
        "So it is in the documented response to a capture cancellation.";
    Order:
        "Lists begin with the oldest row; `total_amount` is that of all rows.",
        "Neither the order nor what the sum covers is documented.";
    NoSelector:
        "A look-up or capture that names no transaction is status 400 with code 11.",
        "At least one of the members is required; what happens without is not documented.";
    WrongKey:
        "A missing or wrong secret key is status 401 with an `authorization_error` and result code 7.",
        "Status and type are documented; that the code is `unauthorized` follows from its name.";
    UnregisteredAddress:
        "An unregistered IP address is status 403 with an `authorization_error` and result code 7.",
        "That addresses are registered is documented; what others get is not.";
    SessionKey:
        "A session key that is unknown, expired or ended is status 401 in the PayPOS form, with code 7.",
        "Not documented; 401 is the documented status of wrong keys.";
    SessionLifetime:
        "A session key is valid for `Rules::session_lifetime`, at first one hour; `expired_date` is in the form of other dates and times.",
        "Neither the lifetime nor the form of the date is documented.";
    EndedSession:
        "Ending a session key again succeeds; ending an unknown one is refused with code 12.",
        "Not documented.";
    PayposRefusal:
        "The PayPOS services refuse with status 400 and the documented form of it.",
        "No page shows a refusal, and 400 is the only other status they list.";
    SaleAmount:
        "A sale in the app needs a positive amount in lira, with at most two decimals.",
        "The member is not required by the document, and has no unit.";
    BeforeTheCard:
        "Before the card was presented, the inquiry of a session is code 0 and no rows.",
        "What it returns then is not documented.";
    NotifiedWhere:
        "A decision is posted to plain-http addresses that cannot be public, and to no others.",
        "A test with a made-up address must not reach somebody's server.";
    NotifiedHow:
        "`xact_id` is the refund's own number, `code` is a string, and `status` equals it.",
        "The table says so of the number and the code; the values of `status` are not documented.";
    Malformed:
        "A request that is not what the specs say is status 400 with an `invalid_request_error` and result code 11.",
        "The status and the type are documented; the code follows from its name.";
}
