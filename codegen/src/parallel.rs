//! A parallel map whose results do not depend on which core is faster.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// With fewer items per thread, starting one costs more than it saves.
const PER_THREAD: usize = 16;

/// The stack of a main thread. What fits there must not overflow on a caller's smaller one.
const STACK: usize = 8 << 20;

/// Maps the items on all cores and returns the results in the order of the items. Each thread has a
/// state of its own, for what can't cross threads.
pub(crate) fn map<T: Sync, S, R: Send>(
    items: &[T],
    state: impl Fn() -> S + Sync,
    work: impl Fn(&S, &T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let state = state();
        let mut done = Vec::new();
        while let index = next.fetch_add(1, Ordering::Relaxed)
            && let Some(item) = items.get(index)
        {
            done.push((index, work(&state, item)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let builder = || thread::Builder::new().stack_size(STACK);
        let threads: Vec<_> = (0..threads(items.len()))
            .filter_map(|_| builder().spawn_scoped(scope, take).ok())
            .collect();
        let mut done = Vec::new();
        for thread in threads {
            done.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        // If the system refuses every thread, the caller does the work.
        done.extend(take());
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// The number of threads that is worth starting.
fn threads(items: usize) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    cores.min(items.div_ceil(PER_THREAD))
}
