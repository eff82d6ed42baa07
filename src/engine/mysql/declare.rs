//! Structured tables → statements of this dialect.

mod build;

use super::render;
use super::version::Flavour;
use crate::engine::dialect::DeclarationError;
use crate::schema::{Attribute, DeclaredColumn, DeclaredTable, Table, Term};
use build::{build, words};

/// `CREATE TABLE` for each table, then their foreign keys. All violations at once.
pub(super) fn statements(
    flavour: Flavour,
    tables: &[DeclaredTable],
) -> Result<Vec<String>, Vec<DeclarationError>> {
    let mut errors = Vec::new();
    let mut made = Vec::new();
    let mut keys = Vec::new();
    for declared in tables {
        let table = table(declared, flavour, &mut errors);
        made.push(render::create_table(&table, flavour));
        for key in &table.foreign_keys {
            keys.push(format!(
                "ALTER TABLE {} ADD {}",
                render::name(&table.name),
                render::foreign_key(key)
            ));
        }
    }
    if errors.is_empty() {
        made.append(&mut keys);
        Ok(made)
    } else {
        Err(errors)
    }
}

fn table(declared: &DeclaredTable, flavour: Flavour, errors: &mut Vec<DeclarationError>) -> Table {
    let path = format!("tables[{}]", declared.name.name);
    let mut wrong = |path: String, problem: &str| {
        errors.push(DeclarationError {
            path,
            problem: problem.to_owned(),
        });
    };
    if !declared.name.schema.is_empty() {
        wrong(
            format!("{path}.schema"),
            "a database has no namespaces here; leave the schema out",
        );
    }
    if declared.columns.is_empty() {
        wrong(format!("{path}.columns"), "a table needs a column; add one");
    }
    too_long(&declared.name.name, &path, &mut wrong);
    for column in &declared.columns {
        let path = format!("{path}.columns[{}]", column.name);
        too_long(&column.name, &path, &mut wrong);
        column_problems(column, &path, &mut wrong);
    }
    partition_problems(declared, &path, &mut wrong);
    for index in &declared.indexes {
        let path = format!("{path}.indexes[{}]", index.name);
        too_long(&index.name, &path, &mut wrong);
        if index.predicate.is_some() {
            wrong(
                format!("{path}.where"),
                "there are no partial indexes here; leave the condition out",
            );
        }
        let computed = index
            .parts
            .iter()
            .any(|p| matches!(p.term, Term::Expression(_)));
        if computed && flavour == Flavour::Mariadb {
            wrong(
                format!("{path}.expressions"),
                "MariaDB has no indexes on expressions; index a generated column instead",
            );
        }
    }
    build(declared, flavour)
}

/// Key and values are written into a statement as they stand; the words at their heads say what was
/// meant.
fn partition_problems(declared: &DeclaredTable, path: &str, wrong: &mut impl FnMut(String, &str)) {
    if declared.partition_of.is_some() {
        wrong(
            format!("{path}.partitionOf"),
            "partitions are no tables of their own here; list them in the table's partitions",
        );
    }
    let begins = |text: &str, heads: &[&str]| {
        let text = text.trim_start().to_ascii_uppercase();
        heads.iter().any(|head| text.starts_with(head))
    };
    let key = declared.attributes.get(&Attribute::PartitionBy);
    let heads = ["RANGE", "LIST", "HASH", "KEY", "LINEAR HASH", "LINEAR KEY"];
    if key.is_some_and(|key| !begins(key, &heads)) {
        wrong(
            format!("{path}.partitionBy"),
            "it begins with RANGE, LIST, HASH or KEY",
        );
    }
    if key.is_none() && !declared.partitions.is_empty() {
        wrong(
            format!("{path}.partitionBy"),
            "partitions need a key by which rows are divided; give one",
        );
    }
    for partition in &declared.partitions {
        let path = format!("{path}.partitions[{}]", partition.name);
        too_long(&partition.name, &path, wrong);
        let values = &partition.values;
        if !values.is_empty() && !begins(values, &["LESS THAN", "IN"]) {
            wrong(format!("{path}.values"), "it begins with LESS THAN or IN");
        }
    }
}

/// `MySQL` 8.4 manual, 11.2.1 "Identifier Length Limits": 64 characters.
fn too_long(name: &str, path: &str, wrong: &mut impl FnMut(String, &str)) {
    if name.chars().count() > 64 {
        wrong(
            path.to_owned(),
            "the name has more than 64 characters; shorten it",
        );
    }
    if name.is_empty() {
        wrong(path.to_owned(), "the name is empty; give one");
    }
}

fn column_problems(column: &DeclaredColumn, path: &str, wrong: &mut impl FnMut(String, &str)) {
    let (base, _) = words(&column.data_type);
    if base.is_empty() {
        wrong(format!("{path}.dataType"), "the type is empty; give one");
    }
    let lacks = !column.data_type.contains('(') && column.length.is_none();
    if matches!(base.as_str(), "varchar" | "varbinary" | "character varying") && lacks {
        wrong(
            format!("{path}.maxLength"),
            "the type needs a length; set maxLength",
        );
    }
    if column.auto_increment && column.default.is_some() {
        wrong(
            format!("{path}.default"),
            "a column that counts itself has no default; leave one of the two out",
        );
    }
    if column.auto_increment && column.generated.is_some() {
        wrong(
            format!("{path}.generated"),
            "a computed column does not count; leave one of the two out",
        );
    }
    if column.generated.is_some() && column.default.is_some() {
        wrong(
            format!("{path}.default"),
            "a computed column has no default; leave it out",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, DeclaredDefault, Name};

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

    fn declared(columns: Vec<DeclaredColumn>) -> DeclaredTable {
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
    fn loose_types_and_a_counting_column_become_a_table() {
        let mut id = column("id", "int unsigned");
        id.auto_increment = true;
        let mut name = column("name", "varchar");
        name.length = Some(40);
        name.default = Some(DeclaredDefault::Literal("it's".to_owned()));
        let mut price = column("price", "decimal");
        (price.precision, price.scale) = (Some(10), Some(2));
        price.default = Some(DeclaredDefault::Literal("1.5".to_owned()));
        let sql = statements(Flavour::Mysql, &[declared(vec![id, name, price])]).unwrap();
        let expected = "CREATE TABLE `t` (\n  `id` int unsigned NOT NULL AUTO_INCREMENT,\n  \
                        `name` varchar(40) NULL DEFAULT 'it''s',\n  \
                        `price` decimal(10,2) NULL DEFAULT 1.5,\n  PRIMARY KEY (`id`)\n)";
        assert_eq!(sql, [expected]);
    }

    #[test]
    fn says_all_that_is_wrong_at_once() {
        let mut bad = declared(vec![column("a", "varchar"), column("", "int")]);
        bad.name = Name::new("public", "t");
        let errors = statements(Flavour::Mariadb, &[bad]).unwrap_err();
        let paths: Vec<&str> = errors.iter().map(|e| e.path.as_str()).collect();
        let expected = [
            "tables[t].schema",
            "tables[t].columns[a].maxLength",
            "tables[t].columns[]",
        ];
        assert_eq!(paths, expected);
    }
}
