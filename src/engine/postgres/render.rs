//! SQL text. No decisions.

use super::sequence::Sequence;
use crate::schema::{
    Attribute, Attributes, Check, Column, ForeignKey, Index, Key, Name, Part, PartitionOf, Table,
    Term,
};

/// Appends.
#[allow(
    clippy::needless_pass_by_value,
    reason = "pieces are made where they are appended"
)]
pub(super) fn push(sql: &mut String, piece: String) {
    sql.push_str(&piece);
}

/// An identifier in double quotes (4.1.1 "Identifiers and Key Words").
pub(super) fn quote(identifier: &str) -> String {
    format!("\"{}\"", identifier.replace('"', "\"\""))
}

/// A qualified name.
pub(super) fn quoted_name(name: &Name) -> String {
    if name.schema.is_empty() {
        quote(&name.name)
    } else {
        format!("{}.{}", quote(&name.schema), quote(&name.name))
    }
}

/// A routine, whose name has the types of its arguments in it.
pub(super) fn routine(name: &Name) -> String {
    let (bare, arguments) = match name.name.find('(') {
        Some(at) => name.name.split_at(at),
        None => (name.name.as_str(), "()"),
    };
    format!("{}{arguments}", quoted_name(&Name::new(&name.schema, bare)))
}

/// A string constant; `standard_conforming_strings` is on (4.1.2.1 "String Constants").
pub(super) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Identifiers, quoted, with commas.
pub(super) fn list(columns: &[String]) -> String {
    let quoted: Vec<String> = columns.iter().map(|column| quote(column)).collect();
    quoted.join(", ")
}

/// `CREATE TABLE` with keys and checks, without foreign keys, indexes and comments.
pub(super) fn create_table(table: &Table) -> String {
    let lines = table.columns.iter().map(column).collect();
    let mut sql = create(table, "", &with_parts(table, lines));
    sql.push_str(&tail(table));
    sql
}

/// `CREATE TABLE … PARTITION OF` with what is said of columns beyond the parent's, own keys and checks.
pub(super) fn create_partition(table: &Table, of: &PartitionOf, columns: Vec<String>) -> String {
    let lines = with_parts(table, columns);
    let head = format!(" PARTITION OF {}", quoted_name(&of.parent));
    let mut sql = if lines.is_empty() {
        format!("{}{head}", create_head(table))
    } else {
        create(table, &head, &lines)
    };
    push(&mut sql, format!(" {}", of.bound));
    sql.push_str(&tail(table));
    sql
}

fn with_parts(table: &Table, mut lines: Vec<String>) -> Vec<String> {
    lines.extend(table.primary_key.iter().map(primary_key));
    let doubled = doubled(table);
    let once = |key: &&Key| !doubled.iter().any(|double| std::ptr::eq(*double, *key));
    lines.extend(table.uniques.iter().filter(once).map(unique));
    let inside = table.checks.iter().filter(|check| !stands_apart(check));
    lines.extend(inside.map(check));
    lines
}

/// Unique constraints over the columns of another key of the table: `CREATE TABLE` makes one of the
/// two ("redundant" ones are left out), so they are added afterwards.
pub(super) fn doubled(table: &Table) -> Vec<&Key> {
    let primary = table.primary_key.iter();
    let mut seen: Vec<&[Part]> = primary.map(|key| key.parts.as_slice()).collect();
    let mut doubled = Vec::new();
    for key in &table.uniques {
        if seen.contains(&key.parts.as_slice()) {
            doubled.push(key);
        } else {
            seen.push(&key.parts);
        }
    }
    doubled
}

fn create_head(table: &Table) -> String {
    let unlogged = if table.attributes.contains_key(&Attribute::Unlogged) {
        "UNLOGGED "
    } else {
        ""
    };
    format!("CREATE {unlogged}TABLE {}", quoted_name(&table.name))
}

fn create(table: &Table, head: &str, lines: &[String]) -> String {
    let mut sql = format!("{}{head} (", create_head(table));
    if !lines.is_empty() {
        sql.push_str("\n  ");
        sql.push_str(&lines.join(",\n  "));
        sql.push('\n');
    }
    sql.push(')');
    sql
}

/// What follows the columns.
fn tail(table: &Table) -> String {
    let mut sql = String::new();
    if let Some(key) = table.attributes.get(&Attribute::PartitionBy) {
        push(&mut sql, format!(" PARTITION BY {key}"));
    }
    if let Some(method) = table.attributes.get(&Attribute::Method) {
        push(&mut sql, format!(" USING {}", quote(method)));
    }
    if let Some(options) = table.attributes.get(&Attribute::StorageParameters) {
        push(&mut sql, format!(" WITH ({options})"));
    }
    if let Some(space) = table.attributes.get(&Attribute::Tablespace) {
        push(&mut sql, format!(" TABLESPACE {}", quote(space)));
    }
    sql
}

/// A column as it stands in `CREATE TABLE` or after `ADD COLUMN`.
pub(super) fn column(column: &Column) -> String {
    let mut sql = format!("{} {}", quote(&column.name), column_type(column));
    if let Some(collation) = column.attributes.get(&Attribute::Collation) {
        push(&mut sql, format!(" COLLATE {collation}"));
    }
    if let Some(generated) = &column.generated {
        let kind = if generated.stored {
            "STORED"
        } else {
            "VIRTUAL"
        };
        push(
            &mut sql,
            format!(" GENERATED ALWAYS AS ({}) {kind}", generated.expression),
        );
    }
    if let Some(default) = &column.default {
        push(&mut sql, format!(" DEFAULT {default}"));
    }
    if let Some(identity) = identity(column) {
        sql.push(' ');
        sql.push_str(&identity);
    }
    // One that rows may break is added to the table afterwards.
    if !column.nullable && !column.attributes.contains_key(&Attribute::NotValid) {
        push(&mut sql, format!(" {}", not_null(column, "")));
    }
    sql
}

/// `NOT NULL` at a column, or `of` one, with what is said of it beyond that (18, `CREATE TABLE`).
pub(super) fn not_null(column: &Column, of: &str) -> String {
    let mut sql = String::new();
    if let Some(name) = column.attributes.get(&Attribute::NotNullName) {
        push(&mut sql, format!("CONSTRAINT {} ", quote(name)));
    }
    sql.push_str("NOT NULL");
    sql.push_str(of);
    if column.attributes.contains_key(&Attribute::NoInherit) {
        sql.push_str(" NO INHERIT");
    }
    if column.attributes.contains_key(&Attribute::NotValid) {
        sql.push_str(" NOT VALID");
    }
    sql
}

/// `GENERATED … AS IDENTITY (…)`.
pub(super) fn identity(column: &Column) -> Option<String> {
    let kind = column.attributes.get(&Attribute::Identity)?;
    let options = column
        .attributes
        .get(&Attribute::SequenceOptions)
        .map(|options| format!(" ({options})"))
        .unwrap_or_default();
    Some(format!("GENERATED {kind} AS IDENTITY{options}"))
}

/// `serial` where the server makes the column's sequence by that word (8.1.4 "Serial Types").
fn column_type(column: &Column) -> &str {
    let serial = column.attributes.contains_key(&Attribute::Serial);
    match column.data_type.as_str() {
        "integer" if serial => "serial",
        "bigint" if serial => "bigserial",
        "smallint" if serial => "smallserial",
        other => other,
    }
}

/// Whether the word `serial` makes all of the column's sequence.
pub(super) fn is_plain_serial(column: &Column) -> bool {
    column.attributes.get(&Attribute::Serial) == Some(&column.data_type)
        && !column.attributes.contains_key(&Attribute::SequenceOptions)
        && column_type(column) != column.data_type
}

/// The options of the sequence a column counts by, complete.
pub(super) fn sequence_options(column: &Column) -> Sequence {
    let of = column
        .attributes
        .get(&Attribute::Serial)
        .unwrap_or(&column.data_type);
    let options = column
        .attributes
        .get(&Attribute::SequenceOptions)
        .map_or("", String::as_str);
    Sequence::parse(options, of)
}

fn named(label: &str) -> String {
    if label.is_empty() {
        String::new()
    } else {
        format!("CONSTRAINT {} ", quote(label))
    }
}

fn key_body(key: &Key) -> String {
    let columns: Vec<String> = key
        .parts
        .iter()
        .filter_map(Part::column_name)
        .map(str::to_owned)
        .collect();
    let mut sql = format!("({})", list(&columns));
    if let Some(include) = key.attributes.get(&Attribute::Include) {
        push(&mut sql, format!(" INCLUDE ({include})"));
    }
    if let Some(options) = key.attributes.get(&Attribute::StorageParameters) {
        push(&mut sql, format!(" WITH ({options})"));
    }
    if let Some(space) = key.attributes.get(&Attribute::Tablespace) {
        push(
            &mut sql,
            format!(" USING INDEX TABLESPACE {}", quote(space)),
        );
    }
    sql.push_str(&timing(&key.attributes));
    sql
}

/// `DEFERRABLE INITIALLY DEFERRED`.
pub(super) fn timing(attributes: &Attributes) -> String {
    let mut sql = String::new();
    if attributes.contains_key(&Attribute::Deferrable) {
        sql.push_str(" DEFERRABLE");
    }
    if attributes.contains_key(&Attribute::InitiallyDeferred) {
        sql.push_str(" INITIALLY DEFERRED");
    }
    sql
}

fn trust(attributes: &Attributes) -> &'static str {
    if attributes.contains_key(&Attribute::NotEnforced) {
        " NOT ENFORCED"
    } else if attributes.contains_key(&Attribute::NotValid) {
        " NOT VALID"
    } else {
        ""
    }
}

/// A primary key.
pub(super) fn primary_key(key: &Key) -> String {
    format!("{}PRIMARY KEY {}", named(&key.label.text), key_body(key))
}

/// A unique constraint.
pub(super) fn unique(key: &Key) -> String {
    let nulls = if key.attributes.contains_key(&Attribute::NullsNotDistinct) {
        "NULLS NOT DISTINCT "
    } else {
        ""
    };
    format!("{}UNIQUE {nulls}{}", named(&key.label.text), key_body(key))
}

/// Whether a check is added to its new table: `NOT VALID` does not stand in `CREATE TABLE`.
pub(super) fn stands_apart(check: &Check) -> bool {
    let has = |attribute| check.attributes.contains_key(&attribute);
    has(Attribute::NotValid) && !has(Attribute::NotEnforced)
}

/// A check, as it stands in `CREATE TABLE`.
pub(super) fn check(check: &Check) -> String {
    let inherit = if check.attributes.contains_key(&Attribute::NoInherit) {
        " NO INHERIT"
    } else {
        ""
    };
    let enforced = if check.attributes.contains_key(&Attribute::NotEnforced) {
        " NOT ENFORCED"
    } else {
        ""
    };
    format!(
        "{}CHECK ({}){inherit}{enforced}",
        named(&check.label.text),
        check.expression
    )
}

/// A check as it stands after `ADD`.
pub(super) fn added_check(added: &Check) -> String {
    let not_valid = if added.attributes.contains_key(&Attribute::NotEnforced) {
        ""
    } else {
        trust(&added.attributes)
    };
    format!("{}{not_valid}", check(added))
}

/// A foreign key.
pub(super) fn foreign_key(key: &ForeignKey) -> String {
    let mut sql = format!(
        "{}FOREIGN KEY ({}) REFERENCES {} ({})",
        named(&key.label.text),
        list(&key.columns),
        quoted_name(&key.references),
        list(&key.referenced)
    );
    let get = |attribute: Attribute| key.attributes.get(&attribute);
    if let Some(kind) = get(Attribute::Match) {
        push(&mut sql, format!(" MATCH {kind}"));
    }
    if let Some(action) = get(Attribute::OnKeyUpdate) {
        push(&mut sql, format!(" ON UPDATE {action}"));
    }
    if let Some(action) = get(Attribute::OnDelete) {
        push(&mut sql, format!(" ON DELETE {action}"));
        if let Some(columns) = get(Attribute::SetColumns) {
            push(&mut sql, format!(" ({columns})"));
        }
    }
    sql.push_str(&timing(&key.attributes));
    sql.push_str(trust(&key.attributes));
    sql
}

/// `CREATE INDEX`.
pub(super) fn index(table: &Name, index: &Index) -> String {
    create_index("INDEX", table, index)
}

/// `CREATE INDEX CONCURRENTLY`.
pub(super) fn index_concurrently(table: &Name, index: &Index) -> String {
    create_index("INDEX CONCURRENTLY", table, index)
}

fn create_index(word: &str, table: &Name, index: &Index) -> String {
    let get = |attribute: Attribute| index.attributes.get(&attribute);
    let parts: Vec<String> = index.parts.iter().map(part).collect();
    let name = if index.label.text.is_empty() {
        String::new()
    } else {
        format!("{} ", quote(&index.label.text))
    };
    let mut sql = format!(
        "CREATE {}{word} {name}ON {} USING {} ({})",
        if index.unique { "UNIQUE " } else { "" },
        quoted_name(table),
        get(Attribute::Method).map_or_else(|| "btree".to_owned(), |method| quote(method)),
        parts.join(", ")
    );
    if let Some(include) = get(Attribute::Include) {
        push(&mut sql, format!(" INCLUDE ({include})"));
    }
    if get(Attribute::NullsNotDistinct).is_some() {
        sql.push_str(" NULLS NOT DISTINCT");
    }
    if let Some(options) = get(Attribute::StorageParameters) {
        push(&mut sql, format!(" WITH ({options})"));
    }
    if let Some(space) = get(Attribute::Tablespace) {
        push(&mut sql, format!(" TABLESPACE {}", quote(space)));
    }
    if let Some(predicate) = get(Attribute::Predicate) {
        push(&mut sql, format!(" WHERE {predicate}"));
    }
    sql
}

fn part(part: &Part) -> String {
    let mut sql = match &part.term {
        Term::Column(column) => quote(column),
        Term::Expression(expression) => format!("({expression})"),
    };
    let get = |attribute: Attribute| part.attributes.get(&attribute);
    if let Some(collation) = get(Attribute::Collation) {
        push(&mut sql, format!(" COLLATE {collation}"));
    }
    if let Some(class) = get(Attribute::OperatorClass) {
        push(&mut sql, format!(" {class}"));
    }
    if get(Attribute::Descending).is_some() {
        sql.push_str(" DESC");
    }
    if let Some(nulls) = get(Attribute::Nulls) {
        push(&mut sql, format!(" NULLS {nulls}"));
    }
    sql
}

/// `COMMENT ON … IS …`; an absent comment is taken away.
pub(super) fn comment(on: &str, text: Option<&String>) -> String {
    let text = text.map_or_else(|| "NULL".to_owned(), |text| literal(text));
    format!("COMMENT ON {on} IS {text}")
}
