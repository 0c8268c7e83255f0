//! Tests of the whole comparison: small pages and specs, one edit at a time, and what is reported.

mod differences;
mod fixture;
mod reports;
mod texts;
mod unreadable;
