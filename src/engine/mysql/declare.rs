//! Structured tables → statements of this dialect.

use super::render::{self, literal};
use super::types;
use super::version::Flavour;
use crate::engine::dialect::DeclarationError;
use crate::schema::{
    Attribute, Attributes, Check, Column, DeclaredColumn, DeclaredDefault, DeclaredForeignKey,
    DeclaredIndex, DeclaredKey, DeclaredTable, ForeignKey, Generated, Index, Key, Label, Part,
    Table,
};

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
            .any(|p| matches!(p.term, crate::schema::Term::Expression(_)));
        if computed && flavour == Flavour::Mariadb {
            wrong(
                format!("{path}.expressions"),
                "MariaDB has no indexes on expressions; index a generated column instead",
            );
        }
    }
    build(declared, flavour)
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

/// A type's own words in lower case, and its flags that stand behind the length.
fn words(data_type: &str) -> (String, Vec<String>) {
    let plain = data_type.split('(').next().unwrap_or("");
    let (flags, base): (Vec<String>, Vec<String>) = plain
        .split_whitespace()
        .map(str::to_ascii_lowercase)
        .partition(|word| matches!(word.as_str(), "unsigned" | "signed" | "zerofill"));
    (base.join(" "), flags)
}

/// The type with its lengths, `int unsigned` and `decimal` + 10,2 alike.
fn data_type(column: &DeclaredColumn) -> String {
    let (base, flags) = words(&column.data_type);
    if column.data_type.contains('(') {
        return column.data_type.trim().to_owned();
    }
    let arguments = match (column.length, column.precision, column.scale) {
        (Some(length), _, _) => format!("({length})"),
        (None, Some(precision), Some(scale)) => format!("({precision},{scale})"),
        (None, Some(precision), None) => format!("({precision})"),
        (None, None, _) => String::new(),
    };
    let flags = flags.into_iter().filter(|flag| flag != "signed");
    let words: Vec<String> = std::iter::once(format!("{base}{arguments}"))
        .chain(flags)
        .collect();
    words.join(" ")
}

fn default(column: &DeclaredColumn) -> Option<String> {
    match column.default.as_ref()? {
        DeclaredDefault::Expression(sql) => Some(sql.clone()),
        DeclaredDefault::Literal(value) => {
            let kind = types::parse(&data_type(column));
            let word = matches!(
                value.to_ascii_lowercase().as_str(),
                "true" | "false" | "null"
            );
            let number =
                kind.is_numeric() || matches!(kind.base.as_str(), "numeric" | "dec" | "real");
            let bare = number && (word || value.parse::<f64>().is_ok());
            Some(if bare { value.clone() } else { literal(value) })
        }
    }
}

/// `TEXT`, `BLOB`, `JSON` and geometries take a default as an expression only (`MySQL` 8.4 manual,
/// 13.6).
fn wrapped(flavour: Flavour, data_type: &str, default: Option<String>) -> Option<String> {
    let base = types::parse(data_type).base;
    let large = base.ends_with("text") || base.ends_with("blob") || base == "json";
    default.map(|sql| {
        if large && flavour == Flavour::Mysql && !sql.starts_with('(') {
            format!("({sql})")
        } else {
            sql
        }
    })
}

fn build(declared: &DeclaredTable, flavour: Flavour) -> Table {
    let mut table = Table::new(declared.name.clone());
    table.attributes.clone_from(&declared.attributes);
    if let Some(comment) = &declared.comment {
        table.attributes.insert(Attribute::Comment, comment.clone());
    }
    let counting = declared.columns.iter().find(|c| c.auto_increment);
    table.columns = declared
        .columns
        .iter()
        .map(|c| column(c, flavour))
        .collect();
    table.primary_key = declared.primary_key.as_ref().map(key);
    table.uniques = declared.uniques.iter().map(key).collect();
    table.indexes = declared.indexes.iter().map(index).collect();
    table.foreign_keys = declared.foreign_keys.iter().map(foreign_key).collect();
    table.checks = declared
        .checks
        .iter()
        .map(|check| {
            let name = check.name.clone().unwrap_or_default();
            // A check called as a column is what `MariaDB` prints for one written at the column.
            let mut attributes = Attributes::new();
            let at_column = table
                .columns
                .iter()
                .any(|c| c.name.eq_ignore_ascii_case(&name));
            if flavour == Flavour::Mariadb && at_column {
                attributes.insert(Attribute::ColumnLevel, "true".to_owned());
            }
            Check {
                label: Label::given(name),
                expression: check.expression.clone(),
                attributes,
            }
        })
        .collect();
    if let Some(counting) = counting
        && table.primary_key.is_none()
        && !leads(&table, &counting.name)
    {
        table.primary_key = Some(Key {
            label: Label::generated("PRIMARY"),
            parts: vec![Part::column(&counting.name)],
            attributes: Attributes::new(),
        });
    }
    table
}

/// Whether a column is the first of an index or unique constraint, and so may count.
fn leads(table: &Table, column: &str) -> bool {
    let uniques = table.uniques.iter().map(|unique| &unique.parts);
    uniques
        .chain(table.indexes.iter().map(|index| &index.parts))
        .filter_map(|parts| parts.first()?.column_name())
        .any(|name| name.eq_ignore_ascii_case(column))
}

fn column(declared: &DeclaredColumn, flavour: Flavour) -> Column {
    let mut attributes = declared.attributes.clone();
    if declared.auto_increment {
        attributes.insert(Attribute::AutoIncrement, "true".to_owned());
    }
    if let Some(comment) = &declared.comment {
        attributes.insert(Attribute::Comment, comment.clone());
    }
    let data_type = data_type(declared);
    Column {
        name: declared.name.clone(),
        nullable: declared.nullable && !declared.auto_increment,
        default: wrapped(flavour, &data_type, default(declared)),
        data_type,
        generated: declared.generated.as_ref().map(|generated| Generated {
            expression: generated.expression.clone(),
            stored: generated.stored,
        }),
        attributes,
    }
}

fn key(declared: &DeclaredKey) -> Key {
    Key {
        label: Label::given(declared.name.clone().unwrap_or_default()),
        parts: declared.columns.iter().map(Part::column).collect(),
        attributes: Attributes::new(),
    }
}

fn index(declared: &DeclaredIndex) -> Index {
    let parts = declared.parts.iter().map(|part| {
        let mut attributes = Attributes::new();
        if let Some(length) = part.length {
            attributes.insert(Attribute::Length, length.to_string());
        }
        if part.descending {
            attributes.insert(Attribute::Descending, "true".to_owned());
        }
        Part {
            term: part.term.clone(),
            attributes,
        }
    });
    let mut attributes = Attributes::new();
    if let Some(method) = &declared.method {
        attributes.insert(Attribute::Method, method.to_ascii_uppercase());
    }
    Index {
        label: Label::given(declared.name.clone()),
        unique: declared.unique,
        parts: parts.collect(),
        attributes,
    }
}

fn foreign_key(declared: &DeclaredForeignKey) -> ForeignKey {
    let mut attributes = Attributes::new();
    for (attribute, action) in [
        (Attribute::OnDelete, &declared.on_delete),
        (Attribute::OnKeyUpdate, &declared.on_update),
    ] {
        if let Some(action) = action {
            attributes.insert(attribute, action.clone());
        }
    }
    ForeignKey {
        label: Label::given(declared.name.clone().unwrap_or_default()),
        columns: declared.columns.clone(),
        references: declared.references.clone(),
        referenced: declared.referenced.clone(),
        attributes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Name;

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
