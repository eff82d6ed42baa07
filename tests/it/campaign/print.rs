//! A schema as its author would write it.

use super::dialect::{condition, quote, value};
use super::schema::{Column, DOUBLED, Index, KEY, Schema, Table};
use driftless::engine::Engine;
use std::fmt::Write;

/// How many rows each table gets.
const ROWS: usize = 3;

/// The statements that make it.
pub(super) fn schema(engine: Engine, schema: &Schema) -> String {
    let mut sql = String::new();
    for table in &schema.tables {
        create(engine, table, &mut sql);
    }
    for view in &schema.views {
        let columns: Vec<String> = view.columns.iter().map(|c| quote(engine, c)).collect();
        let (name, table) = (quote(engine, &view.name), quote(engine, &view.table));
        let columns = columns.join(", ");
        writeln!(sql, "CREATE VIEW {name} AS SELECT {columns} FROM {table};").unwrap();
    }
    sql
}

fn create(engine: Engine, table: &Table, sql: &mut String) {
    let name = quote(engine, &table.name);
    let mut lines = vec![format!(
        "{} {} PRIMARY KEY",
        quote(engine, KEY),
        if engine == Engine::Sqlite {
            "INTEGER"
        } else {
            "int"
        }
    )];
    lines.extend(table.columns.iter().map(|c| column(engine, c)));
    if let Some(of) = &table.doubled {
        lines.push(format!(
            "{} bigint GENERATED ALWAYS AS ({} * 2) STORED",
            quote(engine, DOUBLED),
            quote(engine, of)
        ));
    }
    for check in &table.checks {
        let family = table.column(&check.column).unwrap().family;
        lines.push(format!(
            "CONSTRAINT {} CHECK ({})",
            quote(engine, &check.name),
            condition(engine, family, &check.column, check.number)
        ));
    }
    for key in &table.references {
        lines.push(format!(
            "CONSTRAINT {} FOREIGN KEY ({}) REFERENCES {} ({}){}",
            quote(engine, &key.name),
            quote(engine, &key.column),
            quote(engine, &key.table),
            quote(engine, KEY),
            if key.cascades {
                " ON DELETE CASCADE"
            } else {
                ""
            }
        ));
    }
    writeln!(sql, "CREATE TABLE {name} (\n  {}\n);", lines.join(",\n  ")).unwrap();
    for index in &table.indexes {
        writeln!(sql, "{};", create_index(engine, &name, index)).unwrap();
    }
    if engine == Engine::Postgres {
        for column in &table.columns {
            if let Some(comment) = &column.comment {
                let text = comment.replace('\'', "''");
                let column = quote(engine, &column.name);
                writeln!(sql, "COMMENT ON COLUMN {name}.{column} IS '{text}';").unwrap();
            }
        }
    }
}

fn column(engine: Engine, column: &Column) -> String {
    let mut sql = format!("{} {}", quote(engine, &column.name), column.data_type);
    if !column.nullable {
        sql.push_str(" NOT NULL");
    }
    if let Some(default) = column.default {
        write!(sql, " DEFAULT {default}").unwrap();
    }
    if matches!(engine, Engine::Mysql | Engine::Mariadb)
        && let Some(comment) = &column.comment
    {
        write!(sql, " COMMENT '{}'", comment.replace('\'', "''")).unwrap();
    }
    sql
}

fn create_index(engine: Engine, table: &str, index: &Index) -> String {
    let unique = if index.unique { "UNIQUE " } else { "" };
    let columns: Vec<String> = index
        .columns
        .iter()
        .map(|(name, descends)| {
            let order = if *descends { " DESC" } else { "" };
            format!("{}{order}", quote(engine, name))
        })
        .collect();
    format!(
        "CREATE {unique}INDEX {} ON {table} ({})",
        quote(engine, &index.name),
        columns.join(", ")
    )
}

/// Rows that every schema of the campaign takes.
pub(super) fn rows(engine: Engine, schema: &Schema) -> String {
    let mut sql = String::new();
    for table in &schema.tables {
        let columns: Vec<String> = std::iter::once(KEY)
            .chain(table.columns.iter().map(|c| c.name.as_str()))
            .map(|name| quote(engine, name))
            .collect();
        for row in 1..=ROWS {
            let values: Vec<String> = std::iter::once(row.to_string())
                .chain(table.columns.iter().map(|c| value(engine, c.family, row)))
                .collect();
            writeln!(
                sql,
                "INSERT INTO {} ({}) VALUES ({});",
                quote(engine, &table.name),
                columns.join(", "),
                values.join(", ")
            )
            .unwrap();
        }
    }
    sql
}
