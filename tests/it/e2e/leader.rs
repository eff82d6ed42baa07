//! Two operators: one works, the other waits and takes over.

use super::operator::Operator;
use super::users;
use k8s_openapi::api::coordination::v1::Lease;
use kube::Api;

async fn holder(operator: &Operator) -> Option<String> {
    let leases: Api<Lease> = Api::namespaced(operator.client.clone(), &operator.namespace);
    let lease = leases.get_opt("driftless").await.unwrap()?;
    lease.spec?.holder_identity
}

#[tokio::test]
async fn the_second_operator_takes_over_at_once_when_the_first_one_ends() {
    let mut first = Operator::start("leader").await;
    first.create("a", users("a.db", &[])).await;
    first.wait("a", "InSync").await;
    let leader = holder(&first).await.expect("nobody leads");
    let mut second = first.second();
    second.wait_for_log("another operator leads").await;
    assert_eq!(holder(&first).await, Some(leader.clone()));
    first.stop().await;
    second.create("b", users("b.db", &[])).await;
    second.wait("b", "InSync").await;
    assert_ne!(holder(&second).await, Some(leader));
    second.stop().await;
    assert_eq!(holder(&second).await, None, "the lease is given back");
}
