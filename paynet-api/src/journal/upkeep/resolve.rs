//! Looks up what became of entries whose outcome is open.

use super::others::Attributed;
use crate::journal::error::{JournalError, JournalErrorKind};
use crate::journal::handle::Journal;
use crate::journal::record::cause::Cause;
use crate::journal::record::entry::Entry;
use crate::journal::record::key::Key;
use crate::journal::record::operation::Operation;
use crate::journal::record::state::State;
use crate::journal::store::{Selection, Store, StoreError};
use crate::{
    CaptureCancellation, Evidence, Invalid, PreauthCancellation, Refund, RefundAmount, Resolution,
    Resolver, Snapshot,
};

/// The states that [`Journal::resolve_all`] looks at: another look at the others would not change
/// what is known.
const UNRESOLVED: &[State] = &[
    State::Sending,
    State::Unknown,
    State::StillUnknown,
    State::NotSeenYet,
];

impl<S: Store> Journal<S> {
    /// Looks up what became of an entry whose outcome is unknown, and records what was found with its
    /// evidence. It changes nothing at Paynet, and can be called again and again.
    ///
    /// What it may find is [limited by what Paynet shows](crate::Finding). New reversals that other
    /// entries of the transaction may explain say nothing about this one.
    ///
    /// # Errors
    ///
    /// If the entry is under way, nothing is open about it, there is none, or the database fails.
    /// Look-ups that fail are no error, but a finding.
    pub async fn resolve<K>(&self, key: K) -> Result<Entry, JournalError>
    where
        K: TryInto<Key>,
        K::Error: Into<Invalid>,
    {
        let entry = self.given_up(key).await?;
        if entry.state.is_resolvable() {
            self.look_up(entry).await
        } else {
            Err(JournalErrorKind::NotOpen(entry).into())
        }
    }

    /// Resolves all entries of this environment whose outcome is unknown, one after the other.
    /// Returns them as they are then. Entries that another worker holds are skipped.
    ///
    /// # Errors
    ///
    /// If the database fails. What was resolved before is recorded.
    pub async fn resolve_all(&self) -> Result<Vec<Entry>, JournalError> {
        let mut resolved = Vec::new();
        for entry in self.shared().all(Selection::States(UNRESOLVED)).await? {
            let entry = match entry.state {
                State::Sending => self.shared().give_up(&entry).await?,
                _ => Some(entry),
            };
            if let Some(entry) = entry {
                resolved.push(self.look_up(entry).await?);
            }
        }
        Ok(resolved)
    }

    /// Returns an entry that is not under way, after giving it up if its lease is over.
    pub(super) async fn given_up<K>(&self, key: K) -> Result<Entry, JournalError>
    where
        K: TryInto<Key>,
        K::Error: Into<Invalid>,
    {
        let key = key.try_into().map_err(Into::into);
        let key = key.map_err(JournalErrorKind::InvalidKey)?;
        let found = self.shared().find(&key).await?;
        let entry = found.ok_or_else(|| JournalErrorKind::NoEntry(key.clone()))?;
        if !entry.state.is_under_way() {
            return Ok(entry);
        }
        let given_up = self.shared().give_up(&entry).await?;
        given_up.ok_or_else(|| JournalErrorKind::Busy(entry).into())
    }

    /// Looks up an entry, and records what was found.
    async fn look_up(&self, entry: Entry) -> Result<Entry, JournalError> {
        let shared = self.shared();
        let resolver = self.resolver(&entry)?;
        let resolution = resolver.within(shared.policy.look_for).await;
        let of_transaction = shared.of_transaction(&entry.xact_id).await?;
        let attributed = Attributed::of(&entry, &of_transaction, &resolution);
        let cause = Cause::Found(attributed.finding);
        let proof = proof(&resolution, &attributed.may_be);
        let recorded = shared.step(&entry, cause, &proof, |_| ()).await?;
        match recorded {
            Some(recorded) => Ok(recorded),
            // Somebody else recorded something meanwhile, such as the call's late response.
            None => Ok(shared.find(&entry.key).await?.unwrap_or(entry)),
        }
    }

    /// Returns the resolver for an entry.
    fn resolver(&self, entry: &Entry) -> Result<Resolver, StoreError> {
        let paynet = &self.shared().paynet;
        let xact_id = entry.xact_id.clone();
        let amount = entry
            .amount
            .map_or(RefundAmount::Full, RefundAmount::Partial);
        let resolver = match entry.operation {
            Operation::Refund => paynet.resolve(&Refund::new(xact_id, amount)),
            Operation::CancelCapture => paynet.resolve(&CaptureCancellation::new(xact_id)),
            Operation::CancelPreauth => paynet.resolve(&PreauthCancellation::new(xact_id)),
        };
        let Some(snapshot) = &entry.snapshot else {
            return Ok(resolver);
        };
        let snapshot: Snapshot = serde_json::from_str(snapshot).map_err(StoreError::new)?;
        Ok(resolver.since(&snapshot))
    }
}

/// Writes what was found and its evidence, without the texts of failed calls, which may repeat what
/// the provider wrote.
fn proof(resolution: &Resolution, may_be: &[Key]) -> String {
    let mut proof = format!("looked up: {}", resolution.finding());
    for evidence in resolution.evidence() {
        proof.push_str("; ");
        match evidence {
            Evidence::Failed(_) => proof.push_str("a look-up failed"),
            evidence => proof.push_str(&evidence.to_string()),
        }
    }
    if !may_be.is_empty() {
        let keys: Vec<&str> = may_be.iter().map(Key::as_str).collect();
        proof.push_str("; that may be the reversal of ");
        proof.push_str(&keys.join(", "));
    }
    proof
}
