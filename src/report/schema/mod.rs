//! What a database holds, as documents: the schema, one table, sizes, numbers of rows, the
//! statements that make it.
//!
//! Names of fields are those of the first description of the system, and of `desiredSchema` where
//! a field says the same, so that the structured part of a table can be declared again.

mod column;
mod declaration;
mod measures;
mod table;

pub use column::{ColumnDocument, ColumnType};
pub use declaration::declaration_of;
pub use measures::{
    CreateStatementsDocument, CreatedDocument, NotWrittenDocument, RowCountDocument,
    RowCountsDocument, SizeDocument, TableSizeDocument,
};
pub use table::{ConstraintDocument, TableDocument};

use crate::engine::{Created, Dialect, Server, creation};
use crate::plan::Fingerprint;
use crate::schema::{
    Attribute, Defined, Found, Kind, Name, ObjectKey, Opaque, OpaqueKey, OtherTool, Schema,
};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything in scope of one database.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SchemaDocument {
    /// The engine: `postgres`, `mysql`, `mariadb`, `sqlite`.
    pub engine: String,
    /// The server's own version text.
    pub server_version: String,
    /// The hash of everything that is compared; it changes when the schema does.
    pub fingerprint: String,
    /// PostgreSQL: the schemas in scope.
    pub namespaces: Vec<String>,
    /// Tables, by name.
    pub tables: Vec<TableDocument>,
    /// Views and materialized views.
    pub views: Vec<ObjectDocument>,
    /// Functions and aggregates.
    pub functions: Vec<ObjectDocument>,
    /// Procedures.
    pub procedures: Vec<ObjectDocument>,
    /// Triggers.
    pub triggers: Vec<ObjectDocument>,
    /// Objects of all other kinds, and tables that are not wholly understood.
    pub other_objects: Vec<ObjectDocument>,
    /// Tables that other migration tools keep here. They are never changed.
    pub other_tools: Vec<OtherToolDocument>,
}

/// An object that is no plain table.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObjectDocument {
    /// What the engine calls it.
    pub kind: String,
    /// Its name; that of a routine without its arguments, that of a trigger without its table.
    pub name: String,
    /// PostgreSQL: the schema it lives in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The arguments of a routine, where the engine tells routines apart by them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arguments: Option<String>,
    /// What it hangs on: the table of a trigger, the domain of its check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// The statement that makes it, as its engine prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// A comment on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Why it is listed and not managed; absent when it is managed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A table that another migration tool keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OtherToolDocument {
    /// The table.
    pub name: String,
    /// The tool.
    pub tool: String,
}

impl From<&OtherTool> for OtherToolDocument {
    fn from(other: &OtherTool) -> Self {
        Self {
            name: other.table.name.to_string(),
            tool: other.tool.to_owned(),
        }
    }
}

impl SchemaDocument {
    /// The document of a whole schema.
    pub fn of(dialect: &dyn Dialect, server: &Server, schema: &Schema) -> Self {
        let mut statements = table_statements(&creation(dialect, server, schema).objects);
        let mut document = Self {
            engine: server.engine.to_string(),
            server_version: server.version_text.clone(),
            fingerprint: Fingerprint::of(server.engine, schema).to_string(),
            namespaces: schema.namespaces.iter().cloned().collect(),
            tables: Vec::new(),
            views: Vec::new(),
            functions: Vec::new(),
            procedures: Vec::new(),
            triggers: Vec::new(),
            other_objects: Vec::new(),
            other_tools: schema
                .other_tools
                .values()
                .map(OtherToolDocument::from)
                .collect(),
        };
        for (key, object) in &schema.objects {
            let list = match key.kind {
                Kind::View | Kind::MaterializedView => &mut document.views,
                Kind::Function => &mut document.functions,
                Kind::Procedure => &mut document.procedures,
                Kind::Trigger => &mut document.triggers,
                Kind::Extension
                | Kind::Collation
                | Kind::Enum
                | Kind::RangeType
                | Kind::CompositeType
                | Kind::Domain
                | Kind::DomainCheck
                | Kind::Sequence
                | Kind::ViewIndex
                | Kind::Exclusion
                | Kind::Temporal
                | Kind::Statistics
                | Kind::Rule
                | Kind::Policy
                | Kind::Event
                | Kind::Grant => &mut document.other_objects,
            };
            list.push(ObjectDocument::of(key, object));
        }
        for (key, opaque) in &schema.opaque {
            let list = if key.kind == "aggregate" {
                &mut document.functions
            } else {
                &mut document.other_objects
            };
            list.push(ObjectDocument::opaque(key, opaque));
        }
        for table in schema.tables.values() {
            let own = document.triggers.iter().filter(|trigger| {
                trigger.table.as_deref() == Some(table.name.name.as_str())
                    && trigger.schema.as_deref().unwrap_or_default() == table.name.schema
            });
            let mut of_table = TableDocument::of(server.engine, table);
            of_table.triggers = own.cloned().collect();
            of_table.create_statement = statements.remove(&table.name);
            document.tables.push(of_table);
        }
        document
    }

    /// The document of the one table that is called `name` (with or without its namespace), by the
    /// engine's own comparison of names. A table that is not modelled says why; one that another
    /// migration tool keeps says whose it is.
    ///
    /// # Errors
    /// The names nearest to it, nearest first, where there is no such table.
    pub fn table(
        dialect: &dyn Dialect,
        server: &Server,
        schema: &Schema,
        name: &str,
    ) -> Result<TableDocument, Vec<String>> {
        let (tables, _) = dialect.folds(server);
        match schema.find(name, dialect.default_namespace(), tables) {
            Found::Table(table) => {
                let alone = Schema {
                    tables: [(table.name.clone(), table.clone())].into(),
                    objects: schema.objects.clone(),
                    ..Schema::default()
                };
                let mut tables = Self::of(dialect, server, &alone).tables;
                tables.pop().ok_or_else(Vec::new)
            }
            Found::View(key, view) => Ok(TableDocument::view(key, view)),
            Found::Opaque(key, opaque) => Ok(TableDocument::opaque(key, opaque)),
            Found::OtherTool(other) => {
                let mut document = TableDocument::of(server.engine, &other.table);
                document.other_tool = Some(other.tool.to_owned());
                Ok(document)
            }
            Found::Nothing(nearest) => Err(nearest),
        }
    }
}

impl ObjectDocument {
    fn of(key: &ObjectKey, object: &Defined) -> Self {
        let routine = matches!(key.kind, Kind::Function | Kind::Procedure);
        Self {
            name: key.bare().to_owned(),
            arguments: arguments(&key.name.name).filter(|_| routine),
            table: key.kind.is_part().then(|| key.name.name.clone()),
            definition: Some(object.definition.clone()),
            comment: object.attributes.get(&Attribute::Comment).cloned(),
            reason: None,
            ..Self::called(key.kind.as_str(), &key.name)
        }
    }

    fn opaque(key: &OpaqueKey, opaque: &Opaque) -> Self {
        let arguments = arguments(&key.name.name).filter(|_| key.kind == "aggregate");
        let bare = key
            .name
            .name
            .split('(')
            .next()
            .filter(|_| arguments.is_some());
        Self {
            name: bare.unwrap_or(&key.name.name).to_owned(),
            arguments,
            definition: opaque.definition.clone(),
            reason: Some(opaque.reason.clone()),
            ..Self::called(&key.kind, &key.name)
        }
    }

    fn called(kind: &str, name: &Name) -> Self {
        Self {
            kind: kind.to_owned(),
            name: name.name.clone(),
            schema: (!name.schema.is_empty()).then(|| name.schema.clone()),
            arguments: None,
            table: None,
            definition: None,
            comment: None,
            reason: None,
        }
    }
}

/// What stands in parentheses behind the name of a routine.
fn arguments(name: &str) -> Option<String> {
    let (_, rest) = name.split_once('(')?;
    Some(rest.strip_suffix(')').unwrap_or(rest).to_owned())
}

/// The statements that make each table, as one text.
fn table_statements(made: &[Created]) -> BTreeMap<Name, String> {
    let mut texts: BTreeMap<Name, String> = BTreeMap::new();
    for made in made {
        // A foreign key that closes a circle of tables is made apart, and still its table's.
        if matches!(made.kind.as_str(), "table" | "foreign key") {
            let text = texts.entry(made.name.clone()).or_default();
            for statement in &made.statements {
                let line = if text.is_empty() { "" } else { "\n" };
                text.extend([line, statement.sql(), ";"]);
            }
        }
    }
    texts
}
