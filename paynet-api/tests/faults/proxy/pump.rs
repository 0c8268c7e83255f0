//! One direction of a connection: bytes are read, damaged as planned, and delivered.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::oneshot;

use super::plan::{Fault, Side};

/// How long a delay lasts.
const MOMENT: Duration = Duration::from_millis(1);

/// How long a server has for its response to a request that was withheld.
const PATIENCE: Duration = Duration::from_millis(30);

/// Both connections are to be closed at once.
pub(super) struct Cut;

/// One direction.
pub(super) struct Pump {
    pub(super) side: Side,
    pub(super) from: OwnedReadHalf,
    pub(super) to: OwnedWriteHalf,
    pub(super) fault: Option<(Fault, usize)>,
    pub(super) passed: Passed,
    /// Tells the other direction: that of the request that the client has gone, that of the response
    /// that there is one.
    pub(super) tell: Option<oneshot::Sender<()>>,
    /// Hears what the other direction tells.
    pub(super) hear: oneshot::Receiver<()>,
}

/// What came through.
#[derive(Clone, Debug, Default)]
pub(crate) struct Passed {
    /// The bytes as they were sent.
    pub(crate) sent: Vec<u8>,
    /// The bytes as they were delivered.
    pub(crate) delivered: Vec<u8>,
    /// Whether the fault was applied.
    pub(crate) applied: bool,
}

impl Pump {
    /// Delivers until the sender closes.
    pub(super) async fn run(&mut self) -> Result<(), Cut> {
        while let Some(bytes) = self.read().await {
            let before = self.passed.sent.len() - bytes.len();
            match self.fault {
                Some((fault, at)) if self.is_due(fault, at) => {
                    self.passed.applied = true;
                    let (early, late) = bytes.split_at(at - before);
                    self.deliver(early).await;
                    self.damage(fault, late.to_vec()).await?;
                }
                _ => self.deliver(&bytes).await,
            }
        }
        if let (Some((Fault::Replay, at)), Side::Response) = (self.fault, self.side) {
            let again = self.passed.sent[..at.min(self.passed.sent.len())].to_vec();
            self.deliver(&again).await;
        }
        if let (Some((Fault::Withhold, _)), Side::Request) = (self.fault, self.side) {
            // Some servers drop a request whose sender is gone, and others don't: let it be carried out.
            drop(tokio::time::timeout(PATIENCE, &mut self.hear).await);
        }
        drop(self.to.shutdown().await);
        Ok(())
    }

    /// Returns whether a fault is to be applied to the bytes that were read last.
    fn is_due(&self, fault: Fault, at: usize) -> bool {
        let sent = self.passed.sent.len();
        // Behind the last byte, there is nothing yet to be doubled or flipped.
        !self.passed.applied && (at < sent || at == sent && !fault.forges())
    }

    /// Delivers the bytes from the fault on.
    async fn damage(&mut self, fault: Fault, mut late: Vec<u8>) -> Result<(), Cut> {
        match fault {
            Fault::Cut => return Err(Cut),
            Fault::Delay => tokio::time::sleep(MOMENT).await,
            Fault::Withhold => self.collect(&mut late).await,
            Fault::Double => late.insert(0, late[0]),
            Fault::Replay => {}
            Fault::Flip(bits) => late[0] ^= bits,
        }
        self.deliver(&late).await;
        Ok(())
    }

    /// Collects what is sent until the client is gone.
    async fn collect(&mut self, late: &mut Vec<u8>) {
        while let Some(bytes) = self.read().await {
            late.extend_from_slice(&bytes);
        }
        // The server may close before the client does.
        if self.side == Side::Response {
            drop((&mut self.hear).await);
        }
    }

    /// Reads what has arrived, or `None` at the end.
    async fn read(&mut self) -> Option<Vec<u8>> {
        let mut buffer = vec![0; 16 * 1024];
        let length = self.from.read(&mut buffer).await.unwrap_or(0);
        buffer.truncate(length);
        self.passed.sent.extend_from_slice(&buffer);
        if length == 0 || self.side == Side::Response {
            drop(self.tell.take());
        }
        (length > 0).then_some(buffer)
    }

    /// Delivers bytes. Whoever does not want them any more does not get them.
    async fn deliver(&mut self, bytes: &[u8]) {
        self.passed.delivered.extend_from_slice(bytes);
        drop(self.to.write_all(bytes).await);
    }
}
