//! SQL text of objects. No decisions.

use super::text::{is_default_word, is_literal, quote};
use crate::schema::{
    Attribute, Attributes, Check, Column, ForeignKey, Index, Key, Label, Name, Part, Table, Term,
};

/// `CREATE TABLE` under a name that may not be the table's own (a rebuild).
pub(super) fn create_table(name: &Name, table: &Table) -> String {
    let inline = inline_key(table);
    let mut lines: Vec<String> = table
        .columns
        .iter()
        .map(|column| {
            let own = inline.filter(|key| {
                key.parts
                    .iter()
                    .any(|p| p.column_name() == Some(&column.name))
            });
            self::column(column, own)
        })
        .collect();
    if inline.is_none() {
        lines.extend(
            table
                .primary_key
                .iter()
                .map(|key| self::key("PRIMARY KEY", key)),
        );
    }
    lines.extend(table.uniques.iter().map(|key| self::key("UNIQUE", key)));
    lines.extend(table.checks.iter().map(check));
    lines.extend(table.foreign_keys.iter().map(|key| {
        format!(
            "{}FOREIGN KEY {} {}",
            constraint(&key.label),
            names(&key.columns),
            references(key)
        )
    }));
    let options: Vec<&str> = [
        (Attribute::Strict, "STRICT"),
        (Attribute::WithoutRowid, "WITHOUT ROWID"),
    ]
    .iter()
    .filter(|(attribute, _)| table.attributes.contains_key(attribute))
    .map(|(_, word)| *word)
    .collect();
    let options = if options.is_empty() {
        String::new()
    } else {
        format!(" {}", options.join(", "))
    };
    format!(
        "CREATE TABLE {} (\n  {}\n){options}",
        quote(&name.name),
        lines.join(",\n  ")
    )
}

/// A key of one column stands with the column, which is how a rowid alias and `AUTOINCREMENT`
/// are written.
fn inline_key(table: &Table) -> Option<&Key> {
    let key = table.primary_key.as_ref()?;
    match key.parts.as_slice() {
        [part] if !part.attributes.contains_key(&Attribute::Collation) => {
            part.column_name().map(|_| key)
        }
        _ => None,
    }
}

/// A column, with the primary key if it is the key alone.
pub(super) fn column(column: &Column, key: Option<&Key>) -> String {
    let mut out = quote(&column.name);
    let mut add = |text: &str| {
        out.push(' ');
        out.push_str(text);
    };
    if !column.data_type.is_empty() {
        add(&column.data_type);
    }
    let counts = column.attributes.contains_key(&Attribute::AutoIncrement);
    if let Some(key) = key {
        let descending = key
            .parts
            .iter()
            .any(|p| p.attributes.contains_key(&Attribute::Descending));
        let direction = if descending { " DESC" } else { "" };
        let counting = if counts { " AUTOINCREMENT" } else { "" };
        let name = constraint(&key.label);
        add(&format!(
            "{name}PRIMARY KEY{direction}{}{counting}",
            conflict(&key.attributes)
        ));
    }
    // A rowid alias is never NULL and is written without saying so.
    let alias = key.is_some() && column.data_type == "INTEGER";
    let plain_alias = alias
        && !column.attributes.contains_key(&Attribute::OnConflict)
        && key.is_some_and(|key| key.parts.iter().all(|part| part.attributes.is_empty()));
    if !column.nullable && !plain_alias {
        add(&format!("NOT NULL{}", conflict(&column.attributes)));
    }
    if let Some(default) = &column.default {
        add(&format!("DEFAULT {}", self::default(default)));
    }
    if let Some(name) = column.attributes.get(&Attribute::Collation) {
        add(&format!("COLLATE {}", quote(name)));
    }
    if let Some(generated) = &column.generated {
        let kept = if generated.stored {
            "STORED"
        } else {
            "VIRTUAL"
        };
        add(&format!(
            "GENERATED ALWAYS AS ({}) {kept}",
            generated.expression
        ));
    }
    out
}

/// A default as it stands in a column: an expression in parentheses.
fn default(text: &str) -> String {
    if is_literal(text) || is_default_word(text) {
        text.to_owned()
    } else {
        format!("({text})")
    }
}

fn conflict(attributes: &Attributes) -> String {
    let clause = attributes.get(&Attribute::OnConflict);
    clause.map_or_else(String::new, |clause| format!(" ON CONFLICT {clause}"))
}

fn constraint(label: &Label) -> String {
    if label.generated || label.text.is_empty() {
        String::new()
    } else {
        format!("CONSTRAINT {} ", quote(&label.text))
    }
}

fn key(words: &str, key: &Key) -> String {
    let (name, clause) = (constraint(&key.label), conflict(&key.attributes));
    format!("{name}{words} {}{clause}", parts(&key.parts))
}

/// A check, as a constraint of a table or of a column.
pub(super) fn check(check: &Check) -> String {
    format!("{}CHECK ({})", constraint(&check.label), check.expression)
}

/// A foreign key of one column, as the column's constraint.
pub(super) fn column_reference(key: &ForeignKey) -> String {
    format!("{}{}", constraint(&key.label), references(key))
}

fn references(key: &ForeignKey) -> String {
    let mut out = format!("REFERENCES {}", quote(&key.references.name));
    if !key.referenced.is_empty() {
        out.push(' ');
        out.push_str(&names(&key.referenced));
    }
    let clauses = [
        (Attribute::OnDelete, "ON DELETE"),
        (Attribute::OnKeyUpdate, "ON UPDATE"),
        (Attribute::Match, "MATCH"),
    ];
    for (attribute, words) in clauses {
        if let Some(value) = key.attributes.get(&attribute) {
            out.extend([" ", words, " ", value]);
        }
    }
    if key.attributes.contains_key(&Attribute::InitiallyDeferred) {
        out.push_str(" DEFERRABLE INITIALLY DEFERRED");
    }
    out
}

fn names(columns: &[String]) -> String {
    let columns: Vec<String> = columns.iter().map(|name| quote(name)).collect();
    format!("({})", columns.join(", "))
}

fn parts(parts: &[Part]) -> String {
    let parts: Vec<String> = parts.iter().map(part).collect();
    format!("({})", parts.join(", "))
}

fn part(part: &Part) -> String {
    let mut out = match &part.term {
        Term::Column(name) => quote(name),
        Term::Expression(sql) => format!("({sql})"),
    };
    if let Some(name) = part.attributes.get(&Attribute::Collation) {
        out.extend([" COLLATE ", quote(name).as_str()]);
    }
    if part.attributes.contains_key(&Attribute::Descending) {
        out.push_str(" DESC");
    }
    out
}

/// `CREATE INDEX`.
pub(super) fn create_index(table: &Name, index: &Index) -> String {
    let unique = if index.unique { "UNIQUE " } else { "" };
    let predicate = index.attributes.get(&Attribute::Predicate);
    let predicate = predicate.map_or_else(String::new, |sql| format!(" WHERE {sql}"));
    format!(
        "CREATE {unique}INDEX {} ON {} {}{predicate}",
        quote(&index.label.text),
        quote(&table.name),
        parts(&index.parts)
    )
}
