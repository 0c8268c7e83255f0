//! Reads samples: JSON as documentation has it. Keys without quotes and missing commas are repaired
//! and reported, and nothing else is.

use super::block::Code;
use super::builder::Builder;
use super::sample::{Repair, Sample};
use crate::docs::facts::Direction;
use crate::docs::json;

/// Reads a sample, and adds it to the page.
pub(super) fn add(builder: &mut Builder, code: &Code, direction: Direction, title: String) {
    let text = builder.page.text.clone();
    let read = match json::read(&code.text) {
        Ok(read) => read,
        Err(error) => {
            builder.fault(
                code.start + error.byte,
                format!("{}, in a sample", error.text),
            );
            return;
        }
    };
    let mut repairs: Vec<Repair> = Vec::new();
    for (slip, byte) in read.slips {
        match repairs.iter_mut().find(|repair| repair.slip == slip) {
            Some(repair) => repair.count += 1,
            None => repairs.push(Repair {
                slip,
                count: 1,
                at: text.at(code.start + byte),
            }),
        }
    }
    let places = read.places.into_iter();
    builder.page.samples.push(Sample {
        direction,
        title,
        at: text.at(code.start),
        value: read.value,
        repairs,
        places: places
            .map(|(pointer, byte)| (pointer, text.at(code.start + byte)))
            .collect(),
    });
}
