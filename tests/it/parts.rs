//! Whether the real parts are there: each variable of `hack/with-parts.sh` is
//! set, and what it names answers as the product the tests were written for.

use std::process::Command;

use sqlx::{Connection, MySqlConnection, PgConnection};

/// The value of a variable set by `hack/with-parts.sh`.
fn part(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set; run the tests through `make test` or hack/with-parts.sh")
    })
}

/// `VERSION()` of the server at the URL in the variable `name`.
async fn mysql_version(name: &str) -> String {
    let mut connection = MySqlConnection::connect(&part(name)).await.unwrap();
    sqlx::query_scalar("SELECT VERSION()")
        .fetch_one(&mut connection)
        .await
        .unwrap()
}

/// Runs a client program from the folder in the variable `name`.
fn client_version(name: &str, program: &str) -> String {
    let path = std::path::Path::new(&part(name)).join(program);
    let output = Command::new(&path).arg("--version").output().unwrap();
    assert!(output.status.success(), "{} failed", path.display());
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn postgres_answers() {
    let url = part("DRIFTLESS_TEST_POSTGRES_URL");
    let mut connection = PgConnection::connect(&url).await.unwrap();
    let (version, superuser): (String, String) = sqlx::query_as(
        "SELECT current_setting('server_version_num'), current_setting('is_superuser')",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap();
    assert!(version.starts_with("15"), "server_version_num {version}");
    assert_eq!(superuser, "on");
    assert!(client_version("DRIFTLESS_TEST_POSTGRES_BIN", "pg_dump").contains(" 15."));
}

#[tokio::test]
async fn mariadb_answers() {
    let version = mysql_version("DRIFTLESS_TEST_MARIADB_URL").await;
    assert!(
        version.starts_with("10.11.") && version.contains("MariaDB"),
        "VERSION() {version}"
    );
    let client = client_version("DRIFTLESS_TEST_MARIADB_BIN", "mariadb-dump");
    assert!(client.contains("MariaDB"), "{client}");
}

#[tokio::test]
async fn mysql_answers() {
    let version = mysql_version("DRIFTLESS_TEST_MYSQL_URL").await;
    assert!(
        version.starts_with("9.") && !version.contains("MariaDB"),
        "VERSION() {version}"
    );
    let client = client_version("DRIFTLESS_TEST_MYSQL_BIN", "mysqldump");
    assert!(!client.contains("MariaDB"), "{client}");
}

#[test]
fn control_plane_is_ready() {
    let output = Command::new(part("DRIFTLESS_TEST_KUBECTL"))
        .args(["--kubeconfig", &part("DRIFTLESS_TEST_KUBECONFIG")])
        .args(["get", "--raw", "/readyz"])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "ok");
    assert!(output.status.success());
}
