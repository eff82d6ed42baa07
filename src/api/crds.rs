//! The two custom resource definitions as text, the same bytes on every run.

use k8s_openapi::apiextensions_apiserver::pkg::apis::apiextensions::v1::{
    CustomResourceDefinition, JSON, JSONSchemaProps, JSONSchemaPropsOrArray,
};
use kube::CustomResourceExt;
use serde_json::json;

use super::plan_resource::SchemaPlan;
use super::resource::DatabaseSchema;

/// One definition: the name of its file and the file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrdFile {
    /// File name, as controller-gen would call it: `<group>_<plural>.yaml`.
    pub name: String,
    /// YAML.
    pub text: String,
}

/// A definition could not be written as YAML.
#[derive(Debug, thiserror::Error)]
#[error("writing the custom resource definition {name} as YAML")]
pub struct CrdError {
    name: String,
    #[source]
    source: serde_saphyr::ser::Error,
}

/// Both definitions.
pub fn definitions() -> [CustomResourceDefinition; 2] {
    [
        with_status_default(tidied(DatabaseSchema::crd())),
        tidied(SchemaPlan::crd()),
    ]
}

/// Both definitions as files.
///
/// # Errors
/// [`CrdError`] when one cannot be written as YAML.
pub fn files() -> Result<Vec<CrdFile>, CrdError> {
    definitions().iter().map(file).collect()
}

fn file(crd: &CustomResourceDefinition) -> Result<CrdFile, CrdError> {
    let name = format!("{}_{}.yaml", crd.spec.group, crd.spec.names.plural);
    match serde_saphyr::to_string(crd) {
        Ok(text) => Ok(CrdFile {
            name,
            text: format!("---\n{}\n", text.trim_end()),
        }),
        Err(source) => Err(CrdError { name, source }),
    }
}

/// The generation that a new object's status claims to have seen, so that tools which compare it
/// with `metadata.generation` wait instead of taking the missing status for success.
const NEVER_OBSERVED: i64 = -1;

/// The schema of the first version's root; there is only one version.
fn root_schema(crd: &mut CustomResourceDefinition) -> Option<&mut JSONSchemaProps> {
    crd.spec
        .versions
        .first_mut()?
        .schema
        .as_mut()?
        .open_api_v3_schema
        .as_mut()
}

fn tidied(mut crd: CustomResourceDefinition) -> CustomResourceDefinition {
    if let Some(root) = root_schema(&mut crd) {
        tidy(root);
    }
    crd
}

fn with_status_default(mut crd: CustomResourceDefinition) -> CustomResourceDefinition {
    let properties = root_schema(&mut crd).and_then(|root| root.properties.as_mut());
    if let Some(status) = properties.and_then(|all| all.get_mut("status")) {
        status.default = Some(JSON(json!({ "observedGeneration": NEVER_OBSERVED })));
    }
    crd
}

/// Adapts what the derive wrote to what the API server means:
/// an explicit null would count as present for `has()` in the rules, so nothing is nullable;
/// and Rust's unsigned formats are unknown there and draw a warning on every install.
fn tidy(schema: &mut JSONSchemaProps) {
    schema.nullable = None;
    if let Some(values) = &mut schema.enum_ {
        values.retain(|value| !value.0.is_null());
    }
    if let Some("uint8" | "uint16" | "uint32" | "uint64") = schema.format.as_deref() {
        schema.format = Some("int64".to_owned());
    }
    schema
        .properties
        .iter_mut()
        .flat_map(|inner| inner.values_mut())
        .for_each(tidy);
    match &mut schema.items {
        Some(JSONSchemaPropsOrArray::Schema(inner)) => tidy(inner),
        Some(JSONSchemaPropsOrArray::Schemas(inner)) => inner.iter_mut().for_each(tidy),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn client_side_apply_has_room() {
        for file in files().unwrap() {
            assert!(
                file.text.len() < 100_000,
                "{} has {} bytes",
                file.name,
                file.text.len()
            );
        }
    }

    #[test]
    fn a_new_status_says_that_nothing_was_observed() {
        let text = &files().unwrap()[0].text;
        assert!(text.contains("observedGeneration: -1"), "{text}");
    }

    /// Walks a definition and calls `check` with the path and schema of every property.
    fn each(schema: &JSONSchemaProps, path: &str, check: &mut dyn FnMut(&str, &JSONSchemaProps)) {
        check(path, schema);
        for (name, inner) in schema.properties.iter().flatten() {
            each(inner, &format!("{path}.{name}"), check);
        }
        if let Some(JSONSchemaPropsOrArray::Schema(inner)) = &schema.items {
            each(inner, &format!("{path}[]"), check);
        }
    }

    fn each_spec_property(check: &mut dyn FnMut(&str, &JSONSchemaProps)) {
        for crd in definitions() {
            let root = crd.spec.versions[0].schema.as_ref().unwrap();
            let root = root.open_api_v3_schema.as_ref().unwrap();
            each(&root.properties.as_ref().unwrap()["spec"], "spec", check);
        }
    }

    #[test]
    fn every_field_is_documented() {
        let mut seen = 0;
        each_spec_property(&mut |path, schema| {
            seen += 1;
            let named = !path.ends_with("[]");
            assert!(
                !named || schema.description.is_some(),
                "{path} has no description"
            );
        });
        assert!(seen > 100, "only {seen} fields were looked at");
    }

    #[test]
    fn nothing_is_nullable_and_formats_are_known() {
        each_spec_property(&mut |path, schema| {
            assert_eq!(schema.nullable, None, "{path}");
            let known = [
                None,
                Some("int32"),
                Some("int64"),
                Some("date-time"),
                Some("double"),
            ];
            assert!(
                known.contains(&schema.format.as_deref()),
                "{path}: {:?}",
                schema.format
            );
        });
    }

    #[test]
    fn every_list_and_text_is_bounded() {
        each_spec_property(&mut |path, schema| match schema.type_.as_deref() {
            Some("array") => assert!(schema.max_items.is_some(), "{path} has no maxItems"),
            Some("string") if schema.enum_.is_none() && schema.format.is_none() => {
                assert!(schema.max_length.is_some(), "{path} has no maxLength");
            }
            _ => {}
        });
    }
}
