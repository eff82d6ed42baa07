//! How large a database and its tables are, and how many rows they hold.

use super::dialect::Dialect;
use super::error::{EngineError, ErrorKind};
use super::session::{Catalog, Session};
use super::statement::{Row, Rows, Statement};
use super::target::Scope;
use crate::schema::{Kind, Name, ObjectKey, Schema};

/// How many tables one statement counts.
const BATCH: usize = 100;

/// Sizes in bytes. What they rest on, and how old that may be, is said at each shelf's `sizes`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// The whole database, with everything that is not listed below.
    pub database_bytes: u64,
    /// Tables in scope, by name. Views have no size; those of other tools are left out.
    pub tables: Vec<TableSize>,
}

/// The size of one table in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSize {
    /// The table.
    pub name: Name,
    /// Its rows, large values included.
    pub data_bytes: u64,
    /// Its indexes.
    pub index_bytes: u64,
    /// Both.
    pub total_bytes: u64,
    /// About how many rows it holds; `None` where the server does not know.
    pub estimated_rows: Option<u64>,
    /// The listed table it is a partition of, whose size and rows hold these.
    pub part_of: Option<Name>,
}

/// How rows are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// From the server's statistics: no table is read.
    #[default]
    Estimated,
    /// One by one.
    Exact,
}

/// The number of rows of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowCount {
    /// The table.
    pub name: Name,
    /// How many; `None` where the server does not know, or does not let this account count.
    pub rows: Option<u64>,
    /// The listed table it is a partition of, whose rows these are, too.
    pub part_of: Option<Name>,
}

/// Reads the answer to a shelf's `sizes`, as far as it is about tables of `schema`. A row without a
/// name is about the whole database.
fn read(rows: &Rows, schema: &Schema) -> Result<Sizes, EngineError> {
    let mut sizes = Sizes::default();
    for row in rows.iter() {
        let Some(name) = row.opt("name") else {
            sizes.database_bytes = row.number("total")?;
            continue;
        };
        let name = Name::new(row.opt("schema").unwrap_or_default(), name);
        // One that was dropped since has no size any more.
        if is_listed(schema, &name) && row.opt("total").is_some() {
            let part_of = schema.ancestors(&name).first().copied().cloned();
            let part_of = part_of.filter(|parent| schema.tables.contains_key(parent));
            sizes.tables.push(table(name, part_of, row)?);
        }
    }
    sizes.tables.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(sizes)
}

fn is_listed(schema: &Schema, name: &Name) -> bool {
    let mut opaque = schema.opaque.keys();
    schema.tables.contains_key(name)
        || opaque.any(|key| key.name == *name && key.kind == "table")
        || schema
            .objects
            .contains_key(&ObjectKey::new(Kind::MaterializedView, name.clone()))
}

fn table(name: Name, part_of: Option<Name>, row: Row<'_>) -> Result<TableSize, EngineError> {
    Ok(TableSize {
        name,
        data_bytes: row.number("data")?,
        index_bytes: row.number("indexes")?,
        total_bytes: row.number("total")?,
        estimated_rows: row.opt("rows").and_then(|text| text.parse().ok()),
        part_of,
    })
}

/// One statement that counts the rows of many tables: `at` is the table's place in the list.
fn count(dialect: &dyn Dialect, tables: &[Name]) -> Statement {
    let counts: Vec<String> = tables
        .iter()
        .enumerate()
        .map(|(at, table)| {
            let name = dialect.name(table);
            format!("SELECT {at} AS place, count(*) AS counted FROM {name}")
        })
        .collect();
    Statement::new(counts.join(" UNION ALL "))
}

impl Session {
    pub(super) async fn read_sizes(&mut self, scope: &Scope) -> Result<Sizes, EngineError> {
        let schema = self.read(scope).await?;
        let apart: Vec<&Name> = schema.other_tools.keys().collect();
        let rows = self.link.fetch(&self.dialect.sizes(scope, &apart)).await;
        read(&rows.map_err(|e| e.while_doing("reading sizes"))?, &schema)
    }

    pub(super) async fn count_rows(
        &mut self,
        scope: &Scope,
        counting: Counting,
    ) -> Result<Vec<RowCount>, EngineError> {
        let sizes = self.read_sizes(scope).await?;
        let mut counts: Vec<RowCount> = sizes
            .tables
            .into_iter()
            .map(|table| RowCount {
                name: table.name,
                rows: table.estimated_rows,
                part_of: table.part_of,
            })
            .collect();
        if counting == Counting::Exact {
            for batch in counts.chunks_mut(BATCH) {
                self.count_batch(batch).await?;
            }
        }
        Ok(counts)
    }

    /// Counts some tables at once; where that fails, one by one, so that one table that may not be
    /// read does not hide the others.
    async fn count_batch(&mut self, batch: &mut [RowCount]) -> Result<(), EngineError> {
        let names: Vec<Name> = batch.iter().map(|count| count.name.clone()).collect();
        if let Some(counted) = self.counted(&names).await? {
            for (count, rows) in batch.iter_mut().zip(counted) {
                count.rows = rows;
            }
            return Ok(());
        }
        for count in batch {
            let alone = std::slice::from_ref(&count.name);
            let counted = self.counted(alone).await?;
            count.rows = counted.and_then(|rows| rows.first().copied().flatten());
        }
        Ok(())
    }

    /// The numbers, in the order of the tables; `None` where the server refuses to count.
    async fn counted(&mut self, tables: &[Name]) -> Result<Option<Vec<Option<u64>>>, EngineError> {
        let rows = match self.link.fetch(&count(self.dialect, tables)).await {
            Ok(rows) => rows,
            Err(error) if error.kind == ErrorKind::Unreachable => {
                return Err(error.while_doing("counting rows"));
            }
            Err(error) => {
                tracing::debug!(%error, "rows cannot be counted");
                return Ok(None);
            }
        };
        let mut counted = vec![None; tables.len()];
        for row in rows.iter() {
            let place: usize = row.number("place")?;
            if let Some(slot) = counted.get_mut(place) {
                *slot = Some(row.number("counted")?);
            }
        }
        Ok(Some(counted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::sqlite::Sqlite;
    use crate::schema::Table;

    #[test]
    fn sizes_are_those_of_the_tables_in_scope() {
        let mut schema = Schema::default();
        let users = Name::bare("users");
        schema
            .tables
            .insert(users.clone(), Table::new(users.clone()));
        let row = |values: [Option<&str>; 6]| values.map(|v| v.map(str::to_owned)).to_vec();
        let rows = Rows {
            columns: ["schema", "name", "data", "indexes", "total", "rows"]
                .map(str::to_owned)
                .to_vec(),
            values: vec![
                row([
                    Some(""),
                    Some("users"),
                    Some("8"),
                    Some("4"),
                    Some("12"),
                    None,
                ]),
                row([
                    Some(""),
                    Some("migration_steps"),
                    Some("8"),
                    Some("0"),
                    Some("8"),
                    Some("1"),
                ]),
                row([None, None, None, None, Some("100"), None]),
            ],
        };
        let sizes = read(&rows, &schema).unwrap();
        assert_eq!(sizes.database_bytes, 100);
        let expected = TableSize {
            name: users,
            data_bytes: 8,
            index_bytes: 4,
            total_bytes: 12,
            estimated_rows: None,
            part_of: None,
        };
        assert_eq!(sizes.tables, [expected]);
    }

    #[test]
    fn many_tables_are_counted_by_one_statement() {
        let tables = [Name::bare("a"), Name::bare("b")];
        let expected = "SELECT 0 AS place, count(*) AS counted FROM \"a\" UNION ALL \
                        SELECT 1 AS place, count(*) AS counted FROM \"b\"";
        assert_eq!(count(&Sqlite, &tables).sql(), expected);
    }
}
