//! One operator at a time, by a Lease. It saves wasted work; what keeps two operators from harming
//! a database is the lock in that database.

use std::time::Duration;

use jiff::Timestamp;
use k8s_openapi::api::coordination::v1::{Lease, LeaseSpec};
use k8s_openapi::apimachinery::pkg::apis::meta::v1::MicroTime;
use kube::api::{ObjectMeta, PostParams};
use kube::{Api, Client};
use tokio_util::sync::CancellationToken;

/// How long a lease holds that nobody renews.
const LASTS: Duration = Duration::from_secs(15);
/// How often it is renewed, and asked for by those that wait.
const RENEWED_EVERY: Duration = Duration::from_secs(5);
/// How long renewing may fail before the leader steps down; shorter than [`LASTS`], so that it
/// stops before another one begins.
const GIVES_UP_AFTER: Duration = Duration::from_secs(10);

/// Who asks for which lease.
pub(super) struct Candidate {
    pub(super) client: Client,
    pub(super) namespace: String,
    pub(super) lease: String,
    pub(super) identity: String,
}

/// What is to be done about a lease. Pure.
#[derive(Clone, Debug, PartialEq)]
enum Turn {
    /// It is somebody else's.
    Wait,
    /// It is ours, or nobody's: this is to be written.
    Write(LeaseSpec),
}

fn turn(lease: Option<&LeaseSpec>, identity: &str, now: Timestamp) -> Turn {
    let lasts = i32::try_from(LASTS.as_secs()).unwrap_or(i32::MAX);
    let holder = lease
        .and_then(|spec| spec.holder_identity.as_deref())
        .unwrap_or_default();
    let ours = holder == identity;
    if !ours && !holder.is_empty() && !lease.is_none_or(|spec| is_over(spec, now)) {
        return Turn::Wait;
    }
    let transitions = lease.and_then(|spec| spec.lease_transitions).unwrap_or(0);
    let since = lease
        .filter(|_| ours)
        .and_then(|spec| spec.acquire_time.clone());
    Turn::Write(LeaseSpec {
        holder_identity: Some(identity.to_owned()),
        lease_duration_seconds: Some(lasts),
        acquire_time: since.or(Some(MicroTime(now))),
        renew_time: Some(MicroTime(now)),
        lease_transitions: Some(if ours {
            transitions
        } else {
            transitions.saturating_add(1)
        }),
        ..LeaseSpec::default()
    })
}

fn is_over(spec: &LeaseSpec, now: Timestamp) -> bool {
    let seconds = i64::from(spec.lease_duration_seconds.unwrap_or(0));
    spec.renew_time
        .as_ref()
        .is_none_or(|renewed| now.duration_since(renewed.0).as_secs() >= seconds)
}

impl Candidate {
    fn api(&self) -> Api<Lease> {
        Api::namespaced(self.client.clone(), &self.namespace)
    }

    /// Tries once. True: the lease is ours from now on.
    async fn try_once(&self) -> kube::Result<bool> {
        let api = self.api();
        let found = api.get_opt(&self.lease).await?;
        let spec = found.as_ref().and_then(|lease| lease.spec.as_ref());
        let spec = match turn(spec, &self.identity, Timestamp::now()) {
            Turn::Wait => return Ok(false),
            Turn::Write(spec) => Some(spec),
        };
        let written = if let Some(lease) = found {
            // The resource version in `lease` makes the API server refuse if somebody was faster.
            api.replace(&self.lease, &how(), &Lease { spec, ..lease })
                .await
        } else {
            let name = Some(self.lease.clone());
            let metadata = ObjectMeta {
                name,
                ..ObjectMeta::default()
            };
            api.create(&how(), &Lease { metadata, spec }).await
        };
        match written {
            Ok(_) => Ok(true),
            Err(kube::Error::Api(answer)) if answer.code == 409 => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Waits until the lease is ours. False: told to stop before that.
    pub(super) async fn wait(&self, stop: &CancellationToken) -> bool {
        loop {
            match self.try_once().await {
                Ok(true) => return true,
                Ok(false) => tracing::debug!(lease = %self.lease, "another operator leads"),
                Err(error) => {
                    tracing::warn!(%error, lease = %self.lease, "asking for the lease failed");
                }
            }
            tokio::select! {
                () = stop.cancelled() => return false,
                () = tokio::time::sleep(RENEWED_EVERY) => {}
            }
        }
    }

    /// Renews the lease until told to stop, and then gives it back; or until it is lost, and then
    /// tells the others to stop.
    pub(super) async fn hold(&self, stop: &CancellationToken, lost: &CancellationToken) {
        let mut renewed = tokio::time::Instant::now();
        loop {
            tokio::select! {
                () = stop.cancelled() => return self.give_back().await,
                () = tokio::time::sleep(RENEWED_EVERY) => {}
            }
            match tokio::time::timeout(RENEWED_EVERY, self.try_once()).await {
                Ok(Ok(true)) => renewed = tokio::time::Instant::now(),
                Ok(Ok(false)) => {
                    tracing::error!(lease = %self.lease, "another operator took the lease");
                    return lost.cancel();
                }
                Ok(Err(error)) => tracing::warn!(%error, "renewing the lease failed"),
                Err(_) => tracing::warn!("renewing the lease took too long"),
            }
            if renewed.elapsed() >= GIVES_UP_AFTER {
                tracing::error!(lease = %self.lease, "the lease could not be renewed in time");
                return lost.cancel();
            }
        }
    }

    /// Lets the next operator begin at once instead of after [`LASTS`].
    async fn give_back(&self) {
        match tokio::time::timeout(RENEWED_EVERY, self.clear()).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "giving the lease back failed"),
            Err(_) => tracing::warn!("giving the lease back took too long"),
        }
    }

    async fn clear(&self) -> kube::Result<()> {
        let api = self.api();
        let Some(mut lease) = api.get_opt(&self.lease).await? else {
            return Ok(());
        };
        let Some(spec) = &mut lease.spec else {
            return Ok(());
        };
        if spec.holder_identity.as_deref() == Some(self.identity.as_str()) {
            spec.holder_identity = None;
            api.replace(&self.lease, &how(), &lease).await?;
        }
        Ok(())
    }
}

fn how() -> PostParams {
    PostParams {
        field_manager: Some(super::publish::MANAGER.to_owned()),
        ..PostParams::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn taken(lease: Option<&LeaseSpec>, identity: &str, now: i64) -> LeaseSpec {
        match turn(lease, identity, at(now)) {
            Turn::Write(spec) => spec,
            Turn::Wait => panic!("{identity} has to wait"),
        }
    }

    #[test]
    fn the_first_one_leads_and_the_second_waits_until_it_is_over() {
        let first = taken(None, "a", 100);
        assert_eq!(turn(Some(&first), "b", at(114)), Turn::Wait);
        let second = taken(Some(&first), "b", 115);
        assert_eq!(second.holder_identity.as_deref(), Some("b"));
        assert_eq!(
            (first.lease_transitions, second.lease_transitions),
            (Some(1), Some(2))
        );
        assert_eq!(turn(Some(&second), "a", at(116)), Turn::Wait);
    }

    #[test]
    fn renewing_keeps_the_beginning() {
        let first = taken(None, "a", 100);
        let again = taken(Some(&first), "a", 105);
        assert_eq!(again.acquire_time, first.acquire_time);
        assert_eq!(again.renew_time, Some(MicroTime(at(105))));
        assert_eq!(again.lease_transitions, first.lease_transitions);
    }

    #[test]
    fn a_lease_given_back_is_free_at_once() {
        let mut free = taken(None, "a", 100);
        free.holder_identity = None;
        assert_eq!(
            taken(Some(&free), "b", 101).holder_identity.as_deref(),
            Some("b")
        );
    }

    #[test]
    fn a_leader_stops_before_the_next_one_begins() {
        assert!(GIVES_UP_AFTER < LASTS && RENEWED_EVERY < GIVES_UP_AFTER);
    }
}
