//! Declared tables → tables of the model, as far as a declaration says.

use crate::engine::mysql::render::literal;
use crate::engine::mysql::types;
use crate::engine::mysql::version::Flavour;
use crate::schema::{
    Attribute, Attributes, Check, Column, DeclaredColumn, DeclaredDefault, DeclaredForeignKey,
    DeclaredIndex, DeclaredKey, DeclaredTable, ForeignKey, Generated, Index, Key, Label, Part,
    Table,
};

/// A type's own words in lower case, and its flags that stand behind the length.
pub(super) fn words(data_type: &str) -> (String, Vec<String>) {
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

pub(super) fn build(declared: &DeclaredTable, flavour: Flavour) -> Table {
    let mut table = Table::new(declared.name.clone());
    table.attributes.clone_from(&declared.attributes);
    table.partitions.clone_from(&declared.partitions);
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
