//! Lists of any length: all rows, fetched page by page.

use std::fmt;
use std::future::{Future, IntoFuture as _, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use crate::transaction::operations::Transaction;
use crate::transaction::types::{
    ListedReversal, ListedTransaction, ReversalListQuery, ReversalListResponse,
    TransactionListQuery, TransactionListResponse,
};
use crate::{Accepted, DecodeIssue, Error};

/// How many rows a page has if the query does not say. Paynet's own default is 10 (source:
/// doc.paynet.com.tr/servisler/islem/islem-listesi); its PHP helper asks for 1000.
const LIMIT: i64 = 100;

impl<'c> Transaction<'c> {
    /// Lists all transactions between two days, page by page.
    ///
    /// `limit` of the query is how many rows a page has (100 if it is absent), and `starting_after`
    /// where the first begins; `ending_before` is not sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use paynet_api::{Date, Paynet};
    /// use paynet_api::transaction::types::TransactionListQuery;
    ///
    /// # async fn example(paynet: Paynet) -> Result<(), Box<dyn std::error::Error>> {
    /// let query = TransactionListQuery::new(Date::new(2024, 5, 1)?, Date::new(2024, 5, 31)?);
    /// let mut rows = paynet.transaction().list_all(&query);
    /// while let Some(row) = rows.next().await {
    ///     println!("{:?}", row?.xact_id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn list_all(&self, query: &TransactionListQuery) -> Rows<'c, TransactionListQuery> {
        Rows::new(*self, query.clone())
    }

    /// Lists all cancellations and refunds between two days, page by page.
    ///
    /// `limit` of the query is how many rows a page has (100 if it is absent), and `starting_after`
    /// where the first begins; `ending_before` is not sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use paynet_api::{Date, Paynet};
    /// use paynet_api::transaction::types::ReversalListQuery;
    ///
    /// # async fn example(paynet: Paynet) -> Result<(), Box<dyn std::error::Error>> {
    /// let query = ReversalListQuery::new(Date::new(2024, 5, 1)?, Date::new(2024, 5, 31)?);
    /// let mut rows = paynet.transaction().list_all_reversals(&query);
    /// while let Some(row) = rows.next().await {
    ///     println!("{:?}", row?.reversed_xact_id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn list_all_reversals(&self, query: &ReversalListQuery) -> Rows<'c, ReversalListQuery> {
        Rows::new(*self, query.clone())
    }
}

/// All rows of a list: a [`Stream`] of them, and [`next`](Self::next) for those who have no crate for
/// streams.
///
/// A page is fetched when its first row is asked for. The list ends where Paynet says that there is
/// no more, at a page without rows, and after an error. What is added or removed while it is read
/// may shift rows from one page to another: Paynet documents no other way to go on than an index.
pub struct Rows<'c, Q: Listing> {
    transaction: Transaction<'c>,
    query: Q,
    page: vec::IntoIter<Q::Row>,
    next: Next<Q::Page>,
    issues: Vec<DecodeIssue>,
}

/// What comes after the rows of the current page.
enum Next<P> {
    /// A page that is not asked for yet.
    Page,
    /// A page that is on its way.
    Fetching(Fetching<P>),
    /// Nothing.
    End,
}

type Fetching<P> = Pin<Box<dyn Future<Output = Result<Accepted<P>, Error>> + Send>>;

impl<'c, Q: Listing> Rows<'c, Q> {
    fn new(transaction: Transaction<'c>, mut query: Q) -> Self {
        query.begin();
        Self {
            transaction,
            query,
            page: Vec::new().into_iter(),
            next: Next::Page,
            issues: Vec::new(),
        }
    }

    /// Returns the next row, or `None` at the end.
    ///
    /// # Errors
    ///
    /// If a page cannot be fetched. The list has ended then.
    pub async fn next(&mut self) -> Option<Result<Q::Row, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Returns what could not be decoded so far. A row that is not an object is skipped.
    #[must_use]
    pub fn decode_issues(&self) -> &[DecodeIssue] {
        &self.issues
    }

    /// Takes the rows of a page, and decides what comes after it.
    fn turn(&mut self, page: Accepted<Q::Page>) {
        let is_row = |issue: &&DecodeIssue| {
            let path = issue.path();
            path.strip_prefix("Data[")
                .is_some_and(|index| index.find(']') == Some(index.len() - 1))
        };
        let skipped = page.decode_issues().iter().filter(is_row).count();
        self.issues.extend_from_slice(page.decode_issues());
        let (rows, has_more) = Q::rows(page.into_response());
        let count = rows.len() + skipped;
        let is_last = match has_more {
            Some(has_more) => !has_more,
            None => i64::try_from(count).is_ok_and(|count| count < self.query.limit()),
        };
        self.query.advance(count);
        self.next = if is_last || count == 0 {
            Next::End
        } else {
            Next::Page
        };
        self.page = rows.into_iter();
    }
}

impl<Q: Listing> Stream for Rows<'_, Q> {
    type Item = Result<Q::Row, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(row) = self.page.next() {
                return Poll::Ready(Some(Ok(row)));
            }
            match &mut self.next {
                Next::End => return Poll::Ready(None),
                Next::Page => self.next = Next::Fetching(self.query.fetch(self.transaction)),
                Next::Fetching(page) => match ready!(page.as_mut().poll(context)) {
                    Ok(page) => self.turn(page),
                    Err(error) => {
                        self.next = Next::End;
                        return Poll::Ready(Some(Err(error)));
                    }
                },
            }
        }
    }
}

impl<Q: Listing> fmt::Debug for Rows<'_, Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows")
            .field("query", &self.query)
            .finish_non_exhaustive()
    }
}

// Nothing refers into itself: the page on its way is behind a box.
impl<Q: Listing> Unpin for Rows<'_, Q> {}

/// A query for a list that comes page by page.
pub trait Listing: fmt::Debug + private::Pages {}

mod private {
    use super::{Fetching, Transaction};

    /// How the pages of a list are fetched.
    pub trait Pages {
        /// A row.
        type Row;
        /// A page.
        type Page;

        /// Prepares the query for the first page.
        fn begin(&mut self);
        /// Returns how many rows a page has at the most.
        fn limit(&self) -> i64;
        /// Goes on after so many rows.
        fn advance(&mut self, rows: usize);
        /// Fetches the page.
        fn fetch(&self, transaction: Transaction<'_>) -> Fetching<Self::Page>;
        /// Returns the rows of a page, and whether there are more.
        fn rows(page: Self::Page) -> (Vec<Self::Row>, Option<bool>);
    }
}

macro_rules! listings {
    ($($query:ident, $page:ident, $row:ident, $method:ident;)*) => {$(
        impl Listing for $query {}

        impl private::Pages for $query {
            type Row = $row;
            type Page = $page;

            #[inline]
            fn begin(&mut self) {
                self.limit.get_or_insert(LIMIT);
                self.ending_before = None;
            }

            #[inline]
            fn limit(&self) -> i64 {
                self.limit.unwrap_or(LIMIT)
            }

            #[inline]
            fn advance(&mut self, rows: usize) {
                let rows = i64::try_from(rows).unwrap_or(i64::MAX);
                let start = self.starting_after.unwrap_or(0);
                self.starting_after = Some(start.saturating_add(rows));
            }

            #[inline]
            fn fetch(&self, transaction: Transaction<'_>) -> Fetching<$page> {
                transaction.$method(self).into_future()
            }

            #[inline]
            fn rows(page: $page) -> (Vec<$row>, Option<bool>) {
                (page.data.unwrap_or_default(), page.has_more)
            }
        }
    )*};
}

listings! {
    TransactionListQuery, TransactionListResponse, ListedTransaction, list;
    ReversalListQuery, ReversalListResponse, ListedReversal, list_reversals;
}
