//! Facts about sessions: settings, the lock, scratch databases, the ledger, questions, copies.

use super::Postgres;
use super::render::{literal, push, quote, quoted_name};
use crate::engine::question::common;
use crate::engine::{
    COUNT_LIMIT, LedgerDialect, Question, ScratchStatements, Server, SessionLock, Statement,
    Timeouts, Transaction, View,
};
use crate::schema::{Attribute, Table};

/// Everything that decides how statements are read, how values and expressions are printed and how
/// long things may take (chapter 20 "Server Configuration", 20.11 "Client Connection Defaults").
pub(super) fn settings(timeouts: &Timeouts) -> Vec<Statement> {
    let lock = timeouts.lock.as_millis().to_string();
    let statement = timeouts.statement.as_millis().to_string();
    let pinned: [(&str, &str); 24] = [
        ("search_path", "public"),
        ("client_encoding", "UTF8"),
        ("client_min_messages", "warning"),
        ("DateStyle", "ISO, MDY"),
        ("IntervalStyle", "postgres"),
        ("TimeZone", "UTC"),
        ("extra_float_digits", "1"),
        ("bytea_output", "hex"),
        ("xmloption", "content"),
        ("standard_conforming_strings", "on"),
        ("quote_all_identifiers", "off"),
        ("transform_null_equals", "off"),
        ("array_nulls", "on"),
        ("default_tablespace", ""),
        ("default_table_access_method", "heap"),
        ("default_toast_compression", "pglz"),
        ("default_transaction_isolation", "read committed"),
        ("default_transaction_read_only", "off"),
        // A count that row security would silently make smaller fails instead.
        ("row_security", "off"),
        // A routine may name tables that are made after it; pg_dump does the same.
        ("check_function_bodies", "off"),
        ("lock_timeout", &lock),
        ("statement_timeout", &statement),
        ("idle_in_transaction_session_timeout", &statement),
        ("synchronize_seqscans", "off"),
    ];
    let calls: Vec<String> = pinned
        .iter()
        .map(|(name, value)| {
            format!(
                "pg_catalog.set_config({}, {}, false)",
                literal(name),
                literal(value)
            )
        })
        .collect();
    vec![Statement::new(format!("SELECT {}", calls.join(", ")))]
}

/// DDL is transactional, so one transaction holds all steps (3.4 "Transactions").
pub(super) fn transaction() -> Transaction {
    Transaction::Whole {
        before: Vec::new(),
        begin: Statement::new("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"),
        checks: Vec::new(),
        after: Vec::new(),
    }
}

/// Before and after what stands alone. It holds nobody up, so it may wait for other transactions as
/// long as any statement may take, and work as long as it has to: ended in the middle it would have
/// been in vain (20.11.1 "Statement Behavior").
pub(super) fn unhurried(timeouts: &Timeouts) -> (Statement, Statement) {
    let set = |lock: u128, statement: u128| {
        Statement::new(format!(
            "SELECT pg_catalog.set_config('lock_timeout', '{lock}', false), \
             pg_catalog.set_config('statement_timeout', '{statement}', false)"
        ))
    };
    let (lock, statement) = (timeouts.lock.as_millis(), timeouts.statement.as_millis());
    (set(statement, 0), set(lock, statement))
}

/// A session-level advisory lock (9.27.10 "Advisory Lock Functions"); `pg_locks` splits the 64-bit
/// key into `classid` and `objid` with `objsubid` 1 (54.12 `pg_locks`).
pub(super) fn lock(key: &str) -> SessionLock {
    let hash = format!(
        "pg_catalog.hashtextextended({}, 0)",
        literal(&format!("driftless {key}"))
    );
    SessionLock {
        acquire: Statement::new(format!(
            "SELECT pg_catalog.pg_try_advisory_lock({hash})::text"
        )),
        held: Statement::new(format!(
            "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_locks l WHERE l.locktype = 'advisory' \
             AND l.pid = pg_catalog.pg_backend_pid() AND l.granted AND l.objsubid = 1 \
             AND ((l.classid::bigint << 32) | l.objid::bigint) = {hash})::text"
        )),
        release: Statement::new(format!(
            "SELECT pg_catalog.pg_advisory_unlock({hash})::text"
        )),
    }
}

/// A database like the target's from `template0`, which nobody has put anything into (23.3
/// "Template Databases"). `STRATEGY` and `LOCALE_PROVIDER` are 15+, `ICU_LOCALE` is 15 and 16,
/// `BUILTIN_LOCALE` 17+ (`CREATE DATABASE`); `FORCE` is 13+ (`DROP DATABASE`).
pub(super) fn scratch(server: &Server, name: &str) -> ScratchStatements {
    let mut create = format!("CREATE DATABASE {} TEMPLATE template0", quote(name));
    let mut with = |option: &str, value: &str| {
        if !value.is_empty() {
            push(&mut create, format!(" {option} {}", literal(value)));
        }
    };
    with("ENCODING", server.setting("encoding"));
    with("LC_COLLATE", server.setting("collate"));
    with("LC_CTYPE", server.setting("ctype"));
    if server.at_least(15, 0) {
        let locale = server.setting("locale");
        match server.setting("provider") {
            "i" => {
                with("LOCALE_PROVIDER", "icu");
                with("ICU_LOCALE", locale);
            }
            "b" => {
                with("LOCALE_PROVIDER", "builtin");
                with("BUILTIN_LOCALE", locale);
            }
            _ => with("LOCALE_PROVIDER", "libc"),
        }
        create.push_str(" STRATEGY wal_log");
    }
    ScratchStatements {
        create: vec![Statement::new(create)],
        drop: vec![Statement::new(format!(
            "DROP DATABASE IF EXISTS {} WITH (FORCE)",
            quote(name)
        ))],
        list: Statement::new(
            "SELECT datname::text FROM pg_catalog.pg_database \
             WHERE datname LIKE 'driftless\\_scratch\\_%' ORDER BY 1",
        ),
        grant: format!("ALTER ROLE {} CREATEDB", quote(server.setting("account"))),
    }
}

/// How the ledger's tables are made, in a schema of their own.
pub(super) fn ledger() -> LedgerDialect {
    LedgerDialect {
        namespace: "driftless",
        identity: "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
        varchar: "varchar({n})",
        text: "text",
        json: "jsonb",
        boolean: "boolean",
        timestamp: "timestamptz",
        placeholder: "${n}::text",
        json_placeholder: "${n}::text::jsonb",
        integer_placeholder: "${n}::text::bigint",
        boolean_placeholder: "${n}::text::boolean",
        timestamp_placeholder: "${n}::text::timestamptz",
        read_text: "{c}::text",
        read_timestamp: "to_char({c} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
        columns_of: "SELECT a.attname::text FROM pg_catalog.pg_attribute a \
                     JOIN pg_catalog.pg_class c ON c.oid = a.attrelid \
                     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
                     WHERE n.nspname = 'driftless' AND c.relname = {t} \
                     AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
    }
}

/// A question about rows. Lengths are characters (9.4 `char_length`), sizes include indexes and
/// TOAST (9.27.7 `pg_total_relation_size`).
pub(super) fn question(question: &Question) -> Statement {
    match question {
        Question::LongerThan(table, column, length) => Statement::new(format!(
            "SELECT count(*)::text FROM (SELECT 1 FROM {} WHERE pg_catalog.char_length({}::text) > {length} \
             LIMIT {COUNT_LIMIT}) AS facts",
            quoted_name(table),
            quote(column)
        )),
        // Of an array, and of an array of arrays, the text of each element counts.
        Question::Labelled(table, column, labels) => {
            let labels: Vec<String> = labels.iter().map(|label| literal(label)).collect();
            Statement::new(format!(
                "SELECT count(*)::text FROM (SELECT 1 FROM {table} WHERE CASE \
                 WHEN pg_catalog.pg_typeof({column})::text LIKE '%[]' \
                 THEN {column}::text::text[] && ARRAY[{labels}]::text[] \
                 ELSE {column}::text IN ({labels}) END LIMIT {COUNT_LIMIT}) AS facts",
                table = quoted_name(table),
                column = quote(column),
                labels = labels.join(", ")
            ))
        }
        Question::Bytes(table) => Statement::new(format!(
            "SELECT (pg_catalog.pg_total_relation_size({name}::pg_catalog.regclass) \
             + coalesce((SELECT pg_catalog.sum(pg_catalog.pg_total_relation_size(t.relid)) \
             FROM pg_catalog.pg_partition_tree({name}::pg_catalog.regclass) t WHERE t.isleaf AND t.level > 0), 0))::text",
            name = literal(&quoted_name(table))
        )),
        // Everybody sees that there is one, though not which (28.2.4 `pg_stat_replication`). A base
        // backup ends; it does not follow.
        Question::Replicas => Statement::new(
            "SELECT count(*)::text FROM pg_catalog.pg_stat_replication r \
             WHERE coalesce(r.state, 'streaming') <> 'backup'",
        ),
        shared => common(&Postgres, shared).unwrap_or_else(|| Statement::new("SELECT NULL::text")),
    }
}

/// For each row an `INSERT`. Generated columns are left out, identity values are kept
/// (`INSERT … OVERRIDING SYSTEM VALUE`).
pub(super) fn dump_rows(table: &Table) -> Statement {
    let columns: Vec<&str> = table
        .columns
        .iter()
        .filter(|column| column.generated.is_none())
        .map(|column| column.name.as_str())
        .collect();
    let target = quoted_name(&table.name);
    if columns.is_empty() {
        let insert = format!("INSERT INTO {target} DEFAULT VALUES;");
        return Statement::new(format!("SELECT {} FROM {target}", literal(&insert)));
    }
    let identity = table
        .columns
        .iter()
        .any(|column| column.attributes.contains_key(&Attribute::Identity));
    let names: Vec<String> = columns.iter().map(|name| quote(name)).collect();
    let head = format!(
        "INSERT INTO {target} ({}){} VALUES (",
        names.join(", "),
        if identity {
            " OVERRIDING SYSTEM VALUE"
        } else {
            ""
        }
    );
    let values: Vec<String> = names
        .iter()
        .map(|name| format!("pg_catalog.quote_nullable({name}::text)"))
        .collect();
    Statement::new(format!(
        "SELECT {} || {} || ');' FROM ONLY {target}",
        literal(&head),
        values.join(" || ', ' || ")
    ))
}

/// A schema (`CREATE SCHEMA`).
pub(super) fn create_namespace(name: &str) -> Statement {
    Statement::new(format!("CREATE SCHEMA {}", quote(name)))
}

/// Moves the counters of identity and `serial` columns past the rows that were put back
/// (PostgreSQL 18 manual, 9.17 "Sequence Manipulation Functions").
pub(super) fn after_rows(table: &Table) -> Vec<Statement> {
    let target = quoted_name(&table.name);
    let counted = table.columns.iter().filter(|column| {
        column.attributes.contains_key(&Attribute::Identity)
            || column.attributes.contains_key(&Attribute::Serial)
    });
    let moved = counted.map(|column| {
        Statement::new(format!(
            "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence({}, {}), max({column})) FROM {target} \
             WHERE {column} > 0",
            literal(&target),
            literal(&column.name),
            column = quote(&column.name)
        ))
    });
    moved.collect()
}

/// One state of all rows, which `pg_dump --snapshot` sees, too (PostgreSQL 18 manual, 9.28.5
/// "Snapshot Synchronization Functions").
pub(super) fn view() -> View {
    View {
        begin: vec![
            Statement::new("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
            Statement::new("SET LOCAL idle_in_transaction_session_timeout = 0"),
        ],
        name: Some(Statement::new("SELECT pg_catalog.pg_export_snapshot()")),
        end: Statement::new("ROLLBACK"),
    }
}
