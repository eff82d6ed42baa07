//! The table rebuild, the one recipe for everything `ALTER TABLE` cannot do
//! (`lang_altertable.html`, section 7).
//!
//! New table, copy, drop, rename, in this order and in one transaction with foreign keys off. The
//! rename is done the legacy way, so that views, triggers and foreign keys elsewhere, which name
//! the table, are left byte for byte as they are.

use super::render;
use super::text::{literal, quote};
use crate::engine::Statement;
use crate::schema::{Attribute, Delta, Index, Name, Table};

/// Renames leave other objects' texts alone.
const LEGACY_RENAME: &str = "PRAGMA legacy_alter_table = ON";
/// Renames follow into other objects' texts: the default.
pub(super) const MODERN_RENAME: &str = "PRAGMA legacy_alter_table = OFF";

/// What is rebuilt. The table already has its new name, and columns theirs, save for `sources`.
pub(super) struct Rebuild<'a> {
    /// As it was.
    pub(super) observed: &'a Table,
    /// As it shall be.
    pub(super) desired: &'a Table,
    /// For each copied column of the new table the column it is read from.
    pub(super) sources: Vec<(String, String)>,
    /// Indexes that stay.
    pub(super) indexes: Vec<&'a Index>,
    /// Texts of the triggers on the table, which go with the old one.
    pub(super) triggers: Vec<&'a str>,
}

/// The name of the rowid that a table has beside its columns; `None` without one, or where a
/// column is the rowid (`lang_createtable.html`, section 5).
pub(super) fn own_rowid(table: &Table) -> Option<&'static str> {
    if table.attributes.contains_key(&Attribute::WithoutRowid) || rowid_alias(table).is_some() {
        return None;
    }
    let free = |name: &&str| {
        !table
            .columns
            .iter()
            .any(|c| c.name.eq_ignore_ascii_case(name))
    };
    ["rowid", "_rowid_", "oid"].into_iter().find(free)
}

/// The column that is the rowid.
pub(super) fn rowid_alias(table: &Table) -> Option<&str> {
    let [part] = table.primary_key.as_ref()?.parts.as_slice() else {
        return None;
    };
    let column = table
        .columns
        .iter()
        .find(|c| Some(c.name.as_str()) == part.column_name())?;
    let rowid = !table.attributes.contains_key(&Attribute::WithoutRowid);
    let alias = rowid && part.attributes.is_empty() && column.data_type == "INTEGER";
    alias.then_some(column.name.as_str())
}

impl Rebuild<'_> {
    /// The statements; `None` when there is nothing by which rows could be carried over.
    pub(super) fn statements(&self, delta: &Delta) -> Option<Vec<Statement>> {
        let name = &self.desired.name;
        let new = free_name(delta, &name.name);
        let mut sql = vec![render::create_table(&new, self.desired), self.copy(&new)?];
        sql.extend(self.sequence(&new));
        sql.push(format!("DROP TABLE {}", quote(&name.name)));
        sql.push(LEGACY_RENAME.to_owned());
        sql.push(format!(
            "ALTER TABLE {} RENAME TO {}",
            quote(&new.name),
            quote(&name.name)
        ));
        sql.push(MODERN_RENAME.to_owned());
        sql.extend(
            self.indexes
                .iter()
                .map(|index| render::create_index(name, index)),
        );
        sql.extend(self.triggers.iter().map(|text| (*text).to_owned()));
        Some(sql.into_iter().map(Statement::new).collect())
    }

    /// `OR ABORT` outweighs the constraints' own conflict clauses, which could drop rows silently
    /// (`lang_conflict.html`).
    fn copy(&self, new: &Name) -> Option<String> {
        let mut pairs: Vec<(String, String)> = self
            .sources
            .iter()
            .map(|(to, from)| (quote(to), quote(from)))
            .collect();
        pairs.extend(self.rowid());
        if pairs.is_empty() {
            return None;
        }
        let (to, from): (Vec<String>, Vec<String>) = pairs.into_iter().unzip();
        Some(format!(
            "INSERT OR ABORT INTO {} ({}) SELECT {} FROM {}",
            quote(&new.name),
            to.join(", "),
            from.join(", "),
            quote(&self.desired.name.name)
        ))
    }

    /// Rowids stay what they are: full-text indexes and the like hold them.
    fn rowid(&self) -> Option<(String, String)> {
        let from = own_rowid(self.observed)
            .map(str::to_owned)
            .or_else(|| rowid_alias(self.observed).map(quote))?;
        if let Some(to) = own_rowid(self.desired) {
            return Some((to.to_owned(), from));
        }
        let alias = rowid_alias(self.desired)?;
        let copied = self.sources.iter().any(|(to, _)| to == alias);
        (!copied).then(|| (quote(alias), from))
    }

    /// Carries over how far `AUTOINCREMENT` has counted (autoinc.html).
    fn sequence(&self, new: &Name) -> Vec<String> {
        let counts = |table: &Table| {
            let mut columns = table.columns.iter();
            columns.any(|column| column.attributes.contains_key(&Attribute::AutoIncrement))
        };
        if !(counts(self.observed) && counts(self.desired)) {
            return Vec::new();
        }
        let (old, new) = (literal(&self.desired.name.name), literal(&new.name));
        vec![
            format!(
                "DELETE FROM sqlite_sequence WHERE name = {new} AND EXISTS \
                 (SELECT 1 FROM sqlite_sequence WHERE name = {old} COLLATE NOCASE)"
            ),
            format!(
                "INSERT INTO sqlite_sequence (name, seq) SELECT {new}, seq FROM sqlite_sequence \
                 WHERE name = {old} COLLATE NOCASE"
            ),
        ]
    }
}

/// A name nothing has, before or after.
fn free_name(delta: &Delta, table: &str) -> Name {
    let schemas = [&delta.schemas.observed, &delta.schemas.desired];
    let taken = |name: &str| {
        schemas.iter().any(|schema| {
            let tables = schema.tables.values();
            let indexes = tables
                .clone()
                .flat_map(|t| &t.indexes)
                .map(|i| &i.label.text);
            let opaque = schema.opaque.keys().map(|key| &key.name.name);
            let objects = schema.objects.keys().map(|key| &key.name.name);
            let mut names = tables
                .map(|t| &t.name.name)
                .chain(indexes)
                .chain(opaque)
                .chain(objects);
            names.any(|other| other.eq_ignore_ascii_case(name))
        })
    };
    let mut name = format!("driftless_new_{table}");
    while taken(&name) {
        name.push('_');
    }
    Name::bare(name)
}
