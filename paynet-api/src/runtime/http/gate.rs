//! The proof of "not sent": a request body that notes when it is first polled, and that can be
//! sealed before.
//!
//! A body that was never polled was never written, and a request without its body cannot be carried
//! out. Whoever gives up seals the gate: either that succeeds and nothing will ever be written, or
//! the body had already been polled.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// Whether the body was polled.
#[derive(Debug, Default)]
pub(crate) struct Gate(AtomicU8);

const UNTOUCHED: u8 = 0;
const WRITTEN: u8 = 1;
const SEALED: u8 = 2;
const FINISHED: u8 = 3;

/// How far a call has progressed.
///
/// Exhaustive on purpose: every case must be handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Nothing has been written yet, but it may still be.
    Waiting,
    /// Proven: nothing was written, and nothing will be.
    NotSent,
    /// The request may have been written. The call's result will tell; if the call was dropped,
    /// nobody knows.
    Unknown,
    /// The call has returned its result, which says more.
    Finished,
}

impl Gate {
    /// Lets the body through, once, unless the gate is sealed.
    pub(crate) fn write(&self) -> bool {
        self.change(WRITTEN)
    }

    /// Makes sure that nothing will be written. `true` is the proof that nothing was.
    pub(crate) fn seal(&self) -> bool {
        self.change(SEALED)
    }

    /// Gives up, and returns whether it is proven that nothing was written.
    pub(crate) fn give_up(&self) -> bool {
        self.seal() || self.stage() == Stage::NotSent
    }

    /// Notes that the call has returned its result.
    pub(crate) fn finish(&self) {
        self.0.store(FINISHED, Ordering::SeqCst);
    }

    /// Returns how far the call has progressed.
    pub(crate) fn stage(&self) -> Stage {
        match self.0.load(Ordering::SeqCst) {
            UNTOUCHED => Stage::Waiting,
            WRITTEN => Stage::Unknown,
            SEALED => Stage::NotSent,
            _ => Stage::Finished,
        }
    }

    /// Changes the state if nothing has changed it before.
    fn change(&self, to: u8) -> bool {
        self.0
            .compare_exchange(UNTOUCHED, to, Ordering::SeqCst, Ordering::SeqCst)
            .is_ok()
    }
}

/// A request body behind a gate.
pub(crate) struct GatedBody {
    gate: Arc<Gate>,
    bytes: Option<Bytes>,
}

impl GatedBody {
    pub(crate) fn new(gate: Arc<Gate>, bytes: Bytes) -> Self {
        Self {
            gate,
            bytes: Some(bytes),
        }
    }
}

impl Body for GatedBody {
    type Data = Bytes;
    type Error = Sealed;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Sealed>>> {
        Poll::Ready(self.bytes.take().map(|bytes| {
            if self.gate.write() {
                Ok(Frame::data(bytes))
            } else {
                Err(Sealed)
            }
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}

/// The error of a body whose call was given up before the body was polled.
#[derive(Debug)]
pub(crate) struct Sealed;

impl std::fmt::Display for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the call was given up")
    }
}

impl std::error::Error for Sealed {}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::sync::Arc;
    use std::task::{Context, Poll, Waker};

    use super::{Body as _, Bytes, Gate, GatedBody, Stage};

    #[test]
    fn a_sealed_body_yields_nothing_and_any_other_yields_all_once() {
        let poll = |gate: &Arc<Gate>| {
            let mut body = GatedBody::new(Arc::clone(gate), Bytes::from_static(b"a"));
            let frame = Pin::new(&mut body).poll_frame(&mut Context::from_waker(Waker::noop()));
            assert!(body.is_end_stream());
            matches!(frame, Poll::Ready(Some(Ok(frame))) if frame.is_data())
        };
        let gate = Arc::default();
        assert!(poll(&gate) && !poll(&gate));
        let gate = Arc::default();
        assert!(Gate::seal(&gate) && !poll(&gate));
    }

    #[test]
    fn a_written_body_cannot_be_sealed_nor_a_sealed_one_written() {
        let gate = Gate::default();
        assert_eq!(gate.stage(), Stage::Waiting);
        assert!(gate.write() && !gate.write() && !gate.seal());
        assert_eq!(gate.stage(), Stage::Unknown);
        let gate = Gate::default();
        assert!(gate.seal() && !gate.seal() && !gate.write());
        assert_eq!(gate.stage(), Stage::NotSent);
        gate.finish();
        assert_eq!(gate.stage(), Stage::Finished);
        assert!(!gate.write());
    }
}
