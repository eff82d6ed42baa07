//! `sqlite FILE SQL`: runs SQL on a SQLite file and prints its rows, so that the demo needs no
//! client to be installed. Values are parted by `|`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command of the demo, not of the program"
)]

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Column, Connection, Row};
use std::process::ExitCode;
use std::time::Duration;

/// How long another process may hold the file.
const BUSY: Duration = Duration::from_secs(10);

async fn run(file: &str, sql: &str) -> Result<(), sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(BUSY);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let rows = sqlx::raw_sql(AssertSqlSafe(sql))
        .fetch_all(&mut connection)
        .await?;
    for row in rows {
        let mut values = Vec::new();
        for column in row.columns() {
            let value: Option<String> = row.try_get_unchecked(column.ordinal())?;
            values.push(value.unwrap_or_default());
        }
        println!("{}", values.join("|"));
    }
    connection.close().await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, sql] = arguments.as_slice() else {
        eprintln!("usage: sqlite FILE SQL");
        return ExitCode::FAILURE;
    };
    match run(file, sql).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {file}: {error}");
            ExitCode::FAILURE
        }
    }
}
