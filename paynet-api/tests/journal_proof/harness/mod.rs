//! Starts workers, kills them, and judges what they leave behind.
//!
//! | module | content |
//! | --- | --- |
//! | `process` | a worker's process |
//! | `kill` | when a worker is killed |
//! | `bench` | a sandbox, a database and a list |
//! | `run` | workers one after the other, each killed but for the last |
//! | `judge` | the journal beside the ledger |
//! | `counts` | how many there were |

mod bench;
mod counts;
mod judge;
mod kill;
mod process;
mod run;

pub(crate) use bench::Bench;
pub(crate) use counts::Counts;
pub(crate) use judge::judge;
pub(crate) use kill::Kill;
pub(crate) use process::{Ended, Process};
pub(crate) use run::{Left, Measured, Plan, measure, run};
