//! Who may call: the secret key, the registered address, and the session keys of app users.

use super::rows;
use crate::agent::operations::{CreateSessionOperation, EndSessionOperation};
use crate::agent::types::{Session as SessionResponse, SessionEnded};
use crate::sandbox::assumptions::Assumption;
use crate::sandbox::ledger::Ledger;
use crate::sandbox::ledger::refusal::{Failure, Refusal, SUCCESS};
use crate::sandbox::ledger::session::Session;
use crate::{ResultCode, Secret};

impl Ledger {
    /// Checks the secret key of a request, and whether its address is registered.
    ///
    /// # Errors
    ///
    /// If the key is wrong, or the address is not registered.
    pub(crate) fn check_caller(&self, secret_key: &Secret) -> Result<(), Failure> {
        let refuse = |status, because| {
            let code = ResultCode::UNAUTHORIZED;
            Err(Failure::new(status, "authorization_error", code, because))
        };
        if *secret_key != self.secret_key {
            return refuse(401, Assumption::WrongKey);
        }
        match self.rules.address_registered {
            true => Ok(()),
            false => refuse(403, Assumption::UnregisteredAddress),
        }
    }

    /// Creates a session key.
    ///
    /// # Errors
    ///
    /// If a field is blank.
    pub(crate) fn create_session(
        &mut self,
        request: &CreateSessionOperation,
    ) -> Result<SessionResponse, Failure> {
        let user = &request.body;
        if user.agent_id.trim().is_empty() || user.user_id.trim().is_empty() {
            return Err(Failure::malformed(Assumption::Malformed));
        }
        let session_key = self.new_session();
        let expires = self.now().plus(self.rules.session_lifetime);
        Ok(SessionResponse {
            session_key: Some(session_key),
            expired_date: Some(expires.date_time().to_string()),
            agent_id: Some(user.agent_id.clone()),
            company_code: Some(rows::COMPANY.to_owned()),
            user_id: Some(user.user_id.clone()),
            user_unique_id: Some(format!("sandbox-{}", &*user.user_id).into()),
            is_okc_inquiry: Some(false),
            code: Some(ResultCode::SUCCESSFUL),
            message: Some(SUCCESS.to_owned()),
            ..SessionResponse::default()
        })
    }

    /// Creates a session key without a request.
    // Assumption::SessionLifetime
    pub(crate) fn new_session(&mut self) -> Secret {
        let number = self.sessions.len() + 1;
        let key = Secret::new(format!("SANDBOX-SESSION-KEY-{number:06}"));
        self.sessions.push(Session {
            key: key.clone(),
            expires: self.now().plus(self.rules.session_lifetime),
            ended: false,
        });
        key
    }

    /// Ends a session key.
    ///
    /// # Errors
    ///
    /// If the key is unknown.
    // Assumption::EndedSession
    pub(crate) fn end_session(
        &mut self,
        request: &EndSessionOperation,
    ) -> Result<SessionEnded, Failure> {
        let key = &request.body.session_key;
        let mut sessions = self.sessions.iter_mut();
        let Some(session) = sessions.find(|it| it.key == *key) else {
            return Err(Refusal::new(ResultCode::NO_DATA, Assumption::EndedSession).into());
        };
        session.ended = true;
        Ok(SessionEnded {
            code: Some(ResultCode::SUCCESSFUL),
            message: Some(SUCCESS.to_owned()),
            ..SessionEnded::default()
        })
    }

    /// Checks the session key of a call from the app.
    ///
    /// # Errors
    ///
    /// If it is unknown, expired or ended.
    pub(super) fn check_session(&self, key: &Secret) -> Result<(), Failure> {
        let valid = |it: &Session| it.key == *key && !it.ended && self.now() < it.expires;
        match self.sessions.iter().any(valid) {
            true => Ok(()),
            false => Err(Failure::new(
                401,
                "authorization_error",
                ResultCode::UNAUTHORIZED,
                Assumption::SessionKey,
            )),
        }
    }
}
