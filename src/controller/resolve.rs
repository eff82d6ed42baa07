//! Reads what a DatabaseSchema refers to: Secrets and ConfigMaps of its own namespace. The only
//! place that does.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use k8s_openapi::api::core::v1::{ConfigMap, Secret};
use kube::{Api, Client};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::api::DatabaseSchemaSpec;
use crate::api::connection::{Connection, EngineName, KeyRef, Source, TlsMode, ValueFrom};
use crate::api::declaration::KeysRef;
use crate::engine::{Engine, ServerTarget, Target, Tls, glob};
use crate::pipeline;

/// Why something referred to could not be had.
#[derive(Debug, thiserror::Error)]
pub(super) enum ResolveError {
    /// A Secret, ConfigMap or key is missing.
    #[error("{field} refers to {kind} {name}{}, which does not exist: create it, or correct the reference", .key.as_ref().map(|key| format!(" key {key}")).unwrap_or_default())]
    Missing {
        field: String,
        kind: &'static str,
        name: String,
        key: Option<String>,
    },
    /// What was found cannot be used.
    #[error("{field}: {problem}")]
    Invalid { field: String, problem: String },
    /// The API server did not answer as it should.
    #[error("reading {what}")]
    Kube {
        what: String,
        #[source]
        source: Box<kube::Error>,
    },
}

/// The most that DDL from ConfigMaps and Secrets may amount to, in bytes.
const MOST_DDL: usize = 16 * 1024 * 1024;

/// Reads for one namespace.
pub(super) struct Resolver<'a> {
    pub(super) client: &'a Client,
    pub(super) namespace: &'a str,
    pub(super) sqlite_dir: Option<&'a Path>,
}

impl Resolver<'_> {
    /// The database that `spec.database` means.
    pub(super) async fn target(&self, connection: &Connection) -> Result<Target, ResolveError> {
        if connection.from_secret.is_some() {
            return Err(invalid(
                "spec.database.fromSecret",
                "secrets with a fixed layout are not supported by this version; name host, user, \
                 password and name with valueFrom.secretKeyRef",
            ));
        }
        match engine(connection.engine) {
            Engine::Sqlite => self.file(connection.path.as_deref()),
            engine @ (Engine::Postgres | Engine::Mysql | Engine::Mariadb) => {
                self.server(connection, engine).await
            }
        }
    }

    fn file(&self, path: Option<&str>) -> Result<Target, ResolveError> {
        let field = "spec.database.path";
        let path = Path::new(path.unwrap_or_default());
        let root = self.sqlite_dir.ok_or_else(|| {
            invalid(
                field,
                "the operator has no folder for SQLite files; start it with --sqlite-dir",
            )
        })?;
        // A manifest must not reach a file outside the folder the operator was given.
        let inside = path
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !inside || path.as_os_str().is_empty() {
            return Err(invalid(field, "must be a relative path without \"..\""));
        }
        Ok(Target::File(Some(root.join(path))))
    }

    async fn server(&self, from: &Connection, engine: Engine) -> Result<Target, ResolveError> {
        let password = match &from.password {
            Some(source) => Some(self.password(source).await?),
            None => None,
        };
        let port = match &from.port {
            Some(source) => port(&self.text(source, "spec.database.port").await?)?,
            None if engine == Engine::Postgres => 5432,
            None => 3306,
        };
        Ok(Target::Server(ServerTarget {
            engine,
            host: self.host(from.host.as_ref()).await?,
            port,
            user: self
                .required(from.user.as_ref(), "spec.database.user")
                .await?,
            password,
            database: self
                .required(from.name.as_ref(), "spec.database.name")
                .await?,
            tls: self.tls(from).await?,
        }))
    }

    /// A socket's folder would be the operator's own machine.
    async fn host(&self, source: Option<&Source>) -> Result<String, ResolveError> {
        let field = "spec.database.host";
        let host = self.required(source, field).await?;
        if host.contains('/') {
            return Err(invalid(field, "must be a name or an address"));
        }
        Ok(host)
    }

    async fn required(&self, source: Option<&Source>, field: &str) -> Result<String, ResolveError> {
        let source = source.ok_or_else(|| invalid(field, "a server needs it"))?;
        let text = self.text(source, field).await?;
        if text.is_empty() {
            return Err(invalid(field, "is empty"));
        }
        Ok(text)
    }

    async fn text(&self, source: &Source, field: &str) -> Result<String, ResolveError> {
        match (&source.value, &source.value_from) {
            (Some(value), None) => Ok(value.trim().to_owned()),
            (None, Some(from)) => {
                let text = self.referred(from, field).await?;
                Ok(text.expose_secret().trim().to_owned())
            }
            (Some(_), Some(_)) | (None, None) => Err(invalid(
                field,
                "exactly one of value and valueFrom must be set",
            )),
        }
    }

    async fn password(&self, source: &Source) -> Result<SecretString, ResolveError> {
        let field = "spec.database.password";
        let key = source
            .value_from
            .as_ref()
            .and_then(|from| from.secret_key_ref.as_ref());
        match (&source.value, key) {
            (None, Some(key)) => {
                let text = self.secret_key(key, field).await?;
                // Secrets written with `echo` end in a line break that nobody meant.
                Ok(text.expose_secret().trim_end_matches(['\r', '\n']).into())
            }
            (Some(_), _) | (None, None) => Err(invalid(
                field,
                "must come from valueFrom.secretKeyRef, never from a literal or a ConfigMap",
            )),
        }
    }

    async fn referred(&self, from: &ValueFrom, field: &str) -> Result<SecretString, ResolveError> {
        match (&from.secret_key_ref, &from.config_map_key_ref) {
            (Some(key), None) => self.secret_key(key, field).await,
            (None, Some(key)) => self.config_key(key, field).await,
            (Some(_), Some(_)) | (None, None) => Err(invalid(
                field,
                "exactly one of secretKeyRef and configMapKeyRef must be set",
            )),
        }
    }

    async fn secret_key(&self, at: &KeyRef, field: &str) -> Result<SecretString, ResolveError> {
        let secret = self.secret(&at.name, field).await?;
        let bytes = secret.data.as_ref().and_then(|data| data.get(&at.key));
        let bytes = bytes.ok_or_else(|| missing(field, "Secret", &at.name, Some(&at.key)))?;
        utf8(&bytes.0, field).map(SecretString::from)
    }

    async fn config_key(&self, at: &KeyRef, field: &str) -> Result<SecretString, ResolveError> {
        let config = self.config_map(&at.name, field).await?;
        let text = config.data.as_ref().and_then(|data| data.get(&at.key));
        let text = text.ok_or_else(|| missing(field, "ConfigMap", &at.name, Some(&at.key)))?;
        Ok(text.clone().into())
    }

    async fn secret(&self, name: &str, field: &str) -> Result<Secret, ResolveError> {
        let api: Api<Secret> = Api::namespaced(self.client.clone(), self.namespace);
        let found = api.get_opt(name).await;
        let found = found.map_err(|source| kube_error("Secret", name, source))?;
        found.ok_or_else(|| missing(field, "Secret", name, None))
    }

    async fn config_map(&self, name: &str, field: &str) -> Result<ConfigMap, ResolveError> {
        let api: Api<ConfigMap> = Api::namespaced(self.client.clone(), self.namespace);
        let found = api.get_opt(name).await;
        let found = found.map_err(|source| kube_error("ConfigMap", name, source))?;
        found.ok_or_else(|| missing(field, "ConfigMap", name, None))
    }

    async fn tls(&self, connection: &Connection) -> Result<Tls, ResolveError> {
        let Some(tls) = &connection.tls else {
            return Ok(Tls::default());
        };
        let authority = match &tls.ca_from {
            Some(from) => Some(self.authority(from).await?),
            None => None,
        };
        Ok(match tls.mode {
            TlsMode::Disable => Tls::Disable,
            TlsMode::Prefer => Tls::Prefer,
            TlsMode::Require => Tls::Require,
            TlsMode::VerifyCa => Tls::VerifyCa(authority),
            TlsMode::VerifyFull => Tls::VerifyFull(authority),
        })
    }

    /// Writes a certificate authority to a file, since the drivers read it from one. The name is
    /// its hash, so that the same certificate is the same file.
    async fn authority(&self, from: &ValueFrom) -> Result<PathBuf, ResolveError> {
        let field = "spec.database.tls.caFrom";
        let text = self.referred(from, field).await?;
        let bytes = text.expose_secret().as_bytes();
        let name = format!("driftless-ca-{}.pem", hex::encode(Sha256::digest(bytes)));
        let path = std::env::temp_dir().join(name);
        let written = tokio::fs::write(&path, bytes).await;
        written.map_err(|error| invalid(field, &format!("writing it to a file: {error}")))?;
        Ok(path)
    }

    /// The scripts that `spec.schema.from` refers to, in order.
    pub(super) async fn sources(
        &self,
        spec: &DatabaseSchemaSpec,
    ) -> Result<Vec<pipeline::Source>, ResolveError> {
        let mut sources = Vec::new();
        let mut bytes = 0;
        for (number, from) in spec.schema.from.iter().flatten().enumerate() {
            let field = format!("spec.schema.from[{number}]");
            let (kind, keys, all) = match (&from.config_map_ref, &from.secret_ref) {
                (Some(keys), None) => ("ConfigMap", keys, self.config_texts(keys, &field).await?),
                (None, Some(keys)) => ("Secret", keys, self.secret_texts(keys, &field).await?),
                (Some(_), Some(_)) | (None, None) => {
                    let problem = "exactly one of configMapRef and secretRef must be set";
                    return Err(invalid(&field, problem));
                }
            };
            let texts = chosen(all, keys);
            if texts.is_empty() {
                let pattern = keys.keys.first().map_or(ANY_SQL, String::as_str);
                return Err(missing(&field, kind, &keys.name, Some(pattern)));
            }
            for (key, text) in texts {
                bytes += text.len();
                if bytes > MOST_DDL {
                    return Err(invalid(
                        &field,
                        &format!("is more than {MOST_DDL} bytes in all"),
                    ));
                }
                let name = format!("{kind} {} key {key}", keys.name);
                sources.push(pipeline::Source { name, text });
            }
        }
        Ok(sources)
    }

    async fn config_texts(&self, at: &KeysRef, field: &str) -> Result<Texts, ResolveError> {
        let config = self.config_map(&at.name, field).await?;
        Ok(config.data.unwrap_or_default().into_iter().collect())
    }

    async fn secret_texts(&self, at: &KeysRef, field: &str) -> Result<Texts, ResolveError> {
        let secret = self.secret(&at.name, field).await?;
        let data = secret.data.unwrap_or_default().into_iter();
        // Keys that are not text cannot be DDL; one that was asked for is then missing.
        Ok(data
            .filter_map(|(key, bytes)| Some((key, String::from_utf8(bytes.0).ok()?)))
            .collect())
    }
}

/// Keys and texts, in the order of the keys.
type Texts = Vec<(String, String)>;

const ANY_SQL: &str = "*.sql";

fn chosen(texts: Texts, keys: &KeysRef) -> Texts {
    let fits = |key: &str| match keys.keys.as_slice() {
        [] => glob(ANY_SQL, key),
        patterns => patterns.iter().any(|pattern| glob(pattern, key)),
    };
    texts.into_iter().filter(|(key, _)| fits(key)).collect()
}

fn port(text: &str) -> Result<u16, ResolveError> {
    match text.parse() {
        Ok(0) | Err(_) => Err(invalid(
            "spec.database.port",
            "must be a number from 1 to 65535",
        )),
        Ok(port) => Ok(port),
    }
}

const fn engine(name: EngineName) -> Engine {
    match name {
        EngineName::Postgres => Engine::Postgres,
        EngineName::Mysql => Engine::Mysql,
        EngineName::Mariadb => Engine::Mariadb,
        EngineName::Sqlite => Engine::Sqlite,
    }
}

fn utf8(bytes: &[u8], field: &str) -> Result<String, ResolveError> {
    String::from_utf8(bytes.to_vec()).map_err(|_| invalid(field, "is not UTF-8 text"))
}

fn invalid(field: &str, problem: &str) -> ResolveError {
    ResolveError::Invalid {
        field: field.to_owned(),
        problem: problem.to_owned(),
    }
}

fn missing(field: &str, kind: &'static str, name: &str, key: Option<&str>) -> ResolveError {
    ResolveError::Missing {
        field: field.to_owned(),
        kind,
        name: name.to_owned(),
        key: key.map(str::to_owned),
    }
}

fn kube_error(kind: &str, name: &str, source: kube::Error) -> ResolveError {
    ResolveError::Kube {
        what: format!("{kind} {name}"),
        source: Box::new(source),
    }
}

/// The names of all Secrets and ConfigMaps that a DatabaseSchema refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct References {
    pub(super) secrets: BTreeSet<String>,
    pub(super) config_maps: BTreeSet<String>,
}

impl References {
    /// Everything one spec refers to.
    pub(super) fn of(spec: &DatabaseSchemaSpec) -> Self {
        let mut all = Self::default();
        let at = &spec.database;
        let texts = [&at.host, &at.port, &at.user, &at.password, &at.name];
        let from = texts
            .into_iter()
            .flatten()
            .filter_map(|text| text.value_from.as_ref());
        let authority = at.tls.as_ref().and_then(|tls| tls.ca_from.as_ref());
        for from in from.chain(authority) {
            all.secrets
                .extend(from.secret_key_ref.iter().map(|key| key.name.clone()));
            all.config_maps
                .extend(from.config_map_key_ref.iter().map(|key| key.name.clone()));
        }
        for from in spec.schema.from.iter().flatten() {
            all.secrets
                .extend(from.secret_ref.iter().map(|keys| keys.name.clone()));
            all.config_maps
                .extend(from.config_map_ref.iter().map(|keys| keys.name.clone()));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::strict;

    #[test]
    fn every_reference_is_known() {
        let text = "
apiVersion: driftless.dev/v1alpha1
kind: DatabaseSchema
metadata: {name: x}
spec:
  database:
    engine: postgres
    host: {valueFrom: {configMapKeyRef: {name: c1, key: k}}}
    user: {valueFrom: {secretKeyRef: {name: s1, key: k}}}
    password: {valueFrom: {secretKeyRef: {name: s2, key: k}}}
    name: {value: d}
    tls: {mode: VerifyCa, caFrom: {secretKeyRef: {name: s3, key: k}}}
  schema:
    from: [{configMapRef: {name: c2}}, {secretRef: {name: s4}}]
";
        let all = References::of(&strict::read(text).unwrap().spec);
        assert_eq!(
            all.secrets.into_iter().collect::<Vec<_>>(),
            ["s1", "s2", "s3", "s4"]
        );
        assert_eq!(
            all.config_maps.into_iter().collect::<Vec<_>>(),
            ["c1", "c2"]
        );
    }

    #[test]
    fn keys_are_chosen_by_pattern_and_read_in_order() {
        let texts = |names: &[&str]| -> Texts {
            names
                .iter()
                .map(|name| ((*name).to_owned(), String::new()))
                .collect()
        };
        let names = |chosen: Texts| -> Vec<String> { chosen.into_iter().map(|(k, _)| k).collect() };
        let all = texts(&["a.sql", "b.txt", "c.sql"]);
        let keys = |keys: &[&str]| KeysRef {
            name: "x".to_owned(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        };
        assert_eq!(names(chosen(all.clone(), &keys(&[]))), ["a.sql", "c.sql"]);
        assert_eq!(
            names(chosen(all.clone(), &keys(&["b.*", "a*"]))),
            ["a.sql", "b.txt"]
        );
        assert!(chosen(all, &keys(&["z"])).is_empty());
    }
}
