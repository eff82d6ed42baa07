//! Sizes, numbers of rows, and the statements that make a schema.

use crate::engine::{Counting, Creation, RowCount, Sizes};
use crate::schema::Name;
use schemars::JsonSchema;
use serde::Serialize;

/// How large a database is, in bytes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SizeDocument {
    /// The whole database, with everything that is not listed.
    pub database_bytes: u64,
    /// The listed tables together; what partitions hold is counted once.
    pub tables_bytes: u64,
    /// Tables, by name.
    pub tables: Vec<TableSizeDocument>,
}

/// How large a table is, in bytes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TableSizeDocument {
    /// Its name.
    pub name: String,
    /// PostgreSQL: the schema it lives in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Its rows.
    pub data_bytes: u64,
    /// Its indexes.
    pub index_bytes: u64,
    /// Both.
    pub total_bytes: u64,
    /// About how many rows it holds; null where the server does not know.
    pub estimated_rows: Option<u64>,
}

impl From<&Sizes> for SizeDocument {
    fn from(sizes: &Sizes) -> Self {
        let tables = sizes.tables.iter();
        Self {
            database_bytes: sizes.database_bytes,
            tables_bytes: tables
                .clone()
                .filter(|table| table.part_of.is_none())
                .map(|table| table.total_bytes)
                .sum(),
            tables: tables
                .map(|table| TableSizeDocument {
                    name: table.name.name.clone(),
                    schema: namespace(&table.name),
                    data_bytes: table.data_bytes,
                    index_bytes: table.index_bytes,
                    total_bytes: table.total_bytes,
                    estimated_rows: table.estimated_rows,
                })
                .collect(),
        }
    }
}

/// How many rows tables hold.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RowCountsDocument {
    /// Whether rows were counted; the server's own estimates otherwise.
    pub exact: bool,
    /// All rows of tables whose number is known; those of partitions are counted once.
    pub total_rows: u64,
    /// Tables, by name.
    pub tables: Vec<RowCountDocument>,
}

/// How many rows a table holds.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RowCountDocument {
    /// Its name.
    pub name: String,
    /// PostgreSQL: the schema it lives in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// How many; null where the server does not know, or does not let this account count.
    pub rows: Option<u64>,
}

impl RowCountsDocument {
    /// The document of what was counted in one of the two ways.
    pub fn of(counting: Counting, counts: &[RowCount]) -> Self {
        Self {
            exact: counting == Counting::Exact,
            total_rows: counts
                .iter()
                .filter(|count| count.part_of.is_none())
                .filter_map(|count| count.rows)
                .sum(),
            tables: counts
                .iter()
                .map(|count| RowCountDocument {
                    name: count.name.name.clone(),
                    schema: namespace(&count.name),
                    rows: count.rows,
                })
                .collect(),
        }
    }
}

/// The statements that make a schema in an empty database.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateStatementsDocument {
    /// Objects in the order in which they are made.
    pub statements: Vec<CreatedDocument>,
    /// What cannot be made by statements.
    pub not_written: Vec<NotWrittenDocument>,
}

/// The statements that make one object.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreatedDocument {
    /// `table` with everything that is part of it; `foreign key` for one that closes a circle of
    /// tables; or what the engine calls the object.
    pub kind: String,
    /// Its name; that of a foreign key is its table's.
    pub name: String,
    /// PostgreSQL: the schema it lives in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Its statements, in order.
    pub sql: Vec<String>,
    /// The same as one text, each statement ended by a semicolon.
    pub create_statement: String,
}

/// An object that cannot be made by statements.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct NotWrittenDocument {
    /// Its kind and name.
    pub object: String,
    /// Why.
    pub reason: String,
}

impl From<&Creation> for CreateStatementsDocument {
    fn from(creation: &Creation) -> Self {
        let statements = creation.objects.iter().map(|made| {
            let sql = made.statements.iter().map(|s| s.sql().to_owned());
            let sql: Vec<String> = sql.collect();
            CreatedDocument {
                kind: made.kind.clone(),
                name: made.name.name.clone(),
                schema: namespace(&made.name),
                create_statement: sql
                    .iter()
                    .map(|s| format!("{s};"))
                    .collect::<Vec<_>>()
                    .join("\n"),
                sql,
            }
        });
        let unwritten = creation.unwritten.iter();
        let unwritten = unwritten.map(|(key, reason)| NotWrittenDocument {
            object: format!("{} {}", key.kind, key.name),
            reason: reason.clone(),
        });
        let unsupported = creation.unsupported.iter();
        let unsupported = unsupported.map(|refused| NotWrittenDocument {
            object: refused.object.to_string(),
            reason: refused.reason.clone(),
        });
        Self {
            statements: statements.collect(),
            not_written: unwritten.chain(unsupported).collect(),
        }
    }
}

fn namespace(name: &Name) -> Option<String> {
    (!name.schema.is_empty()).then(|| name.schema.clone())
}
