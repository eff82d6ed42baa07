//! Tables in which other migration tools keep their history.
//!
//! They are known by name *and* by columns, so that somebody's own table `migrations` stays
//! somebody's own. What is known here is set apart when a database is read: it is listed, and is
//! never compared, hashed, copied, changed or asked about its rows.

use crate::schema::{Name, OtherTool, Schema, Table};
use std::collections::BTreeMap;

/// What one tool makes.
struct Fact {
    /// The tool, as it calls itself.
    tool: &'static str,
    /// The table, in lower case.
    table: &'static str,
    /// The columns that every version makes, in lower case and without underscores.
    columns: &'static [&'static str],
    /// Columns that some versions make besides.
    further: &'static [&'static str],
}

const fn fact(
    tool: &'static str,
    table: &'static str,
    columns: &'static [&'static str],
    further: &'static [&'static str],
) -> Fact {
    Fact {
        tool,
        table,
        columns,
        further,
    }
}

/// Flyway's columns (`flyway-core`, `createMetaDataTable.sql`; documentation, "Schema history
/// table").
const FLYWAY: &[&str] = &[
    "installedrank",
    "version",
    "description",
    "type",
    "script",
    "checksum",
    "installedby",
    "installedon",
    "executiontime",
    "success",
];

/// Default names and columns, each with where the tool says so.
const FACTS: &[Fact] = &[
    // Rails guides, "Active Record Migrations"; `ActiveRecord::SchemaMigration`. dbmate's README,
    // "Migration tracking", has the same table.
    fact(
        "Active Record or dbmate",
        "schema_migrations",
        &["version"],
        &[],
    ),
    // `ActiveRecord::InternalMetadata`.
    fact(
        "Active Record",
        "ar_internal_metadata",
        &["key", "value", "createdat", "updatedat"],
        &[],
    ),
    // golang-migrate, `database/postgres/README.md` and `ensureVersionTable` of each driver.
    fact(
        "golang-migrate",
        "schema_migrations",
        &["version", "dirty"],
        &[],
    ),
    // `Ecto.Migration.SchemaMigration`.
    fact("Ecto", "schema_migrations", &["version", "insertedat"], &[]),
    fact("Flyway", "flyway_schema_history", FLYWAY, &[]),
    // The name before Flyway 5.
    fact("Flyway", "schema_version", FLYWAY, &["versionrank"]),
    // Liquibase documentation, "DATABASECHANGELOG table" and "DATABASECHANGELOGLOCK table".
    fact(
        "Liquibase",
        "databasechangelog",
        &[
            "id",
            "author",
            "filename",
            "dateexecuted",
            "orderexecuted",
            "exectype",
            "md5sum",
        ],
        &[
            "description",
            "comments",
            "tag",
            "liquibase",
            "contexts",
            "labels",
            "deploymentid",
        ],
    ),
    fact(
        "Liquibase",
        "databasechangeloglock",
        &["id", "locked", "lockgranted", "lockedby"],
        &[],
    ),
    // Prisma ORM documentation, "Migration histories"; `schema-engine`, `imperative_migration_persistence.rs`.
    fact(
        "Prisma Migrate",
        "_prisma_migrations",
        &[
            "id",
            "checksum",
            "finishedat",
            "migrationname",
            "logs",
            "rolledbackat",
            "startedat",
        ],
        &["appliedstepscount"],
    ),
    // `sqlx-core`, `Migrate::ensure_migrations_table`.
    fact(
        "SQLx",
        "_sqlx_migrations",
        &[
            "version",
            "description",
            "installedon",
            "success",
            "checksum",
            "executiontime",
        ],
        &[],
    ),
    // Alembic documentation, "Cookbook"; `alembic/ddl/impl.py`, `version_table_impl`.
    fact("Alembic", "alembic_version", &["versionnum"], &[]),
    // `django/db/migrations/recorder.py`.
    fact(
        "Django",
        "django_migrations",
        &["id", "app", "name", "applied"],
        &[],
    ),
    // Knex documentation, "Migrations"; `lib/migrations/migrate/table-creator.js`.
    fact(
        "Knex",
        "knex_migrations",
        &["id", "name", "batch", "migrationtime"],
        &[],
    ),
    fact("Knex", "knex_migrations_lock", &["islocked"], &["index"]),
    // goose, `internal/dialects`, `CreateTable`.
    fact(
        "goose",
        "goose_db_version",
        &["id", "versionid", "isapplied", "tstamp"],
        &[],
    ),
    // Atlas documentation, "Migration directory: revisions table"; `cmd/atlas/internal/migrate/ent`.
    fact(
        "Atlas",
        "atlas_schema_revisions",
        &[
            "version",
            "description",
            "applied",
            "total",
            "executedat",
            "executiontime",
            "hash",
        ],
        &[
            "type",
            "error",
            "errorstmt",
            "partialhashes",
            "operatorversion",
        ],
    ),
    // EF Core documentation, "Custom Migrations History Table".
    fact(
        "Entity Framework Core",
        "__efmigrationshistory",
        &["migrationid", "productversion"],
        &[],
    ),
    // Entity Framework 6 documentation, "Customizing the Migrations History Table".
    fact(
        "Entity Framework 6",
        "__migrationhistory",
        &["migrationid", "contextkey", "model", "productversion"],
        &[],
    ),
    // Sequelize documentation, "Migrations: Storage".
    fact(
        "Sequelize",
        "sequelizemeta",
        &["name"],
        &["createdat", "updatedat"],
    ),
    // `Phinx\Db\Adapter\PdoAdapter::createSchemaTable`.
    fact(
        "Phinx",
        "phinxlog",
        &["version", "migrationname", "starttime", "endtime"],
        &["breakpoint"],
    ),
    // TypeORM documentation, "Migrations"; `MigrationExecutor.createMigrationsTableIfNotExist`.
    fact("TypeORM", "migrations", &["id", "timestamp", "name"], &[]),
    fact(
        "TypeORM",
        "typeorm_metadata",
        &["type", "database", "schema", "table", "name", "value"],
        &[],
    ),
    // `Illuminate\Database\Migrations\DatabaseMigrationRepository::createRepository`.
    fact("Laravel", "migrations", &["migration", "batch"], &["id"]),
    // db-migrate documentation; `lib/driver/base.js`, `createMigrationsTable`.
    fact("db-migrate", "migrations", &["id", "name", "runon"], &[]),
    // Doctrine Migrations documentation, "Configuration: version table".
    fact(
        "Doctrine Migrations",
        "doctrine_migration_versions",
        &["version", "executedat", "executiontime"],
        &[],
    ),
    // `refinery_core::traits`, `ASSERT_MIGRATIONS_TABLE_QUERY`.
    fact(
        "refinery",
        "refinery_schema_history",
        &["version", "name", "appliedon", "checksum"],
        &[],
    ),
    // `diesel::migration`, `CREATE_MIGRATIONS_TABLE`.
    fact(
        "Diesel",
        "__diesel_schema_migrations",
        &["version", "runon"],
        &[],
    ),
    // sql-migrate's README, "Usage"; `migrate.go`, `MigrationRecord`.
    fact("sql-migrate", "gorp_migrations", &["id", "appliedat"], &[]),
    // `sea-orm-migration`, `seaql_migrations.rs`.
    fact("SeaORM", "seaql_migrations", &["version", "appliedat"], &[]),
    // `drizzle-orm`, `migrate` of each dialect.
    fact(
        "Drizzle",
        "__drizzle_migrations",
        &["id", "hash", "createdat"],
        &["name", "appliedat"],
    ),
    // Kysely documentation, "Migrations"; `migrator.ts`.
    fact("Kysely", "kysely_migration", &["name", "timestamp"], &[]),
    fact("Kysely", "kysely_migration_lock", &["id", "islocked"], &[]),
    // node-pg-migrate documentation, "CLI: migrations-table".
    fact(
        "node-pg-migrate",
        "pgmigrations",
        &["id", "name", "runon"],
        &[],
    ),
    // MikroORM documentation, "Migrations: migrations table".
    fact(
        "MikroORM",
        "mikro_orm_migrations",
        &["id", "name", "executedat"],
        &[],
    ),
    // Bun documentation, "Migrations"; `migrate/migrator.go`.
    fact(
        "Bun",
        "bun_migrations",
        &["id", "name", "groupid", "migratedat"],
        &[],
    ),
    fact("Bun", "bun_migration_locks", &["id", "tablename"], &[]),
    // `yii\console\controllers\MigrateController::createMigrationHistoryTable`.
    fact("Yii", "migration", &["version", "applytime"], &[]),
    // FluentMigrator documentation, "Version table metadata".
    fact(
        "FluentMigrator",
        "versioninfo",
        &["version", "appliedon", "description"],
        &[],
    ),
    // Play documentation, "Managing database evolutions".
    fact(
        "Play Evolutions",
        "play_evolutions",
        &[
            "id",
            "hash",
            "appliedat",
            "applyscript",
            "revertscript",
            "state",
            "lastproblem",
        ],
        &[],
    ),
];

/// How columns are compared: tools spell them by the conventions of their databases.
fn folded(column: &str) -> String {
    column.to_ascii_lowercase().replace('_', "")
}

/// The tool that made a table, if one did.
fn maker(table: &Table) -> Option<&'static str> {
    let name = table.name.name.to_ascii_lowercase();
    let mut facts = FACTS.iter().filter(|fact| fact.table == name).peekable();
    facts.peek()?;
    let columns: Vec<String> = table.columns.iter().map(|c| folded(&c.name)).collect();
    let made = |fact: &&Fact| {
        let has = |wanted: &&str| columns.iter().any(|column| column == wanted);
        let known = |column: &String| {
            fact.columns.contains(&column.as_str()) || fact.further.contains(&column.as_str())
        };
        fact.columns.iter().all(has) && columns.iter().all(known)
    };
    facts.find(made).map(|fact| fact.tool)
}

/// Sets the tables of other tools apart, and the namespaces (other than `home`) that hold nothing
/// else.
pub(super) fn set_apart(mut schema: Schema, home: &str) -> Schema {
    let mut kept: BTreeMap<Name, OtherTool> = BTreeMap::new();
    for (name, table) in &schema.tables {
        if let Some(tool) = maker(table) {
            let table = table.clone();
            kept.insert(name.clone(), OtherTool { tool, table });
        }
    }
    schema.tables.retain(|name, _| !kept.contains_key(name));
    let used = |namespace: &String| {
        let mut tables = schema.tables.keys();
        let mut opaque = schema.opaque.keys();
        let mut objects = schema.objects.keys();
        tables.any(|name| name.schema == *namespace)
            || objects.any(|key| key.name.schema == *namespace)
            || opaque.any(|key| key.name.schema == *namespace)
    };
    let theirs = |namespace: &String| kept.keys().any(|name| name.schema == *namespace);
    let namespaces = std::mem::take(&mut schema.namespaces);
    schema.namespaces = namespaces
        .into_iter()
        .filter(|namespace| namespace == home || used(namespace) || !theirs(namespace))
        .collect();
    schema.other_tools = kept;
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Column};

    fn table(schema: &str, name: &str, columns: &[&str]) -> Table {
        let mut table = Table::new(Name::new(schema, name));
        table.columns = columns
            .iter()
            .map(|name| Column {
                name: (*name).to_owned(),
                data_type: "text".to_owned(),
                nullable: true,
                default: None,
                generated: None,
                attributes: Attributes::new(),
            })
            .collect();
        table
    }

    #[test]
    fn a_table_is_known_by_name_and_columns() {
        for (name, columns, tool) in [
            (
                "schema_migrations",
                &["version", "dirty"][..],
                Some("golang-migrate"),
            ),
            (
                "schema_migrations",
                &["version"],
                Some("Active Record or dbmate"),
            ),
            ("schema_migrations", &["version", "note"], None),
            ("migrations", &["id", "migration", "batch"], Some("Laravel")),
            ("migrations", &["id", "timestamp", "name"], Some("TypeORM")),
            ("migrations", &["id", "species", "distance"], None),
            (
                "DATABASECHANGELOGLOCK",
                &["ID", "LOCKED", "LOCKGRANTED", "LOCKEDBY"],
                Some("Liquibase"),
            ),
            (
                "__EFMigrationsHistory",
                &["MigrationId", "ProductVersion"],
                Some("Entity Framework Core"),
            ),
            (
                "__EFMigrationsHistory",
                &["migration_id", "product_version"],
                Some("Entity Framework Core"),
            ),
            ("users", &["version"], None),
        ] {
            assert_eq!(maker(&table("", name, columns)), tool, "{name} {columns:?}");
        }
    }

    #[test]
    fn facts_are_written_as_they_are_compared() {
        for fact in FACTS {
            assert_eq!(fact.table, fact.table.to_ascii_lowercase());
            for column in fact.columns.iter().chain(fact.further) {
                assert_eq!(*column, folded(column), "{}", fact.table);
            }
        }
    }

    #[test]
    fn a_namespace_of_nothing_else_is_set_apart_too() {
        let mut schema = Schema {
            namespaces: ["public", "drizzle", "app"].map(str::to_owned).into(),
            ..Schema::default()
        };
        for table in [
            table("public", "alembic_version", &["version_num"]),
            table(
                "drizzle",
                "__drizzle_migrations",
                &["id", "hash", "created_at"],
            ),
        ] {
            schema.tables.insert(table.name.clone(), table);
        }
        let apart = set_apart(schema, "public");
        assert!(apart.tables.is_empty());
        assert_eq!(
            apart.namespaces,
            ["public", "app"].map(str::to_owned).into()
        );
        let tools: Vec<&str> = apart.other_tools.values().map(|found| found.tool).collect();
        assert_eq!(tools, ["Drizzle", "Alembic"]);
    }
}
