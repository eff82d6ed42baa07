//! Everything a dialect knows beyond the common skeleton, as a closed list.
//!
//! A new attribute breaks the build in every `match` that must decide about it; nothing a dialect
//! knows is squeezed out by a common model.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The attributes of one object, as its engine printed their values.
pub type Attributes = BTreeMap<Attribute, String>;

/// One property of a table, column, key, index, foreign key or check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Attribute {
    /// A comment on the object.
    Comment,
    /// The collation of a column, a key part or a table's default.
    Collation,
    /// The character set of a column or a table's default (`MySQL`, `MariaDB`).
    Charset,
    /// `ON UPDATE` expression of a temporal column (`MySQL`, `MariaDB`).
    OnUpdate,
    /// A column hidden from `SELECT *` (`MySQL`, `MariaDB`).
    Invisible,
    /// `AUTO_INCREMENT` / `AUTOINCREMENT` on a column.
    AutoIncrement,
    /// Identity: `ALWAYS` or `BY DEFAULT` (`PostgreSQL`).
    Identity,
    /// Options of the identity's or serial's sequence, as `START 1 INCREMENT 2 …` (`PostgreSQL`).
    SequenceOptions,
    /// The column owns a sequence its default reads (`serial`, `PostgreSQL`).
    Serial,
    /// Spatial reference system of a column (`MySQL`).
    Srid,
    /// Storage mode of a column (`PLAIN`, `EXTENDED` …, `PostgreSQL`).
    Storage,
    /// Compression of a column or a table.
    Compression,
    /// Statistics target of a column (`PostgreSQL`).
    Statistics,
    /// Conflict clause of a column constraint (`SQLite`).
    OnConflict,
    /// Storage engine of a table (`MySQL`, `MariaDB`).
    StorageEngine,
    /// Row format of a table (`MySQL`, `MariaDB`).
    RowFormat,
    /// Key block size of a table or index (`MySQL`, `MariaDB`).
    KeyBlockSize,
    /// `STATS_*`, `MAX_ROWS` and other table options kept as printed (`MySQL`, `MariaDB`).
    TableOptions,
    /// `STRICT` table (`SQLite`).
    Strict,
    /// `WITHOUT ROWID` table (`SQLite`).
    WithoutRowid,
    /// `UNLOGGED` table (`PostgreSQL`).
    Unlogged,
    /// `WITH (…)` storage parameters of a table or index (`PostgreSQL`).
    StorageParameters,
    /// Tablespace of a table or index (`PostgreSQL`).
    Tablespace,
    /// Access method of an index (`btree`, `gin`, `HASH`, `FULLTEXT`, `SPATIAL` …).
    Method,
    /// Predicate of a partial index.
    Predicate,
    /// Columns stored beside the key (`INCLUDE`, `PostgreSQL`), as a comma-separated list.
    Include,
    /// `NULLS NOT DISTINCT` (`PostgreSQL` 15+).
    NullsNotDistinct,
    /// Parser of a full-text index (`MySQL`, `MariaDB`).
    Parser,
    /// An index the optimiser does not use (`INVISIBLE`, `IGNORED`).
    Hidden,
    /// `DEFERRABLE` constraint.
    Deferrable,
    /// `INITIALLY DEFERRED` constraint.
    InitiallyDeferred,
    /// `ON DELETE` action of a foreign key, upper case; absent for the default `NO ACTION`.
    OnDelete,
    /// `ON UPDATE` action of a foreign key, upper case; absent for the default `NO ACTION`.
    OnKeyUpdate,
    /// `MATCH FULL` (or partial) of a foreign key; absent for `SIMPLE`.
    Match,
    /// Columns that `ON DELETE SET NULL (…)` names (`PostgreSQL` 15+).
    SetColumns,
    /// A constraint that was added without looking at existing rows (`NOT VALID`); of a column, its
    /// `NOT NULL`.
    NotValid,
    /// A check that is not enforced (`MySQL`).
    NotEnforced,
    /// A check that is written at a column and goes with it (`MariaDB`); its name is the column's.
    ColumnLevel,
    /// A check, or a column's `NOT NULL`, that children do not inherit (`PostgreSQL`).
    NoInherit,
    /// Replica identity of a table other than the default (`PostgreSQL`).
    ReplicaIdentity,
    /// Whether row-level security is on or forced (`PostgreSQL`).
    RowSecurity,
    /// Operator class of a key part, when not the default (`PostgreSQL`).
    OperatorClass,
    /// A key part sorted downwards.
    Descending,
    /// `NULLS FIRST` / `NULLS LAST` of a key part, when not the default (`PostgreSQL`).
    Nulls,
    /// Prefix length of a key part in characters (`MySQL`, `MariaDB`).
    Length,
    /// Whether a trigger or rule fires: `DISABLE`, `ENABLE REPLICA`, `ENABLE ALWAYS`; absent when
    /// it just does (`PostgreSQL`).
    State,
    /// The column whose end is a sequence's end, quoted (`PostgreSQL`).
    OwnedBy,
    /// Default of a domain (`PostgreSQL`).
    ValueDefault,
    /// A domain that takes no NULL (`PostgreSQL`): `true`, or the name somebody gave that (18+).
    ValueNotNull,
    /// Modes that decide how the text of a routine, trigger or event is read and that are not the
    /// session's (`MySQL`, `MariaDB`).
    SqlMode,
    /// Comments on the columns of a view or a composite type, as a JSON object (`PostgreSQL`).
    ColumnComments,
    /// Defaults of the columns of a view, as a JSON object (`PostgreSQL`).
    ColumnDefaults,
    /// By what a table's rows are divided among its partitions: `RANGE (at)` (`PostgreSQL`, `MySQL`,
    /// `MariaDB`).
    PartitionBy,
    /// The default of a partition's column reads the sequence of the parent's `serial` column
    /// (`PostgreSQL`).
    ParentSequence,
    /// The name somebody gave a column's `NOT NULL` (`PostgreSQL` 18+).
    NotNullName,
}
