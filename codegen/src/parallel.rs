//! Independent work on all cores, in an order that does not depend on which core was faster. Nothing here knows what the work is.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Below so many items per thread, starting one costs more than it saves.
const PER_THREAD: usize = 16;

/// What the main thread has: nothing that fits there may overflow elsewhere.
const STACK: usize = 8 << 20;

/// The result of each item, in the order of the items. Each thread has a state of its own, for what can't cross threads.
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
        // A thread that the system refuses is one that the others do without.
        let helpers: Vec<_> = (1..threads(items.len()))
            .filter_map(|_| builder().spawn_scoped(scope, take).ok())
            .collect();
        let mut done = take();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// How many threads are worth it.
fn threads(items: usize) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    cores.min(items.div_ceil(PER_THREAD))
}
