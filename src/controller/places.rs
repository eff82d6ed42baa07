//! The databases of DatabaseSchemas, for the REST API.

use std::sync::Arc;

use async_trait::async_trait;
use kube::api::ListParams;
use kube::{Api, ResourceExt};

use super::reconcile::{Context, surroundings};
use super::resolve::ResolveError;
use crate::api::DatabaseSchema;
use crate::database::Database;
use crate::http::{PlaceError, Places};
use crate::intake;
use crate::schema::nearest;

/// Finds `namespace/name`.
pub(super) struct Cluster {
    pub(super) context: Arc<Context>,
    /// The one namespace that is worked in; every one when `None`.
    pub(super) namespace: Option<String>,
}

/// `namespace/name`, by the rules of Kubernetes names (RFC 1123): both become part of a path.
pub(super) fn split(target: &str) -> Option<(&str, &str)> {
    let (namespace, name) = target.split_once('/')?;
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let label = |text: &str| {
        text.starts_with(letter)
            && text.ends_with(letter)
            && text.chars().all(|c| letter(c) || c == '-')
    };
    let subdomain = |text: &str| text.len() <= 253 && text.split('.').all(label);
    (label(namespace) && namespace.len() <= 63 && subdomain(name)).then_some((namespace, name))
}

#[async_trait]
impl Places for Cluster {
    async fn find(&self, target: Option<&str>) -> Result<Database, PlaceError> {
        let target = target.ok_or(PlaceError::Unnamed)?;
        let unknown = |nearest| PlaceError::Unknown {
            name: target.to_owned(),
            nearest,
        };
        let (namespace, name) = split(target).ok_or_else(|| unknown(Vec::new()))?;
        if self
            .namespace
            .as_deref()
            .is_some_and(|only| only != namespace)
        {
            return Err(unknown(Vec::new()));
        }
        let client = self.context.client.clone();
        let objects: Api<DatabaseSchema> = Api::namespaced(client, namespace);
        let found = objects
            .get_opt(name)
            .await
            .map_err(|error| unavailable(&error))?;
        let Some(object) = found else {
            let all = objects.list(&ListParams::default()).await;
            let names = all.map_err(|error| unavailable(&error))?.items;
            let names: Vec<String> = names
                .iter()
                .map(|object| format!("{namespace}/{}", object.name_any()))
                .collect();
            let near = nearest(target, names.iter().map(String::as_str));
            return Err(unknown(near.into_iter().map(str::to_owned).collect()));
        };
        self.database(&object, target).await
    }
}

impl Cluster {
    async fn database(
        &self,
        object: &DatabaseSchema,
        target: &str,
    ) -> Result<Database, PlaceError> {
        let broken = |problem: String| PlaceError::Broken {
            name: target.to_owned(),
            problem,
        };
        if object.spec.suspend {
            return Err(broken("spec.suspend is set".to_owned()));
        }
        let around = surroundings(&self.context, object).await;
        let around = around.map_err(|error| match error {
            ResolveError::Kube { source, .. } => unavailable(&source),
            ResolveError::Missing { .. } | ResolveError::Invalid { .. } => {
                broken(error.to_string())
            }
        })?;
        let intent = intake::from_manifest(&object.spec, around)
            .map_err(|violations| broken(intake::refusal(violations).to_string()))?;
        Ok(Database::new(intent))
    }
}

fn unavailable(error: &kube::Error) -> PlaceError {
    tracing::error!(%error, "targets could not be read");
    PlaceError::Unavailable("the cluster did not answer".to_owned())
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_target_is_a_namespace_and_a_name() {
        assert_eq!(split("team-a/shop.v1"), Some(("team-a", "shop.v1")));
        for bad in [
            "", "shop", "/shop", "a/", "a/b/c", "a/B", "a/b?x", "../a", "a/..", "a/-", "a.b/c",
            "a/ü",
        ] {
            assert_eq!(split(bad), None, "{bad}");
        }
    }
}
