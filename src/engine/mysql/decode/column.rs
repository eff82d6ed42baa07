//! Columns.

use super::{Reading, expression, put, rows};
use crate::engine::error::DecodeError;
use crate::engine::mysql::render::literal;
use crate::engine::mysql::types;
use crate::engine::mysql::version::Flavour;
use crate::engine::statement::{Catalogs, Row};
use crate::schema::{Attribute, Attributes, Column, Generated, Name, Table};

pub(super) fn read(reading: &mut Reading, catalogs: &Catalogs) -> Result<(), DecodeError> {
    let flavour = reading.flavour;
    for row in rows(catalogs, "columns") {
        let Some(table) = reading.table(row)? else {
            continue;
        };
        let (column, unknown) = column(flavour, table, row)?;
        table.columns.push(column);
        if let Some(unknown) = unknown {
            let name = Name::bare(row.text("table_name")?);
            let reason = format!(
                "its column \"{}\" is {unknown}, which is not understood",
                row.text("name")?
            );
            reading.not_understood(&name, reason);
        }
    }
    Ok(())
}

/// What `EXTRA` says, besides words that are not known.
struct Extra {
    attributes: Attributes,
    default_generated: bool,
    generated: Option<bool>,
    unknown: Option<String>,
}

fn extra(text: &str) -> Extra {
    let mut extra = Extra {
        attributes: Attributes::new(),
        default_generated: false,
        generated: None,
        unknown: None,
    };
    let lower = text.to_ascii_lowercase().replace(',', " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        at += match rest {
            ["auto_increment", ..] => {
                extra
                    .attributes
                    .insert(Attribute::AutoIncrement, "true".to_owned());
                1
            }
            ["default_generated", ..] => {
                extra.default_generated = true;
                1
            }
            ["invisible", ..] => {
                extra
                    .attributes
                    .insert(Attribute::Invisible, "true".to_owned());
                1
            }
            ["on", "update", moment, ..] => {
                let moment = moment.to_uppercase();
                extra.attributes.insert(Attribute::OnUpdate, moment);
                3
            }
            [
                kind @ ("virtual" | "stored" | "persistent"),
                "generated",
                ..,
            ] => {
                extra.generated = Some(*kind != "virtual");
                2
            }
            _ => {
                extra.unknown = Some(rest.join(" "));
                return extra;
            }
        };
    }
    extra
}

fn column(
    flavour: Flavour,
    table: &Table,
    row: Row<'_>,
) -> Result<(Column, Option<String>), DecodeError> {
    // `MariaDB` prints it as a comment for other servers, which no declaration may hold.
    let data_type = row
        .text("type")?
        .replace("/*M!100301 COMPRESSED*/", "COMPRESSED");
    let Extra {
        mut attributes,
        default_generated,
        generated,
        unknown,
    } = extra(row.opt("extra").unwrap_or(""));
    let own = |attribute: Attribute, value: &str| {
        table.attributes.get(&attribute).map(String::as_str) != Some(value)
    };
    for (attribute, column) in [
        (Attribute::Charset, "charset"),
        (Attribute::Collation, "collation"),
    ] {
        let value = row.opt(column).filter(|value| own(attribute, value));
        put(&mut attributes, attribute, value);
    }
    put(&mut attributes, Attribute::Comment, row.opt("comment"));
    put(&mut attributes, Attribute::Srid, row.opt("srid"));
    let generated = generated.map(|stored| Generated {
        expression: expression(flavour, row.opt("expression").unwrap_or("")),
        stored,
    });
    let default = match row.opt("value") {
        Some(value) if generated.is_none() => {
            default(flavour, &data_type, value, default_generated)
        }
        _ => None,
    };
    let column = Column {
        name: row.text("name")?.to_owned(),
        data_type,
        nullable: row.flag("nullable"),
        default,
        generated,
        attributes,
    };
    Ok((column, unknown))
}

/// The default as SQL. `MariaDB` prints SQL, and `NULL` where there is none; `MySQL` prints the
/// bare value of a literal, and an expression when `EXTRA` says so (8.4 manual, 28.3.8).
fn default(flavour: Flavour, data_type: &str, value: &str, computed: bool) -> Option<String> {
    if flavour == Flavour::Mariadb {
        // The same function; 11.8 prints the word that was written.
        let moment = value.strip_prefix("localtimestamp(");
        let value = moment.map_or_else(
            || value.to_owned(),
            |rest| format!("current_timestamp({rest}"),
        );
        return (value != "NULL").then_some(value);
    }
    if computed {
        let plain = expression(flavour, value);
        let moment = plain.to_ascii_uppercase().starts_with("CURRENT_TIMESTAMP");
        return Some(if moment { plain } else { format!("({plain})") });
    }
    let kind = types::parse(data_type);
    let hex = kind.is_binary() && value.starts_with("0x");
    Some(if kind.is_numeric() || hex {
        value.to_owned()
    } else {
        literal(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_current_time_has_one_name() {
        let of = |value: &str| default(Flavour::Mariadb, "datetime(3)", value, false);
        assert_eq!(of("localtimestamp(3)"), of("current_timestamp(3)"));
        assert_ne!(of("curtime(3)"), of("current_timestamp(3)"));
    }

    #[test]
    fn defaults_become_sql_on_both_flavours() {
        let my = |kind: &str, value: &str, computed| default(Flavour::Mysql, kind, value, computed);
        assert_eq!(my("int", "5", false).as_deref(), Some("5"));
        assert_eq!(my("varchar(9)", "it's", false).as_deref(), Some("'it''s'"));
        assert_eq!(my("bit(3)", "b'101'", false).as_deref(), Some("b'101'"));
        assert_eq!(my("binary(1)", "0x61", false).as_deref(), Some("0x61"));
        // MY08: the word as a value, and the function.
        assert_eq!(
            my("varchar(30)", "CURRENT_TIMESTAMP", false).as_deref(),
            Some("'CURRENT_TIMESTAMP'")
        );
        assert_eq!(
            my("datetime", "CURRENT_TIMESTAMP", true).as_deref(),
            Some("CURRENT_TIMESTAMP")
        );
        assert_eq!(my("int", "(1 + 2)", true).as_deref(), Some("((1 + 2))"));
        let maria = |value: &str| default(Flavour::Mariadb, "varchar(9)", value, false);
        assert_eq!(maria("NULL"), None);
        assert_eq!(maria("'NULL'").as_deref(), Some("'NULL'"));
    }

    #[test]
    fn extra_is_read_word_by_word() {
        let read = extra("DEFAULT_GENERATED on update CURRENT_TIMESTAMP(3) INVISIBLE");
        assert!(read.default_generated && read.unknown.is_none());
        assert_eq!(
            read.attributes[&Attribute::OnUpdate],
            "CURRENT_TIMESTAMP(3)"
        );
        assert_eq!(extra("STORED GENERATED").generated, Some(true));
        assert_eq!(extra("INVISIBLE, auto_increment").attributes.len(), 2);
        assert_eq!(
            extra("STORAGE DISK").unknown.as_deref(),
            Some("storage disk")
        );
    }
}
