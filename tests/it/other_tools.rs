//! Tables that other migration tools keep in the same database: seen, and left alone.

use crate::desk::{Desk, ENGINES};
use driftless::engine::{Backup, Engine};
use driftless::history::State;
use driftless::pipeline::PipelineError;
use driftless::plan::Fingerprint;
use driftless::report::{PlanDocument, SchemaDocument};
use driftless::schema::{Name, Prune, Schema};
use sqlx::{Connection, Executor};
use std::collections::BTreeMap;

/// What the tools themselves make, with a row each: tool, table, statements.
const TABLES: [(&str, &str, &str); 30] = [
    (
        "golang-migrate",
        "schema_migrations",
        r#"CREATE TABLE "schema_migrations" ("version" bigint NOT NULL PRIMARY KEY, "dirty" boolean NOT NULL);
           INSERT INTO "schema_migrations" VALUES (20240102030405, false)"#,
    ),
    (
        "Active Record",
        "ar_internal_metadata",
        r#"CREATE TABLE "ar_internal_metadata" ("key" varchar(255) NOT NULL PRIMARY KEY, "value" varchar(255),
           "created_at" {time} NOT NULL, "updated_at" {time} NOT NULL);
           INSERT INTO "ar_internal_metadata" VALUES ('environment', 'test', '2024-01-02 03:04:05', '2024-01-02 03:04:05')"#,
    ),
    (
        "Flyway",
        "flyway_schema_history",
        r#"CREATE TABLE "flyway_schema_history" ("installed_rank" INT NOT NULL, "version" VARCHAR(50),
           "description" VARCHAR(200) NOT NULL, "type" VARCHAR(20) NOT NULL, "script" VARCHAR(1000) NOT NULL,
           "checksum" INT, "installed_by" VARCHAR(100) NOT NULL,
           "installed_on" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, "execution_time" INT NOT NULL,
           "success" BOOLEAN NOT NULL, CONSTRAINT "flyway_schema_history_pk" PRIMARY KEY ("installed_rank"));
           CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
           INSERT INTO "flyway_schema_history" ("installed_rank", "description", "type", "script", "installed_by",
           "execution_time", "success") VALUES (1, 'init', 'SQL', 'V1__init.sql', 'app', 12, true)"#,
    ),
    (
        "Liquibase",
        "DATABASECHANGELOG",
        "CREATE TABLE DATABASECHANGELOG (ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255) NOT NULL,
           FILENAME VARCHAR(255) NOT NULL, DATEEXECUTED {time} NOT NULL, ORDEREXECUTED INT NOT NULL,
           EXECTYPE VARCHAR(10) NOT NULL, MD5SUM VARCHAR(35), DESCRIPTION VARCHAR(255), COMMENTS VARCHAR(255),
           TAG VARCHAR(255), LIQUIBASE VARCHAR(20), CONTEXTS VARCHAR(255), LABELS VARCHAR(255),
           DEPLOYMENT_ID VARCHAR(10));
           INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE)
           VALUES ('1', 'me', 'db.xml', '2024-01-02 03:04:05', 1, 'EXECUTED')",
    ),
    (
        "Liquibase",
        "DATABASECHANGELOGLOCK",
        "CREATE TABLE DATABASECHANGELOGLOCK (ID INT NOT NULL, LOCKED BOOLEAN NOT NULL, LOCKGRANTED {time},
           LOCKEDBY VARCHAR(255), CONSTRAINT PK_DATABASECHANGELOGLOCK PRIMARY KEY (ID));
           INSERT INTO DATABASECHANGELOGLOCK VALUES (1, false, NULL, NULL)",
    ),
    (
        "Prisma Migrate",
        "_prisma_migrations",
        r#"CREATE TABLE "_prisma_migrations" ("id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL,
           "finished_at" {time}, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" {time},
           "started_at" {time} NOT NULL DEFAULT CURRENT_TIMESTAMP, "applied_steps_count" INTEGER NOT NULL DEFAULT 0);
           INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('a', 'b', 'init')"#,
    ),
    (
        "SQLx",
        "_sqlx_migrations",
        "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description VARCHAR(255) NOT NULL,
           installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL,
           checksum {bytes} NOT NULL, execution_time BIGINT NOT NULL);
           INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
           VALUES (1, 'init', true, 'x', 5)",
    ),
    (
        "Alembic",
        "alembic_version",
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,
           CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
           INSERT INTO alembic_version VALUES ('1975ea83b712')",
    ),
    (
        "Django",
        "django_migrations",
        r#"CREATE TABLE "django_migrations" ("id" {counted}, "app" varchar(255) NOT NULL,
           "name" varchar(255) NOT NULL, "applied" {time} NOT NULL);
           INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0001_initial', '2024-01-02 03:04:05')"#,
    ),
    (
        "Knex",
        "knex_migrations",
        r#"CREATE TABLE "knex_migrations" ("id" {counted}, "name" varchar(255), "batch" integer, "migration_time" {time});
           INSERT INTO "knex_migrations" ("name", "batch") VALUES ('init.js', 1)"#,
    ),
    (
        "Knex",
        "knex_migrations_lock",
        r#"CREATE TABLE "knex_migrations_lock" ("index" {counted}, "is_locked" integer);
           INSERT INTO "knex_migrations_lock" ("is_locked") VALUES (0)"#,
    ),
    (
        "Atlas",
        "atlas_schema_revisions",
        r#"CREATE TABLE "atlas_schema_revisions" ("version" varchar(255) NOT NULL, "description" varchar(255) NOT NULL,
           "type" bigint NOT NULL DEFAULT 2, "applied" bigint NOT NULL DEFAULT 0, "total" bigint NOT NULL DEFAULT 0,
           "executed_at" {time} NOT NULL, "execution_time" bigint NOT NULL, "error" text, "error_stmt" text,
           "hash" varchar(255) NOT NULL, "partial_hashes" {json}, "operator_version" varchar(255) NOT NULL,
           PRIMARY KEY ("version"));
           INSERT INTO "atlas_schema_revisions" ("version", "description", "executed_at", "execution_time", "hash",
           "operator_version") VALUES ('1', 'init', '2024-01-02 03:04:05', 7, 'h', 'Atlas CLI')"#,
    ),
    (
        "Entity Framework Core",
        "__EFMigrationsHistory",
        r#"CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) NOT NULL,
           "ProductVersion" varchar(32) NOT NULL, CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId"));
           INSERT INTO "__EFMigrationsHistory" VALUES ('20240102_Init', '8.0.0')"#,
    ),
    (
        "Entity Framework 6",
        "__MigrationHistory",
        r#"CREATE TABLE "__MigrationHistory" ("MigrationId" varchar(150) NOT NULL, "ContextKey" varchar(300) NOT NULL,
           "Model" {bytes} NOT NULL, "ProductVersion" varchar(32) NOT NULL, PRIMARY KEY ("MigrationId", "ContextKey"));
           INSERT INTO "__MigrationHistory" VALUES ('1', 'App', 'x', '6.4.0')"#,
    ),
    (
        "Sequelize",
        "SequelizeMeta",
        r#"CREATE TABLE "SequelizeMeta" ("name" VARCHAR(255) NOT NULL UNIQUE, PRIMARY KEY ("name"));
           INSERT INTO "SequelizeMeta" VALUES ('20240102-init.js')"#,
    ),
    (
        "Phinx",
        "phinxlog",
        r#"CREATE TABLE "phinxlog" ("version" bigint NOT NULL, "migration_name" varchar(100), "start_time" {time},
           "end_time" {time}, "breakpoint" boolean NOT NULL DEFAULT false, PRIMARY KEY ("version"));
           INSERT INTO "phinxlog" ("version", "migration_name") VALUES (20240102030405, 'Init')"#,
    ),
    (
        "TypeORM",
        "migrations",
        r#"CREATE TABLE "migrations" ("id" {counted}, "timestamp" bigint NOT NULL, "name" varchar(255) NOT NULL);
           INSERT INTO "migrations" ("timestamp", "name") VALUES (1704164645000, 'Init')"#,
    ),
    (
        "TypeORM",
        "typeorm_metadata",
        r#"CREATE TABLE "typeorm_metadata" ("type" varchar(255) NOT NULL, "database" varchar(255), "schema" varchar(255),
           "table" varchar(255), "name" varchar(255), "value" text);
           INSERT INTO "typeorm_metadata" ("type") VALUES ('VIEW')"#,
    ),
    (
        "Doctrine Migrations",
        "doctrine_migration_versions",
        "CREATE TABLE doctrine_migration_versions (version VARCHAR(191) NOT NULL, executed_at {time},
           execution_time INT, PRIMARY KEY (version));
           INSERT INTO doctrine_migration_versions (version) VALUES ('Version1')",
    ),
    (
        "refinery",
        "refinery_schema_history",
        "CREATE TABLE refinery_schema_history (version INT PRIMARY KEY, name VARCHAR(255), applied_on VARCHAR(255),
           checksum VARCHAR(255));
           INSERT INTO refinery_schema_history VALUES (1, 'init', '2024-01-02T03:04:05Z', '99')",
    ),
    (
        "Diesel",
        "__diesel_schema_migrations",
        "CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL,
           run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
           INSERT INTO __diesel_schema_migrations (version) VALUES ('20240102030405')",
    ),
    (
        "sql-migrate",
        "gorp_migrations",
        r#"CREATE TABLE "gorp_migrations" ("id" varchar(255) NOT NULL PRIMARY KEY, "applied_at" {time});
           INSERT INTO "gorp_migrations" ("id") VALUES ('1_init.sql')"#,
    ),
    (
        "SeaORM",
        "seaql_migrations",
        r#"CREATE TABLE "seaql_migrations" ("version" varchar(255) NOT NULL PRIMARY KEY, "applied_at" bigint NOT NULL);
           INSERT INTO "seaql_migrations" VALUES ('m1', 1704164645)"#,
    ),
    (
        "Drizzle",
        "__drizzle_migrations",
        r#"CREATE TABLE "__drizzle_migrations" ("id" {counted}, "hash" text NOT NULL, "created_at" bigint);
           INSERT INTO "__drizzle_migrations" ("hash", "created_at") VALUES ('h', 1704164645)"#,
    ),
    (
        "Kysely",
        "kysely_migration",
        r#"CREATE TABLE "kysely_migration" ("name" varchar(255) NOT NULL PRIMARY KEY, "timestamp" varchar(255) NOT NULL);
           INSERT INTO "kysely_migration" VALUES ('init', '2024-01-02T03:04:05Z')"#,
    ),
    (
        "Kysely",
        "kysely_migration_lock",
        r#"CREATE TABLE "kysely_migration_lock" ("id" varchar(255) NOT NULL PRIMARY KEY, "is_locked" integer NOT NULL DEFAULT 0);
           INSERT INTO "kysely_migration_lock" ("id") VALUES ('migration_lock')"#,
    ),
    (
        "node-pg-migrate",
        "pgmigrations",
        "CREATE TABLE pgmigrations (id {counted}, name varchar(255) NOT NULL, run_on {time} NOT NULL);
           INSERT INTO pgmigrations (name, run_on) VALUES ('init', '2024-01-02 03:04:05')",
    ),
    (
        "MikroORM",
        "mikro_orm_migrations",
        r#"CREATE TABLE "mikro_orm_migrations" ("id" {counted}, "name" varchar(255), "executed_at" {time});
           INSERT INTO "mikro_orm_migrations" ("name") VALUES ('Init')"#,
    ),
    (
        "Yii",
        "migration",
        r#"CREATE TABLE "migration" ("version" varchar(180) NOT NULL PRIMARY KEY, "apply_time" integer);
           INSERT INTO "migration" VALUES ('m000000_000000_base', 1704164645)"#,
    ),
    (
        "Play Evolutions",
        "play_evolutions",
        "CREATE TABLE play_evolutions (id int NOT NULL PRIMARY KEY, hash varchar(255) NOT NULL, applied_at {time} NOT NULL,
           apply_script text, revert_script text, state varchar(255), last_problem text);
           INSERT INTO play_evolutions (id, hash, applied_at) VALUES (1, 'h', '2024-01-02 03:04:05')",
    ),
];

/// A table that its tool makes only later.
const GOOSE: &str = r#"CREATE TABLE "goose_db_version" ("id" {counted}, "version_id" bigint NOT NULL,
    "is_applied" boolean NOT NULL, "tstamp" {time} DEFAULT CURRENT_TIMESTAMP);
    INSERT INTO "goose_db_version" ("version_id", "is_applied") VALUES (0, true)"#;

/// The statements with the types of an engine.
fn typed(engine: Engine, sql: &str) -> String {
    let (counted, time, bytes, json) = match engine {
        Engine::Postgres => ("serial PRIMARY KEY", "timestamp", "bytea", "jsonb"),
        Engine::Mysql | Engine::Mariadb => (
            "int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY",
            "datetime",
            "blob",
            "json",
        ),
        Engine::Sqlite => (
            "integer NOT NULL PRIMARY KEY AUTOINCREMENT",
            "datetime",
            "blob",
            "json",
        ),
    };
    sql.replace("{counted}", counted)
        .replace("{time}", time)
        .replace("{bytes}", bytes)
        .replace("{json}", json)
}

/// The rows of all tables that other tools keep, as statements.
async fn rows(desk: &Desk, schema: &Schema) -> BTreeMap<Name, Vec<String>> {
    let mut session = desk.session().await;
    let mut all = BTreeMap::new();
    for (name, other) in &schema.other_tools {
        let mut found = Vec::new();
        let mut sink = |row: &str| {
            found.push(row.to_owned());
            Ok(())
        };
        session.dump(&other.table, &mut sink).await.unwrap();
        all.insert(name.clone(), found);
    }
    session.close().await;
    all
}

const BEFORE: &str = r#"CREATE TABLE "app" ("id" int NOT NULL PRIMARY KEY, "old" int);
    CREATE TABLE "gone" ("id" int NOT NULL PRIMARY KEY);
    CREATE TABLE "play_history" ("id" int NOT NULL PRIMARY KEY)"#;
const AFTER: &str = r#"CREATE TABLE "app" ("id" int NOT NULL PRIMARY KEY, "new" int)"#;

async fn desk_with_all_tools(engine: Engine) -> Desk {
    let desk = Desk::new(engine).await;
    desk.run(BEFORE).await;
    for (_, _, sql) in TABLES {
        desk.run(&typed(engine, sql)).await;
    }
    desk
}

#[tokio::test]
async fn what_other_tools_keep_is_listed_and_left_alone() {
    for engine in ENGINES {
        let desk = desk_with_all_tools(engine).await;
        let before = desk.schema().await;
        let expected: BTreeMap<String, &str> = TABLES
            .iter()
            .map(|(tool, table, _)| (table.to_ascii_lowercase(), *tool))
            .collect();
        let found: BTreeMap<String, &str> = before
            .other_tools
            .iter()
            .map(|(name, other)| (name.name.to_ascii_lowercase(), other.tool))
            .collect();
        assert_eq!(found, expected, "{engine}");
        let kept = rows(&desk, &before).await;
        // PostgreSQL follows the row of a counted column with the place of its sequence.
        let inserted = |rows: &[String]| rows.iter().filter(|r| r.starts_with("INSERT")).count();
        assert!(
            kept.values().all(|rows| inserted(rows) == 1),
            "{engine}: {kept:?}"
        );

        let intent = desk.intent(AFTER);
        let looked = desk.preview(&intent).await.unwrap();
        let document = PlanDocument::from(&looked.plan);
        assert_eq!(document.other_tools.len(), TABLES.len(), "{engine}");
        let execution = desk.executed(&intent).await;
        assert_eq!(
            execution.state,
            State::Succeeded,
            "{engine}: {:?}",
            execution.error
        );

        let after = desk.schema().await;
        let names: Vec<&str> = after.tables.keys().map(|name| name.name.as_str()).collect();
        assert_eq!(names, ["app"], "{engine}: everything else was dropped");
        assert_eq!(after.other_tools, before.other_tools, "{engine}");
        assert_eq!(rows(&desk, &after).await, kept, "{engine}");
        assert!(
            desk.preview(&intent).await.unwrap().plan.is_empty(),
            "{engine}"
        );
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_table_that_a_tool_makes_later_is_no_drift() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let intent = desk.intent(AFTER);
        desk.executed(&intent).await;
        let before = Fingerprint::of(engine, &desk.schema().await);
        desk.run(&typed(engine, GOOSE)).await;
        let schema = desk.schema().await;
        assert_eq!(schema.other_tools.len(), 1, "{engine}");
        assert_eq!(Fingerprint::of(engine, &schema), before, "{engine}");
        let looked = desk.preview(&intent).await.unwrap();
        assert!(looked.plan.is_empty() && !looked.drifted, "{engine}");
        desk.run(r#"CREATE TABLE "mine" ("id" int NOT NULL PRIMARY KEY)"#)
            .await;
        let looked = desk.preview(&intent).await.unwrap();
        assert!(looked.drifted, "{engine}: another new table is one");
        desk.database.drop().await;
    }
}

/// Declares something, which must be refused with words that hold all of `words`.
async fn refused(desk: &Desk, sql: &str, words: &[&str]) {
    match desk.preview(&desk.intent(sql)).await {
        Err(PipelineError::Refused(refusal)) => {
            let text = refusal.to_string();
            for word in words {
                assert!(text.contains(word), "{}: {text} lacks {word}", desk.engine);
            }
        }
        other => panic!("{}: {other:?}", desk.engine),
    }
}

#[tokio::test]
async fn what_a_tool_keeps_is_neither_declared_nor_referred_to() {
    for engine in ENGINES {
        let desk = desk_with_all_tools(engine).await;
        let alembic = TABLES
            .iter()
            .find(|(tool, ..)| *tool == "Alembic")
            .unwrap()
            .2;
        let (create, _) = alembic.split_once(';').unwrap();
        let leave = "leave it out of the declaration";
        refused(&desk, create, &["alembic_version", "Alembic", leave]).await;
        let other = r#"CREATE TABLE "alembic_version" ("id" int NOT NULL PRIMARY KEY)"#;
        refused(&desk, other, &["alembic_version", "Alembic", leave]).await;
        let child = r#"CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY, "v" varchar(32) NOT NULL,
            CONSTRAINT "child_v" FOREIGN KEY ("v") REFERENCES "alembic_version" ("version_num"))"#;
        refused(&desk, child, &["alembic_version", "Alembic"]).await;
        desk.database.drop().await;
        // The same where the tool has not made it yet: it would not be ours once it is there.
        let empty = Desk::new(engine).await;
        refused(&empty, create, &["alembic_version", "Alembic", leave]).await;
        empty.database.drop().await;
    }
}

#[tokio::test]
async fn what_leans_on_a_tool_s_table_can_still_be_changed() {
    for engine in ENGINES {
        let desk = desk_with_all_tools(engine).await;
        desk.run(
            r#"CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY, "v" varchar(32) NOT NULL,
               CONSTRAINT "child_v" FOREIGN KEY ("v") REFERENCES "alembic_version" ("version_num"));
               CREATE VIEW "versions" AS SELECT "version_num" FROM "alembic_version""#,
        )
        .await;
        let mut intent = desk.intent(
            r#"CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY, "v" varchar(32) NOT NULL, "more" int)"#,
        );
        intent.prune = Prune::Owned.into();
        let execution = desk.executed(&intent).await;
        assert_eq!(
            execution.state,
            State::Succeeded,
            "{engine}: {:?}",
            execution.error
        );
        let schema = desk.schema().await;
        let child = schema
            .tables
            .values()
            .find(|table| table.name.name == "child")
            .unwrap();
        assert_eq!(
            (child.columns.len(), child.foreign_keys.len()),
            (3, 1),
            "{engine}"
        );
        assert!(
            desk.preview(&intent).await.unwrap().plan.is_empty(),
            "{engine}"
        );
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn somebody_s_own_table_of_such_a_name_is_managed() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let intent = desk.intent(
            r#"CREATE TABLE "migrations" ("id" int NOT NULL PRIMARY KEY, "species" varchar(40), "distance" int)"#,
        );
        let execution = desk.executed(&intent).await;
        assert_eq!(
            execution.state,
            State::Succeeded,
            "{engine}: {:?}",
            execution.error
        );
        let schema = desk.schema().await;
        assert!(
            schema.other_tools.is_empty() && schema.tables.len() == 1,
            "{engine}"
        );
        desk.database.drop().await;
    }
}

/// A tool at work holds its table alone; planning, applying and measuring do not wait for it.
#[tokio::test]
async fn nothing_waits_for_a_table_that_a_tool_has_locked() {
    for engine in [Engine::Postgres, Engine::Mysql, Engine::Mariadb] {
        let desk = desk_with_all_tools(engine).await;
        let url = desk.database.url.replacen("mariadb://", "mysql://", 1);
        let (mut postgres, mut mysql) = (None, None);
        if engine == Engine::Postgres {
            let mut held = sqlx::PgConnection::connect(&url).await.unwrap();
            let lock = "BEGIN; LOCK TABLE flyway_schema_history IN ACCESS EXCLUSIVE MODE";
            held.execute(sqlx::raw_sql(lock)).await.unwrap();
            postgres = Some(held);
        } else {
            let mut held = sqlx::MySqlConnection::connect(&url).await.unwrap();
            let lock = "LOCK TABLES flyway_schema_history WRITE";
            held.execute(sqlx::raw_sql(lock)).await.unwrap();
            mysql = Some(held);
        }
        let execution = desk.executed(&desk.intent(AFTER)).await;
        assert_eq!(
            execution.state,
            State::Succeeded,
            "{engine}: {:?}",
            execution.error
        );
        let mut session = desk.session().await;
        let scope = driftless::engine::Scope::default();
        let exact = driftless::engine::Counting::Exact;
        let counts = driftless::engine::Catalog::row_counts(&mut session, &scope, exact).await;
        assert_eq!(counts.unwrap().len(), 1, "{engine}");
        session.close().await;
        if let Some(held) = postgres {
            held.close().await.unwrap();
        }
        if let Some(held) = mysql {
            held.close().await.unwrap();
        }
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_tool_s_table_is_shown_with_its_columns_and_its_tool() {
    for engine in ENGINES {
        let desk = desk_with_all_tools(engine).await;
        let schema = desk.schema().await;
        let session = desk.session().await;
        let (dialect, server) = {
            use driftless::engine::Catalog;
            (session.dialect(), session.server().clone())
        };
        session.close().await;
        let table = SchemaDocument::table(dialect, &server, &schema, "alembic_version").unwrap();
        assert_eq!(table.other_tool.as_deref(), Some("Alembic"), "{engine}");
        assert_eq!(table.columns.len(), 1, "{engine}");
        let whole = SchemaDocument::of(dialect, &server, &schema);
        assert_eq!(whole.other_tools.len(), TABLES.len(), "{engine}");
        assert_eq!(whole.tables.len(), 3, "{engine}");
        desk.database.drop().await;
    }
}
