//! Where the database is: the `spec.database` block.

use kube::KubeSchema;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The database product. MariaDB is a product of its own: its catalog, its DDL and its
/// printer differ from MySQL's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum EngineName {
    /// PostgreSQL.
    Postgres,
    /// MySQL.
    Mysql,
    /// MariaDB.
    Mariadb,
    /// SQLite.
    Sqlite,
}

impl EngineName {
    /// The word used on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Postgres => "postgres",
            Self::Mysql => "mysql",
            Self::Mariadb => "mariadb",
            Self::Sqlite => "sqlite",
        }
    }
}

/// The database to keep as declared. Exactly one form is used: `host`, `user`, `name` and so on
/// for a server, `path` for SQLite, or `fromSecret`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
#[x_kube(
    validation = Rule::new("(has(self.host) ? 1 : 0) + (has(self.path) ? 1 : 0) + (has(self.fromSecret) ? 1 : 0) == 1")
        .message("exactly one of host, path and fromSecret must be set"),
    validation = Rule::new("has(self.path) == (self.engine == 'sqlite')")
        .message("path belongs to engine sqlite, and engine sqlite needs path"),
    validation = Rule::new("!has(self.host) || (has(self.name) && has(self.user))")
        .message("host needs user and name beside it"),
    validation = Rule::new("has(self.host) || !(has(self.port) || has(self.user) || has(self.password) || has(self.name))")
        .message("port, user, password and name belong to host"),
    validation = Rule::new("!has(self.password) || (has(self.password.valueFrom) && has(self.password.valueFrom.secretKeyRef))")
        .message("the password must come from valueFrom.secretKeyRef, never from a literal or a ConfigMap")
)]
pub struct Connection {
    /// The database product. It cannot be changed: delete the object and create another one.
    #[x_kube(validation = Rule::new("self == oldSelf").message("engine is immutable"))]
    pub engine: EngineName,
    /// Host name or address of the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<Source>,
    /// TCP port; the product's usual port when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<Source>,
    /// Account to connect as. It must be allowed to change the schema.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Source>,
    /// Password of the account. Only `valueFrom.secretKeyRef` is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<Source>,
    /// Name of the database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Source>,
    /// Encryption of the connection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls: Option<Tls>,
    /// SQLite only: the database file, relative to the folder the operator was started with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 1024))]
    pub path: Option<String>,
    /// Takes every connection field from a Secret whose keys follow a known layout.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_secret: Option<LayoutSecret>,
}

/// One text: written here, or read from a Secret or ConfigMap of the same namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
#[x_kube(validation = Rule::new("has(self.value) != has(self.valueFrom)")
    .message("exactly one of value and valueFrom must be set"))]
pub struct Source {
    /// The text itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 1024))]
    pub value: Option<String>,
    /// Where to read the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_from: Option<ValueFrom>,
}

/// A key of a Secret or of a ConfigMap in the object's own namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
#[x_kube(validation = Rule::new("has(self.secretKeyRef) != has(self.configMapKeyRef)")
    .message("exactly one of secretKeyRef and configMapKeyRef must be set"))]
pub struct ValueFrom {
    /// A key of a Secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_key_ref: Option<KeyRef>,
    /// A key of a ConfigMap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub config_map_key_ref: Option<KeyRef>,
}

/// The name of an object in the same namespace, and one of its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeyRef {
    /// Name of the Secret or ConfigMap.
    #[schemars(length(min = 1, max = 253))]
    pub name: String,
    /// Key inside it.
    #[schemars(length(min = 1, max = 253))]
    pub key: String,
}

/// A Secret whose keys follow the layout of a well-known database operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LayoutSecret {
    /// Name of the Secret, in the object's own namespace.
    #[schemars(length(min = 1, max = 253))]
    pub name: String,
    /// Who wrote the Secret, which says what its keys are called.
    pub layout: SecretLayout,
}

/// Known layouts of connection Secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SecretLayout {
    /// `<cluster>-app` of CloudNativePG.
    CloudNativePG,
    /// Credentials of the Zalando `postgres-operator`.
    Zalando,
    /// A Crossplane connection secret.
    Crossplane,
    /// `mariadb-operator`.
    MariaDBOperator,
    /// Percona operators.
    Percona,
    /// The Service Binding specification.
    ServiceBinding,
}

/// Encryption of the connection to the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tls {
    /// How much of the server's certificate is checked.
    #[serde(default)]
    pub mode: TlsMode,
    /// Certificate authority in PEM; the system's store when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca_from: Option<ValueFrom>,
}

/// How much of the server's certificate is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum TlsMode {
    /// No encryption.
    Disable,
    /// Encrypted where the server offers it; nothing is verified.
    #[default]
    Prefer,
    /// Encrypted always; nothing is verified.
    Require,
    /// Encrypted, and the certificate must be signed by a trusted authority.
    VerifyCa,
    /// As `VerifyCa`, and the certificate must carry the host's name.
    VerifyFull,
}
