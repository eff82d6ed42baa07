//! An account whose sessions begin with settings nobody would choose, given where such settings
//! come from in life: a role's defaults on PostgreSQL, `init_connect` on MySQL and MariaDB. The
//! program's session must override each of them: fingerprint, plan and id stay the same.

use super::hand::Hand;
use driftless::engine::Engine;
use std::fmt::Write;

const NAME: &str = "driftless_hostile";
const PASSWORD: &str = "settings";

/// What the role begins with. The locales are those every installation has.
const POSTGRES: [(&str, &str); 27] = [
    ("search_path", "elsewhere, pg_catalog"),
    ("TimeZone", "Asia/Kathmandu"),
    ("DateStyle", "German, DMY"),
    ("IntervalStyle", "iso_8601"),
    ("extra_float_digits", "-15"),
    ("bytea_output", "escape"),
    ("xmloption", "document"),
    ("standard_conforming_strings", "off"),
    ("backslash_quote", "on"),
    ("escape_string_warning", "on"),
    ("quote_all_identifiers", "on"),
    ("transform_null_equals", "on"),
    ("array_nulls", "off"),
    ("check_function_bodies", "on"),
    ("row_security", "on"),
    ("client_min_messages", "debug1"),
    ("lc_messages", "POSIX"),
    ("lc_monetary", "POSIX"),
    ("lc_numeric", "POSIX"),
    ("lc_time", "POSIX"),
    ("default_transaction_isolation", "serializable"),
    ("default_transaction_deferrable", "on"),
    ("default_toast_compression", "lz4"),
    ("statement_timeout", "60000"),
    ("lock_timeout", "1"),
    ("idle_in_transaction_session_timeout", "1"),
    ("gin_fuzzy_search_limit", "1"),
];

/// What a session begins with on both MySQL and MariaDB.
const MYSQL: [(&str, &str); 14] = [
    (
        "sql_mode",
        "ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH,REAL_AS_FLOAT,HIGH_NOT_PRECEDENCE,IGNORE_SPACE",
    ),
    ("time_zone", "+05:45"),
    ("sql_quote_show_create", "0"),
    ("foreign_key_checks", "0"),
    ("unique_checks", "0"),
    ("sql_auto_is_null", "1"),
    ("sql_safe_updates", "1"),
    ("group_concat_max_len", "4"),
    ("character_set_results", "latin1"),
    ("character_set_connection", "latin1"),
    ("collation_connection", "latin1_bin"),
    ("lc_time_names", "de_DE"),
    ("lc_messages", "de_DE"),
    ("autocommit", "0"),
];

/// Makes the account, and answers the server's URL for it.
pub(super) async fn account(
    engine: Engine,
    hand: &mut Hand,
    server: &url::Url,
) -> Result<url::Url, String> {
    match engine {
        Engine::Postgres => postgres(hand, server.username()).await?,
        Engine::Mysql | Engine::Mariadb => mysql(engine, hand).await?,
        Engine::Sqlite => {}
    }
    let mut url = server.clone();
    url.set_username(NAME).unwrap();
    url.set_password(Some(PASSWORD)).unwrap();
    Ok(url)
}

async fn postgres(hand: &mut Hand, owner: &str) -> Result<(), String> {
    let there = hand
        .list(&format!(
            "SELECT rolname::text FROM pg_roles WHERE rolname = '{NAME}'"
        ))
        .await?;
    if there.is_empty() {
        // Another process may make it at the same time; what counts is that it is there.
        let made = hand
            .run(&format!(
                "CREATE ROLE {NAME} SUPERUSER LOGIN PASSWORD '{PASSWORD}'"
            ))
            .await;
        drop(made);
    }
    // What a server was built without cannot be set.
    let cannot = hand
        .list("SELECT name FROM pg_settings WHERE name = 'default_toast_compression' AND NOT 'lz4' = ANY (enumvals)")
        .await?;
    let settings = POSTGRES
        .iter()
        .filter(|(name, _)| !cannot.iter().any(|it| it == name));
    let settings = settings.map(|(name, value)| {
        let value = if *name == "search_path" {
            (*value).to_owned()
        } else {
            format!("'{value}'")
        };
        format!("ALTER ROLE {NAME} SET {name} = {value}")
    });
    hand.run(&settings.collect::<Vec<String>>().join(";"))
        .await?;
    // What belongs to whom is the account's business: both act for the same owner.
    hand.run(&format!("ALTER ROLE {NAME} SET role = '{owner}'"))
        .await
}

async fn mysql(engine: Engine, hand: &mut Hand) -> Result<(), String> {
    // Everything but the privileges that would spare it `init_connect` (MySQL 8.4 manual, 7.1.8).
    let mut script = format!(
        "CREATE USER IF NOT EXISTS '{NAME}'@'%' IDENTIFIED BY '{PASSWORD}'; \
         GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, PROCESS, REFERENCES, INDEX, ALTER, \
         SHOW DATABASES, CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE VIEW, SHOW VIEW, \
         CREATE ROUTINE, ALTER ROUTINE, EVENT, TRIGGER ON *.* TO '{NAME}'@'%'; "
    );
    let definers = match engine {
        Engine::Mariadb => "SET USER",
        // What a system user has defined is changed by system users only (11.2.4 "SYSTEM_USER").
        _ => "SET_ANY_DEFINER, ALLOW_NONEXISTENT_DEFINER, SYSTEM_USER",
    };
    write!(script, "GRANT {definers} ON *.* TO '{NAME}'@'%'; ").unwrap();
    // For nobody else.
    let settings = MYSQL.map(|(name, value)| {
        let number = value.bytes().all(|b| b.is_ascii_digit());
        let known = format!("@@SESSION.{name}");
        if number {
            format!("{known} = CAST(IF(USER() LIKE '{NAME}@%', {value}, {known}) AS UNSIGNED)")
        } else {
            format!("{known} = IF(USER() LIKE '{NAME}@%', '{value}', {known})")
        }
    });
    let settings = format!("SET {}", settings.join(", "));
    let settings = settings.replace('\'', "''");
    write!(script, "SET GLOBAL init_connect = '{settings}'").unwrap();
    hand.run(&script).await
}
