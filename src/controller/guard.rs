//! Who calls the REST API, as the cluster knows them: TokenReview says who, SubjectAccessReview
//! what they may do.

use std::collections::BTreeMap;

use async_trait::async_trait;
use k8s_openapi::api::authentication::v1::{TokenReview, TokenReviewSpec};
use k8s_openapi::api::authorization::v1::{
    ResourceAttributes, SubjectAccessReview, SubjectAccessReviewSpec,
};
use kube::api::PostParams;
use kube::{Api, Client};

use super::places::split;
use crate::http::{Caller, Guard, GuardError, Verb};

/// Asks the API server.
pub(super) struct ClusterGuard {
    pub(super) client: Client,
    /// For whom a token must be made; the API server's own audience when empty.
    pub(super) audiences: Vec<String>,
}

#[async_trait]
impl Guard for ClusterGuard {
    async fn identify(&self, token: Option<&str>) -> Result<Caller, GuardError> {
        let token = token.ok_or(GuardError::Unknown)?;
        let review = TokenReview {
            spec: TokenReviewSpec {
                token: Some(token.to_owned()),
                audiences: Some(self.audiences.clone()).filter(|all| !all.is_empty()),
            },
            ..TokenReview::default()
        };
        let reviews: Api<TokenReview> = Api::all(self.client.clone());
        let answer = reviews.create(&PostParams::default(), &review).await;
        let status = answer.map_err(|error| unavailable("TokenReview", &error))?;
        let status = status.status.unwrap_or_default();
        // An authenticator that knows nothing of audiences answers none: then the token is not ours.
        let ours = self.audiences.is_empty()
            || status
                .audiences
                .unwrap_or_default()
                .iter()
                .any(|audience| self.audiences.contains(audience));
        let user = status.user.unwrap_or_default();
        match user.username {
            Some(name) if status.authenticated == Some(true) && ours => Ok(Caller {
                name,
                groups: user.groups.unwrap_or_default(),
                uid: user.uid.unwrap_or_default(),
                extra: user.extra.unwrap_or_default(),
            }),
            Some(_) | None => Err(GuardError::Unknown),
        }
    }

    async fn allow(
        &self,
        caller: &Caller,
        verb: Verb,
        target: Option<&str>,
    ) -> Result<(), GuardError> {
        // What names no object is refused where objects are looked for.
        let Some((namespace, name)) = target.and_then(split) else {
            return Ok(());
        };
        let extra: BTreeMap<_, _> = caller.extra.clone();
        let review = SubjectAccessReview {
            spec: SubjectAccessReviewSpec {
                user: Some(caller.name.clone()),
                groups: Some(caller.groups.clone()),
                uid: Some(caller.uid.clone()),
                extra: Some(extra),
                resource_attributes: Some(ResourceAttributes {
                    group: Some("driftless.dev".to_owned()),
                    resource: Some("databaseschemas".to_owned()),
                    verb: Some(verb.as_str().to_owned()),
                    namespace: Some(namespace.to_owned()),
                    name: Some(name.to_owned()),
                    ..ResourceAttributes::default()
                }),
                ..SubjectAccessReviewSpec::default()
            },
            ..SubjectAccessReview::default()
        };
        let reviews: Api<SubjectAccessReview> = Api::all(self.client.clone());
        let answer = reviews.create(&PostParams::default(), &review).await;
        let answer = answer.map_err(|error| unavailable("SubjectAccessReview", &error))?;
        if answer.status.is_some_and(|status| status.allowed) {
            return Ok(());
        }
        Err(GuardError::Denied {
            caller: caller.name.clone(),
            verb: verb.as_str(),
            target: format!("databaseschemas.driftless.dev {namespace}/{name}"),
        })
    }
}

fn unavailable(what: &str, error: &kube::Error) -> GuardError {
    tracing::error!(%error, what, "a caller could not be judged");
    GuardError::Unavailable(format!("the cluster did not answer a {what}"))
}
