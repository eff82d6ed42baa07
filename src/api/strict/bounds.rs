//! The bounds that a JSON Schema puts on values: what the API server of a cluster checks at
//! admission, for documents that come another way.

use super::StrictError;
use serde_json::{Number, Value};

/// How many references and alternatives are followed one inside the other.
const LONGEST_CHAIN: usize = 8;
/// How many values out of bounds are listed.
const MOST_LISTED: usize = 20;

/// Refuses values that the schema does not allow. Types and missing fields are left to serde, which
/// knows their place.
pub(super) fn check(value: &Value, schema: &Value) -> Result<(), StrictError> {
    let mut bounds = Bounds {
        root: schema,
        found: Vec::new(),
    };
    bounds.value(value, schema, "", LONGEST_CHAIN);
    if bounds.found.is_empty() {
        Ok(())
    } else {
        Err(StrictError::OutOfBounds(bounds.found))
    }
}

struct Bounds<'a> {
    root: &'a Value,
    found: Vec<(String, String)>,
}

impl Bounds<'_> {
    fn value(&mut self, value: &Value, schema: &Value, path: &str, left: usize) {
        if left == 0 || self.found.len() >= MOST_LISTED {
            return;
        }
        if let Some(problem) = problem(value, schema) {
            self.found.push((path.to_owned(), problem));
        }
        let referred = schema.get("$ref").and_then(Value::as_str);
        if let Some(referred) =
            referred.and_then(|place| self.root.pointer(place.strip_prefix('#')?))
        {
            self.value(value, referred, path, left - 1);
        }
        for all in list(schema, "allOf") {
            self.value(value, all, path, left - 1);
        }
        for word in ["anyOf", "oneOf"] {
            self.alternatives(value, list(schema, word), path, left - 1);
        }
        match value {
            Value::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    if let Some(inner) = schema.get("items") {
                        self.value(item, inner, &format!("{path}[{number}]"), LONGEST_CHAIN);
                    }
                }
            }
            Value::Object(map) => {
                for (key, item) in map {
                    if let Some(inner) = schema.get("properties").and_then(|all| all.get(key)) {
                        let here = if path.is_empty() {
                            key.clone()
                        } else {
                            format!("{path}.{key}")
                        };
                        self.value(item, inner, &here, LONGEST_CHAIN);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// One of them must fit; what is wrong with the one of the value's own type is told.
    fn alternatives(&mut self, value: &Value, all: &[Value], path: &str, left: usize) {
        let mut nearest: Option<Vec<(String, String)>> = None;
        for one in all {
            let mut inner = Bounds {
                root: self.root,
                found: Vec::new(),
            };
            inner.value(value, one, path, left);
            if inner.found.is_empty() {
                return;
            }
            if nearest
                .as_ref()
                .is_none_or(|best| best.len() > inner.found.len())
            {
                nearest = Some(inner.found);
            }
        }
        self.found.extend(nearest.unwrap_or_default());
    }
}

fn list<'a>(schema: &'a Value, word: &str) -> &'a [Value] {
    schema
        .get(word)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// What is wrong with a value itself, without what is in it.
fn problem(value: &Value, schema: &Value) -> Option<String> {
    if let Some(types) = schema.get("type")
        && !typed(value, types)
    {
        return Some(format!("must be of type {}", words(types)));
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array)
        && !values.contains(value)
    {
        return Some(format!("must be one of {}", words(schema.get("enum")?)));
    }
    if let Some(only) = schema.get("const")
        && only != value
    {
        return Some(format!("must be {only}"));
    }
    let bound = |word: &str| schema.get(word).and_then(Value::as_f64);
    let (size, least, most, what) = match value {
        Value::String(text) => (
            count(text.chars().count()),
            "minLength",
            "maxLength",
            "characters",
        ),
        Value::Array(items) => (count(items.len()), "minItems", "maxItems", "items"),
        Value::Number(number) => (number.as_f64()?, "minimum", "maximum", ""),
        Value::Null | Value::Bool(_) | Value::Object(_) => return None,
    };
    let told = |word: &str, bound: f64| {
        format!("must be at {word} {bound} {what}")
            .trim_end()
            .to_owned()
    };
    if let Some(least) = bound(least).filter(|least| size < *least) {
        return Some(told("least", least));
    }
    bound(most)
        .filter(|most| size > *most)
        .map(|most| told("most", most))
}

/// Lengths are far below what a float holds exactly.
fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::INFINITY, f64::from)
}

fn typed(value: &Value, types: &Value) -> bool {
    let fits = |name: &Value| match (name.as_str(), value) {
        (Some("integer"), Value::Number(number)) => is_whole(number),
        (Some("number"), Value::Number(_))
        | (Some("string"), Value::String(_))
        | (Some("boolean"), Value::Bool(_))
        | (Some("array"), Value::Array(_))
        | (Some("object"), Value::Object(_))
        | (Some("null"), Value::Null) => true,
        _ => false,
    };
    match types {
        Value::Array(names) => names.iter().any(fits),
        name => fits(name),
    }
}

/// `1.0` is a whole number too (JSON Schema 2020-12, Validation, 6.1.1).
fn is_whole(number: &Number) -> bool {
    number.as_f64().is_some_and(|n| n.fract() == 0.0)
}

/// Writes whole numbers as such: serde takes no `1.0` for an integer.
pub(super) fn whole_numbers(value: Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() && is_whole(&number) => {
            let whole = number.as_f64().and_then(|n| format!("{n:.0}").parse().ok());
            Value::Number(whole.map_or(number, |whole: i64| whole.into()))
        }
        Value::Array(items) => items.into_iter().map(whole_numbers).collect(),
        Value::Object(map) => {
            let entries = map.into_iter();
            entries
                .map(|(key, item)| (key, whole_numbers(item)))
                .collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

fn words(values: &Value) -> String {
    match values {
        Value::Array(all) => all
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        one => one.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_out_of_bounds_are_told_with_their_path() {
        let schema = json!({
            "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 3},
                "retries": {"type": "integer", "minimum": 0, "maximum": 100},
                "list": {"type": ["array", "null"], "maxItems": 2, "items": {"$ref": "#/$defs/one"}},
                "mode": {"anyOf": [{"enum": ["A", "B"]}, {"type": "null"}]},
            },
            "$defs": {"one": {"enum": [1, 2]}},
        });
        let good = json!({"name": "äöü", "retries": 100, "list": [1, 2], "mode": null, "x": 1});
        assert_eq!(check(&good, &schema), Ok(()));
        assert_eq!(check(&json!({"list": null, "mode": "B"}), &schema), Ok(()));
        let bad = json!({"name": "", "retries": 101, "list": [1, 3, 1], "mode": "C"});
        let Err(StrictError::OutOfBounds(found)) = check(&bad, &schema) else {
            panic!("accepted")
        };
        let told: Vec<String> = found
            .iter()
            .map(|(path, problem)| format!("{path} {problem}"))
            .collect();
        assert_eq!(
            told,
            [
                "name must be at least 1 characters",
                "retries must be at most 100",
                "list must be at most 2 items",
                "list[1] must be one of 1, 2",
                "mode must be one of \"A\", \"B\"",
            ]
        );
    }
}
