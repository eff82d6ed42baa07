//! Tables and columns that the declaration names and that are nowhere.

use super::finding::ValidationFinding;
use crate::engine::script::{self, Flavor, Piece, PieceKind, Referred};
use crate::engine::{Catalog, Scope};
use crate::pipeline::desired;
use crate::pipeline::intent::Intent;
use crate::pipeline::refusal::PipelineError;
use crate::schema::{DeclaredTable, Fold, Name, Schema, Table, Term, nearest};
use std::collections::{BTreeMap, BTreeSet};

/// What is named and is nowhere, each with the nearest name there is.
///
/// # Errors
/// A declaration that cannot be read, and those of the engine.
pub(super) async fn unknown<C: Catalog + ?Sized>(
    session: &mut C,
    intent: &Intent,
) -> Result<Vec<ValidationFinding>, PipelineError> {
    let (_, parts) = session.dialect().folds(session.server());
    let mut found: Vec<ValidationFinding> = intent
        .tables
        .iter()
        .flat_map(|table| own_columns(table, parts))
        .collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let declared = desired::read(session, intent)?;
    let observed = session.read(&declared.scope).await?;
    let dialect = session.dialect();
    let known = Known::of(Given {
        tables: &intent.tables,
        pieces: &declared.pieces,
        observed: &observed,
        scope: &declared.scope,
        folds: dialect.folds(session.server()),
        flavor: dialect.flavor(),
        default: dialect.default_namespace(),
    });
    for piece in &declared.pieces {
        found.extend(known.check(piece));
    }
    found.dedup();
    Ok(found)
}

/// Keys and indexes of a declared table name columns of its own.
fn own_columns(table: &DeclaredTable, parts: Fold) -> Vec<ValidationFinding> {
    let keys = table.primary_key.iter().chain(&table.uniques);
    let named = keys
        .flat_map(|key| &key.columns)
        .chain(table.foreign_keys.iter().flat_map(|key| &key.columns))
        .chain(table.indexes.iter().flat_map(|index| {
            index.parts.iter().filter_map(|part| match &part.term {
                Term::Column(name) => Some(name),
                Term::Expression(_) => None,
            })
        }));
    let own: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
    let missing: BTreeSet<&String> = named
        .filter(|name| !own.iter().any(|own| parts.same(own, name)))
        .collect();
    let found = missing.into_iter().map(|name| {
        no_column(
            &format!("table {}", table.name),
            &table.name.to_string(),
            name,
            &own,
        )
    });
    found.collect()
}

fn no_column(object: &str, table: &str, column: &str, known: &[&str]) -> ValidationFinding {
    ValidationFinding::blocking(
        "reference.column",
        object,
        format!(
            "it refers to column {column} of table {table}, which is neither declared nor there"
        ),
        meant(column, known.iter().copied(), "declare the column"),
    )
}

/// What to do about a name that is nowhere.
fn meant<'n>(name: &str, known: impl Iterator<Item = &'n str>, declare: &str) -> String {
    let near = nearest(name, known);
    if near.is_empty() {
        declare.to_owned()
    } else {
        format!("did you mean {}? else {declare}", near.join(" or "))
    }
}

/// What names are looked up in.
struct Given<'a> {
    tables: &'a [DeclaredTable],
    pieces: &'a [Piece],
    observed: &'a Schema,
    scope: &'a Scope,
    folds: (Fold, Fold),
    flavor: Flavor,
    default: &'a str,
}

/// What there is and will be, by comparable names.
struct Known<'a> {
    given: Given<'a>,
    /// Names of tables and the like as they are written.
    names: BTreeMap<Name, Name>,
    /// Columns, of those tables of which they are known before a server has read the declaration:
    /// those of a table made by a script are not.
    columns: BTreeMap<Name, Vec<&'a str>>,
}

impl<'a> Known<'a> {
    fn of(given: Given<'a>) -> Self {
        let mut known = Self {
            given,
            names: BTreeMap::new(),
            columns: BTreeMap::new(),
        };
        let observed = known.given.observed;
        let keys = observed.opaque.keys().map(|key| &key.name);
        let keys = keys.chain(observed.objects.keys().map(|key| &key.name));
        for name in observed.tables.keys().chain(keys) {
            known.put(name.clone());
        }
        let own = |table: &'a Table| table.columns.iter().map(|c| c.name.as_str());
        for table in observed.tables.values() {
            let key = known.key(&table.name);
            known.columns.insert(key, own(table).collect());
        }
        for piece in known.given.pieces {
            let made = !matches!(piece.kind, PieceKind::CreateIndex | PieceKind::CreateSchema);
            let name = script::created_name(known.given.flavor, piece).filter(|_| made);
            if let Some((schema, name)) = name {
                let name = known.whole(schema.as_deref(), &name);
                known.columns.remove(&known.key(&name));
                known.put(name);
            }
        }
        for table in known.given.tables {
            let schema = Some(table.name.schema.as_str()).filter(|schema| !schema.is_empty());
            let key = known.key(&known.whole(schema, &table.name.name));
            // What is undeclared may be kept.
            let kept = observed.tables.values().find(|t| known.key(&t.name) == key);
            let declared = table.columns.iter().map(|c| c.name.as_str());
            let all = declared.chain(kept.into_iter().flat_map(own)).collect();
            known.columns.insert(key, all);
        }
        known
    }

    fn key(&self, name: &Name) -> Name {
        self.given.folds.0.name(name)
    }

    fn put(&mut self, name: Name) {
        self.names.insert(self.key(&name), name);
    }

    fn whole(&self, schema: Option<&str>, name: &str) -> Name {
        let default = self.given.default;
        if default.is_empty() {
            Name::bare(name)
        } else {
            Name::new(schema.unwrap_or(default), name)
        }
    }

    /// Whether the name is one that was looked for at all.
    fn in_scope(&self, name: &Name) -> bool {
        let scope = self.given.scope;
        let namespace = self.given.default.is_empty() || scope.namespaces.contains(&name.schema);
        namespace && !scope.excludes(&name.name)
    }

    fn check(&self, piece: &Piece) -> Vec<ValidationFinding> {
        let flavor = self.given.flavor;
        let kind = match piece.kind {
            PieceKind::CreateIndex => "index",
            _ => "table",
        };
        let by = script::created_name(flavor, piece).map_or_else(
            || format!("the statement at line {}", piece.line),
            |(schema, name)| format!("{kind} {}", self.whole(schema.as_deref(), &name)),
        );
        let referred = script::referred(flavor, piece);
        let found = referred.iter().flat_map(|to| self.check_one(&by, to));
        found.collect()
    }

    fn check_one(&self, by: &str, to: &Referred) -> Vec<ValidationFinding> {
        let name = self.whole(to.schema.as_deref(), &to.name);
        if !self.in_scope(&name) {
            return Vec::new();
        }
        if !self.names.contains_key(&self.key(&name)) {
            return vec![self.no_table(by, &name)];
        }
        let Some(columns) = self.columns.get(&self.key(&name)) else {
            return Vec::new();
        };
        let parts = self.given.folds.1;
        let missing = to
            .columns
            .iter()
            .filter(|column| !columns.iter().any(|known| parts.same(known, column)));
        missing
            .map(|column| no_column(by, &name.to_string(), column, columns))
            .collect()
    }

    fn no_table(&self, by: &str, name: &Name) -> ValidationFinding {
        let beside = self
            .names
            .values()
            .filter(|known| known.schema == name.schema);
        let beside = beside.map(|known| known.name.as_str());
        ValidationFinding::blocking(
            "reference.table",
            by,
            format!("it refers to table {name}, which is neither declared nor there"),
            meant(&name.name, beside, "declare the table it refers to"),
        )
    }
}
