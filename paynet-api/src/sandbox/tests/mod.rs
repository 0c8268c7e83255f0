//! What holds across the files of the sandbox.

mod assumptions;
mod repeat;
