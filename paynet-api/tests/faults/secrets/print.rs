//! Everything that can be printed of a call and of its result.

use std::error::Error as StdError;
use std::fmt::{Debug, Display};
use std::future::IntoFuture;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Waker};
use std::time::Duration;

use paynet_api::runtime::Operation;
use paynet_api::{Accepted, Call, Error};

use crate::operations::Visitor;

/// Sends a call, and prints everything about it.
pub(super) struct Print;

impl Visitor for Print {
    type Output = Pin<Box<dyn Future<Output = String> + Send>>;

    fn visit<O: Operation + Debug>(self, call: Call<O, O::Response>) -> Self::Output
    where
        O::Response: Debug,
    {
        let mut text = debug(&call);
        let progress = call.progress();
        let call = call.timeout(Duration::from_secs(30)).into_future();
        Box::pin(async move {
            let result = call.await;
            text += &debug(&progress);
            match &result {
                Ok(accepted) => text += &of_accepted(accepted),
                Err(error) => text += &of_error(error),
            }
            let is_accepted = result.is_ok();
            text + &panic_message(|| match is_accepted {
                true => drop(result.unwrap_err()),
                false => drop(result.unwrap()),
            })
        })
    }
}

/// Awaits a call where there is no runtime, and prints what it panics with.
pub(super) struct Panic;

impl Visitor for Panic {
    type Output = String;

    fn visit<O: Operation>(self, call: Call<O, O::Response>) -> String {
        let mut future = call.into_future();
        let mut context = Context::from_waker(Waker::noop());
        panic_message(|| drop(future.as_mut().poll(&mut context)))
    }
}

fn of_accepted<T: Debug + Send + Sync + 'static>(accepted: &Accepted<T>) -> String {
    let raw = accepted.raw();
    debug(accepted)
        + &debug(accepted.response())
        + &debug(raw)
        + &debug(&raw.headers())
        + &debug(&accepted.decode_issues())
}

/// Prints an error, with its chain.
pub(super) fn of_error(error: &Error) -> String {
    let raw = error.raw().map(|raw| debug(raw) + &debug(&raw.headers()));
    let words = [error.message(), error.advice(), error.code_label()];
    let issues = error.decode_issues();
    let mut text = both(error) + &raw.unwrap_or_default() + &debug(&words) + &debug(&issues);
    for issue in issues {
        text += &issue.to_string();
    }
    let mut cause = error.source();
    while let Some(error) = cause {
        text += &(error.to_string() + &debug(&error));
        cause = error.source();
    }
    text
}

pub(super) fn debug(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}\n")
}

pub(super) fn both(value: &(impl Debug + Display)) -> String {
    format!("{value}\n{value:#}\n") + &debug(value)
}

/// Returns the message of a panic.
pub(super) fn panic_message(panics: impl FnOnce()) -> String {
    let Err(payload) = catch_unwind(AssertUnwindSafe(panics)) else {
        panic!("it does not panic");
    };
    let text = payload.downcast_ref::<String>().cloned();
    let text = text.or_else(|| payload.downcast_ref::<&str>().map(|it| (*it).to_owned()));
    text.unwrap()
}
