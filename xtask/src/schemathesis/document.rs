//! A document as it is printed, with values that the sandbox knows.

use serde_json::{Value, json};

use super::known::{Known, Others};
use crate::paths;

/// Returns a document after its overlay, with those known values that are its own.
pub(crate) fn with_known_values(name: &str, known: &[Known]) -> Result<Value, String> {
    let (specs, prefix) = paths::specs();
    let sources = codegen::disk::read_specs(&specs, prefix).map_err(|error| error.to_string())?;
    let (text, diagnostics) = codegen::read::print(&sources, name);
    let text = text.ok_or_else(|| diagnostics.render(&sources))?;
    let mut document = serde_yaml::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
    for known in known.iter().filter(|known| known.document == name) {
        add(&mut document, known)?;
    }
    Ok(document)
}

/// Adds known values to a property. They satisfy its schema anyway, so nothing else is allowed than
/// before: they are only tried more often, or alone.
fn add(document: &mut Value, known: &Known) -> Result<(), String> {
    let Known {
        schema, property, ..
    } = known;
    let pointer = format!("/components/schemas/{schema}/properties/{property}");
    let place = document.pointer_mut(&pointer);
    let place = place.ok_or_else(|| format!("{}: no {pointer}", known.document))?;
    let any = place.take();
    let values = json!({"enum": known.values});
    *place = match known.others {
        Others::Tried => json!({"anyOf": [values, any]}),
        Others::LeftOut => values,
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values_are_tried_besides_all_others() {
        let known = Known {
            document: "any",
            schema: "A",
            property: "xact_id",
            values: vec![json!("xk_1")],
            others: Others::Tried,
        };
        let text = json!({"type": "string"});
        let properties = json!({"xact_id": text, "amount": text});
        let mut document = json!({"components": {"schemas": {"A": {"properties": properties}}}});
        add(&mut document, &known).unwrap();
        let expected = json!({"anyOf": [{"enum": ["xk_1"]}, text]});
        let properties = &document["components"]["schemas"]["A"]["properties"];
        assert_eq!(properties["xact_id"], expected);
        assert_eq!(properties["amount"], text);
        let unknown = add(&mut json!({}), &known).unwrap_err();
        assert!(unknown.contains("/components/schemas/A"), "{unknown}");
    }
}
