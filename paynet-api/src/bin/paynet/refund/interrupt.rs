//! Ctrl-C, and what service managers send to stop a process.

use std::io;

use tokio::sync::mpsc::WeakUnboundedSender;
use tokio::task::JoinSet;

use super::send::Message;

/// Sends a message for each signal, until it is dropped. From now on a signal no longer ends the
/// process by itself.
pub(super) fn watch(messages: &WeakUnboundedSender<Message>) -> io::Result<JoinSet<()>> {
    let mut tasks = JoinSet::new();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};

        for kind in [SignalKind::interrupt(), SignalKind::terminate()] {
            let mut signals = signal(kind)?;
            let messages = messages.clone();
            tasks.spawn(async move { while signals.recv().await.is_some() && tell(&messages) {} });
        }
    }
    #[cfg(not(unix))]
    {
        let messages = messages.clone();
        tasks.spawn(
            async move { while tokio::signal::ctrl_c().await.is_ok() && tell(&messages) {} },
        );
    }
    Ok(tasks)
}

/// Returns whether somebody listens.
fn tell(messages: &WeakUnboundedSender<Message>) -> bool {
    let messages = messages.upgrade();
    messages.is_some_and(|messages| messages.send(Message::Interrupt).is_ok())
}
