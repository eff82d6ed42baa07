//! One table from its text and what the pragmas saw.

use super::Seen;
use crate::engine::sqlite::lex::{Kind, Token};
use crate::engine::sqlite::parse::{self, ColumnSql, Constraint, PartSql, Reference, TableSql};
use crate::engine::sqlite::{text, types};
use crate::schema::{
    Attribute, Attributes, Check, Column, ForeignKey, Generated, Index, Key, Label, Name, Part,
    Table, Term,
};

/// The value of an attribute that is only there or not.
pub(in crate::engine::sqlite) const YES: &str = "true";

/// Reads a table; the error is the reason why it is not understood.
pub(super) fn read(
    name: &str,
    sql: &str,
    indexes: &[(&str, &str)],
    seen: &[Seen],
    keys: usize,
) -> Result<Table, String> {
    let parsed = parse::table(sql).ok_or("its CREATE TABLE is not wholly understood")?;
    let columns: Vec<String> = seen.iter().map(|column| column.name.clone()).collect();
    let named = parsed.columns.iter().map(|column| &column.name);
    if !named.eq(columns.iter()) {
        return Err("its CREATE TABLE and its columns do not agree".to_owned());
    }
    let mut reader = Reader {
        columns,
        table: Table::new(Name::bare(name)),
    };
    reader.read(&parsed, seen);
    for (index, sql) in indexes {
        let parsed = parse::index(sql)
            .ok_or_else(|| format!("the CREATE INDEX of {index} is not wholly understood"))?;
        reader.index(index, &parsed);
    }
    verify(reader.table, seen, keys)
}

/// Holds what was read against what the pragmas saw.
fn verify(table: Table, seen: &[Seen], keys: usize) -> Result<Table, String> {
    let in_key = |name: &str| {
        let parts = table.primary_key.iter().flat_map(|key| &key.parts);
        parts.filter_map(Part::column_name).any(|part| part == name)
    };
    let agree = table.columns.iter().zip(seen).all(|(column, seen)| {
        column.generated.is_some() == seen.generated && in_key(&column.name) == seen.in_key
    });
    if agree && table.foreign_keys.len() == keys {
        Ok(table)
    } else {
        Err("its CREATE TABLE and its catalog rows do not agree".to_owned())
    }
}

struct Reader {
    columns: Vec<String>,
    table: Table,
}

impl Reader {
    fn read(&mut self, parsed: &TableSql, seen: &[Seen]) {
        for (attribute, given) in [
            (Attribute::Strict, parsed.strict),
            (Attribute::WithoutRowid, parsed.without_rowid),
        ] {
            if given {
                self.table.attributes.insert(attribute, YES.to_owned());
            }
        }
        for (column, seen) in parsed.columns.iter().zip(seen) {
            let column = self.column(column, seen);
            self.table.columns.push(column);
        }
        for column in &parsed.columns {
            for (name, constraint) in &column.constraints {
                self.constraint(name.as_deref(), constraint, Some(&column.name));
            }
        }
        for (name, constraint) in &parsed.constraints {
            self.constraint(name.as_deref(), constraint, None);
        }
        self.rowid_alias(parsed);
    }

    fn column(&self, parsed: &ColumnSql, seen: &Seen) -> Column {
        let mut column = Column {
            name: seen.name.clone(),
            data_type: types::print(&parsed.data_type),
            nullable: !seen.not_null,
            default: None,
            generated: None,
            attributes: Attributes::new(),
        };
        for (_, constraint) in &parsed.constraints {
            match constraint {
                Constraint::Default(tokens) => column.default = default(tokens),
                Constraint::Generated { expression, stored } => {
                    let expression = self.print(expression);
                    column.generated = Some(Generated {
                        expression,
                        stored: *stored,
                    });
                }
                Constraint::Collate(name) => {
                    set(
                        &mut column.attributes,
                        Attribute::Collation,
                        collation(name),
                    );
                }
                Constraint::NotNull { conflict } => {
                    set(
                        &mut column.attributes,
                        Attribute::OnConflict,
                        conflict.clone(),
                    );
                }
                Constraint::PrimaryKey {
                    autoincrement: true,
                    ..
                } => {
                    set(
                        &mut column.attributes,
                        Attribute::AutoIncrement,
                        Some(YES.to_owned()),
                    );
                }
                Constraint::PrimaryKey { .. }
                | Constraint::Unique { .. }
                | Constraint::Check(_)
                | Constraint::ForeignKey { .. }
                | Constraint::Deferred
                | Constraint::Nothing => {}
            }
        }
        column
    }

    /// Takes in a constraint of the table, or of one of its columns.
    fn constraint(&mut self, name: Option<&str>, constraint: &Constraint, column: Option<&str>) {
        let label = name.map_or_else(|| Label::generated(""), Label::given);
        match constraint {
            Constraint::PrimaryKey {
                parts,
                descending,
                autoincrement,
                conflict,
            } => {
                let mut key = self.key(label, parts, column, conflict.as_ref());
                if let (true, Some(part)) = (*descending, key.parts.first_mut()) {
                    set(
                        &mut part.attributes,
                        Attribute::Descending,
                        Some(YES.to_owned()),
                    );
                }
                if *autoincrement {
                    self.counts(&key);
                }
                self.table.primary_key = Some(key);
            }
            Constraint::Unique { parts, conflict } => {
                let key = self.key(label, parts, column, conflict.as_ref());
                self.table.uniques.push(key);
            }
            Constraint::Check(tokens) => self.table.checks.push(Check {
                label,
                expression: self.print(tokens),
                attributes: Attributes::new(),
            }),
            Constraint::ForeignKey { columns, key } => {
                let own = column.map(|name| vec![name.to_owned()]);
                let key = self.foreign_key(label, own.as_ref().unwrap_or(columns), key);
                self.table.foreign_keys.push(key);
            }
            Constraint::Deferred => {
                if let Some(key) = self.table.foreign_keys.last_mut() {
                    defer(&mut key.attributes);
                }
            }
            Constraint::NotNull { .. }
            | Constraint::Default(_)
            | Constraint::Collate(_)
            | Constraint::Generated { .. }
            | Constraint::Nothing => {}
        }
    }

    fn counts(&mut self, key: &Key) {
        let name = key.parts.first().and_then(Part::column_name);
        if let Some(column) = self
            .table
            .columns
            .iter_mut()
            .find(|c| Some(c.name.as_str()) == name)
        {
            set(
                &mut column.attributes,
                Attribute::AutoIncrement,
                Some(YES.to_owned()),
            );
        }
    }

    /// A lone `INTEGER` key is the rowid: it never holds NULL and has no direction, unless `DESC`
    /// stands behind the column's own `PRIMARY KEY` (`lang_createtable.html`, section 5).
    fn rowid_alias(&mut self, parsed: &TableSql) {
        let inline = parsed.columns.iter().flat_map(|column| &column.constraints);
        let own_desc = inline
            .filter(|(_, c)| {
                matches!(
                    c,
                    Constraint::PrimaryKey {
                        descending: true,
                        ..
                    }
                )
            })
            .count();
        let Some([part]) = self
            .table
            .primary_key
            .as_mut()
            .map(|key| key.parts.as_mut_slice())
        else {
            return;
        };
        let name = part.column_name().map(str::to_owned);
        let column = self
            .table
            .columns
            .iter_mut()
            .find(|c| Some(&c.name) == name.as_ref());
        if let Some(column) = column.filter(|column| column.data_type == "INTEGER")
            && own_desc == 0
            && !parsed.without_rowid
        {
            part.attributes.clear();
            column.nullable = false;
            column.attributes.remove(&Attribute::OnConflict);
        }
    }

    fn index(&mut self, name: &str, parsed: &parse::IndexSql) {
        let mut attributes = Attributes::new();
        let predicate = parsed.predicate.as_ref().map(|tokens| self.print(tokens));
        set(&mut attributes, Attribute::Predicate, predicate);
        let parts = parsed.parts.iter().map(|part| self.part(part)).collect();
        self.table.indexes.push(Index {
            label: Label::given(name),
            unique: parsed.unique,
            parts,
            attributes,
        });
    }

    fn key(
        &self,
        label: Label,
        parts: &[PartSql],
        column: Option<&str>,
        conflict: Option<&String>,
    ) -> Key {
        let mut attributes = Attributes::new();
        set(&mut attributes, Attribute::OnConflict, conflict.cloned());
        let parts = column.map_or_else(
            || parts.iter().map(|part| self.part(part)).collect(),
            |name| vec![Part::column(name)],
        );
        Key {
            label,
            parts,
            attributes,
        }
    }

    fn part(&self, parsed: &PartSql) -> Part {
        let mut part = Part {
            term: self.term(&parsed.term),
            attributes: Attributes::new(),
        };
        let inherited = part.column_name().and_then(|name| self.collation_of(name));
        if let Some(name) = &parsed.collation {
            let own = collation(name);
            if own != inherited {
                let print = own.unwrap_or_else(|| "BINARY".to_owned());
                set(&mut part.attributes, Attribute::Collation, Some(print));
            }
        }
        if parsed.descending {
            set(
                &mut part.attributes,
                Attribute::Descending,
                Some(YES.to_owned()),
            );
        }
        part
    }

    fn term(&self, tokens: &[Token]) -> Term {
        if let [only] = text::without_parentheses(tokens)
            && let Some(name) = only.name()
            && let Some(column) = self.spelled(&name)
        {
            return Term::Column(column);
        }
        Term::Expression(self.print(tokens))
    }

    fn collation_of(&self, column: &str) -> Option<String> {
        let column = self.table.columns.iter().find(|c| c.name == column)?;
        column.attributes.get(&Attribute::Collation).cloned()
    }

    fn spelled(&self, name: &str) -> Option<String> {
        let found = self
            .columns
            .iter()
            .find(|column| column.eq_ignore_ascii_case(name));
        found.cloned()
    }

    fn foreign_key(&self, label: Label, columns: &[String], parsed: &Reference) -> ForeignKey {
        let mut attributes = Attributes::new();
        set(
            &mut attributes,
            Attribute::OnDelete,
            parsed.on_delete.clone(),
        );
        set(
            &mut attributes,
            Attribute::OnKeyUpdate,
            parsed.on_update.clone(),
        );
        set(&mut attributes, Attribute::Match, parsed.matching.clone());
        if parsed.deferred {
            defer(&mut attributes);
        }
        let spelled = |name: &String| self.spelled(name).unwrap_or_else(|| name.clone());
        ForeignKey {
            label,
            columns: columns.iter().map(spelled).collect(),
            references: Name::bare(&parsed.table),
            referenced: parsed.columns.clone(),
            attributes,
        }
    }

    fn print(&self, tokens: &[Token]) -> String {
        text::print(tokens, &self.columns)
    }
}

fn set(attributes: &mut Attributes, attribute: Attribute, value: Option<String>) {
    if let Some(value) = value {
        attributes.insert(attribute, value);
    }
}

fn defer(attributes: &mut Attributes) {
    attributes.insert(Attribute::Deferrable, YES.to_owned());
    attributes.insert(Attribute::InitiallyDeferred, YES.to_owned());
}

/// A collation's one spelling; `BINARY` is the default and said by silence (datatype3.html,
/// section 7.1).
pub(in crate::engine::sqlite) fn collation(name: &str) -> Option<String> {
    let upper = name.to_ascii_uppercase();
    match upper.as_str() {
        "BINARY" => None,
        "NOCASE" | "RTRIM" => Some(upper),
        _ => Some(name.to_owned()),
    }
}

/// A default's one print; `NULL` is none. A name stands for a text (`parse.y`, rule `ccons`).
fn default(tokens: &[Token]) -> Option<String> {
    match text::without_parentheses(tokens) {
        [only] if only.is_word("NULL") => None,
        [only] if only.kind == Kind::Quoted => Some(text::literal(&only.inside())),
        [plus, number] if plus.is_symbol("+") && number.kind == Kind::Number => {
            Some(text::print(&[*number], &[]))
        }
        [only] if only.kind == Kind::Word && !text::is_default_word(only.text) => {
            Some(text::literal(only.text))
        }
        tokens => Some(text::print(tokens, &[])),
    }
}
