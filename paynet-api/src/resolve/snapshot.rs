//! What was seen of a transaction before a reversal was sent.

use std::fmt;
use std::time::{Duration, SystemTime};

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::look::{Look, Seen, look};
use super::reversal::Reversal;
use crate::{Date, Error, Paynet, XactId};

/// What Paynet showed of a transaction before a reversal of it was sent: the resolver compares with
/// it afterwards.
///
/// Store it together with the request. It implements serde's `Serialize` and `Deserialize`, as a map
/// of strings, numbers and one list; it holds no secret and no personal data.
///
/// # Examples
///
/// ```no_run
/// use paynet_api::{Paynet, Refund, Snapshot};
///
/// # async fn example(paynet: Paynet, refund: Refund) -> Result<(), Box<dyn std::error::Error>> {
/// let snapshot = paynet.snapshot(&refund).await?;
/// let stored = serde_json::to_string(&snapshot)?;
/// // Store it, send the refund, and after an unknown outcome:
/// let snapshot: Snapshot = serde_json::from_str(&stored)?;
/// println!("{}", paynet.resolve(&refund).since(&snapshot).await);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    pub(super) xact_id: XactId,
    /// In whole seconds since 1970.
    taken_at: u64,
    pub(super) seen: Seen,
}

impl Paynet {
    /// Takes a snapshot of the transaction that a reversal is about. Do so before it is sent: it
    /// takes two calls and more, which change nothing.
    ///
    /// # Errors
    ///
    /// If the transaction cannot be looked up: the error of [`detail`], which may say that there is
    /// no such transaction. A list that cannot be read is no error; see
    /// [`Snapshot::has_list`].
    ///
    /// [`detail`]: crate::transaction::operations::Transaction::detail
    pub async fn snapshot<R: Reversal>(&self, reversal: &R) -> Result<Snapshot, Error> {
        let xact_id = reversal.xact_id();
        let taken_at = SystemTime::now();
        let Look { seen, failed, .. } = look(self, xact_id, None, None).await;
        match failed {
            Some(error) => Err(error),
            None => Ok(Snapshot {
                xact_id: xact_id.clone(),
                taken_at: since_1970(taken_at),
                seen,
            }),
        }
    }
}

fn since_1970(instant: SystemTime) -> u64 {
    let since = instant.duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

impl Snapshot {
    /// Returns the transaction.
    #[must_use]
    pub const fn xact_id(&self) -> &XactId {
        &self.xact_id
    }

    /// Returns when it was taken, to the second.
    #[must_use]
    pub fn taken_at(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.taken_at)
    }

    /// Returns whether the list of cancellations and refunds could be read. Without it a partial
    /// refund with an unknown outcome can hardly be resolved.
    #[must_use]
    pub const fn has_list(&self) -> bool {
        self.seen.listed.is_some()
    }
}

const MEMBERS: &[&str] = &[
    "xact_id",
    "taken_at",
    "id",
    "day",
    "reversed",
    "reversed_xact_id",
    "listed",
];

/// Writes all members; what was not seen is null.
impl Serialize for Snapshot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Seen {
            id,
            day,
            reversed,
            reversed_xact_id,
            listed,
        } = &self.seen;
        let mut map = serializer.serialize_map(Some(MEMBERS.len()))?;
        map.serialize_entry("xact_id", self.xact_id.as_str())?;
        map.serialize_entry("taken_at", &self.taken_at)?;
        map.serialize_entry("id", id)?;
        map.serialize_entry("day", &day.as_ref().map(Date::as_str))?;
        map.serialize_entry("reversed", reversed)?;
        map.serialize_entry("reversed_xact_id", reversed_xact_id)?;
        map.serialize_entry("listed", listed)?;
        map.end()
    }
}

/// Reads all members. One that is missing, unknown, repeated or of another type is an error: with
/// half a snapshot the resolver would find what did not happen.
impl<'de> Deserialize<'de> for Snapshot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Snapshot;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a stored snapshot")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Snapshot, A::Error> {
        let (mut xact_id, mut taken_at) = (None, None);
        let (mut id, mut day, mut reversed) = (None, None, None);
        let (mut reversed_xact_id, mut listed) = (None, None);
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "xact_id" => read(&mut map, &mut xact_id, "xact_id")?,
                "taken_at" => read(&mut map, &mut taken_at, "taken_at")?,
                "id" => read(&mut map, &mut id, "id")?,
                "day" => read::<_, Option<String>>(&mut map, &mut day, "day")?,
                "reversed" => read(&mut map, &mut reversed, "reversed")?,
                "reversed_xact_id" => read(&mut map, &mut reversed_xact_id, "reversed_xact_id")?,
                "listed" => read(&mut map, &mut listed, "listed")?,
                _ => return Err(A::Error::unknown_field(&name, MEMBERS)),
            }
        }
        let xact_id: String = present(xact_id, "xact_id")?;
        let day = present(day, "day")?.map(|day| day.parse());
        Ok(Snapshot {
            xact_id: XactId::new(xact_id).map_err(A::Error::custom)?,
            taken_at: present(taken_at, "taken_at")?,
            seen: Seen {
                id: present(id, "id")?,
                day: day.transpose().map_err(A::Error::custom)?,
                reversed: present(reversed, "reversed")?,
                reversed_xact_id: present(reversed_xact_id, "reversed_xact_id")?,
                listed: present(listed, "listed")?,
            },
        })
    }
}

/// Reads a member that must not occur twice.
fn read<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    member: &mut Option<T>,
    name: &'static str,
) -> Result<(), A::Error> {
    match member.replace(map.next_value()?) {
        Some(_) => Err(A::Error::duplicate_field(name)),
        None => Ok(()),
    }
}

fn present<T, E: serde::de::Error>(member: Option<T>, name: &'static str) -> Result<T, E> {
    member.ok_or_else(|| E::missing_field(name))
}

#[cfg(test)]
mod tests {
    use serde_json::{from_str, from_value, to_value};

    use super::*;

    fn snapshot(seen: Seen) -> Snapshot {
        Snapshot {
            xact_id: XactId::new("xk_1").unwrap(),
            taken_at: 1_717_147_800,
            seen,
        }
    }

    fn full() -> Snapshot {
        snapshot(Seen {
            id: Some("1".to_owned()),
            day: Date::new(2024, 5, 31).ok(),
            reversed: Some(false),
            reversed_xact_id: Some("xk_2".to_owned()),
            listed: Some(vec!["r1".to_owned(), String::new()]),
        })
    }

    #[test]
    fn every_member_is_kept_whether_it_was_seen_or_not() {
        for snapshot in [full(), snapshot(Seen::default())] {
            let stored = to_value(&snapshot).unwrap();
            assert_eq!(stored.as_object().unwrap().len(), MEMBERS.len());
            assert_eq!(from_value::<Snapshot>(stored).unwrap(), snapshot);
        }
    }

    #[test]
    fn half_a_snapshot_is_an_error() {
        for member in MEMBERS {
            let mut stored = to_value(full()).unwrap();
            stored.as_object_mut().unwrap().remove(*member);
            assert!(from_value::<Snapshot>(stored).is_err(), "{member}");
        }
        let stored = serde_json::to_string(&full()).unwrap();
        let unknown = stored.replacen('{', r#"{"a":1,"#, 1);
        assert!(from_str::<Snapshot>(&unknown).is_err());
        let repeated = stored.replacen('{', r#"{"listed":null,"#, 1);
        assert!(from_str::<Snapshot>(&repeated).is_err());
    }
}
