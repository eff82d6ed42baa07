//! What the schema should be: structured tables, definitions and SQL. The keys of a table are
//! those of the JSON that the REST API takes as `desiredSchema`, so that one document serves both.

use kube::KubeSchema;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The declared schema. The parts are merged; no object may be declared twice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
#[x_kube(validation = Rule::new("has(self.tables) || has(self.views) || has(self.routines) || has(self.triggers) || has(self.enums) || has(self.sequences) || has(self.sql) || has(self.from)")
    .message("at least one of tables, views, routines, triggers, enums, sequences, sql and from must be set"))]
pub struct Declaration {
    /// Tables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 5000))]
    pub tables: Option<Vec<Table>>,
    /// Views: the definition is the whole CREATE VIEW statement or the query alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2000))]
    pub views: Option<Vec<Definition>>,
    /// Functions and procedures, as CREATE statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2000))]
    pub routines: Option<Vec<Definition>>,
    /// Triggers, as CREATE statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2000))]
    pub triggers: Option<Vec<Definition>>,
    /// Enumerated types, as CREATE TYPE statements. PostgreSQL only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2000))]
    pub enums: Option<Vec<Definition>>,
    /// Sequences, as CREATE statements. PostgreSQL and MariaDB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2000))]
    pub sequences: Option<Vec<Definition>>,
    /// DDL in the database's own language: CREATE, COMMENT and the ALTERs that dumps use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 1_000_000))]
    pub sql: Option<String>,
    /// DDL kept in ConfigMaps or Secrets of the same namespace, merged in this order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 64))]
    pub from: Option<Vec<DdlSource>>,
}

/// A ConfigMap or Secret whose keys hold DDL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
#[x_kube(validation = Rule::new("has(self.configMapRef) != has(self.secretRef)")
    .message("exactly one of configMapRef and secretRef must be set"))]
pub struct DdlSource {
    /// A ConfigMap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub config_map_ref: Option<KeysRef>,
    /// A Secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_ref: Option<KeysRef>,
}

/// An object of the same namespace and the keys to read, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeysRef {
    /// Name of the ConfigMap or Secret.
    #[schemars(length(min = 1, max = 253))]
    pub name: String,
    /// Keys, with `*` for any text; `*.sql` when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 256), inner(length(min = 1, max = 253)))]
    pub keys: Vec<String>,
}

/// An object given by its definition in the database's own language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Definition {
    /// Name of the object.
    #[schemars(length(min = 1, max = 256))]
    pub name: String,
    /// Its definition.
    #[schemars(length(min = 1, max = 262_144))]
    pub definition: String,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(extend("x-kubernetes-validations" = [{
    "rule": "has(self.columns) != has(self.partitionOf)",
    "message": "columns must be set, and for a partition partitionOf instead: it has the columns of the table it is a partition of"
}]))]
pub struct Table {
    /// Name.
    #[schemars(length(min = 1, max = 128))]
    pub name: String,
    /// PostgreSQL: the schema it lives in; the first of `scope.schemas` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 63))]
    pub schema: Option<String>,
    /// The name it had. Renames are never guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 128))]
    pub renamed_from: Option<String>,
    /// Comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 4096))]
    pub comment: Option<String>,
    /// What else the engine knows of a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<TableOptions>,
    /// Its rows are divided among partitions by this key: `RANGE (at)`, `LIST (region)`, `HASH (id)`.
    /// PostgreSQL, MySQL, MariaDB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 4096))]
    pub partition_by: Option<String>,
    /// PostgreSQL: the table it is a partition of. It has the columns of that one and declares none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partition_of: Option<PartitionOf>,
    /// MySQL, MariaDB: the partitions, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 8192))]
    pub partitions: Vec<Partition>,
    /// Columns, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 1, max = 4096))]
    pub columns: Vec<Column>,
    /// Primary key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_key: Option<Key>,
    /// Unique constraints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 256))]
    pub uniques: Vec<Key>,
    /// Indexes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 256))]
    pub indexes: Vec<Index>,
    /// Foreign keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 256))]
    pub foreign_keys: Vec<ForeignKey>,
    /// Check constraints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 256))]
    pub checks: Vec<Check>,
}

/// Which rows of which table a partition holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PartitionOf {
    /// Schema of the partitioned table; that of this table when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 63))]
    pub schema: Option<String>,
    /// The partitioned table.
    #[schemars(length(min = 1, max = 128))]
    pub table: String,
    /// `FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')`, `FOR VALUES IN ('de', 'at')`, `FOR VALUES
    /// WITH (MODULUS 4, REMAINDER 0)` or `DEFAULT`.
    #[schemars(length(min = 1, max = 65536))]
    pub bound: String,
}

/// A partition that is no table of its own. MySQL, MariaDB.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Partition {
    /// Its name.
    #[schemars(length(min = 1, max = 64))]
    pub name: String,
    /// Which rows it holds: `LESS THAN (2024)`, `LESS THAN (MAXVALUE)` or `IN ('de', 'at')`; left out
    /// where a hash decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 65536))]
    pub values: Option<String>,
    /// Comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 4096))]
    pub comment: Option<String>,
    /// Names of its subpartitions, where the server is not to give them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 8192), inner(length(min = 1, max = 64)))]
    pub subpartitions: Vec<String>,
}

/// What else the engine knows of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TableOptions {
    /// MySQL, MariaDB: storage engine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 64))]
    pub engine: Option<String>,
    /// MySQL, MariaDB: default character set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 64))]
    pub charset: Option<String>,
    /// MySQL, MariaDB: default collation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 64))]
    pub collation: Option<String>,
    /// SQLite: STRICT table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strict: Option<bool>,
    /// SQLite: WITHOUT ROWID table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_rowid: Option<bool>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Name.
    #[schemars(length(min = 1, max = 128))]
    pub name: String,
    /// Type, with or without its length: `varchar`, `varchar(255)`, `numeric(10,2)`.
    #[schemars(length(min = 1, max = 4096))]
    pub data_type: String,
    /// Length, for types that have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 4_294_967_295_u64))]
    pub max_length: Option<u64>,
    /// Number of digits, or fractional digits of a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 1000))]
    pub precision: Option<u32>,
    /// Digits after the point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -1000, max = 1000))]
    pub scale: Option<i32>,
    /// Whether NULL is allowed: true, false, "YES" or "NO"; allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_nullable: Option<Nullable>,
    /// `auto_increment`, `on update CURRENT_TIMESTAMP`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    pub extra: Option<String>,
    /// Default value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<ColumnDefault>,
    /// The expression it is computed from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generated: Option<Generated>,
    /// Collation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 128))]
    pub collation: Option<String>,
    /// MySQL, MariaDB: character set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 64))]
    pub charset: Option<String>,
    /// Comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 4096))]
    pub comment: Option<String>,
    /// The name it had. Renames are never guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 128))]
    pub renamed_from: Option<String>,
}

/// Whether NULL is allowed, as JSON says it or as `information_schema` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Nullable {
    /// `true`, `false`.
    Flag(bool),
    /// `"YES"`, `"NO"`.
    Word(YesNo),
}

/// The two words of `information_schema.columns.is_nullable`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum YesNo {
    /// NULL is allowed.
    Yes,
    /// NULL is not allowed.
    No,
}

impl Nullable {
    /// Whether NULL is allowed.
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Flag(true) | Self::Word(YesNo::Yes))
    }
}

// A structural schema cannot say "boolean or text" through `anyOf`; a schema without `type` but
// with the list of values can, and the API server still refuses everything else. What OpenAPI can
// say and a structural schema cannot stands in `x-alternatives`, which definitions leave out.
impl JsonSchema for Nullable {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Nullable".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "x-kubernetes-preserve-unknown-fields": true,
            "enum": [true, false, "YES", "NO"]
        })
    }
}

/// A default: exactly one of a literal and an expression.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ColumnDefault {
    /// A value: text, number or boolean. Text is quoted for you.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub literal: Option<Literal>,
    /// An expression in the database's own language, such as `now()`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 4096))]
    pub expression: Option<String>,
}

/// A literal value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Literal {
    /// A boolean.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(String),
}

impl JsonSchema for Literal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Literal".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "x-kubernetes-preserve-unknown-fields": true,
            "maxLength": 65536,
            "x-alternatives": { "type": ["boolean", "number", "string"], "maxLength": 65536 }
        })
    }
}

/// The expression a column is computed from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Generated {
    /// The expression.
    #[schemars(length(min = 1, max = 4096))]
    pub expression: String,
    /// Whether the value is stored; computed on reading when absent or false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stored: Option<bool>,
}

/// A primary key or unique constraint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Key {
    /// Name; chosen by the engine when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 128))]
    pub name: Option<String>,
    /// Columns, in order.
    #[schemars(length(min = 1, max = 64), inner(length(min = 1, max = 128)))]
    pub columns: Vec<String>,
}

/// An index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Index {
    /// Name.
    #[schemars(length(min = 1, max = 128))]
    pub name: String,
    /// Columns in order: a name, or `{name or expression, length, descending}`.
    #[schemars(length(min = 1, max = 64))]
    pub columns: Vec<IndexColumn>,
    /// Whether two rows may have the same values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique: Option<bool>,
    /// Access method: `btree`, `hash`, `gin`, `fulltext`, `spatial` …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 64))]
    pub method: Option<String>,
    /// PostgreSQL, SQLite: the condition of a partial index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 4096))]
    pub r#where: Option<String>,
}

/// One part of an index: a column's name, or more about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum IndexColumn {
    /// A column's name.
    Name(String),
    /// A column or an expression with its particulars.
    Part(IndexPart),
}

impl JsonSchema for IndexColumn {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "IndexColumn".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let part = IndexPart::json_schema(generator);
        json_schema!({
            "x-kubernetes-preserve-unknown-fields": true,
            "maxLength": 128,
            "x-alternatives": { "anyOf": [{ "type": "string", "maxLength": 128 }, part] }
        })
    }
}

/// A column or an expression of an index; exactly one of `name` and `expression`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
// Its schema is not in the CRD (see `IndexColumn`), so unknown keys can only be refused here.
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IndexPart {
    /// The column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The expression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
    /// MySQL, MariaDB: how many leading characters are indexed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<u32>,
    /// Whether the order is descending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub descending: Option<bool>,
}

/// A foreign key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ForeignKey {
    /// Name; chosen by the engine when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 128))]
    pub name: Option<String>,
    /// Columns of this table.
    #[schemars(length(min = 1, max = 64), inner(length(min = 1, max = 128)))]
    pub columns: Vec<String>,
    /// What they refer to.
    pub references: Reference,
    /// What happens to rows here when the row referred to is deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_delete: Option<ReferentialAction>,
    /// What happens to rows here when the key referred to changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_update: Option<ReferentialAction>,
}

/// What a foreign key refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    /// PostgreSQL: schema of the table; that of this table when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 63))]
    pub schema: Option<String>,
    /// Table.
    #[schemars(length(min = 1, max = 128))]
    pub table: String,
    /// Columns of that table.
    #[schemars(length(min = 1, max = 64), inner(length(min = 1, max = 128)))]
    pub columns: Vec<String>,
}

/// What happens to referring rows: `Cascade`, or as SQL spells it, `CASCADE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReferentialAction {
    /// Refused at the end of the statement or transaction.
    #[serde(alias = "NO ACTION")]
    NoAction,
    /// Refused at once.
    #[serde(alias = "RESTRICT")]
    Restrict,
    /// They follow.
    #[serde(alias = "CASCADE")]
    Cascade,
    /// Their columns become NULL.
    #[serde(alias = "SET NULL")]
    SetNull,
    /// Their columns take their defaults.
    #[serde(alias = "SET DEFAULT")]
    SetDefault,
}

impl ReferentialAction {
    /// As SQL spells it.
    pub const fn as_sql(self) -> &'static str {
        match self {
            Self::NoAction => "NO ACTION",
            Self::Restrict => "RESTRICT",
            Self::Cascade => "CASCADE",
            Self::SetNull => "SET NULL",
            Self::SetDefault => "SET DEFAULT",
        }
    }
}

// By hand, because the derive does not list the second spelling.
impl JsonSchema for ReferentialAction {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ReferentialAction".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "enum": [
                "NoAction", "Restrict", "Cascade", "SetNull", "SetDefault",
                "NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"
            ]
        })
    }
}

/// A check constraint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// Name; chosen by the engine when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 128))]
    pub name: Option<String>,
    /// The condition every row must meet.
    #[schemars(length(min = 1, max = 4096))]
    pub expression: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_documented_request_as_it_stands() {
        let text = r#"{"tables":[{"name":"new_feature","columns":[
            {"name":"id","dataType":"int","isNullable":"NO","extra":"auto_increment"},
            {"name":"name","dataType":"varchar","maxLength":255,"isNullable":"NO"}]}]}"#;
        let declared: Declaration = serde_json::from_str(text).unwrap();
        let table = &declared.tables.unwrap()[0];
        assert_eq!(table.columns[0].extra.as_deref(), Some("auto_increment"));
        assert_eq!(table.columns[1].max_length, Some(255));
        assert!(
            table
                .columns
                .iter()
                .all(|column| !column.is_nullable.unwrap().is_allowed())
        );
    }

    #[test]
    fn an_index_column_is_a_name_or_more() {
        let text =
            r#"{"name":"i","columns":["a",{"name":"b","length":10},{"expression":"lower(c)"}]}"#;
        let index: Index = serde_json::from_str(text).unwrap();
        assert_eq!(index.columns[0], IndexColumn::Name("a".to_owned()));
        assert!(matches!(&index.columns[1], IndexColumn::Part(part) if part.length == Some(10)));
        assert!(serde_json::from_str::<IndexColumn>(r#"{"nmae":"b"}"#).is_err());
    }

    #[test]
    fn actions_are_read_in_both_spellings() {
        for action in ["NoAction", "Restrict", "Cascade", "SetNull", "SetDefault"] {
            let read: ReferentialAction = serde_json::from_value(action.into()).unwrap();
            let again: ReferentialAction = serde_json::from_value(read.as_sql().into()).unwrap();
            assert_eq!(read, again);
        }
    }
}
