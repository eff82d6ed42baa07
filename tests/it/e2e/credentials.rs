//! Credentials: where they come from, what is said when they are missing or wrong, and that they
//! are never shown.

use super::operator::{Operator, condition, part, ready};
use driftless::api::condition::ConditionType;
use k8s_openapi::api::core::v1::Secret;
use kube::Api;
use kube::api::{ListParams, Patch, PatchParams, PostParams};
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, MySqlConnection};

/// A database of its own on the shared server, and an account that may use it.
struct Account {
    name: String,
    password: String,
    host: String,
    port: u16,
}

impl Account {
    async fn create() -> Self {
        let url = url::Url::parse(&part("DRIFTLESS_TEST_MARIADB_URL")).unwrap();
        let name = format!("e2e_{:08x}", rand::random::<u32>());
        let password = format!("pw-{:032x}", rand::random::<u128>());
        let mut admin = MySqlConnection::connect(url.as_str()).await.unwrap();
        for sql in [
            format!("CREATE DATABASE {name}"),
            format!("CREATE USER {name}@'%' IDENTIFIED BY '{password}'"),
            format!("GRANT ALL ON {name}.* TO {name}@'%'"),
            format!("GRANT ALL ON `driftless\\_scratch\\_%`.* TO {name}@'%'"),
        ] {
            sqlx::query(AssertSqlSafe(sql))
                .execute(&mut admin)
                .await
                .unwrap();
        }
        let host = url.host_str().unwrap().to_owned();
        Self {
            name,
            password,
            host,
            port: url.port().unwrap(),
        }
    }

    fn secret(&self, password: &str) -> Secret {
        serde_json::from_value(json!({
            "metadata": { "name": "db" },
            "stringData": { "username": self.name, "password": format!("{password}\n") },
        }))
        .unwrap()
    }

    fn spec(&self) -> serde_json::Value {
        let key =
            |key: &str| json!({ "valueFrom": { "secretKeyRef": { "name": "db", "key": key } } });
        json!({
            "database": {
                "engine": "mariadb",
                "host": { "value": self.host },
                "port": { "value": self.port.to_string() },
                "user": key("username"),
                "password": key("password"),
                "name": { "value": self.name },
            },
            "schema": { "sql": "CREATE TABLE t (id int PRIMARY KEY, note varchar(20));" },
        })
    }
}

#[tokio::test]
async fn credentials_are_followed_and_never_shown() {
    let account = Account::create().await;
    let operator = Operator::start("secret").await;
    operator.create("a", account.spec()).await;
    let connected = ConditionType::Connected;
    let missing = |status: &_| condition(status, connected) == ("False", "SecretNotFound");
    let status = operator.wait_until("a", "a missing secret", missing).await;
    assert!(
        ready(&status).1.contains("Secret db"),
        "{}",
        ready(&status).1
    );

    let secrets: Api<Secret> = Api::namespaced(operator.client.clone(), &operator.namespace);
    let wrong = account.secret("not-the-password");
    secrets
        .create(&PostParams::default(), &wrong)
        .await
        .unwrap();
    let refused = |status: &_| condition(status, connected) == ("False", "AuthenticationFailed");
    let status = operator
        .wait_until("a", "a refused password", refused)
        .await;
    assert_eq!(
        condition(&status, ConditionType::Reconciling).0,
        "True",
        "it is tried again"
    );
    assert!(status.execution.unwrap().next_attempt_at.is_some());

    let right = Patch::Merge(account.secret(&account.password));
    secrets
        .patch("db", &PatchParams::default(), &right)
        .await
        .unwrap();
    operator.wait("a", "InSync").await;

    let everything = everything_said(&operator).await;
    assert!(everything.contains("InSync"));
    for secret in [account.password.as_str(), "not-the-password"] {
        assert!(!everything.contains(secret), "a password was shown");
    }
}

/// All that the operator wrote: objects, plans, events and log.
async fn everything_said(operator: &Operator) -> String {
    let events: Api<k8s_openapi::api::events::v1::Event> =
        Api::namespaced(operator.client.clone(), &operator.namespace);
    let all = json!({
        "objects": operator.objects().list(&ListParams::default()).await.unwrap().items,
        "plans": operator.plans().list(&ListParams::default()).await.unwrap().items,
        "events": events.list(&ListParams::default()).await.unwrap().items,
        "log": operator.log(),
    });
    all.to_string()
}
