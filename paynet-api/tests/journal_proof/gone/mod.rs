//! The database goes away: nothing is sent that could not be recorded, and an outcome that could not
//! be recorded is still returned.
//!
//! | module | content |
//! | --- | --- |
//! | `case` | a database that goes away at some moment, and comes back |
//! | `sqlite` | it is locked |
//! | `disk` | SQLite's disk is full, or may only be read |
//! | `postgres` | the network is cut, or silent |
//! | `server` | the server is stopped, or may only be read |

mod case;
mod disk;
mod postgres;
mod server;
mod sqlite;
