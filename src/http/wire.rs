//! The wire types' own schemas, for OpenAPI and for reading requests strictly: nothing is described
//! twice.

use super::handlers::{AcceptedDocument, KnownExecution};
use super::problem::ProblemDocument;
use crate::api::request::{ExecuteRequest, PlanRequest};
use crate::report::{
    CreateStatementsDocument, HealthDocument, HistoryDocument, OutcomeDocument, PlanDocument,
    RowCountsDocument, SchemaDocument, SizeDocument, TableDocument, ValidationDocument,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::sync::LazyLock;
use utoipa::openapi::{Ref, RefOr, schema};
use utoipa::{PartialSchema, ToSchema};

/// Where OpenAPI keeps schemas.
const PLACE: &str = "/components/schemas";

/// The body of a request.
pub(super) trait Request: JsonSchema {
    /// Its schema, with all that it refers to.
    fn schema() -> &'static Value;
}

macro_rules! wire {
    (requests: $($request:ty),* ; answers: $($answer:ty),* $(,)?) => {
        $(impl Request for $request {
            fn schema() -> &'static Value {
                static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
                    let generator = SchemaSettings::draft2020_12().into_generator();
                    let mut schema = generator.into_root_schema_for::<$request>().to_value();
                    plain(&mut schema);
                    schema
                });
                &SCHEMA
            }
        })*
        $(referred!($request);)*
        $(referred!($answer);)*

        /// All schemas by name, as OpenAPI 3.1 has them, which are JSON Schema's own (OpenAPI
        /// 3.1.1, 4.8.24).
        pub(super) fn schemas() -> Map<String, Value> {
            let mut answers = generator(SchemaSettings::for_serialize);
            $(answers.subschema_for::<$answer>();)*
            let mut requests = generator(SchemaSettings::for_deserialize);
            $(requests.subschema_for::<$request>();)*
            let mut all = answers.take_definitions(true);
            for (name, mut schema) in requests.take_definitions(true) {
                close(&mut schema);
                all.insert(name, schema);
            }
            for schema in all.values_mut() {
                plain(schema);
            }
            all.sort_keys();
            all
        }
    };
}

macro_rules! referred {
    ($type:ty) => {
        impl PartialSchema for $type {
            fn schema() -> RefOr<schema::Schema> {
                RefOr::Ref(Ref::from_schema_name(<$type as JsonSchema>::schema_name()))
            }
        }
        impl ToSchema for $type {
            fn name() -> Cow<'static, str> {
                <$type as JsonSchema>::schema_name()
            }
        }
    };
}

wire! {
    requests: PlanRequest, ExecuteRequest;
    answers:
        SchemaDocument, TableDocument, SizeDocument, RowCountsDocument, CreateStatementsDocument,
        PlanDocument, OutcomeDocument, AcceptedDocument, HistoryDocument, KnownExecution,
        HealthDocument, ProblemDocument, ValidationDocument,
}

/// What is written and what is read differ in which fields may be missing.
fn generator(contract: fn(SchemaSettings) -> SchemaSettings) -> SchemaGenerator {
    contract(SchemaSettings::draft2020_12())
        .with(|settings| settings.definitions_path = PLACE.into())
        .into_generator()
}

/// Says of each object of a request what reading it strictly does: fields that are not named are
/// refused, unless the type says that others may come.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if map.get("properties").is_some_and(Value::is_object)
                && map.get("type").is_some_and(is_object)
                && !map.contains_key("additionalProperties")
            {
                map.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            map.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// Whether a schema's `type` is, or may be, an object.
fn is_object(types: &Value) -> bool {
    let names = types
        .as_array()
        .map_or(std::slice::from_ref(types), Vec::as_slice);
    names.iter().any(|name| name == "object")
}

/// Says what a structural schema cannot: alternatives, and the bounds of a number's format. Leaves
/// out what only the API server of a cluster reads.
fn plain(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(alternatives)) = map.remove("x-alternatives") {
                map.shift_remove("maxLength");
                map.extend(alternatives);
            }
            map.retain(|key, _| !key.starts_with("x-kubernetes-"));
            let (least, most) = match map.get("format").and_then(Value::as_str) {
                Some("uint8") => (json!(0), json!(u8::MAX)),
                Some("uint16") => (json!(0), json!(u16::MAX)),
                Some("uint32") => (json!(0), json!(u32::MAX)),
                Some("uint64") => (json!(0), json!(u64::MAX)),
                Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
                Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
                _ => (Value::Null, Value::Null),
            };
            for (word, bound) in [("minimum", least), ("maximum", most)] {
                if !bound.is_null() {
                    map.entry(word).or_insert(bound);
                }
            }
            map.values_mut().for_each(plain);
        }
        Value::Array(items) => items.iter_mut().for_each(plain),
        _ => {}
    }
}
