//! Samples of requests and responses, and the places in them.

use codegen::source::Location;
use serde_json::Value;

use crate::docs::facts::Direction;
use crate::docs::json::Slip;

/// A sample of a request or a response.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) direction: Direction,
    /// The title of its tab.
    pub(crate) title: String,
    pub(crate) at: Location,
    pub(crate) value: Value,
    pub(crate) repairs: Vec<Repair>,
    /// The places of its members, by JSON pointer.
    pub(super) places: Vec<(String, Location)>,
}

/// What was repaired, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Repair {
    pub(crate) slip: Slip,
    pub(crate) count: usize,
    /// The first place.
    pub(crate) at: Location,
}

impl Sample {
    /// Returns the place of the value at a pointer, or of the whole sample.
    pub(crate) fn place(&self, pointer: &str) -> &Location {
        let mut places = self.places.iter();
        let found = places.find(|(other, _)| other == pointer);
        found.map_or(&self.at, |(_, at)| at)
    }
}
