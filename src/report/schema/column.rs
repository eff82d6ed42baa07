//! A column, and what its printed type says.

use crate::api::declaration::{ColumnDefault, Generated};
use crate::schema::{Attribute, Column};
use schemars::JsonSchema;
use serde::Serialize;

/// A column.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ColumnDocument {
    /// Its name.
    pub name: String,
    /// Its place in the table, from 1.
    pub position: usize,
    /// The type without its lengths: `varchar`.
    pub data_type: String,
    /// The type as the engine prints it: `varchar(255)`.
    pub column_type: String,
    /// Length, in characters or bytes as the type counts, where the type has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u64>,
    /// Digits in all, where the type says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numeric_precision: Option<u32>,
    /// Digits after the point, where the type says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numeric_scale: Option<i32>,
    /// Digits of a second's fraction, where the type says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datetime_precision: Option<u32>,
    /// `YES` or `NO`.
    pub is_nullable: String,
    /// The default, as SQL that the engine prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<ColumnDefault>,
    /// `auto_increment`, `on update CURRENT_TIMESTAMP`, `invisible`; absent for none of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
    /// What it is computed from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generated: Option<Generated>,
    /// Its collation, where it is not the one it would have anyway.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// MySQL, MariaDB: its character set, where it is not the table's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    /// Its comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl ColumnDocument {
    /// A column at a place, counted from 0.
    pub(super) fn of(at: usize, column: &Column) -> Self {
        let parts = ColumnType::read(&column.data_type);
        let get = |attribute: Attribute| column.attributes.get(&attribute).cloned();
        Self {
            name: column.name.clone(),
            position: at + 1,
            data_type: parts.base,
            column_type: column.data_type.clone(),
            max_length: parts.length,
            numeric_precision: parts.precision,
            numeric_scale: parts.scale,
            datetime_precision: parts.fraction,
            is_nullable: if column.nullable { "YES" } else { "NO" }.to_owned(),
            default: column.default.clone().map(|sql| ColumnDefault {
                literal: None,
                expression: Some(sql),
            }),
            extra: extra(column),
            generated: column.generated.as_ref().map(|generated| Generated {
                expression: generated.expression.clone(),
                stored: Some(generated.stored),
            }),
            collation: get(Attribute::Collation),
            charset: get(Attribute::Charset),
            comment: get(Attribute::Comment),
        }
    }
}

/// What `extra` says of a column, in the words a declaration takes.
fn extra(column: &Column) -> Option<String> {
    let has = |attribute: Attribute| column.attributes.get(&attribute);
    let counting = [
        Attribute::AutoIncrement,
        Attribute::Identity,
        Attribute::Serial,
    ];
    let mut words = Vec::new();
    if counting
        .into_iter()
        .any(|attribute| has(attribute).is_some())
    {
        words.push("auto_increment".to_owned());
    }
    words.extend(has(Attribute::OnUpdate).map(|moment| format!("on update {moment}")));
    words.extend(has(Attribute::Invisible).map(|_| "invisible".to_owned()));
    (!words.is_empty()).then(|| words.join(" "))
}

/// A printed type in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnType {
    /// Without lengths and lists of values.
    pub base: String,
    /// Length, for types of text, bytes and bits.
    pub length: Option<u64>,
    /// Digits in all.
    pub precision: Option<u32>,
    /// Digits after the point.
    pub scale: Option<i32>,
    /// Digits of a second's fraction.
    pub fraction: Option<u32>,
}

impl ColumnType {
    /// Reads a type as any of the engines prints it.
    pub fn read(printed: &str) -> Self {
        let Some((head, inside, tail)) = parenthesised(printed) else {
            return Self {
                base: printed.to_owned(),
                ..Self::default()
            };
        };
        let tail = tail.trim_end();
        let space = if tail.is_empty() || tail.starts_with([' ', '[']) {
            ""
        } else {
            " "
        };
        let base = format!("{}{space}{tail}", head.trim_end());
        let numbers: Option<Vec<i64>> = inside.split(',').map(|n| n.trim().parse().ok()).collect();
        let (first, second) = match numbers.as_deref() {
            Some([first]) => (*first, None),
            Some([first, second]) => (*first, Some(*second)),
            _ => {
                return Self {
                    base,
                    ..Self::default()
                };
            }
        };
        let lower = head.to_ascii_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        let mut parts = Self {
            base,
            ..Self::default()
        };
        if says(&["interval", "time"]) {
            parts.fraction = u32::try_from(first).ok();
        } else if says(&["char", "text", "clob", "binary", "blob", "bit", "vector"]) {
            parts.length = u64::try_from(first).ok();
        } else if says(&["dec", "numeric", "float", "double", "real", "number"]) {
            parts.precision = u32::try_from(first).ok();
            parts.scale = second.and_then(|n| i32::try_from(n).ok());
        }
        // What is left is a display width, which says nothing of the values.
        parts
    }
}

/// The text before, inside and behind the first parentheses that stand outside of quotes.
fn parenthesised(text: &str) -> Option<(&str, &str, &str)> {
    let mut quote = None;
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(end), c) if c == end => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '(') if open.is_none() => open = Some(at),
            (None, ')') => {
                let open = open?;
                return Some((
                    text.get(..open)?,
                    text.get(open + 1..at)?,
                    text.get(at + 1..)?,
                ));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_types_come_apart() {
        let plain = |base: &str| ColumnType {
            base: base.to_owned(),
            ..ColumnType::default()
        };
        for (printed, expected) in [
            (
                "varchar(255)",
                ColumnType {
                    length: Some(255),
                    ..plain("varchar")
                },
            ),
            (
                "character varying(20)[]",
                ColumnType {
                    length: Some(20),
                    ..plain("character varying[]")
                },
            ),
            (
                "decimal(10,2) unsigned",
                ColumnType {
                    precision: Some(10),
                    scale: Some(2),
                    ..plain("decimal unsigned")
                },
            ),
            (
                "numeric(5,-2)",
                ColumnType {
                    precision: Some(5),
                    scale: Some(-2),
                    ..plain("numeric")
                },
            ),
            (
                "timestamp(3) without time zone",
                ColumnType {
                    fraction: Some(3),
                    ..plain("timestamp without time zone")
                },
            ),
            ("int(10) unsigned", plain("int unsigned")),
            ("enum('a','b(1)')", plain("enum")),
            ("\"My(1)Type\"", plain("\"My(1)Type\"")),
            ("geometry(Point,4326)", plain("geometry")),
            ("integer", plain("integer")),
            ("", plain("")),
        ] {
            assert_eq!(ColumnType::read(printed), expected, "{printed}");
        }
    }
}
