//! Structured tables as SQLite's statements, foreign keys inline: SQLite adds none later.

use super::decode::YES;
use super::types::{Affinity, affinity};
use super::{render, text};
use crate::engine::DeclarationError;
use crate::schema::{
    Attribute, Attributes, Check, Column, DeclaredColumn, DeclaredDefault, DeclaredForeignKey,
    DeclaredIndex, DeclaredKey, DeclaredTable, ForeignKey, Generated, Index, Key, Label, Name,
    Part, Table, Term,
};

/// The statements for all tables, or everything that is wrong with them.
pub(super) fn statements(tables: &[DeclaredTable]) -> Result<Vec<String>, Vec<DeclarationError>> {
    let mut declared = Declared::default();
    let mut made = Vec::new();
    for table in tables {
        let table = declared.table(table);
        made.push(render::create_table(&table.name, &table));
        made.extend(
            table
                .indexes
                .iter()
                .map(|index| render::create_index(&table.name, index)),
        );
    }
    if declared.wrong.is_empty() {
        Ok(made)
    } else {
        Err(declared.wrong)
    }
}

/// Collects what is wrong on the way.
#[derive(Default)]
struct Declared {
    wrong: Vec<DeclarationError>,
}

impl Declared {
    fn wrong(&mut self, path: &str, problem: impl Into<String>) {
        let (path, problem) = (path.to_owned(), problem.into());
        self.wrong.push(DeclarationError { path, problem });
    }

    /// An expression; it must be one, so that nothing is declared on the side.
    fn expression(&mut self, path: &str, sql: &str) -> String {
        if !text::is_expression(sql) {
            self.wrong(
                path,
                "is not one SQL expression: check its parentheses and quotes",
            );
        }
        sql.trim().to_owned()
    }

    fn table(&mut self, declared: &DeclaredTable) -> Table {
        let path = format!("tables[{}]", declared.name.name);
        if !declared.name.schema.is_empty() {
            self.wrong(
                &path,
                "SQLite has no namespaces: declare the table without one",
            );
        }
        if declared.comment.is_some() {
            self.wrong(
                &format!("{path}.comment"),
                "SQLite keeps no comments: remove it",
            );
        }
        if declared.partition_of.is_some() || !declared.partitions.is_empty() {
            self.wrong(
                &format!("{path}.partitionOf"),
                "SQLite has no partitions: declare the columns of a table",
            );
        }
        let mut table = Table::new(Name::bare(&declared.name.name));
        let known = [Attribute::Strict, Attribute::WithoutRowid];
        table.attributes = self.attributes(&path, &declared.attributes, &known);
        table
            .attributes
            .retain(|_, value| value.eq_ignore_ascii_case(YES));
        for column in &declared.columns {
            let path = format!("{path}.columns[{}]", column.name);
            let column = self.column(&path, column);
            table.columns.push(column);
        }
        table.primary_key = declared.primary_key.as_ref().map(key);
        self.counted(&path, declared, &mut table);
        table.uniques = declared.uniques.iter().map(key).collect();
        for index in &declared.indexes {
            let path = format!("{path}.indexes[{}]", index.name);
            let index = self.index(&path, index);
            table.indexes.push(index);
        }
        table.foreign_keys = declared.foreign_keys.iter().map(foreign_key).collect();
        for check in &declared.checks {
            let name = check.name.as_deref().unwrap_or_default();
            let expression = self.expression(&format!("{path}.checks[{name}]"), &check.expression);
            let (label, attributes) = (label(check.name.as_ref()), Attributes::new());
            table.checks.push(Check {
                label,
                expression,
                attributes,
            });
        }
        table
    }

    fn attributes(&mut self, path: &str, given: &Attributes, known: &[Attribute]) -> Attributes {
        for attribute in given.keys().filter(|attribute| !known.contains(attribute)) {
            self.wrong(
                path,
                format!("SQLite knows no {attribute:?} here: remove it"),
            );
        }
        given.clone()
    }

    fn column(&mut self, path: &str, declared: &DeclaredColumn) -> Column {
        if declared.comment.is_some() {
            self.wrong(
                &format!("{path}.comment"),
                "SQLite keeps no comments: remove it",
            );
        }
        let known = [Attribute::Collation, Attribute::OnConflict];
        let attributes = self.attributes(path, &declared.attributes, &known);
        let data_type = self.data_type(&format!("{path}.dataType"), declared);
        let default = declared.default.as_ref().map(|default| match default {
            DeclaredDefault::Literal(value) => literal(value, &data_type),
            DeclaredDefault::Expression(sql) => self.expression(&format!("{path}.default"), sql),
        });
        let generated = declared.generated.as_ref().map(|generated| Generated {
            expression: self.expression(&format!("{path}.generated"), &generated.expression),
            stored: generated.stored,
        });
        Column {
            name: declared.name.clone(),
            data_type,
            nullable: declared.nullable,
            default,
            generated,
            attributes,
        }
    }

    /// The type with its numbers. SQLite takes almost anything for a type, so only what cannot be
    /// meant as one is refused.
    fn data_type(&mut self, path: &str, declared: &DeclaredColumn) -> String {
        let name = declared.data_type.trim().to_ascii_uppercase();
        let plain = |c: char| c.is_ascii_alphanumeric() || " _(),".contains(c);
        let starts = name.is_empty() || name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !starts || !name.chars().all(plain) {
            self.wrong(
                path,
                "is not a type: write its name, and lengths apart from it",
            );
        }
        let numbers: Vec<String> = match (declared.length, declared.precision, declared.scale) {
            (Some(length), ..) => vec![length.to_string()],
            (None, Some(digits), scale) => [Some(digits), scale]
                .into_iter()
                .flatten()
                .map(|n| n.to_string())
                .collect(),
            (None, None, _) => Vec::new(),
        };
        if numbers.is_empty() {
            name
        } else {
            format!("{name}({})", numbers.join(","))
        }
    }

    /// Only a lone `INTEGER` primary key counts itself (autoinc.html).
    fn counted(&mut self, path: &str, declared: &DeclaredTable, table: &mut Table) {
        for (given, column) in declared.columns.iter().zip(&mut table.columns) {
            if !given.auto_increment {
                continue;
            }
            let path = format!("{path}.columns[{}].autoIncrement", given.name);
            let own = || DeclaredKey {
                name: None,
                columns: vec![given.name.clone()],
            };
            let primary = table.primary_key.get_or_insert_with(|| key(&own()));
            let alone = matches!(primary.parts.as_slice(), [part]
                if part.column_name().is_some_and(|name| name.eq_ignore_ascii_case(&given.name)));
            if !alone {
                self.wrong(
                    &path,
                    "SQLite counts only a column that is the whole primary key",
                );
            }
            if !matches!(
                affinity(&column.data_type),
                Affinity::Integer | Affinity::Numeric
            ) {
                self.wrong(
                    &path,
                    "SQLite counts only whole numbers: declare the column as int",
                );
            }
            "INTEGER".clone_into(&mut column.data_type);
            column
                .attributes
                .insert(Attribute::AutoIncrement, YES.to_owned());
        }
    }

    fn index(&mut self, path: &str, declared: &DeclaredIndex) -> Index {
        let method = declared.method.as_deref().unwrap_or("btree");
        if !method.eq_ignore_ascii_case("btree") {
            self.wrong(
                &format!("{path}.method"),
                "SQLite has only btree indexes: remove it",
            );
        }
        let mut attributes = Attributes::new();
        if let Some(sql) = &declared.predicate {
            let sql = self.expression(&format!("{path}.predicate"), sql);
            attributes.insert(Attribute::Predicate, sql);
        }
        let mut parts = Vec::new();
        for part in &declared.parts {
            if part.length.is_some() {
                self.wrong(path, "SQLite indexes whole values: remove the length");
            }
            if let Term::Expression(sql) = &part.term {
                self.expression(path, sql);
            }
            let mut attributes = Attributes::new();
            if part.descending {
                attributes.insert(Attribute::Descending, YES.to_owned());
            }
            parts.push(Part {
                term: part.term.clone(),
                attributes,
            });
        }
        let label = Label::given(&declared.name);
        Index {
            label,
            unique: declared.unique,
            parts,
            attributes,
        }
    }
}

fn label(name: Option<&String>) -> Label {
    name.map_or_else(|| Label::generated(""), Label::given)
}

fn key(declared: &DeclaredKey) -> Key {
    Key {
        label: label(declared.name.as_ref()),
        parts: declared.columns.iter().map(Part::column).collect(),
        attributes: Attributes::new(),
    }
}

fn foreign_key(declared: &DeclaredForeignKey) -> ForeignKey {
    let actions = [
        (Attribute::OnDelete, &declared.on_delete),
        (Attribute::OnKeyUpdate, &declared.on_update),
    ];
    let given = actions.into_iter().filter_map(|(attribute, action)| {
        let action = action.as_ref().filter(|action| *action != "NO ACTION")?;
        Some((attribute, action.clone()))
    });
    ForeignKey {
        label: label(declared.name.as_ref()),
        columns: declared.columns.clone(),
        references: Name::bare(&declared.references.name),
        referenced: declared.referenced.clone(),
        attributes: given.collect(),
    }
}

/// A value as the column's type wants it written: numbers and truth values bare, all else quoted.
fn literal(value: &str, data_type: &str) -> String {
    let number = value.parse::<f64>().is_ok_and(f64::is_finite);
    let truth = value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false");
    match affinity(data_type) {
        Affinity::Integer | Affinity::Real | Affinity::Numeric if number => value.to_owned(),
        Affinity::Numeric if truth && data_type.starts_with("BOOL") => value.to_ascii_uppercase(),
        Affinity::Integer
        | Affinity::Real
        | Affinity::Numeric
        | Affinity::Text
        | Affinity::Blob => text::literal(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, data_type: &str) -> DeclaredColumn {
        DeclaredColumn {
            name: name.to_owned(),
            data_type: data_type.to_owned(),
            length: None,
            precision: None,
            scale: None,
            nullable: true,
            auto_increment: false,
            default: None,
            generated: None,
            comment: None,
            attributes: Attributes::new(),
        }
    }

    fn table(columns: Vec<DeclaredColumn>) -> DeclaredTable {
        DeclaredTable {
            name: Name::bare("t"),
            columns,
            primary_key: None,
            uniques: Vec::new(),
            indexes: Vec::new(),
            foreign_keys: Vec::new(),
            checks: Vec::new(),
            comment: None,
            partition_of: None,
            partitions: Vec::new(),
            attributes: Attributes::new(),
        }
    }

    #[test]
    fn a_column_that_counts_becomes_the_key() {
        let mut id = column("id", "bigint");
        id.auto_increment = true;
        id.nullable = false;
        let mut name = column("name", "varchar");
        name.length = Some(20);
        name.default = Some(DeclaredDefault::Literal("it's".to_owned()));
        let made = statements(&[table(vec![id, name])]).unwrap();
        let expected = "CREATE TABLE \"t\" (\n  \"id\" INTEGER PRIMARY KEY AUTOINCREMENT,\n  \
            \"name\" VARCHAR(20) DEFAULT 'it''s'\n)";
        assert_eq!(made, [expected]);
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let mut a = column("a", "int); DROP TABLE x; --");
        a.comment = Some("c".to_owned());
        a.default = Some(DeclaredDefault::Expression(
            "1), b INT DEFAULT (2".to_owned(),
        ));
        let mut other = table(vec![a]);
        other
            .attributes
            .insert(Attribute::StorageEngine, "InnoDB".to_owned());
        let wrong = statements(&[other]).unwrap_err();
        let paths: Vec<&str> = wrong.iter().map(|error| error.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "tables[t]",
                "tables[t].columns[a].comment",
                "tables[t].columns[a].dataType",
                "tables[t].columns[a].default"
            ]
        );
    }

    #[test]
    fn literals_are_quoted_as_the_type_needs() {
        assert_eq!(literal("1", "INT"), "1");
        assert_eq!(literal("1", "VARCHAR(5)"), "'1'");
        assert_eq!(literal("NULL", "TEXT"), "'NULL'");
        assert_eq!(literal("true", "BOOLEAN"), "TRUE");
        assert_eq!(literal("inf", "REAL"), "'inf'");
    }
}
