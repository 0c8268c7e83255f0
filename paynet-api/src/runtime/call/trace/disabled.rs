//! The same functions as in `enabled`, without an effect.

use std::future::Future;
use std::marker::PhantomData;
use std::time::Duration;

use crate::runtime::Error;
use crate::runtime::call::begun::Begun;
use crate::runtime::http::exchange::Prepared;
use crate::runtime::http::gate::Gate;

pub(in super::super) struct Trace<'g>(PhantomData<&'g Gate>);

impl<'g> Trace<'g> {
    pub(in super::super) const fn begin(_: Begun, _: &Prepared, _: &'g Gate) -> Self {
        Self(PhantomData)
    }

    pub(in super::super) fn instrument<F: Future>(&self, future: F) -> F {
        future
    }

    pub(in super::super) const fn end<R>(self, _: &Result<R, Error>) {}
}

pub(in super::super) const fn resent(_: &Error, _: Duration) {}
