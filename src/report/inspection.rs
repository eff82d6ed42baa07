//! A live schema as SQL that its engine's own client loads, or as a manifest.

use crate::engine::{Dialect, Engine, Grants, Server, ServerTarget, Target, Unsupported, creation};
use crate::schema::Schema;
use serde_json::{Value, json};

/// Why a schema cannot be written down.
#[derive(Debug, thiserror::Error)]
pub enum InspectError {
    /// An object that cannot be made by statements.
    #[error("{} cannot be written as SQL: {}", .0.object, .0.reason)]
    Unsupported(Box<Unsupported>),
    /// YAML.
    #[error("writing the manifest: {0}")]
    Yaml(String),
}

/// The statements that make the schema in an empty database, each ended as the engine's own client
/// wants it. Objects that no statement is known for stand there as comments.
pub fn inspection_sql(
    dialect: &dyn Dialect,
    server: &Server,
    schema: &Schema,
) -> Result<String, InspectError> {
    let creation = creation(dialect, server, schema);
    if let Some(first) = creation.unsupported.into_iter().next() {
        return Err(InspectError::Unsupported(Box::new(first)));
    }
    let mut out = String::new();
    for (key, reason) in &creation.unwritten {
        let name = key.name.to_string();
        out.extend([
            "-- not written: ",
            &key.kind,
            " ",
            &name,
            " (",
            reason,
            ")\n",
        ]);
    }
    for statement in creation.objects.iter().flat_map(|made| &made.statements) {
        out += &ended(server.engine, statement.sql());
    }
    Ok(out)
}

/// `MySQL`'s and `MariaDB`'s clients cut at every semicolon, also inside a routine's body.
fn ended(engine: Engine, sql: &str) -> String {
    match engine {
        Engine::Mysql | Engine::Mariadb if sql.contains(';') => {
            format!("DELIMITER ;;\n{sql};;\nDELIMITER ;\n")
        }
        Engine::Mysql | Engine::Mariadb | Engine::Postgres | Engine::Sqlite => format!("{sql};\n"),
    }
}

/// A manifest that declares the schema as it is. The password is left to a Secret.
pub fn inspection_manifest(
    target: &Target,
    sql: &str,
    grants: Grants,
) -> Result<String, InspectError> {
    let (name, database) = match target {
        Target::File(path) => {
            let file = path.as_deref().and_then(|path| path.file_name());
            let file = file.map_or_else(|| "database.db".into(), |name| name.to_string_lossy());
            (
                file.clone().into_owned(),
                json!({"engine": "sqlite", "path": file}),
            )
        }
        Target::Server(server) => (server.database.clone(), server_block(server)),
    };
    let mut manifest = json!({
        "apiVersion": "driftless.dev/v1alpha1",
        "kind": "DatabaseSchema",
        "metadata": {"name": object_name(&name)},
        "spec": {"database": database, "schema": {"sql": sql}},
    });
    if grants == Grants::Managed
        && let Some(spec) = manifest.get_mut("spec").and_then(Value::as_object_mut)
    {
        spec.insert("scope".to_owned(), json!({"grants": "Manage"}));
    }
    serde_saphyr::to_string(&manifest).map_err(|error| InspectError::Yaml(error.to_string()))
}

fn server_block(server: &ServerTarget) -> Value {
    json!({
        "engine": server.engine.as_str(),
        "host": {"value": server.host},
        "port": {"value": server.port.to_string()},
        "user": {"value": server.user},
        "password": {"valueFrom": {"secretKeyRef": {"name": object_name(&server.database), "key": "password"}}},
        "name": {"value": server.database},
    })
}

/// A name that Kubernetes takes (RFC 1123 label): lower case letters, digits and dashes.
fn object_name(text: &str) -> String {
    let mapped: String = text
        .to_ascii_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(63)
        .collect();
    let trimmed = mapped.trim_matches('-');
    if trimmed.is_empty() {
        "database".to_owned()
    } else {
        trimmed.to_owned()
    }
}
